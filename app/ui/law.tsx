/** Control text as it is read: law in serif, computed numbers, raised exponents, terms and parameters marked. */
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../../domain/definition/change-class.ts";
import type { Clause, ClauseKind, Inline } from "../../domain/definition/control-text.ts";
import { numbers } from "../../domain/definition/numbering.ts";
import type { ClauseRedline } from "../../domain/definition/redline.ts";
import { ChangeClassMark } from "./badge.tsx";

const raised: Record<string, string> = {
  "⁰": "0",
  "¹": "1",
  "²": "2",
  "³": "3",
  "⁴": "4",
  "⁵": "5",
  "⁶": "6",
  "⁷": "7",
  "⁸": "8",
  "⁹": "9",
  "⁻": "−",
  "⁺": "+",
};

/** Raised figures of the text become real exponents, which read at the size of the line. */
export function LawWords({ text }: { text: string }) {
  const runs = text.split(/([⁰¹²³⁴-⁹⁻⁺]+)/);
  return (
    <>
      {runs.map((run, index) =>
        index % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text have no other name than their place.
          <sup key={index}>{[...run].map((figure) => raised[figure] ?? figure).join("")}</sup>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <Fragment key={index}>{run}</Fragment>
        ),
      )}
    </>
  );
}

function InlineRun({ content }: { content: Inline[] }): ReactNode {
  const { t } = useTranslation("frame");
  return content.map((part, index) => {
    const key = `${index}`;
    if ("text" in part) return <LawWords key={key} text={part.text} />;
    if ("param" in part)
      return (
        <span key={key} className="parameter">
          <LawWords text={part.param.raw} />
        </span>
      );
    if ("termRef" in part)
      return (
        <span key={key} className="term">
          ‘{part.termRef}’
        </span>
      );
    if ("xref" in part) return <span key={key}>{part.xref}</span>;
    return (
      <span
        key={key}
        className="bracket"
        title={t("law.bracket", { delegations: part.bracket.delegations.join(", ") })}
      >
        [<InlineRun content={part.bracket.content} />]
      </span>
    );
  });
}

/** What stands in the margin of a clause that has no number of its own. */
function NumberLabel({ kind, number }: { kind: ClauseKind; number: string | undefined }) {
  const { t } = useTranslation("frame");
  return (
    <span className="law-number">
      {number || (kind === "heading" ? <span className="unseen">{t("law.heading")}</span> : "")}
    </span>
  );
}

export function ClauseList({ clauses }: { clauses: Clause[] }) {
  const labels = numbers(clauses);
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
};

export function RedlineView({ lines, changes, changedOnly = false }: RedlineViewProps) {
  const { t } = useTranslation("frame");
  const after = lines.flatMap((line) => (line.after ? [line.after] : []));
  const before = lines.flatMap((line) => (line.before ? [line.before] : []));
  const [newLabels, oldLabels] = [numbers(after), numbers(before)];
  const byNid = new Map(changes.map((change) => [change.nid, change]));
  const shown = changedOnly ? lines.filter((line) => line.status !== "same" || line.moved) : lines;
  const left = lines.length - shown.length;
  return (
    <div className="law" lang="en">
      {shown.map((line) => {
        const clause = (line.after ?? line.before)!;
        const change = byNid.get(line.nid);
        return (
          <div key={`${line.nid}-${line.status}`} className="law-compared">
            <div className={`law-clause law-kind-${clause.kind} law-level-${clause.level}`}>
              <NumberLabel kind={clause.kind} number={newLabels.get(clause.nid) ?? oldLabels.get(clause.nid)} />
              <div className="law-words">
                <Runs line={line} />
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
