/** The text of a ballot: what changed since the reader's seat last took a position, or the whole of a first version. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ClauseList, RedlineView } from "~/ui/law.tsx";
import { Section } from "~/ui/layout.tsx";
import { PrintedFoot } from "~/ui/printed-foot.tsx";
import type { BallotData } from "./ballot-data.ts";

type Change = NonNullable<BallotData["since"]>["changes"][number];

/** The words of a clause that came or went, or was rewritten, stand in the redline itself; a threshold is said in words too. */
function withoutRepetition(change: Change): Change {
  return ["tightened", "loosened", "moved"].includes(change.class) ? change : { ...change, detail: "" };
}

export function BallotText({ page }: { page: BallotData }) {
  const { t } = useTranslation("ballot");
  const { since, version, candidate } = page;
  if (version === null || candidate === null) return null;
  const full = (
    <Link to={`/candidates/${candidate.slug}/definition/${version.number}`}>
      {t("text.full", { number: version.number })}
    </Link>
  );
  if (since === null)
    return (
      <Section title={t("text.title")} note={full} id="text-of-ballot">
        <ClauseList clauses={page.clauses} />
      </Section>
    );
  return (
    <Section
      title={since.why === "position" ? t("text.changedOwn") : t("text.changed", { number: since.number })}
      note={
        <>
          {t("text.versions", { before: since.number, after: version.number })} {full}
        </>
      }
      id="text-of-ballot"
    >
      {since.changes.length === 0 ? <p>{t("text.same")}</p> : null}
      <div className="ballot-text">
        <RedlineView lines={since.lines} changes={since.changes.map(withoutRepetition)} changedOnly />
      </div>
    </Section>
  );
}

/** What people compare and recompute: hashes in full. */
export function BallotIdentity({ page }: { page: BallotData }) {
  const { t } = useTranslation("ballot");
  const { ballot, version, result } = page;
  if (ballot.recordHash === null) return null;
  const rows = [
    { label: t("text.record"), hash: ballot.recordHash },
    ...(version ? [{ label: t("text.hashLabel"), hash: version.textHash }] : []),
    ...(result?.positionsHash ? [{ label: t("text.positionsHash"), hash: result.positionsHash }] : []),
  ];
  return (
    <Section title={t("text.identity")}>
      <dl className="hashes">
        {rows.map(({ label, hash }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{hash}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** On paper each page says what it is of. */
export function BallotFoot({ page }: { page: BallotData }) {
  const { t } = useTranslation("ballot");
  const { ballot, version } = page;
  if (version === null)
    return (
      <PrintedFoot>{t("text.printedPlain", { reference: ballot.reference, hash: ballot.recordHash })}</PrintedFoot>
    );
  return (
    <PrintedFoot>
      {t("text.printed", {
        reference: ballot.reference,
        number: version.number,
        words: version.words.join(" "),
        hash: version.textHash.slice(0, 16),
      })}
    </PrintedFoot>
  );
}
