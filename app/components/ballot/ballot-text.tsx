/** The text of a ballot: what changed since the reader's seat last took a position, or the whole of a first version. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ClauseList, RedlineView } from "~/ui/law.tsx";
import { Section } from "~/ui/layout.tsx";
import { PrintedFoot } from "~/ui/printed-foot.tsx";
import { dateIn, useZone } from "~/ui/time.tsx";
import type { BallotData } from "./ballot-data.ts";
import { ClauseReasons, namingOf } from "./clause-reasons.tsx";
import { TextLook } from "./text-look.tsx";

type Change = NonNullable<BallotData["since"]>["changes"][number];

/** The words of a clause that came or went, or was rewritten, stand in the redline itself; a threshold is said in words too. */
function withoutRepetition(change: Change): Change {
  return ["tightened", "loosened", "moved"].includes(change.class) ? change : { ...change, detail: "" };
}

/** With what the text is compared, and what else it may be compared with. */
function Basis({ page }: { page: BallotData }) {
  const { t } = useTranslation("ballotText");
  const { zone } = useZone();
  if (page.bases.length === 0) return null;
  const choices = [
    ...page.bases.map(({ why, number, at }) => ({
      why: why as string,
      label: t(`basis.${why}`, { number, date: at === null ? "" : dateIn(at, zone).replaceAll(",", "") }),
    })),
    { why: "whole", label: t("basis.whole") },
  ];
  const chosen = page.since?.why ?? "whole";
  return (
    <nav className="text-basis" aria-label={t("since")}>
      <span>{t("since")}</span>
      <ul>
        {choices.map(({ why, label }) => (
          <li key={why}>
            <Link
              to={`?since=${why}#text-of-ballot`}
              aria-current={why === chosen ? "true" : undefined}
              preventScrollReset
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function BallotText({ page }: { page: BallotData }) {
  const { t } = useTranslation("ballot");
  const { since, version, candidate } = page;
  if (version === null || candidate === null) return null;
  const lines = page.result?.lines ?? [];
  const beneath = (nid: string) =>
    namingOf(lines, nid).length === 0 ? null : <ClauseReasons lines={lines} nid={nid} />;
  const full = (
    <Link to={`/candidates/${candidate.slug}/definition/${version.number}`}>
      {t("text.full", { number: version.number })}
    </Link>
  );
  const title = since === null ? t("text.title") : t(`ballotText:title.${since.why}`, { number: since.number });
  const versions = since === null ? null : t("text.versions", { before: since.number, after: version.number });
  return (
    <Section
      title={title}
      note={
        <>
          {versions} {full}
        </>
      }
      id="text-of-ballot"
    >
      <Basis page={page} />
      {since === null ? (
        <ClauseList clauses={page.clauses} beneath={beneath} />
      ) : (
        <>
          {since.changes.length === 0 ? <p>{t("text.same")}</p> : null}
          <div className="ballot-text">
            <RedlineView
              lines={since.lines}
              changes={since.changes.map(withoutRepetition)}
              beneath={beneath}
              changedOnly
            />
          </div>
        </>
      )}
      <TextLook page={page} />
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
