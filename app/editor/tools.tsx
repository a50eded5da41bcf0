/** The pieces of both toolbars, that of the live text and that of a suggestion. */
import type { Command } from "prosemirror-state";
import type { MouseEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type ClauseKind, clauseKinds } from "../../domain/definition/control-text.ts";
import { changeKind } from "./clause-commands.ts";
import { titleWithKey } from "./editor-acts.ts";

export function KindSelect({ kind, run }: { kind: ClauseKind; run: (command: Command) => void }) {
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
