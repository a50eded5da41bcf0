/** Carets as relative positions: bound to the unit on their left, they stay with the text whatever others do. */
import { fromBase64, toBase64 } from "lib0/buffer";
import type { Node as EditorNode } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import * as Y from "yjs";
import { type Layout, layoutOf } from "../../protocol/clause-layout.ts";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { positionAt, textIndexAt } from "./text-index.ts";

/** Two relative positions, each in base64. */
export type PlacedSelection = { anchor: string; head: string };

const toTheLeft = -1;

export function encodePlace(text: Y.Text, index: number): string {
  return toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, toTheLeft)));
}

/** The index in the text that a relative position points to now; null when it is malformed or of another text. */
export function indexOfPlace(doc: Y.Doc, place: string): number | null {
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(place)), doc);
    return found !== null && found.type === definitionRoots(doc).text ? found.index : null;
  } catch {
    // What is decoded came from another browser or an old row: anything can stand in it.
    return null;
  }
}

export function placeSelection(text: Y.Text, layout: Layout, state: EditorState): PlacedSelection {
  const { anchor, head } = state.selection;
  const place = (position: number) => encodePlace(text, textIndexAt(layout, state.doc, position));
  const placedHead = place(head);
  return { anchor: anchor === head ? placedHead : place(anchor), head: placedHead };
}

/** The positions in the editor of a placed selection, or null when one of them points nowhere. */
export function selectionAt(doc: Y.Doc, shown: EditorNode, placed: PlacedSelection) {
  const anchor = indexOfPlace(doc, placed.anchor);
  const head = placed.anchor === placed.head ? anchor : indexOfPlace(doc, placed.head);
  if (anchor === null || head === null) return null;
  const layout = layoutOf(doc);
  return { anchor: positionAt(layout, shown, anchor), head: positionAt(layout, shown, head) };
}
