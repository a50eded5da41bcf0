/** The panel that is open, over the text. */
import "./panels.css";
import "./brackets.css";
import { useEffect } from "react";
import { BracketPanel } from "./bracket-panel.tsx";
import { CommandPalette } from "./command-palette.tsx";
import type { EditorPlace } from "./editor-acts.ts";
import { FindPanel } from "./find-panel.tsx";
import { KeyMap } from "./key-map.tsx";
import { useActKeys, useOpenPanel } from "./panel-hooks.ts";
import { References } from "./reference-card.tsx";
import { ReferencePanel, TermPanel } from "./reference-panel.tsx";

export function EditorPanels({ place }: { place: EditorPlace }) {
  const { session, snapshot, editor } = place;
  const { panel, asked } = useOpenPanel(session);
  useActKeys(place);
  useReferenceAround(place);
  useOpenedAt(place);
  const own = editor.ownDelegation ?? editor.person.delegation;
  const delegations = editor.delegations ?? [{ code: own, name: own }];
  return (
    <>
      <div className="panel-place">
        {panel === "find" && <FindPanel session={session} snapshot={snapshot} asked={asked} />}
      </div>
      {panel === "bracket" && snapshot.editable && (
        <BracketPanel session={session} delegations={delegations} ownDelegation={own} asked={asked} />
      )}
      <References session={session} snapshot={snapshot} />
      {panel === "term" && snapshot.editable && <TermPanel session={session} />}
      {panel === "reference" && snapshot.editable && <ReferencePanel session={session} />}
      {panel === "palette" && <CommandPalette place={place} />}
      {panel === "keys" && <KeyMap place={place} />}
    </>
  );
}

/** Tells the open editor what surrounds its text, as often as the page learns more. */
function useReferenceAround({ session, editor }: EditorPlace): void {
  const { candidate, committee, terms, references } = editor;
  useEffect(() => {
    session.references.setAround({
      candidate,
      termsPage: committee === undefined ? undefined : `/committees/${committee}/terms`,
      terms: terms ?? [],
      references: references ?? [],
    });
  }, [session, candidate, committee, terms, references]);
}

/** A page that is opened at a clause goes there once the text has come. */
function useOpenedAt({ session }: EditorPlace): void {
  useEffect(() => {
    const nid = /^#clause-(.+)$/.exec(window.location.hash)?.[1];
    if (nid !== undefined) session.goToClause(decodeURIComponent(nid));
  }, [session]);
}
