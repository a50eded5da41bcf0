/** The texts with which the demo's definitions begin: drafted trees, or real entries of the library with typed parameters. */
import { commonTerms } from "../../domain/definition/common-terms.ts";
import type { Clause, ControlText, Inline } from "../../domain/definition/control-text.ts";
import { type EntryNode, importEntry, importSeed } from "../../domain/definition/import-entry.ts";
import { type PlacedParameter, placedParameters } from "../../domain/definition/parameters/parse-parameters.ts";
import { library } from "../library/published-lists.ts";
import { technology } from "./technologies.ts";

/** Says what a threshold found in the words is of; null leaves the words as they are. */
export type Choose = (place: PlacedParameter) => { quantity: string; unit: string } | null;

/** Takes each threshold whose subject and unit the words give. */
export const asWritten: Choose = ({ subject, unit }) => (subject ? { quantity: subject, unit: unit ?? "1" } : null);

/** The words as runs, with typed parameters where one was chosen. */
export function withThresholds(words: string, choose: Choose): Inline[] {
  const out: Inline[] = [];
  let from = 0;
  for (const place of placedParameters(words)) {
    const chosen = choose(place);
    if (chosen === null || place.start < from) continue;
    if (place.start > from) out.push({ text: words.slice(from, place.start) });
    const { comparator, value, raw } = place;
    out.push({ param: { ...chosen, comparator, value, raw } });
    from = place.end;
  }
  if (from < words.length) out.push({ text: words.slice(from) });
  return out;
}

function typed(clause: Clause, choose: Choose): Clause {
  if (clause.kind !== "item") return clause;
  const content = clause.content.flatMap((part) => ("text" in part ? withThresholds(part.text, choose) : [part]));
  return { ...clause, content };
}

/** A text of the demonstration proposals. */
export function draftedText(id: string, newNid: () => string, choose: Choose = () => null): ControlText {
  const { title, definition } = technology(id);
  const text = importSeed({ reference: id, title, definition }, { nextNid: newNid, terms: commonTerms });
  return { ...text, clauses: text.clauses.map((clause) => typed(clause, choose)) };
}

/** A definition speaks of its own items as `a.`, where the entry that it begins from names its code before them. */
function ofItself(words: string, code: string): string {
  return words
    .replace(new RegExp(`(tems specified by )${code}\\.([a-z])`, "g"), "$1$2.")
    .replace(new RegExp(`${code}\\.([a-z])`, "g"), "Item $1.")
    .replace(new RegExp(`^${code}`), "This definition")
    .replaceAll(code, "this definition");
}

const ofItselfAll = (nodes: EntryNode[], code: string): EntryNode[] =>
  nodes.map((node) => ({ ...node, text: ofItself(node.text, code), children: ofItselfAll(node.children ?? [], code) }));

/** A text that begins from a published entry, under the candidate's own title. */
export function entryText(code: string, id: string, newNid: () => string, choose: Choose): ControlText {
  const { title } = technology(id);
  const published = library().find("us", code)?.published;
  if (!published) throw new Error(`The library has no text of ${code}.`);
  const own = { ...published, heading: title, items: ofItselfAll(published.items, code) };
  const text = importEntry(own, { nextNid: newNid, terms: commonTerms });
  return { ...text, title, reference: code, clauses: text.clauses.map((clause) => typed(clause, choose)) };
}
