/**
 * What the editor knows of terms and references: the committee's terms, what the page handed over, and what it asked the
 * published lists for. It holds the card and the offer that stand beside the text.
 */
import type { Node as EditorNode } from "prosemirror-model";
import type { Term } from "../../domain/definition/control-text.ts";
import { referenceTarget } from "../../domain/definition/reference-target.ts";
import { termKey } from "../../domain/definition/term-list.ts";
import { clauseLabel, wordsOfClause } from "./reference-labels.ts";

/** A target outside of the text, as the page and the search name it. */
export type OuterTarget = { target: string; title: string; words?: string; to: string };

/** What surrounds the text: without `candidate` nothing is looked up. */
export type ReferenceAround = {
  candidate?: string;
  /** The page of the committee's terms. */
  termsPage?: string;
  terms: readonly Term[];
  references: readonly OuterTarget[];
};

export type Meaning =
  | { kind: "clause"; label: string; words: string; nid: string }
  | { kind: "outer"; label: string; title: string; words: string; to: string }
  | { kind: "term"; label: string; definition: string; to: string | null }
  /** It is being looked up, or there is nobody to ask. */
  | { kind: "asked"; label: string }
  | { kind: "broken"; label: string };

/** Words that could become a term or a reference. */
export type ReferenceOffer = { from: number; to: number; node: "termRef" | "xref"; value: string; words: string };

/** A term or reference beside which its card stands; `byKey` when it was chosen and not pointed at. */
export type ShownCard = { position: number; byKey: boolean };

export type SearchAnswer = { exact: OuterTarget | null; hits: OuterTarget[] };

const nothingFound: SearchAnswer = { exact: null, hits: [] };

export class ReferenceDesk {
  private around: ReferenceAround = { terms: [], references: [] };
  private definitions = new Map<string, Term>();
  private outer = new Map<string, OuterTarget>();
  /** What was looked up; null for what no list has. */
  private readonly asked = new Map<string, OuterTarget | null | "waiting">();
  private readonly listeners = new Set<() => void>();
  private held: { offer: ReferenceOffer | null; card: ShownCard | null } = { offer: null, card: null };
  private readonly waved = new Set<string>();
  /** Counts what was learnt, so that what is drawn can be drawn anew. */
  learnt = 0;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  current = () => this.held;

  terms = (): readonly Term[] => this.around.terms;
  outerTargets = (): readonly OuterTarget[] => this.around.references;
  termsPage = (): string | null => this.around.termsPage ?? null;

  setAround(around: ReferenceAround): void {
    this.around = around;
    this.definitions = new Map(around.terms.map((term) => [term.term.toLowerCase(), term]));
    this.outer = new Map(around.references.map((one) => [one.target, one]));
    this.tellLearnt();
  }

  /** The term of the list that words name, whatever their case. */
  termNamed(words: string): Term | null {
    return this.definitions.get(words.trim().toLowerCase()) ?? null;
  }

  meaningOf(doc: EditorNode, node: EditorNode): Meaning {
    if (node.type.name === "termRef") return this.meaningOfTerm(node.attrs.term);
    const target: string = node.attrs.target;
    const label = clauseLabel(doc, target);
    if (label !== null) return { kind: "clause", label, words: wordsOfClause(doc, target), nid: target };
    return this.meaningOfOuter(target);
  }

  private meaningOfTerm(term: string): Meaning {
    const known = this.termNamed(term);
    if (known === null) return { kind: "broken", label: term };
    return { kind: "term", label: known.term, definition: known.definition, to: this.pageOfTerm(known.term) };
  }

  /** Its place in the committee's list, which also says where it is used. */
  private pageOfTerm(term: string): string | null {
    const page = this.termsPage();
    return page === null ? null : `${page}#term-${encodeURIComponent(termKey(term))}`;
  }

  private meaningOfOuter(target: string): Meaning {
    if (referenceTarget(target, () => false) === null) return { kind: "broken", label: target };
    const known = this.known(target);
    if (known === "waiting") return { kind: "asked", label: target };
    if (known === null) return { kind: "broken", label: target };
    return { kind: "outer", label: target, title: known.title, words: known.words ?? "", to: known.to };
  }

  /** What the page said, with the words of the item where the lists were asked for one. */
  private known(target: string): OuterTarget | null | "waiting" {
    const given = this.outer.get(target);
    if (given === undefined) return this.lookUp(target);
    const isItem = target.includes(".") && given.words === undefined;
    const asked = isItem ? this.ask(target) : undefined;
    return asked === null || asked === "waiting" || asked === undefined ? given : { ...given, words: asked.words };
  }

  /** What a code names, asked for once; what is learnt later is told to who listens. */
  lookUp(target: string): OuterTarget | null | "waiting" {
    return this.outer.get(target) ?? this.ask(target);
  }

  private ask(target: string): OuterTarget | null | "waiting" {
    const known = this.asked.get(target);
    if (known !== undefined) return known;
    this.asked.set(target, "waiting");
    void this.search(target).then(
      ({ exact }) => {
        // Nobody to ask is no answer: the reference is then neither right nor broken.
        if (this.around.candidate === undefined) return;
        this.asked.set(target, exact);
        this.tellLearnt();
      },
      () => this.asked.delete(target),
    );
    return "waiting";
  }

  /** Asks the published lists; throws where the line is down. */
  async search(words: string, signal?: AbortSignal): Promise<SearchAnswer> {
    const { candidate } = this.around;
    if (candidate === undefined || words.trim() === "") return nothingFound;
    const query = new URLSearchParams({ words });
    const answer = await fetch(`/candidates/${candidate}/references.json?${query}`, { signal });
    if (!answer.ok) throw new Error(`The lists answered ${answer.status}.`);
    return (await answer.json()) as SearchAnswer;
  }

  offer(offer: ReferenceOffer | null): void {
    const shown = offer === null || this.waved.has(offer.words) ? null : offer;
    if (JSON.stringify(shown) === JSON.stringify(this.held.offer)) return;
    this.hold({ ...this.held, offer: shown });
  }

  waveAway(offer: ReferenceOffer): void {
    this.waved.add(offer.words);
    this.hold({ ...this.held, offer: null });
  }

  show(card: ShownCard | null): void {
    if (JSON.stringify(card) === JSON.stringify(this.held.card)) return;
    this.hold({ ...this.held, card });
  }

  private hold(next: typeof this.held): void {
    this.held = next;
    this.tell();
  }

  private tellLearnt(): void {
    this.learnt += 1;
    this.held = { ...this.held };
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
