/**
 * The terms that control lists of all members share, each with one definition (rule D4). Every committee's list holds them
 * without a row of its own, so that founding a committee copies nothing and a better wording reaches all at once; a committee
 * that words one otherwise has its own (term-list.ts). A frozen version carries the definitions of those that it names.
 */
import type { Clause, Inline, Term } from "./control-text.ts";

export const commonTerms: Term[] = [
  {
    term: "development",
    definition:
      "All stages before serial production: design, design research and analysis, design data, prototypes, pilot production, configuration, integration and layouts.",
  },
  {
    term: "production",
    definition:
      "All stages of making: engineering, manufacture, integration, assembly, inspection, testing and quality assurance.",
  },
  {
    term: "required",
    definition:
      "Of technology or software: only that part which is peculiarly responsible for reaching or exceeding the controlled performance levels, characteristics or functions.",
  },
  {
    term: "software",
    definition: "One or more programs or microprograms, fixed in any medium in which they can be carried.",
  },
  {
    term: "specially designed",
    definition:
      "Having, as a result of development, properties that are peculiarly responsible for reaching or exceeding the performance levels, characteristics or functions by which an item is controlled; a part that serves uncontrolled items in the same form is not.",
  },
  {
    term: "technology",
    definition:
      "Specific information needed for the development, production or use of an item, as technical data or as technical assistance.",
  },
  {
    term: "use",
    definition: "Operation, installation, maintenance and checking, repair, overhaul and refurbishing.",
  },
];

function termsIn(content: Inline[]): string[] {
  return content.flatMap((part) => {
    if ("termRef" in part) return [part.termRef.toLowerCase()];
    return "bracket" in part ? termsIn(part.bracket.content) : [];
  });
}

/** The terms of the list that the clauses name, in the order of the list. */
export function termsNamed(clauses: Clause[], list: Term[]): Term[] {
  const named = new Set(clauses.flatMap((clause) => termsIn(clause.content)));
  return list.filter(({ term }) => named.has(term.toLowerCase()));
}
