/**
 * Starts a definition from an entry of a national list, or from a drafted tree of the same form (rule D1).
 *
 * The published label serves only to keep the published numbering: where the list has dropped a number, a clause
 * `[Reserved]` takes its place, so that `3A002.a.6` does not become `3A002.a.2`. Numbers themselves are computed (D2).
 */

import { type Marking, markingOfNewText } from "../record/marking.ts";
import {
  type Clause,
  type ClauseKind,
  type ControlText,
  clauseLevelMax,
  type Inline,
  type Term,
} from "./control-text.ts";
import { type DraftedParameter, withParameters } from "./embed-parameters.ts";
import { letters } from "./numbering.ts";
import { wholeTree } from "./whole-tree.ts";

/** A node of a published tree. `note_item` is an item of a note, `nb` is an N.B. */
export type EntryNode = {
  label?: string | null;
  type: string;
  text: string;
  children?: EntryNode[];
  parameters?: DraftedParameter[];
};

/** An entry of a list: `eccn` in the United States list, `code` in the European one. */
export type ListEntry = {
  eccn?: string;
  code?: string;
  heading: string;
  items: EntryNode[];
  related_controls?: string | null;
};

export type ImportOptions = {
  /** Gives a fresh nid at each call; the domain has no chance of its own. */
  nextNid: () => string;
  marking?: Marking;
  /** Terms whose quoted occurrences in the text become term references. */
  terms?: Term[];
};

/** How many numbers in a row may be missing and be filled by `[Reserved]`; a longer jump (j to z) is a habit of the list. */
const reservedMax = 8;
const reservedText = "[Reserved]";

const kindOfType: Record<string, ClauseKind> = {
  item: "item",
  note_item: "item",
  note: "note",
  technical_note: "technical-note",
  nb: "nota-bene",
  exclusion: "exclusion",
  heading: "heading",
};

type Draft = { level: number; kind: ClauseKind; text: string; parameters?: DraftedParameter[] };

/** The ordinal that the last step of a published label stands for: `a.3` is 3, `b` is 2; null if it says nothing. */
function ordinalOf(label: string | null | undefined, level: number): number | null {
  const step = (label ?? "").replace(/\.$/, "").split(".").pop() ?? "";
  if (level % 2 === 0) return /^\d{1,3}$/.test(step) ? Number(step) : null;
  if (!/^[a-z]{1,2}$/.test(step)) return null;
  const ordinal = [...step].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
  return letters(ordinal) === step ? ordinal : null;
}

function draftItems(nodes: EntryNode[], level: number, noteLevel: number): Draft[] {
  const out: Draft[] = [];
  const late: Draft[] = [];
  const firstItem = nodes.findIndex((node) => node.type === "item");
  const lastItem = nodes.findLastIndex((node) => node.type === "item");
  let ordinal = 0;
  nodes.forEach((node, at) => {
    if (node.type !== "item") {
      // Before the sub-items of its subject a note has their level, else they would become the note's own items.
      // Between them it would be read as about the one before it, so it goes to the end.
      if (at < firstItem) out.push(...draftOther(node, level));
      else if (at < lastItem && noteLevel < level) late.push(...draftOther(node, noteLevel));
      else out.push(...late.splice(0), ...draftOther(node, noteLevel));
      return;
    }
    const published = ordinalOf(node.label, level) ?? 0;
    const missing = published - ordinal - 1;
    if (missing > 0 && missing <= reservedMax) {
      for (let gap = 0; gap < missing; gap++) out.push({ level, kind: "item", text: reservedText });
      ordinal += missing;
    }
    ordinal += 1;
    out.push({ level, kind: "item", text: node.text, parameters: node.parameters ?? [] });
    out.push(...draftItems(node.children ?? [], Math.min(level + 1, clauseLevelMax), level));
  });
  return [...out, ...late];
}

/** A note, technical note, N.B. or plain text at `level`, with what it holds. */
function draftOther(node: EntryNode, level: number): Draft[] {
  const kind = kindOfType[node.type] ?? "text";
  const children = node.children ?? [];
  if (kind === "technical-note" && children.some((child) => child.type === "technical_note")) {
    // "Technical Notes: For the purposes of …" is the head of several notes, not a note itself.
    const head: Draft[] = node.text.trim() === "" ? [] : [{ level, kind: "text", text: node.text }];
    return [...head, ...children.flatMap((child) => draftOther(child, level))];
  }
  if (kind === "item" && level > clauseLevelMax) {
    const text = node.label ? `${node.label}. ${node.text}` : node.text;
    return [
      { level: clauseLevelMax, kind: "text", text },
      ...children.flatMap((child) => draftOther(child, level + 1)),
    ];
  }
  const inside = children.flatMap((child) =>
    draftOther(child, kindOfType[child.type] === "item" || kind === "item" ? level + 1 : level),
  );
  return [{ level: Math.min(level, clauseLevelMax), kind, text: node.text }, ...inside];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Splits text where it quotes a term, by the longest term first. */
export function withTermReferences(text: string, terms: Term[]): Inline[] {
  if (terms.length === 0) return text === "" ? [] : [{ text }];
  const names = [...terms].map(({ term }) => term).sort((one, other) => other.length - one.length);
  const quoted = new RegExp(`[“"‘'](${names.map(escaped).join("|")})(,?)[”"’']`, "giu");
  const out: Inline[] = [];
  let from = 0;
  for (const found of text.matchAll(quoted)) {
    const term = names.find((name) => name.toLowerCase() === found[1]!.toLowerCase());
    if (term === undefined) continue;
    if (found.index > from) out.push({ text: text.slice(from, found.index) });
    out.push({ termRef: term });
    if (found[2] !== "") out.push({ text: found[2]! });
    from = found.index + found[0].length;
  }
  if (from < text.length) out.push({ text: text.slice(from) });
  return out;
}

function controlText(reference: string, title: string, drafts: Draft[], options: ImportOptions): ControlText {
  const terms = options.terms ?? [];
  const clauses = drafts.map(
    ({ level, kind, text, parameters }): Clause => ({
      nid: options.nextNid(),
      level,
      kind,
      marking: options.marking ?? markingOfNewText,
      caveat: [],
      content: withParameters(text.trim(), parameters ?? []).flatMap((part) =>
        "text" in part ? withTermReferences(part.text, terms) : part,
      ),
    }),
  );
  const used = new Set(
    clauses.flatMap(({ content }) => content.flatMap((part) => ("termRef" in part ? part.termRef : []))),
  );
  return {
    format: "plenary-control-text/1",
    reference,
    title,
    terms: terms.filter(({ term }) => used.has(term)),
    clauses,
  };
}

/** A control text from a published entry: heading, related controls, then its items and notes in the printed order. */
export function importEntry(entry: ListEntry, options: ImportOptions): ControlText {
  const reference = entry.eccn ?? entry.code ?? "";
  const heading = entry.heading.trim();
  const drafts: Draft[] = [{ level: 1, kind: "heading", text: heading }];
  const related = (entry.related_controls ?? "").trim();
  if (related !== "" && related !== "N/A") drafts.push({ level: 1, kind: "related-control", text: related });
  drafts.push(...draftItems(wholeTree(entry.items), 1, 1));
  return controlText(reference, heading, drafts, options);
}

/**
 * A control text from a drafted tree, which has a title of its own. Where the words state a parameter of the draft exactly,
 * it becomes a typed parameter; elsewhere the words stay as they are.
 */
export function importSeed(
  seed: { reference: string; title: string; definition: EntryNode[] },
  options: ImportOptions,
): ControlText {
  const drafts: Draft[] = [{ level: 1, kind: "heading", text: seed.title }, ...draftItems(seed.definition, 1, 1)];
  return controlText(seed.reference, seed.title, drafts, options);
}
