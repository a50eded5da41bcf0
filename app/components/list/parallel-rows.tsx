/** Clause beside clause: what only one side says is marked in its words, and the difference is named between them. */
import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "~/ui/badge.tsx";
import { LawWords } from "~/ui/law-words.tsx";
import { type Clause, clauseText } from "../../../domain/definition/control-text.ts";
import { numbers } from "../../../domain/definition/numbering.ts";
import type { Likeness, ThresholdPair } from "../../../domain/definition/parallel-texts.ts";
import type { Run } from "../../../domain/definition/word-diff.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import type { parallelPage } from "../../../server/queries/list/parallel-page.ts";

type Page = SerializeFrom<Exclude<Awaited<ReturnType<typeof parallelPage>>, Refusal>>;
type Row = Page["rows"][number];
type Side = "here" | "there";

const tones: Record<Likeness, Tone> = {
  same: "grey",
  spelling: "grey",
  words: "act",
  threshold: "warn",
  "only-here": "act",
  "only-there": "act",
};

export function ParallelCounts({ page }: { page: Page }) {
  const { t } = useTranslation("library");
  return (
    <p className="line parallel-counts">
      {page.counts.map(({ likeness, count }) => (
        <span key={likeness} className="line">
          <Badge tone={tones[likeness]}>{t(`parallel.likeness.${likeness}`)}</Badge>
          {t("parallel.count", { count })}
        </span>
      ))}
      <span className="note">{t("parallel.left")}</span>
    </p>
  );
}

/** The words of one side; what the other does not say is underlined. */
function SideWords({ runs, side }: { runs: Run[]; side: Side }) {
  const own = side === "here" ? "deleted" : "inserted";
  const said = runs.filter(({ kind }) => kind === "same" || kind === own);
  return (
    <>
      {said.map(({ kind, text }, index) => {
        const key = `${index}`;
        if (kind === "same") return <LawWords key={key} text={text} />;
        return (
          <mark key={key}>
            <LawWords text={text} />
          </mark>
        );
      })}
    </>
  );
}

type SideCellProps = { clause: Clause | null; label: string; row: Row; side: Side; list: string };

function SideCell({ clause, label, row, side, list }: SideCellProps) {
  const { t } = useTranslation("library");
  if (!clause)
    return (
      <td className="parallel-none" data-label={list}>
        {t("parallel.notThere")}
      </td>
    );
  const marked = row.likeness === "words" || row.likeness === "threshold";
  return (
    <td className={`parallel-side law-kind-${clause.kind} parallel-level-${clause.level}`} data-label={list} lang="en">
      {label ? <span className="parallel-number">{label}</span> : null}{" "}
      {marked ? <SideWords runs={row.runs} side={side} /> : <LawWords text={clauseText(clause)} />}
    </td>
  );
}

function ThresholdWords({ pair, page }: { pair: ThresholdPair; page: Page }) {
  const { t } = useTranslation("library");
  const said = {
    subject: pair.subject ?? "",
    here: pair.here,
    there: pair.there,
    hereList: t(`lists.${page.here.list}`),
    thereList: t(`lists.${page.there.list}`),
  };
  const form = pair.here === null ? "there" : pair.there === null ? "here" : "both";
  return (
    <li>
      {pair.subject ? `${pair.subject}: ` : ""}
      {t(`parallel.threshold.${form}`, said)}
    </li>
  );
}

function DifferenceCell({ row, page }: { row: Row; page: Page }) {
  const { t } = useTranslation("library");
  const list = row.likeness === "only-here" ? page.here.list : page.there.list;
  const name = row.likeness.startsWith("only") ? t("parallel.only", { list: t(`lists.${list}`) }) : null;
  return (
    <td className="parallel-difference">
      <Badge tone={tones[row.likeness]}>{name ?? t(`parallel.likeness.${row.likeness}`)}</Badge>
      {row.thresholds.length > 0 ? (
        <ul className="rows">
          {row.thresholds.map((pair) => (
            <ThresholdWords key={`${pair.here} ${pair.there}`} pair={pair} page={page} />
          ))}
        </ul>
      ) : null}
      {row.paths ? <p className="note">{t("parallel.numbers", row.paths)}</p> : null}
    </td>
  );
}

export function ParallelRows({ page }: { page: Page }) {
  const { t } = useTranslation("library");
  const sides = [page.here, page.there].map(({ clauses }) => ({
    byNid: new Map(clauses.map((clause) => [clause.nid, clause])),
    labels: numbers(clauses),
  }));
  const [here, there] = [sides[0]!, sides[1]!];
  return (
    <table className="parallel-table">
      <caption className="unseen">{t("parallel.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{`${page.here.code}, ${t(`lists.${page.here.list}`)}`}</th>
          <th scope="col">{`${page.there.code}, ${t(`lists.${page.there.list}`)}`}</th>
          <th scope="col">{t("parallel.difference")}</th>
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <tr key={`${row.here} ${row.there}`} className={`parallel-row parallel-${row.likeness}`}>
            <SideCell
              clause={here.byNid.get(row.here ?? "") ?? null}
              label={here.labels.get(row.here ?? "") ?? ""}
              row={row}
              side="here"
              list={t(`lists.${page.here.list}`)}
            />
            <SideCell
              clause={there.byNid.get(row.there ?? "") ?? null}
              label={there.labels.get(row.there ?? "") ?? ""}
              row={row}
              side="there"
              list={t(`lists.${page.there.list}`)}
            />
            <DifferenceCell row={row} page={page} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
