/** The pieces of both toolbars, that of the live text and that of a suggestion. */
import type { Command } from "prosemirror-state";
import type { MouseEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type ClauseKind, clauseKinds, clauseLevelMax, clauseLevelMin } from "../../domain/definition/control-text.ts";
import { addClause, changeKind, changeLevel, deleteClauses, keepStray } from "./clause-commands.ts";
import { titleWithKey } from "./editor-acts.ts";
import type { CurrentClause } from "./editor-snapshot.ts";
import { newIdentifier } from "./fresh-ids.ts";

function KindSelect({ kind, run }: { kind: ClauseKind; run: (command: Command) => void }) {
  const { t } = useTranslation("editor");
  return (
    <label className="editor-kind">
      <span>{t("tools.kind")}</span>
      <select
        aria-label={t("tools.kind")}
        value={kind}
        onChange={(event) => run(changeKind(event.currentTarget.value as ClauseKind))}
      >
        {clauseKinds.map((one) => (
          <option key={one} value={one}>
            {t(`kind.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

type ToolProps = {
  act: () => void;
  isOff?: boolean;
  /** The name of its act, whose key the title says. */
  named?: string;
  children: ReactNode;
};

/** The buttons keep the selection: they never take the focus. */
export function Tool({ act, isOff = false, named, children }: ToolProps) {
  const { t } = useTranslation("editor");
  const keepSelection = (event: MouseEvent) => event.preventDefault();
  const title = named === undefined ? undefined : titleWithKey(t(`acts.${named}`), named);
  return (
    <button type="button" title={title} disabled={isOff} onMouseDown={keepSelection} onClick={act}>
      {children}
    </button>
  );
}

/** What both sessions can do, and what their toolbar must know of them. */
type Session = {
  run: (command: Command) => void;
  move: (direction: "up" | "down") => boolean;
  undo: () => void;
  redo: () => void;
};
type Shown = { current: CurrentClause; canUndo: boolean; canRedo: boolean };

export function ClauseTools({ session, snapshot }: { session: Session; snapshot: Shown }) {
  const { t } = useTranslation("editor");
  const { current } = snapshot;
  return (
    <>
      <KindSelect kind={current.kind} run={(command) => session.run(command)} />
      <Tool named="shallower" isOff={current.level <= clauseLevelMin} act={() => session.run(changeLevel(-1))}>
        {t("tools.shallower")}
      </Tool>
      <Tool named="deeper" isOff={current.level >= clauseLevelMax} act={() => session.run(changeLevel(1))}>
        {t("tools.deeper")}
      </Tool>
      <Tool named="moveUp" act={() => session.move("up")}>
        {t("tools.moveUp")}
      </Tool>
      <Tool named="moveDown" act={() => session.move("down")}>
        {t("tools.moveDown")}
      </Tool>
      <Tool act={() => session.run(addClause(newIdentifier))}>{t("tools.add")}</Tool>
      {current.stray && <Tool act={() => session.run(keepStray)}>{t("tools.keepStray")}</Tool>}
      <Tool act={() => session.run(deleteClauses)}>{t("tools.delete")}</Tool>
      <Tool named="undo" isOff={!snapshot.canUndo} act={() => session.undo()}>
        {t("tools.undo")}
      </Tool>
      <Tool named="redo" isOff={!snapshot.canRedo} act={() => session.redo()}>
        {t("tools.redo")}
      </Tool>
    </>
  );
}
