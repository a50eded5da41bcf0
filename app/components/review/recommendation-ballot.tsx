/** The ballot that a recommendation stands on: counts, each condition with both sides, the roll call; and the dissent (R1, R6). */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { Empty, Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import type { RecommendationData } from "./review-data.ts";

type Ballot = RecommendationData["ballot"];
type Comparison = { left: number; relation: string; right: number };

/** From the roll to what is left of it. */
const countNames = ["R", "X", "E", "Y", "O", "D", "N", "A", "S", "P"];

const arithmetic = ({ left, relation, right }: Comparison) => `${left} ${relation} ${right}`;

export function RecommendationBallot({ ballot }: { ballot: Ballot }) {
  const { t } = useTranslation("review");
  return (
    <Section
      title={t("recommendation.ballot")}
      note={
        <Link to={`/ballots/${ballot.slug}`}>
          {t("recommendation.ballotSentence", { reference: ballot.reference })}
        </Link>
      }
    >
      <div className="stack">
        {ballot.flagged ? <Badge tone="warn">{t("recommendation.flagged")}</Badge> : null}
        {ballot.counts ? (
          <dl className="counts">
            {Object.entries(ballot.counts)
              .sort(([one], [other]) => countNames.indexOf(one) - countNames.indexOf(other))
              .map(([name, count]) => (
                <div key={name}>
                  <dt>{t(`recommendation.counts.${name}`)}</dt>
                  <dd>{count}</dd>
                </div>
              ))}
          </dl>
        ) : null}
        <DataTable
          caption={t("recommendation.ballot")}
          head={[
            { label: t("recommendation.condition") },
            { label: t("recommendation.arithmetic"), number: true },
            { label: t("recommendations.state") },
          ]}
          rows={ballot.conditions.map((one) => ({
            key: one.id,
            cells: [
              <span key="name">
                {one.name} <Rule id={one.id} />
              </span>,
              one.further ? `${arithmetic(one)} ${one.further.joinedBy} ${arithmetic(one.further)}` : arithmetic(one),
              <Badge key="met" tone={one.met ? "ok" : "bad"}>
                {one.met ? t("recommendation.met") : t("recommendation.notMet")}
              </Badge>,
            ],
          }))}
        />
        <details className="disclosure">
          <summary>{t("recommendation.rollCall")}</summary>
          <ul className="roll-call">
            {ballot.rollCall.map((line) => (
              <li key={line.seat}>
                <span>{line.seat}</span>
                <span className="note">{t(`recommendation.counted.${line.countedAs}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </Section>
  );
}

export function RecommendationDissent({ page }: { page: RecommendationData }) {
  const { t } = useTranslation("review");
  const { dissent } = page.ballot;
  const none = dissent.length === 0 && page.sustained.length === 0;
  return (
    <Section title={t("recommendation.dissent")} note={t("recommendation.dissentNote")}>
      {none ? <Empty title={t("recommendation.noDissent")} /> : null}
      <ul className="rows">
        {dissent.map((one) => (
          <li key={one.sequence} className="stack">
            <p className="line">
              <strong>{one.seat}</strong>
              <span>{t(`recommendation.counted.${one.word}`)}</span>
              {one.countedAs === one.word ? null : (
                <span className="note">
                  {t("recommendation.countsAs", { word: t(`recommendation.counted.${one.countedAs}`) })}
                </span>
              )}
            </p>
            <p className="prose">{one.reason}</p>
            {one.change ? <p className="note">{t("recommendation.clearedBy", { change: one.change })}</p> : null}
          </li>
        ))}
        {page.sustained.map((one) => (
          <li key={`comment-${one.number}`} className="stack">
            <p>
              <strong>{one.member}</strong> {t("recommendation.sustained", { number: one.number })}
            </p>
            <p className="prose">{one.body}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
