/**
 * Thresholds in the words of the editor that could be parameters. Nodes never change, so what was found in a clause is
 * kept by the clause itself and a text of many clauses is read only where somebody wrote.
 */
import type { Node as EditorNode } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import { type OfferedParameter, offeredParameters } from "../../domain/definition/parameters/offered-parameters.ts";
import { isPlainText } from "../../protocol/definition-shape.ts";
import { parameterCharactersMax } from "../../protocol/limits.ts";
import { offsetOfEnd, offsetOfStart, piecesOfClause } from "./clause-pieces.ts";
import { editorSchema, isHidden } from "./schema.ts";
import { clauseAt } from "./text-index.ts";

/** `from` and `to` count from behind the opening token of the clause, or are positions of the editor once placed. */
export type PlacedOffer = { from: number; to: number; offer: OfferedParameter };

const offersByClause = new WeakMap<EditorNode, PlacedOffer[]>();

export function isReadAlready(clause: EditorNode): boolean {
  return offersByClause.has(clause);
}

/** A bracket that begins or ends within the words would be torn by one unit that stands for them. */
function isUnderOneBracket(clause: EditorNode, from: number, to: number): boolean {
  const brackets = new Set<string>();
  clause.nodesBetween(from, to, (node) => {
    const bracket = editorSchema.marks.bracket!.isInSet(node.marks);
    brackets.add(bracket ? JSON.stringify(bracket.attrs.value) : "");
  });
  return brackets.size <= 1;
}

function fits({ parameter }: OfferedParameter): boolean {
  const { quantity, raw, unit } = parameter;
  return [quantity, raw, unit].every((words) => words.length <= parameterCharactersMax && isPlainText(words));
}

/** What could be a parameter in one clause, in order. */
export function offersOfClause(clause: EditorNode): PlacedOffer[] {
  const known = offersByClause.get(clause);
  if (known !== undefined) return known;
  const pieces = piecesOfClause(clause);
  const offers = offeredParameters(pieces).flatMap((offer): PlacedOffer[] => {
    const [from, to] = [offsetOfStart(pieces, offer.start), offsetOfEnd(pieces, offer.end)];
    if (from === null || to === null || !fits(offer) || !isUnderOneBracket(clause, from, to)) return [];
    return [{ from, to, offer }];
  });
  offersByClause.set(clause, offers);
  return offers;
}

export function offersAt(clause: EditorNode, start: number): PlacedOffer[] {
  return offersOfClause(clause).map(({ from, to, offer }) => ({ from: start + 1 + from, to: start + 1 + to, offer }));
}

/** So many characters behind its words an offer still belongs to the caret. */
const behindMax = 80;

/** The offer that the caret stands in, or has just left. */
export function offerAtCaret(state: EditorState): PlacedOffer | null {
  const { selection } = state;
  const { clause, start } = clauseAt(state.doc, selection.head);
  if (isHidden(clause)) return null;
  const offers = offersAt(clause, start);
  const touching = offers.find(({ from, to }) => from <= selection.head && selection.head <= to);
  const left = offers.findLast(({ to }) => to <= selection.head && selection.head - to <= behindMax);
  return touching ?? left ?? null;
}
