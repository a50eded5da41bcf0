/** The hits of a question, marked in the text and kept in step with it. */
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { type Hit, hitFrom, hitsOf, type Question, replaceHits } from "./find.ts";

export type Finding = {
  question: Question;
  /** With the panel closed the question is only remembered. */
  isOpen: boolean;
  hits: Hit[];
  /** Index of the hit that is looked at; -1 for none. */
  current: number;
  decorations: DecorationSet;
};

type Told = { question: Question; current: number } | "again" | "forget";

export const findingKey = new PluginKey<Finding>("finding");

/** More marks than these make no page easier to read, and slow it. All hits are counted and replaced. */
const marksMax = 1_000;
/** So long after the last key the hits are looked up anew; until then the marks move with the text. */
const againMilliseconds = 200;

const nothing: Finding = {
  question: { words: "", matchCase: false, wholeWords: false },
  isOpen: false,
  hits: [],
  current: -1,
  decorations: DecorationSet.empty,
};

function decorationsOf(state: EditorState, hits: Hit[], current: number): DecorationSet {
  const first = Math.max(0, Math.min(current - marksMax / 2, hits.length - marksMax));
  const marks = hits.slice(first, first + marksMax).map(({ from, to }, index) => {
    const isCurrent = first + index === current;
    return Decoration.inline(from, to, { class: isCurrent ? "find-hit find-current" : "find-hit" });
  });
  return DecorationSet.create(state.doc, marks);
}

function foundIn(state: EditorState, question: Question, current: number): Finding {
  const hits = hitsOf(state.doc, question);
  const kept = Math.min(current, hits.length - 1);
  return { question, isOpen: true, hits, current: kept, decorations: decorationsOf(state, hits, kept) };
}

export function finding(): Plugin<Finding> {
  return new Plugin<Finding>({
    key: findingKey,
    state: {
      init: () => nothing,
      apply(transaction, held, _old, state) {
        const told = transaction.getMeta(findingKey) as Told | undefined;
        if (told === "again") return foundIn(state, held.question, held.current);
        if (told === "forget") return { ...nothing, question: held.question };
        if (told !== undefined) return foundIn(state, told.question, told.current);
        if (!transaction.docChanged || held.hits.length === 0) return held;
        // Only the marks move along: whoever acts on a hit looks it up anew.
        return { ...held, decorations: held.decorations.map(transaction.mapping, transaction.doc) };
      },
    },
    props: { decorations: (state) => findingKey.getState(state)?.decorations },
    view: (view) => lookAgain(view),
  });
}

function lookAgain(view: EditorView) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    update(_view: EditorView, before: EditorState) {
      if (before.doc === view.state.doc || !findingOf(view.state).isOpen) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!view.composing && findingOf(view.state).isOpen) view.dispatch(view.state.tr.setMeta(findingKey, "again"));
      }, againMilliseconds);
    },
    destroy: () => clearTimeout(timer),
  };
}

export function findingOf(state: EditorState): Finding {
  return findingKey.getState(state) ?? nothing;
}

/** Asks a question. The hit at or behind the caret is the first one looked at. */
export function ask(state: EditorState, question: Question): Transaction {
  const hits = hitsOf(state.doc, question);
  return lookAt(state, question, hits, hitFrom(hits, state.selection.from));
}

/** Asks nothing any more: the marks go, the caret stays. The question is kept for the next time. */
export function forget(state: EditorState): Transaction {
  return state.tr.setMeta(findingKey, "forget" satisfies Told);
}

/** The next hit or the one before, round the end. */
export function goOn(state: EditorState, direction: 1 | -1): Transaction {
  const { question, current } = findingOf(state);
  const hits = hitsOf(state.doc, question);
  const next = hits.length === 0 ? -1 : (current + direction + hits.length) % hits.length;
  return lookAt(state, question, hits, next);
}

function lookAt(state: EditorState, question: Question, hits: Hit[], current: number): Transaction {
  const transaction = state.tr.setMeta(findingKey, { question, current } satisfies Told);
  const hit = hits[current];
  if (hit === undefined) return transaction;
  return transaction.setSelection(TextSelection.create(state.doc, hit.from, hit.to)).scrollIntoView();
}

/** Replaces the hit that is looked at, or says that it cannot be; then the next one is looked at. */
export function replaceOne(state: EditorState, words: string): { transaction: Transaction; replaced: number } {
  const { question, current } = findingOf(state);
  const hit = hitsOf(state.doc, question)[current];
  const transaction = state.tr;
  if (hit === undefined) return { transaction, replaced: 0 };
  const replaced = replaceHits(transaction, [hit], words);
  const after = hitsOf(transaction.doc, question);
  const behind = replaced === 0 ? hit.to : transaction.mapping.map(hit.to, 1);
  const next = hitFrom(after, behind);
  transaction.setMeta(findingKey, { question, current: next } satisfies Told);
  const place = after[next];
  if (place !== undefined) transaction.setSelection(TextSelection.create(transaction.doc, place.from, place.to));
  return { transaction: transaction.scrollIntoView(), replaced };
}

/** Replaces all hits as one act. `kept` are those that cannot be replaced. */
export function replaceAll(
  state: EditorState,
  words: string,
): { transaction: Transaction; replaced: number; kept: number } {
  const { question } = findingOf(state);
  const hits = hitsOf(state.doc, question);
  const transaction = state.tr;
  const replaced = replaceHits(transaction, hits, words);
  transaction.setMeta(findingKey, { question, current: -1 } satisfies Told);
  return { transaction, replaced, kept: hits.length - replaced };
}
