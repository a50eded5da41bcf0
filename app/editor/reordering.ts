/** Taking clauses to where they are shown now, with as few of them touched as can be. */
import { type Node as EditorNode, Fragment, type ResolvedPos, Slice } from "prosemirror-model";
import { TextSelection, type Transaction } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import { clauseAt } from "./text-index.ts";

/** The most items that stand in rising order already: all others have to move. Answers their indices. */
function longestRising(ranks: number[]): Set<number> {
  const tails: number[] = [];
  const before = new Array<number>(ranks.length).fill(-1);
  ranks.forEach((rank, index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranks[tails[middle]!]! < rank) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[index] = tails[low - 1]!;
    tails[low] = index;
  });
  const kept = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index]!) kept.add(index);
  return kept;
}

type Caret = { thing: unknown; offset: number };

/** Brings the clauses of the editor, which stand for `shown`, into the order `wanted`. The caret goes with its clause. */
export function takeToPlaces<Thing>(transaction: Transaction, shown: readonly Thing[], wanted: readonly Thing[]) {
  if (shown.every((thing, index) => thing === wanted[index])) return transaction;
  const carets = [transaction.selection.$anchor, transaction.selection.$head].map(($place): Caret => {
    const { start, index } = clauseAt(transaction.doc, $place.pos);
    return { thing: shown[index], offset: Math.max($place.pos - start - 1, 0) };
  });
  const rankOf = new Map(wanted.map((thing, rank) => [thing, rank]));
  const kept = longestRising(shown.map((thing) => rankOf.get(thing) ?? -1));
  const nodes = new Map(shown.map((thing, index) => [thing, transaction.doc.child(index)]));
  const left = takeOut(transaction, shown, kept);
  putIn(transaction, left, wanted, nodes);
  const places = carets.map((caret): ResolvedPos => {
    const { doc } = transaction;
    let start = 0;
    for (const thing of wanted) {
      if (thing === caret.thing) break;
      start += nodes.get(thing)!.nodeSize;
    }
    return doc.resolve(Math.min(start + 1 + caret.offset, doc.content.size));
  });
  return transaction.setSelection(TextSelection.between(places[0]!, places[1]!));
}

function takeOut<Thing>(transaction: Transaction, shown: readonly Thing[], kept: Set<number>): Thing[] {
  let end = transaction.doc.content.size;
  const sizes = transaction.doc.children.map((clause) => clause.nodeSize);
  // A definition shows at least one clause, and `kept` always holds one.
  for (let index = shown.length - 1; index >= 0; index--) {
    const start = end - sizes[index]!;
    if (!kept.has(index)) transaction.step(new ReplaceStep(start, end, Slice.empty));
    end = start;
  }
  return shown.filter((_thing, index) => kept.has(index));
}

function putIn<Thing>(
  transaction: Transaction,
  left: Thing[],
  wanted: readonly Thing[],
  nodes: Map<Thing, EditorNode>,
): void {
  let start = 0;
  let next = 0;
  for (const thing of wanted) {
    const node = nodes.get(thing)!;
    if (left[next] === thing) next += 1;
    else transaction.step(new ReplaceStep(start, start, new Slice(Fragment.from(node), 0, 0)));
    start += node.nodeSize;
  }
}
