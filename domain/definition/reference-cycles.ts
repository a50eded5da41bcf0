/** Cycles among items, cross references and term definitions (table D, `circular-reference`). */
import type { ControlText, Inline } from "./control-text.ts";
import { clausePlaces } from "./numbering.ts";

export type ReferenceCycle = { nid: string; detail: string };

type Graph = Map<string, Set<string>>;

function referencesOf(content: Inline[]): { xrefs: string[]; terms: string[] } {
  const xrefs: string[] = [];
  const terms: string[] = [];
  for (const part of content) {
    if ("xref" in part) xrefs.push(part.xref);
    if ("termRef" in part) terms.push(part.termRef.toLowerCase());
    if ("bracket" in part) {
      const inside = referencesOf(part.bracket.content);
      xrefs.push(...inside.xrefs);
      terms.push(...inside.terms);
    }
  }
  return { xrefs, terms };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

type NamePatterns = { quoted: RegExp; plain: RegExp };

/** Made once for each name: a list of terms is compared with itself at every look at a text. */
const patternsByName = new Map<string, NamePatterns>();

function patternsOf(name: string): NamePatterns {
  const known = patternsByName.get(name);
  if (known !== undefined) return known;
  const safe = escaped(name);
  const made = {
    quoted: new RegExp(`[“"‘']${safe}[”"’']`, "iu"),
    plain: new RegExp(`(?<![\\p{L}\\p{N}])${safe}s?(?![\\p{L}\\p{N}])`, "iu"),
  };
  patternsByName.set(name, made);
  return made;
}

/** Which terms a definition names; itself it names only where it quotes itself. */
function termsNamed(term: string, definition: string, all: string[]): string[] {
  return all.filter((other) => {
    if (other === "") return false;
    const { quoted, plain } = patternsOf(other);
    return quoted.test(definition) || (other !== term && plain.test(definition));
  });
}

/** Nodes are `clause <nid>` and `term <name>`. An item leads to its sub-items, for they are part of what it says. */
function referenceGraph({ clauses, terms }: ControlText): Graph {
  const graph: Graph = new Map(clauses.map(({ nid }) => [`clause ${nid}`, new Set<string>()]));
  const places = clausePlaces(clauses);
  for (const { nid, kind, content } of clauses) {
    const named = referencesOf(content);
    const leads = graph.get(`clause ${nid}`)!;
    for (const xref of named.xrefs) leads.add(`clause ${xref}`);
    for (const term of named.terms) leads.add(`term ${term}`);
    const parent = places.get(nid)?.parent ?? null;
    if (kind === "item" && parent !== null) graph.get(`clause ${parent}`)?.add(`clause ${nid}`);
  }
  const names = terms.map(({ term }) => term.toLowerCase());
  for (const { term, definition } of terms) {
    const name = term.toLowerCase();
    graph.set(`term ${name}`, new Set(termsNamed(name, definition, names).map((other) => `term ${other}`)));
  }
  return graph;
}

/** One shortest way from a node back to itself, or null. */
function wayBack(graph: Graph, start: string): string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    for (const next of graph.get(node) ?? []) {
      if (next === start) {
        const way = [start];
        for (let back = node; back !== start; back = cameFrom.get(back)!) way.unshift(back);
        return [start, ...way];
      }
      if (cameFrom.has(next) || !graph.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return null;
}

/** Drops, again and again, what leads nowhere or is led to by nothing; what stays lies on a cycle or between two. */
function core(graph: Graph): Graph {
  const kept: Graph = new Map(
    [...graph].map(([node, leads]) => [node, new Set([...leads].filter((to) => graph.has(to)))]),
  );
  const into = new Map<string, number>();
  for (const leads of kept.values()) for (const to of leads) into.set(to, (into.get(to) ?? 0) + 1);
  const sources = [...kept.keys()].filter((node) => !into.get(node));
  for (let node = sources.pop(); node !== undefined; node = sources.pop()) {
    for (const to of kept.get(node) ?? []) {
      into.set(to, into.get(to)! - 1);
      if (into.get(to) === 0) sources.push(to);
    }
    kept.delete(node);
  }
  return kept;
}

/** One fault per cycle, at its first clause; a cycle of terms only is told at the first clause that uses one of them. */
export function referenceCycles(text: ControlText): ReferenceCycle[] {
  const graph = referenceGraph(text);
  const left = core(graph);
  const told = new Set<string>();
  return [...left.keys()].flatMap((node): ReferenceCycle[] => {
    if (told.has(node)) return [];
    const way = wayBack(left, node);
    if (way === null) return [];
    for (const step of way) told.add(step);
    const clause = way.find((step) => step.startsWith("clause "))?.slice(7);
    const terms = new Set(way.flatMap((step) => (step.startsWith("term ") ? [step.slice(5)] : [])));
    const firstUse = text.clauses.find(({ content }) =>
      referencesOf(content).terms.some((term) => terms.has(term)),
    )?.nid;
    const names = way.map((step) => (step.startsWith("term ") ? `“${step.slice(5)}”` : `clause ${step.slice(7)}`));
    return [{ nid: clause ?? firstUse ?? "", detail: `The references go in a circle: ${names.join(" → ")}.` }];
  });
}
