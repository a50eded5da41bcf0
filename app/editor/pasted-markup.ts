/**
 * The markup of another program → passages of plain words. Only structure and words are taken: lists give labels, a word
 * processor's list gives its own, raised figures become characters, and how the text looked is forgotten.
 */

import { hasLabel, listLabel } from "../../domain/definition/plain-text/label.ts";
import type { Passage } from "../../domain/definition/plain-text/passages.ts";
import { loweredWords, raisedWords } from "../../domain/definition/plain-text/raised.ts";

/** As much of a node of a parsed page as is needed here. */
export type MarkupNode = {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: ArrayLike<MarkupNode>;
  getAttribute?: (name: string) => string | null;
};

const textNode = 3;
const elementNode = 1;
const depthMax = 100;

const left = new Set([
  "STYLE",
  "SCRIPT",
  "HEAD",
  "TITLE",
  "META",
  "LINK",
  "TEMPLATE",
  "NOSCRIPT",
  "IMG",
  "SVG",
  "BUTTON",
]);
const blocks = new Set(
  "P DIV LI UL OL DL DT DD TABLE TR SECTION ARTICLE HEADER FOOTER MAIN ASIDE NAV BLOCKQUOTE PRE FIGURE H1 H2 H3 H4 H5 H6 HR BODY".split(
    " ",
  ),
);

type Open = { words: string; indent: number; label: string | null };
type List = { next: number };

/** What is gathered while the markup is walked through. */
class Gathering {
  readonly passages: Passage[] = [];
  readonly lists: List[] = [];
  /** Counters of a word processor's list, by its level. */
  readonly counters: number[] = [];
  private open: Open = { words: "", indent: 0, label: null };

  begin(indent: number, label: string | null): void {
    this.end();
    this.open = { words: "", indent, label };
  }

  /** Whether an item has begun that has no words yet. */
  isAtItem(): boolean {
    return this.open.label !== null && this.open.words.trim() === "";
  }

  say(words: string): void {
    this.open.words += words;
  }

  end(): void {
    const { indent, label } = this.open;
    const words = this.open.words.replace(/[\p{Cc}\s]+/gu, " ").trim();
    this.open = { words: "", indent, label: null };
    if (words === "") return;
    const isLabelled = label === null || hasLabel(words);
    this.passages.push({ line: this.passages.length + 1, words: isLabelled ? words : `${label} ${words}`, indent });
  }
}

const attribute = (node: MarkupNode, name: string) => node.getAttribute?.(name) ?? "";
const styleOf = (node: MarkupNode) => (attribute(node, "data-style") || attribute(node, "style")).toLowerCase();

/** A step of half an inch, or a class such as `indent-2` of the regulations' pages, is one level of white space. */
function indentOf(node: MarkupNode): number {
  const step = /(?:^|\s)indent-?(\d)(?:\s|$)/.exec(attribute(node, "class"))?.[1];
  if (step !== undefined) return 2 * Number(step);
  const margin = /(?:^|[;\s])margin-left:\s*([\d.]{1,8})\s*(pt|in|cm|mm|px)/.exec(styleOf(node));
  if (!margin) return 0;
  const points = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75 }[margin[2]!]!;
  return 2 * Math.round((Number(margin[1]) * points) / 36);
}

function itemLabel(node: MarkupNode, { lists }: Gathering): string | null {
  const list = lists.at(-1);
  if (list === undefined) return null;
  const value = Number(attribute(node, "value"));
  if (Number.isInteger(value) && value > 0) list.next = value;
  list.next += 1;
  return listLabel(lists.length, list.next - 1);
}

/** `mso-list:l0 level2 lfo1` names the level of a word processor's list. */
function listLevel(node: MarkupNode): number | null {
  const level = Number(/mso-list:\s*\S+\s+level(\d)/.exec(styleOf(node))?.[1]);
  return Number.isInteger(level) && level > 0 ? level : null;
}

/** The label that the word processor wrote into the words, apart from them; a bullet is counted. */
function ownLabel(node: MarkupNode, level: number, gathering: Gathering): string {
  const written = ignoredWords(node).replace(/[\s\u00a0]+/gu, "");
  const { counters } = gathering;
  counters.length = level;
  counters[level - 1] = (counters[level - 1] ?? 0) + 1;
  return hasLabel(written) ? written : listLabel(level, counters[level - 1]!);
}

function ignoredWords(node: MarkupNode): string {
  if (isListLabel(node)) return node.textContent ?? "";
  return Array.from(node.childNodes, (child) => (child.nodeType === elementNode ? ignoredWords(child) : "")).join("");
}

const isListLabel = (node: MarkupNode) => /mso-list:\s*ignore/.test(styleOf(node));
const isHidden = (node: MarkupNode) => /display:\s*none|mso-hide:\s*all/.test(styleOf(node));

type Raise = (words: string) => string;

function raiseOf(node: MarkupNode, name: string, above: Raise): Raise {
  const style = styleOf(node);
  if (name === "SUP" || /vertical-align:\s*super/.test(style)) return raisedWords;
  return name === "SUB" || /vertical-align:\s*sub(?!s)/.test(style) ? loweredWords : above;
}

function walk(node: MarkupNode, gathering: Gathering, raise: Raise, depth: number): void {
  if (node.nodeType === textNode) gathering.say(raise(node.textContent ?? ""));
  if (node.nodeType !== elementNode || depth > depthMax) return;
  const name = node.nodeName.toUpperCase();
  if (left.has(name) || isHidden(node) || isListLabel(node)) return;
  if (name === "BR") gathering.begin(0, null);
  if (name === "TD" || name === "TH") gathering.say(" ");
  const isList = name === "OL" || name === "UL";
  const isBlock = blocks.has(name);
  if (isBlock) {
    const level = listLevel(node);
    const label = level !== null ? ownLabel(node, level, gathering) : name === "LI" ? itemLabel(node, gathering) : null;
    // A paragraph within an item of a list is the item: it goes on with its label.
    if (!(name === "P" && label === null && gathering.isAtItem())) gathering.begin(indentOf(node), label);
  }
  if (isList) {
    const start = Number(attribute(node, "start"));
    gathering.lists.push({ next: Number.isInteger(start) && start > 0 ? start : 1 });
  }
  const raiseHere = raiseOf(node, name, raise);
  for (const child of Array.from(node.childNodes)) walk(child, gathering, raiseHere, depth + 1);
  if (isList) gathering.lists.pop();
  if (isBlock) gathering.end();
}

/**
 * The markup with its styles under another name: they are read for levels and never applied, and the product's policy for
 * contents would complain of each. Style sheets become templates, whose content is no part of the page.
 */
export function withoutStyles(html: string): string {
  return html
    .replace(/<(\/?)style\b/gi, "<$1template")
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
}

/** The passages of a parsed page, in their order. */
export function passagesOfMarkup(body: MarkupNode): Passage[] {
  const gathering = new Gathering();
  walk(body, gathering, (words) => words, 0);
  gathering.end();
  return gathering.passages;
}
