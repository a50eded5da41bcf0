/** Where in the editor a fault stands: the part of a clause that it is about, or the clause. */
import type { Node as EditorNode } from "prosemirror-model";
import { contradictions } from "../../domain/definition/contradictions.ts";
import { inlineText } from "../../domain/definition/control-text.ts";
import {
  contradictionSentence,
  knownNames,
  partFault,
  termsOfArt,
  unexplainedSentence,
} from "../../domain/definition/linter.ts";
import { offsetOfEnd, offsetOfStart, piecesOfClause } from "./clause-pieces.ts";
import { controlTextOf, type FaultSurroundings, type LiveFault } from "./fault-finding.ts";
import { clauseOf, doubledParameter, partOf } from "./fault-text.ts";
import { editorSchema } from "./schema.ts";

/** Positions of the editor. */
export type FaultPlace = { from: number; to: number; node: EditorNode | null };

type PlacedClause = { clause: EditorNode; start: number };

/** The clause of a fault; by its place where it has no identifier or one that stands twice. */
export function clauseOfFault(doc: EditorNode, { nid, at, code }: LiveFault): PlacedClause | null {
  let found: PlacedClause | null = null;
  doc.forEach((clause, start, index) => {
    const isMeant = code === "doubled-clause" || nid === "" ? index === at : clause.attrs.nid === nid;
    if (found === null && isMeant) found = { clause, start };
  });
  return found;
}

function nodePlace({ clause, start }: PlacedClause, isMeant: (node: EditorNode) => boolean): FaultPlace | null {
  let found: FaultPlace | null = null;
  clause.forEach((node, offset) => {
    const from = start + 1 + offset;
    if (found === null && isMeant(node)) found = { from, to: from + node.nodeSize, node };
  });
  return found;
}

/** The words of a term of art that stand plain in the clause. */
function wordsPlace({ clause, start }: PlacedClause, detail: string): FaultPlace | null {
  const pattern = termsOfArt.find(({ term }) => unexplainedSentence(term) === detail)?.pattern;
  const pieces = piecesOfClause(clause);
  const words = pieces.map((piece) => (piece.kind === "text" ? piece.words : "\0".repeat(piece.words.length))).join("");
  const match = pattern?.exec(words) ?? null;
  if (match === null) return null;
  const [from, to] = [offsetOfStart(pieces, match.index), offsetOfEnd(pieces, match.index + match[0].length)];
  return from === null || to === null ? null : { from: start + 1 + from, to: start + 1 + to, node: null };
}

/** The first bracket whose words stand in the sentence of the fault. */
function bracketPlace({ clause, start }: PlacedClause, detail: string): FaultPlace | null {
  const bracket = clauseOf(clause).content.find(
    (part) => "bracket" in part && detail.includes(`“${inlineText(part.bracket.content)}”`),
  );
  if (bracket === undefined || !("bracket" in bracket)) return null;
  const { id } = bracket.bracket;
  return nodePlace({ clause, start }, (node) => {
    const mark = editorSchema.marks.bracket!.isInSet(node.marks);
    return mark !== undefined && (id === undefined || mark.attrs.value.id === id);
  });
}

/** Both thresholds that contradict each other: the clause's own first. */
export function contradictingPlaces(
  doc: EditorNode,
  surroundings: FaultSurroundings,
  fault: LiveFault,
): [FaultPlace, FaultPlace] | null {
  const { clauses } = controlTextOf(doc, surroundings);
  const pair = contradictions(clauses).find(
    ({ nid, one, other }) => nid === fault.nid && contradictionSentence(one, other.parameter) === fault.detail,
  );
  if (pair === undefined) return null;
  const place = (nid: string, wanted: string, skip: number | null) => {
    const holder = clauseOfFault(doc, { ...fault, code: "contradictory-threshold", nid });
    const isMeant = (node: EditorNode) => node.attrs.value?.raw === wanted;
    if (holder === null) return null;
    let found: FaultPlace | null = null;
    holder.clause.forEach((node, offset) => {
      const from = holder.start + 1 + offset;
      if (found === null && from !== skip && isMeant(node)) found = { from, to: from + 1, node };
    });
    return found as FaultPlace | null;
  };
  const one = place(fault.nid, pair.one.raw, null);
  const other = one === null ? null : place(pair.other.nid, pair.other.parameter.raw, one.from);
  return one === null || other === null ? null : [one, other];
}

/** What to bring into sight and select for a fault; null when its clause is gone. */
export function placeOfFault(doc: EditorNode, surroundings: FaultSurroundings, fault: LiveFault): FaultPlace | null {
  const holder = clauseOfFault(doc, fault);
  if (holder === null) return null;
  const whole = { from: holder.start + 1, to: holder.start + 1, node: null };
  if (fault.code === "specially-designed-unexplained") return wordsPlace(holder, fault.detail) ?? whole;
  if (fault.code === "contradictory-threshold") return contradictingPlaces(doc, surroundings, fault)?.[0] ?? whole;
  if (fault.code === "unattributed-bracket" || fault.code === "open-bracket") {
    return bracketPlace(holder, fault.detail) ?? whole;
  }
  if (fault.code === "unread-part") return nodePlace(holder, (node) => partOf(node) === null) ?? whole;
  if (fault.code === "doubled-parameter") {
    const doubled = doubledParameter(holder.clause);
    const from = holder.start + 1 + (doubled?.offset ?? 0);
    return doubled === null ? whole : { from, to: from + 1, node: doc.nodeAt(from) };
  }
  const names = knownNames(controlTextOf(doc, surroundings), { terms: [], entries: surroundings.entries });
  const isMeant = (node: EditorNode) => {
    const part = partOf(node);
    const found = part === null ? null : partFault(part, names);
    return found?.code === fault.code && found.detail === fault.detail;
  };
  return nodePlace(holder, isMeant) ?? whole;
}
