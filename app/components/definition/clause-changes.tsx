/** The changes of an amendment clause by clause: the class in a word, the redline, and what became of each. */
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { ChangeClassMark } from "~/ui/badge.tsx";
import { Icon } from "~/ui/icon.tsx";
import { LawWords } from "~/ui/law-words.tsx";
import type { ChangeView } from "../../../domain/definition/amendment-view.ts";
import type { Run } from "../../../domain/definition/word-diff.ts";
import { useChangedClause } from "./amendment-marks.tsx";
import type { ChangeData } from "./amendment-types.ts";

/** Inserted and deleted words are marked by their element, a line and a colour; a screen reader hears the element. */
export function RedlineRuns({ runs }: { runs: Run[] }) {
  return (
    <>
      {runs.map((run, index) => {
        const words = <LawWords text={run.text} />;
        const key = `${index}`;
        if (run.kind === "inserted") return <ins key={key}>{words}</ins>;
        if (run.kind === "deleted") return <del key={key}>{words}</del>;
        return <Fragment key={key}>{words}</Fragment>;
      })}
    </>
  );
}

/** Kind, level and place, where the change is about them. */
function Structure({ change }: { change: ChangeView }) {
  const { t } = useTranslation("amendment");
  const { levels, kinds, place } = change;
  const kindOf = (kind: string) => t(`definition:clause.kind.${kind}`);
  const said = [
    change.class === null || change.change === "added" || change.change === "removed" || change.change === "moved"
      ? t(`change.${change.change}`)
      : null,
    place === null
      ? null
      : place.nid === ""
        ? t("change.front")
        : place.label
          ? t("change.behind", { clause: place.label })
          : t("change.behindNew"),
    levels ? t("change.level", { from: levels[0], to: levels[1] }) : null,
    kinds ? t("change.kind", { from: kindOf(kinds[0]), to: kindOf(kinds[1]) }) : null,
  ].filter((one) => one !== null);
  return said.length > 0 ? <span className="note">{said.join(", ")}</span> : null;
}

function Became({ change }: { change: Pick<ChangeData, "fault" | "accepted"> }) {
  const { t } = useTranslation("amendment");
  if (change.fault)
    return (
      <p className="amended-fault">
        <Icon name="fault" />
        {t(`fault.${change.fault}`)}
      </p>
    );
  if (change.accepted === null) return null;
  return (
    <p className={change.accepted ? "amended-taken" : "note"}>
      {change.accepted ? <Icon name="tick" /> : null}
      {t(change.accepted ? "change.accepted" : "change.left")}
    </p>
  );
}

export type ClauseChangesProps = { changes: (ChangeView & Partial<Pick<ChangeData, "fault" | "accepted">>)[] };

export function ClauseChanges({ changes }: ClauseChangesProps) {
  const nameOf = useChangedClause();
  return (
    <ol className="amended">
      {changes.map((change) => (
        <li key={change.nid} className="amended-clause" data-nid={change.nid}>
          <p className="amended-head">
            <strong className="amended-name">{nameOf(change)}</strong>
            {change.class ? <ChangeClassMark name={change.class} /> : null}
            <Structure change={change} />
          </p>
          <div className="law amended-words" lang="en">
            <p>
              <RedlineRuns runs={change.runs} />
            </p>
          </div>
          {change.detail && ["loosened", "tightened", "narrowed", "widened"].includes(change.class ?? "") ? (
            <p className="note">{change.detail}</p>
          ) : null}
          <Became change={{ fault: change.fault ?? null, accepted: change.accepted ?? null }} />
        </li>
      ))}
    </ol>
  );
}
