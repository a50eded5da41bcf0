/** The panel that is open, over the text. */
import "./panels.css";
import "./brackets.css";
import { BracketPanel } from "./bracket-panel.tsx";
import { CommandPalette } from "./command-palette.tsx";
import type { EditorPlace } from "./editor-acts.ts";
import { FindPanel } from "./find-panel.tsx";
import { KeyMap } from "./key-map.tsx";
import { useActKeys, useOpenPanel } from "./panel-hooks.ts";

export function EditorPanels({ place }: { place: EditorPlace }) {
  const { session, snapshot, editor } = place;
  const { panel, asked } = useOpenPanel(session);
  useActKeys(place);
  const own = editor.ownDelegation ?? editor.person.delegation;
  const delegations = editor.delegations ?? [{ code: own, name: own }];
  return (
    <>
      <div className="panel-place">
        {panel === "find" && <FindPanel session={session} snapshot={snapshot} asked={asked} />}
        {panel === "bracket" && snapshot.editable && (
          <BracketPanel session={session} delegations={delegations} ownDelegation={own} asked={asked} />
        )}
      </div>
      {panel === "palette" && <CommandPalette place={place} />}
      {panel === "keys" && <KeyMap place={place} />}
    </>
  );
}
