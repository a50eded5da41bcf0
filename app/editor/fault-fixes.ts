/** What can be done about a fault, and the acts that do it. Each is one step of undo; none is done by itself. */
import type { Node as EditorNode } from "prosemirror-model";
import { type Command, TextSelection, type Transaction } from "prosemirror-state";
import { type ControlText, clauseLevelMax } from "../../domain/definition/control-text.ts";
import { termsOfArt, unexplainedSentence } from "../../domain/definition/linter.ts";
import { endOfSubtree } from "../../domain/definition/subtree.ts";
import type { Move } from "../../protocol/clause-moves.ts";
import type { FaultFix, FaultSurroundings, LiveFault } from "./fault-finding.ts";
import { clauseOfFault, placeOfFault } from "./fault-places.ts";
import { partOf } from "./fault-text.ts";
import { deletesMeta } from "./housekeeping.ts";
import { leafWords } from "./outline.ts";
import { clauseAttributes, editorSchema, isHidden } from "./schema.ts";

type FoundFault = Pick<LiveFault, "code" | "nid" | "detail">;

/** The smallest level of an item in front of a clause; null where no item stands before it. */
function levelOfItemBefore({ clauses }: ControlText, nid: string): number | null {
  const at = clauses.findIndex((clause) => clause.nid === nid);
  const levels = clauses.slice(0, at).flatMap(({ kind, level }) => (kind === "item" ? [level] : []));
  return levels.length === 0 ? null : Math.min(...levels);
}

function noteFixes(text: ControlText, nid: string): FaultFix[] {
  const level = levelOfItemBefore(text, nid);
  if (level !== null) return level <= clauseLevelMax ? [{ name: "set-level", values: { level } }] : [];
  const own = text.clauses.find((clause) => clause.nid === nid);
  const hasItemBehind = text.clauses.some(({ kind, level: other }) => kind === "item" && other <= (own?.level ?? 0));
  return hasItemBehind ? [{ name: "move-behind" }] : [];
}

/** The fixes that are offered for a fault, the likeliest first. */
export function fixesOf(text: ControlText, { code, nid, detail }: FoundFault): FaultFix[] {
  if (code === "undefined-term") return [{ name: "term-list" }, { name: "as-words" }];
  if (code === "dangling-xref") return [{ name: "choose-target", choices: "clauses" }, { name: "as-words" }];
  if (code === "parameter-without-unit") return [{ name: "open-parameter" }];
  if (code === "contradictory-threshold") return [{ name: "go-to-first" }, { name: "go-to-second" }];
  if (code === "note-without-subject") return noteFixes(text, nid);
  if (code === "unattributed-bracket" || code === "open-bracket") return [{ name: "open-bracket" }];
  if (code === "specially-designed-unexplained") {
    const term = termsOfArt.find((one) => unexplainedSentence(one.term) === detail)?.term ?? "";
    return [{ name: "insert-term", values: { term } }];
  }
  if (code === "stray") return [{ name: "keep-clause" }, { name: "delete-clause" }];
  if (code === "doubled-clause") return [{ name: "new-identity" }];
  if (code === "before-first") return [{ name: "make-clause" }];
  if (code === "unread-part") return [{ name: "remove-unread" }];
  if (code === "doubled-parameter") return [{ name: "remove-doubled" }];
  return [];
}

export type FixGiven = { surroundings: FaultSurroundings; choice: string | null; newId: () => string };

function structure(transaction: Transaction): Transaction {
  return transaction.setMeta("structure", true).scrollIntoView();
}

function withPlace(fault: LiveFault, given: FixGiven, act: (transaction: Transaction, place: Place) => void): Command {
  return (state, dispatch) => {
    const place = placeOfFault(state.doc, given.surroundings, fault);
    if (place === null || (place.node === null && place.from === place.to)) return false;
    const transaction = state.tr;
    act(transaction, place);
    dispatch?.(structure(transaction));
    return true;
  };
}

type Place = NonNullable<ReturnType<typeof placeOfFault>>;

function asWords(transaction: Transaction, { from, to, node }: Place): void {
  const words = node === null ? "" : node.type.name === "termRef" ? String(node.attrs.term) : leafWords(node);
  if (words === "") transaction.delete(from, to);
  else transaction.replaceWith(from, to, editorSchema.text(words, node?.marks));
}

function insertTerm(transaction: Transaction, { from, to }: Place, term: string): void {
  const marks = transaction.doc.nodeAt(from)?.marks;
  transaction.replaceWith(from, to, editorSchema.nodes.termRef!.create({ term }, null, marks));
}

function setClause(fault: LiveFault, name: string, value: unknown): Command {
  return (state, dispatch) => {
    const holder = clauseOfFault(state.doc, fault);
    if (holder === null) return false;
    const transaction = state.tr.setNodeAttribute(holder.start, name, value);
    transaction.setSelection(TextSelection.create(transaction.doc, holder.start + 1));
    dispatch?.(structure(transaction));
    return true;
  };
}

function deleteStray(fault: LiveFault): Command {
  return (state, dispatch) => {
    const holder = clauseOfFault(state.doc, fault);
    if (holder === null) return false;
    const { start, clause } = holder;
    const transaction = state.tr
      .delete(start + 1, start + 1 + clause.content.size)
      .setNodeAttribute(start, "gone", true);
    dispatch?.(structure(transaction.setMeta(deletesMeta, true)));
    return true;
  };
}

function removeUnread(fault: LiveFault): Command {
  return (state, dispatch) => {
    const holder = clauseOfFault(state.doc, fault);
    if (holder === null) return false;
    const transaction = state.tr;
    const unread: number[] = [];
    holder.clause.forEach((node, offset) => {
      if (partOf(node) === null) unread.push(holder.start + 1 + offset);
    });
    for (const position of unread.toReversed()) transaction.delete(position, position + 1);
    dispatch?.(structure(transaction));
    return unread.length > 0;
  };
}

/** The command of a fix that changes the text; null for those that open something or go somewhere. */
export function commandOfFix(fault: LiveFault, fix: FaultFix, given: FixGiven): Command | null {
  const at = (act: (transaction: Transaction, place: Place) => void) => withPlace(fault, given, act);
  if (fix.name === "as-words") return at(asWords);
  if (fix.name === "insert-term")
    return at((transaction, place) => insertTerm(transaction, place, String(fix.values?.term)));
  if (fix.name === "choose-target" && given.choice !== null) {
    const target = given.choice;
    return at((transaction, { from }) => transaction.setNodeAttribute(from, "target", target));
  }
  if (fix.name === "remove-doubled") return at((transaction, { from, to }) => transaction.delete(from, to));
  if (fix.name === "remove-unread") return removeUnread(fault);
  if (fix.name === "set-level") return setClause(fault, "level", fix.values?.level);
  if (fix.name === "keep-clause") return setClause(fault, "gone", false);
  if (fix.name === "delete-clause") return deleteStray(fault);
  if (fix.name === "new-identity" || fix.name === "make-clause") return setClause(fault, "nid", given.newId());
  return null;
}

/** Behind the first item at the note's level or above it, with all that hangs on that item. */
export function moveBehindItem(doc: EditorNode, fault: LiveFault): Move | null {
  const shown = doc.children.flatMap((clause, index) =>
    isHidden(clause) ? [] : [{ index, ...clauseAttributes(clause) }],
  );
  const from = shown.findIndex(({ nid }) => nid === fault.nid);
  if (from < 0) return null;
  const item = shown.findIndex(({ kind, level }, at) => at > from && kind === "item" && level <= shown[from]!.level);
  if (item < 0) return null;
  const end = endOfSubtree(shown, item);
  const before = end < shown.length ? shown[end]!.index : doc.childCount;
  const { index } = shown[from]!;
  return { from: index, to: index + 1, before };
}
