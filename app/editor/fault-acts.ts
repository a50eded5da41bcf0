/** Going to a fault and mending it, from the list beside the text and by keys. */
import { NodeSelection, TextSelection } from "prosemirror-state";
import type { EditorSession } from "./editor-session.ts";
import type { LiveFault } from "./fault-finding.ts";
import { commandOfFix, moveBehindItem } from "./fault-fixes.ts";
import { contradictingPlaces, type FaultPlace, placeOfFault } from "./fault-places.ts";
import { newIdentifier } from "./fresh-ids.ts";
import { isParam } from "./param-commands.ts";

function goToPlace(session: EditorSession, { from, to, node }: FaultPlace): void {
  const { doc, tr } = session.view.state;
  const selection = isParam(node) ? NodeSelection.create(doc, from) : TextSelection.create(doc, from, to);
  session.binding.dispatch(tr.setSelection(selection).scrollIntoView());
  session.view.focus();
}

/** Selects what a fault is about; false when it is gone. */
export function goToFault(session: EditorSession, fault: LiveFault): boolean {
  const known = session.faults.surroundings();
  const place = known === null ? null : placeOfFault(session.view.state.doc, known, fault);
  if (place !== null) goToPlace(session, place);
  return place !== null;
}

/** F8 and Shift-F8. */
export function goToNextFault(session: EditorSession, direction: -1 | 1): boolean {
  const fault = session.faults.neighbour(session.view, direction);
  return fault !== null && goToFault(session, fault);
}

/** Mends a fault by one of its fixes; `choice` where there are several values. False when nothing could be done. */
export function fixFault(session: EditorSession, key: string, fixName: string, choice: string | null): boolean {
  const fault = session.faults.named(key);
  const fix = fault?.fixes.find(({ name }) => name === fixName);
  const known = session.faults.surroundings();
  if (fault === null || fix === undefined || known === null) return false;
  const { state } = session.view;
  if (fixName === "go-to-first" || fixName === "go-to-second") {
    const pair = contradictingPlaces(state.doc, known, fault);
    if (pair !== null) goToPlace(session, pair[fixName === "go-to-first" ? 0 : 1]);
    return pair !== null;
  }
  if (fixName === "open-parameter" || fixName === "open-bracket") return openFor(session, fault, fixName);
  if (fixName === "move-behind") {
    const move = moveBehindItem(state.doc, fault);
    if (move !== null && session.snapshot().editable) session.binding.move(move);
    session.faults.look();
    return move !== null;
  }
  const command = commandOfFix(fault, fix, { surroundings: known, choice, newId: newIdentifier });
  if (command === null) return false;
  session.run(command);
  session.faults.look();
  return true;
}

function openFor(session: EditorSession, fault: LiveFault, fixName: string): boolean {
  if (!goToFault(session, fault)) return false;
  const known = session.faults.surroundings()!;
  const place = placeOfFault(session.view.state.doc, known, fault);
  if (fixName === "open-parameter")
    return isParam(place?.node) && session.params.show(session.view, place.node.attrs.pid, "unit");
  session.panels.show("bracket");
  return true;
}
