/**
 * What is still bracketed in a text (rule D6): each question once, with the words in brackets, the alternatives to them, and
 * the delegations behind each. A bracket may be cut in several parts; its `id` holds them together.
 */
import { type Bracket, type Clause, type Inline, inlineText, type ReferenceWords } from "./control-text.ts";
import { referenceWords } from "./numbering.ts";

export type BracketedWords = {
  /** Null for a bracket that came from elsewhere and was never named. */
  id: string | null;
  alternativeOf: string | null;
  delegations: string[];
  words: string;
  /** The clauses it stands in, first to last. */
  nids: string[];
};

/** One place where the words are not agreed: the bracket and, in the order of the text, what stands against it. */
export type OpenQuestion = { bracket: BracketedWords; alternatives: BracketedWords[] };

function bracketsOf(content: Inline[]): Bracket[] {
  return content.flatMap((part) => ("bracket" in part ? [part.bracket, ...bracketsOf(part.bracket.content)] : []));
}

function named(bracket: Bracket, nid: string, wordsFor: ReferenceWords): BracketedWords {
  const { id, alternativeOf, delegations, content } = bracket;
  return {
    id: id ?? null,
    alternativeOf: alternativeOf ?? null,
    delegations: [...delegations],
    words: inlineText(content, wordsFor),
    nids: [nid],
  };
}

/** Takes a further part of the same bracket: in another clause, or behind what cut it in two. */
function join(whole: BracketedWords, part: BracketedWords): void {
  whole.words += `${whole.nids.includes(part.nids[0]!) ? " … " : " "}${part.words}`;
  for (const nid of part.nids) if (!whole.nids.includes(nid)) whole.nids.push(nid);
  for (const name of part.delegations) if (!whole.delegations.includes(name)) whole.delegations.push(name);
}

/** All brackets of a text, each once, in the order of the text. */
export function standingBrackets(clauses: Clause[]): BracketedWords[] {
  const found: BracketedWords[] = [];
  const byId = new Map<string, BracketedWords>();
  const wordsFor = referenceWords(clauses);
  for (const clause of clauses) {
    for (const bracket of bracketsOf(clause.content)) {
      const part = named(bracket, clause.nid, wordsFor);
      const whole = part.id === null ? undefined : byId.get(part.id);
      if (whole !== undefined) join(whole, part);
      else {
        found.push(part);
        if (part.id !== null) byId.set(part.id, part);
      }
    }
  }
  return found;
}

/** The questions that are open. An alternative whose bracket is gone is a question of its own. */
export function openQuestions(clauses: Clause[]): OpenQuestion[] {
  const brackets = standingBrackets(clauses);
  const ids = new Set(brackets.flatMap(({ id }) => id ?? []));
  const isAlternative = (one: BracketedWords) =>
    one.alternativeOf !== null && one.alternativeOf !== one.id && ids.has(one.alternativeOf);
  const firsts = brackets.filter((one) => !isAlternative(one));
  const questions = firsts.map((bracket): OpenQuestion => ({ bracket, alternatives: [] }));
  const byId = new Map(questions.map((question) => [question.bracket.id, question]));
  for (const one of brackets.filter(isAlternative)) {
    const question = byId.get(one.alternativeOf);
    if (question === undefined) questions.push({ bracket: one, alternatives: [] });
    else question.alternatives.push(one);
  }
  return questions;
}
