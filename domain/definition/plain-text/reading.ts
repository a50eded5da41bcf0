/**
 * One way of reading the lines so far, and what it costs to go on with the next one. Labels alone do not say where a line
 * belongs: after `Note: … following:` a line `b.` is an item of the note or the next item of the list.
 */
import type { ClauseKind } from "../control-text.ts";
import type { AsideKind, LabelStep } from "./label.ts";

/** An item that is open: what comes deeper is its own. */
export type Frame = {
  step: LabelStep;
  words: string;
  /** What stood before it ended in `and` or `or`: it should be the last of its list. */
  isLast: boolean;
};

/** A list: the items of the entry, or those of a note that stands at `level`. */
export type Scope = { level: number; frames: Frame[]; words: string };

export type Aside = { kind: AsideKind; ordinal: number; level: number; depth: number };

/** An item that is not printed: a number that was dropped, or the item around one that is printed without it. */
export type Fill = { level: number; text: string };

/** What a line became, behind the items that are missing before it. */
export type Placed = { kind: ClauseKind; level: number; fill: Fill[]; before: Placed | null; at: number };

export type Reading = {
  cost: number;
  main: Frame[];
  inner: Scope | null;
  /** The kind of a series that a plural label heads (`Technical Notes:`), and the number of its last note. */
  series: { kind: AsideKind; last: number; level: number } | null;
  /** The last notes since the last item of the list, for their numbers. */
  asides: Aside[];
  /** Words of the line before, whose end says whether a list goes on. */
  last: string;
  placed: Placed | null;
};

export const emptyReading: Reading = {
  cost: 0,
  main: [],
  inner: null,
  series: null,
  asides: [],
  last: "",
  placed: null,
};

const opensList =
  /(?:[:\u2013\u2014-]|\bfollowing|\bhaving|\bas follows|\band|\bor)[\s,;.:]*(?:\(see list of items controlled\)[.]?)?$/i;
const joint = /\b(?:and|or)$/;
const listGoesOn = /(?:;|,|\b(?:and|or))$/;
/** The same number as `import-entry.ts` fills: a longer jump is a habit of the list. */
export const reservedMax = 8;
/** Two deeper than a text may be, so that what is too deep is seen to be so. */
const depthMax = 8;
/** So many items at most are held to be missing before one line. */
const missingMax = 30;
const reservedText = "[Reserved]";

function reserved(count: number, level: number): Fill[] {
  return Array.from({ length: count }, () => ({ level, text: reservedText }));
}

export function headsList(words: string): boolean {
  return opensList.test(words.trimEnd());
}

function goesOn(words: string): boolean {
  return listGoesOn.test(words.trimEnd());
}

type ItemPlace = { frames: Frame[]; cost: number; fill: Fill[] };

/** What it costs that a number comes after the open one. */
function stepCost(open: LabelStep | undefined, step: LabelStep): { cost: number; reserved: number } {
  const wanted = open === undefined ? 1 : open.ordinal + 1;
  const style = open !== undefined && open.style !== step.style ? 6 : 0;
  const jump = step.ordinal - wanted;
  if (jump === 0) return { cost: style, reserved: 0 };
  if (jump < 0) return { cost: 9 + style, reserved: 0 };
  return {
    cost: style + (open === undefined ? 4 : 2) + Math.min(jump, 10) / 5,
    reserved: jump <= reservedMax ? jump : 0,
  };
}

function styleOfDepth(depth: number): LabelStep["style"] {
  return depth % 2 === 1 ? "letter" : "number";
}

/** The places that a label can have in a list, each with its cost. `isFull` says that labels give the whole path. */
export function itemPlaces(
  { frames, words: headWords }: { frames: Frame[]; words: string },
  { steps, words }: { steps: LabelStep[]; words: string },
  { isFull, last }: { isFull: boolean; last: string },
): ItemPlace[] {
  const step = steps.at(-1)!;
  const depths =
    steps.length > 1 || isFull ? [steps.length] : Array.from({ length: frames.length + 1 }, (_, at) => at + 1);
  return depths.flatMap((depth) => {
    if (depth > Math.min(frames.length + 1, depthMax)) return [];
    let cost = 0;
    for (let at = 0; at < steps.length - 1; at++) {
      if (frames[at]?.step.ordinal !== steps[at]!.ordinal || frames[at]?.step.style !== steps[at]!.style) cost += 6;
    }
    const open = frames[depth - 1];
    const found = stepCost(open?.step, step);
    cost += found.cost;
    if (open === undefined) cost += openingCost(depth === 1 ? headWords : frames[depth - 2]!.words, depth, step);
    else cost += closingCost(frames, depth, last);
    const isLast = open !== undefined && joint.test(last.trimEnd());
    const fill = reserved(found.reserved, depth);
    return [{ frames: [...frames.slice(0, depth - 1), { step, words, isLast }], cost, fill }];
  });
}

/** The place of `z.1.a.` where neither `z.` nor `z.1.` was printed: they are items without words of their own. */
export function placeBehindMissing(
  frames: Frame[],
  { steps, words }: { steps: LabelStep[]; words: string },
): ItemPlace[] {
  const split = steps.findIndex(
    ({ style, ordinal }, at) => frames[at]?.step.style !== style || frames[at]?.step.ordinal !== ordinal,
  );
  if (split < 0 || split >= steps.length - 1 || steps.length > depthMax) return [];
  const open = frames[split]?.step;
  const first = steps[split]!;
  const gap = first.ordinal - (open?.ordinal ?? 0) - 1;
  if (gap < 0 || (open !== undefined && open.style !== first.style)) return [];
  const missing = steps.slice(split, -1).flatMap(({ ordinal }, deeper): Fill[] => {
    const level = split + deeper + 1;
    return [...reserved(deeper === 0 ? gap : ordinal - 1, level), { level, text: "" }];
  });
  const fill = [...missing, ...reserved(steps.at(-1)!.ordinal - 1, steps.length)];
  if (fill.length > missingMax) return [];
  const added = steps.slice(split).map((step, deeper): Frame => {
    const isOwn = split + deeper === steps.length - 1;
    return { step, words: isOwn ? words : ":", isLast: false };
  });
  return [{ frames: [...frames.slice(0, split), ...added], cost: 3 + fill.length / 10, fill }];
}

/** The first of a list: the words around it should announce one. */
function openingCost(parent: string, depth: number, step: LabelStep): number {
  return (headsList(parent) ? 0 : 1.2) + (styleOfDepth(depth) === step.style ? 0 : 0.8);
}

/** Another item at `depth`: the deeper lists end here, and those that go on have not had their last item yet. */
function closingCost(frames: Frame[], depth: number, last: string): number {
  let cost = frames[depth - 1]!.isLast ? 0.5 : 0;
  for (const { isLast, step } of frames.slice(depth)) cost += isLast || step.ordinal === 1 ? 0 : 0.2;
  if (depth < frames.length) return cost + (joint.test(last.trimEnd()) ? 0.2 : 0);
  const { words } = frames[depth - 1]!;
  return cost + (/:$/.test(words.trimEnd()) ? 0.7 : 0);
}

/** What it costs to go on with the items of a note, or to leave them, by how the last line ended. */
export function innerCost(inner: Scope, stays: boolean, last: string): number {
  const isEmpty = inner.frames.length === 0;
  if (isEmpty) return headsList(inner.words) === stays ? 0 : stays ? 0.5 : 2;
  if (/:$/.test(last.trimEnd())) return stays ? 0 : 2;
  if (stays) return goesOn(last) ? 0 : 1;
  return goesOn(last) ? 1.2 : 0;
}
