/** The head of the room: whose text, in which state, and what stands before a ballot. */
import { useTranslation } from "react-i18next";
import { StateBadge } from "~/ui/badge.tsx";
import { LinkButton } from "~/ui/button.tsx";
import { PageHead } from "~/ui/layout.tsx";
import { Deadline } from "~/ui/time.tsx";
import type { DefinitionPageData } from "./definition-types.ts";

/** Where the text stands towards its versions. */
function TextState({ page }: { page: DefinitionPageData }) {
  const { t } = useTranslation("definition");
  const latest = page.versions.at(-1);
  if (page.clauses.length === 0) return <span>{t("state.empty")}</span>;
  if (!latest) return <span>{t("state.first")}</span>;
  return (
    <span>
      {page.equalTo === null ? t("state.after", { number: latest.number }) : t("state.equal", { number: page.equalTo })}
    </span>
  );
}

function Waiting({ waiting }: { waiting: DefinitionPageData["waiting"] }) {
  const { t } = useTranslation("definition");
  const parts = [
    { name: "faults", count: waiting.faults, tone: "waiting-bad" },
    { name: "brackets", count: waiting.brackets, tone: "waiting-bracket" },
    { name: "comments", count: waiting.comments, tone: "waiting-plain" },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return <span className="note">{t("waiting.nothing")}</span>;
  return (
    <span className="waiting">
      {t("waiting.before")}{" "}
      {parts.map(({ name, count, tone }, index) => (
        <span key={name}>
          {index > 0 ? ", " : ""}
          <strong className={tone}>{t(`waiting.${name}`, { count })}</strong>
        </span>
      ))}
    </span>
  );
}

/** States in which the way to a ballot is still ahead. */
const before = ["proposed", "drafting", "commenting", "resolving", "ready", "returned", "parked"];

export function DefinitionHead({ page, now }: { page: DefinitionPageData; now: number }) {
  const { t } = useTranslation("definition");
  const { candidate, committee } = page;
  const here = `/candidates/${candidate.slug}`;
  return (
    <PageHead
      trail={[
        { to: "/candidates", label: t("candidates") },
        { to: here, label: candidate.reference },
        { label: t("title") },
      ]}
      title={candidate.title}
      marking={candidate.marking}
      badges={
        <>
          <StateBadge state={candidate.state} />
          <TextState page={page} />
          {before.includes(candidate.state) && page.clauses.length > 0 ? <Waiting waiting={page.waiting} /> : null}
        </>
      }
      acts={
        <>
          <LinkButton to={`${here}/consequences`}>{t("consequence:title")}</LinkButton>
          {page.waiting.brackets > 0 ? (
            <LinkButton to={`${here}/brackets`}>{t("brackets.link", { count: page.waiting.brackets })}</LinkButton>
          ) : null}
          <LinkButton to={`${here}/amendments`}>
            {page.amendments.length > 0
              ? t("amendment:card.all", { count: page.amendments.length })
              : t("amendment:card.none")}
          </LinkButton>
          {page.clauses.length > 0 && page.may["propose-amendment"] === null ? (
            <LinkButton to={`${here}/amendments/new`}>{t("amendment:suggestButton")}</LinkButton>
          ) : null}
          <LinkButton to={`${here}/comments`}>{t("table")}</LinkButton>
        </>
      }
      facts={
        candidate.state === "commenting" && candidate.dueAt !== null
          ? [
              {
                label: t("candidate:page.due.commenting"),
                value: <Deadline at={candidate.dueAt} now={now} second={committee} />,
              },
            ]
          : []
      }
    />
  );
}
