/** Control text as it is read: law in serif, computed numbers, raised exponents, terms and parameters marked. */
import { Fragment, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../../domain/definition/change-class.ts";
import { type Clause, type ClauseKind, clauseText, type Term } from "../../domain/definition/control-text.ts";
import { numbers } from "../../domain/definition/numbering.ts";
import type { ClauseRedline } from "../../domain/definition/redline.ts";
import { ChangeClassMark } from "./badge.tsx";
import { InlineRun, type LawAround, LawAroundContext } from "./law-inline.tsx";
import { LawWords } from "./law-words.tsx";

/** What stands in the margin of a clause that has no number of its own. */
function NumberLabel({ kind, number }: { kind: ClauseKind; number: string | undefined }) {
  const { t } = useTranslation("frame");
  return (
    <span className="law-number">
      {number || (kind === "heading" ? <span className="unseen">{t("law.heading")}</span> : "")}
    </span>
  );
}

/** As many characters of a clause as stand for it where it has no number. */
const wordsMax = 60;

function aroundOf(clauses: Clause[], terms: Term[]): LawAround {
  const byNid = new Map(clauses.map((clause) => [clause.nid, clause]));
  return {
    labels: numbers(clauses),
    wordsOf: (nid) => {
      const clause = byNid.get(nid);
      return clause === undefined ? "" : clauseText(clause).slice(0, wordsMax);
    },
    definitions: new Map(terms.map(({ term, definition }) => [term.toLowerCase(), definition])),
  };
}

const noTerms: Term[] = [];

/** What a page says beneath a clause, such as who has named it; null for nothing. */
export type Beneath = (nid: string) => ReactNode;

export type ClauseListProps = { clauses: Clause[]; terms?: Term[]; beneath?: Beneath };

/** The clauses of a text. `terms` are those that it names, with their definitions. */
export function ClauseList({ clauses, terms = noTerms, beneath }: ClauseListProps) {
  const around = useMemo(() => aroundOf(clauses, terms), [clauses, terms]);
  const { labels } = around;
  return (
    <LawAroundContext.Provider value={around}>
      <ClauseLines clauses={clauses} labels={labels} beneath={beneath} />
    </LawAroundContext.Provider>
  );
}

type ClauseLinesProps = { clauses: Clause[]; labels: ReadonlyMap<string, string>; beneath?: Beneath };

function ClauseLines({ clauses, labels, beneath }: ClauseLinesProps) {
  return (
    <div className="law" lang="en">
      {clauses.map((clause) => (
        <div
          key={clause.nid}
          id={`clause-${clause.nid}`}
          className={`law-clause law-kind-${clause.kind} law-level-${clause.level}`}
        >
          <NumberLabel kind={clause.kind} number={labels.get(clause.nid)} />
          <div className="law-words">
            <InlineRun content={clause.content} />
            {beneath?.(clause.nid)}
          </div>
        </div>
      ))}
    </div>
  );
}

/** Inserted and deleted words are marked in the text and by their class in words. */
function Runs({ line }: { line: ClauseRedline }) {
  return (
    <>
      {line.runs.map((run, index) => {
        const words = <LawWords text={run.text} />;
        const key = `${index}`;
        if (run.kind === "inserted") return <ins key={key}>{words}</ins>;
        if (run.kind === "deleted") return <del key={key}>{words}</del>;
        return <Fragment key={key}>{words}</Fragment>;
      })}
    </>
  );
}

export type RedlineViewProps = {
  lines: ClauseRedline[];
  changes: Change[];
  /** Leaves out the clauses that did not change, and says how many they are. */
  changedOnly?: boolean;
  /** Clauses of which a page has something to say are shown though they did not change, and can be linked to. */
  beneath?: Beneath;
};

export function RedlineView({ lines, changes, changedOnly = false, beneath }: RedlineViewProps) {
  const { t } = useTranslation("frame");
  const after = lines.flatMap((line) => (line.after ? [line.after] : []));
  const before = lines.flatMap((line) => (line.before ? [line.before] : []));
  const [newLabels, oldLabels] = [numbers(after), numbers(before)];
  const byNid = new Map(changes.map((change) => [change.nid, change]));
  const said = new Map(lines.map((line) => [line.nid, line.after ? beneath?.(line.nid) : null]));
  const shown = changedOnly
    ? lines.filter((line) => line.status !== "same" || line.moved || said.get(line.nid))
    : lines;
  const left = lines.length - shown.length;
  return (
    <div className="law" lang="en">
      {shown.map((line) => {
        const clause = (line.after ?? line.before)!;
        const change = byNid.get(line.nid);
        return (
          <div key={`${line.nid}-${line.status}`} className="law-compared">
            <div
              id={beneath && line.after ? `clause-${line.nid}` : undefined}
              className={`law-clause law-kind-${clause.kind} law-level-${clause.level}`}
            >
              <NumberLabel kind={clause.kind} number={newLabels.get(clause.nid) ?? oldLabels.get(clause.nid)} />
              <div className="law-words">
                <Runs line={line} />
                {said.get(line.nid)}
              </div>
            </div>
            {change ? (
              <div>
                <ChangeClassMark name={change.class} />
                {change.detail ? <p className="note">{change.detail}</p> : null}
              </div>
            ) : null}
          </div>
        );
      })}
      {left > 0 ? <p className="note">{t("law.unchanged", { count: left })}</p> : null}
    </div>
  );
}
