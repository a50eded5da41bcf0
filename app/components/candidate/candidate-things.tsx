/** What hangs on a candidate: frozen versions, ballots, recommendations. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import { Empty, Section } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";
import type { Refusal } from "../../../domain/refusal.ts";

type Page = {
  candidate: { slug: string };
  /** Places in the text where the words are not agreed; null where there is no text. */
  openQuestions: number | null;
  versions: { number: number; textHash: string; frozenAt: number; reason: string }[];
  ballots: { slug: string; reference: string; state: string; outcome: string | null; closesAt: number | null }[];
  recommendations: { slug: string; reference: string; state: string }[];
  may: Record<string, Refusal | null>;
};

export function CandidateThings({ page }: { page: Page }) {
  const { t } = useTranslation("candidate");
  const here = `/candidates/${page.candidate.slug}`;
  return (
    <Section title={t("page.things")}>
      <ul className="rows">
        <li className="line">
          <Link to={`${here}/definition`}>{t("page.liveText")}</Link>
          <Link to={`${here}/amendments`}>{t("amendment:title")}</Link>
          <Link to={`${here}/comments`}>{t("page.comments")}</Link>
          {page.openQuestions ? (
            <Link to={`${here}/brackets`}>{t("page.brackets", { count: page.openQuestions })}</Link>
          ) : null}
          <Link to={`${here}/consequences`}>{t("consequence:title")}</Link>
        </li>
        {page.versions.map((version) => (
          <li key={version.number}>
            <Link to={`${here}/definition/${version.number}`}>{t("page.version", { number: version.number })}</Link>{" "}
            <span className="note">
              <When at={version.frozenAt} dateOnly />
            </span>
            <p className="note">{version.reason}</p>
          </li>
        ))}
        {page.ballots.map((ballot) => (
          <li key={ballot.slug} className="line">
            <Link to={`/ballots/${ballot.slug}`}>{t("page.ballot", { reference: ballot.reference })}</Link>
            <Badge tone={ballot.outcome === "adopted" ? "ok" : ballot.state === "open" ? "act" : "grey"}>
              {ballot.outcome ?? ballot.state}
            </Badge>
          </li>
        ))}
        {page.may["draft-ballot"] ? null : (
          <li>
            <Link to={`/ballots/new?candidate=${page.candidate.slug}`}>{t("question:title")}</Link>
          </li>
        )}
        {page.recommendations.map((one) => (
          <li key={one.slug} className="line">
            <Link to={`/recommendations/${one.slug}`}>{t("page.recommendation", { reference: one.reference })}</Link>
            <Badge>{one.state}</Badge>
          </li>
        ))}
      </ul>
      {page.versions.length === 0 ? <Empty title={t("page.noVersion")}>{t("page.noVersionNext")}</Empty> : null}
    </Section>
  );
}
