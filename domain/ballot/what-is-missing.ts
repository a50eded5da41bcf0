/** What a ballot on text still needs to pass, for its page: the parts for translation, and one English sentence. */
import type { Account, WordCounts } from "./account.ts";
import { ceilingOf, eligibleMin, supportNeeded } from "./conditions.ts";

/**
 * One thing that is missing. Numbers are of seats, the least that does: `assent` yes or no objection (B13, B15),
 * `support` those that must say yes (B14), whether among the former or instead of no objection, `turn` seats that said
 * no and must turn, `discuss` seats whose Discuss is open (B16), `position` seats that must take any position (B12c),
 * `recusals` a ballot void whatever is said (B12a, B12b).
 */
export type MissingPart =
  | { kind: "recusals"; eligible: number; needed: number }
  | { kind: "assent"; seats: number }
  | { kind: "support"; seats: number; amongAssent: boolean }
  | { kind: "turn"; seats: number }
  | { kind: "discuss"; seats: string[]; mayBeOverridden: boolean }
  | { kind: "position"; seats: number };

export type Missing = { parts: MissingPart[]; sentence: string };

/** Reads from the account of a recommendation or consensus ballot what is missing; `nameOf` names a seat for people. */
export function whatIsMissing(account: Account, nameOf: (seat: string) => string): Missing {
  const parts = missingParts(account);
  return { parts, sentence: sentenceOf(parts, nameOf) };
}

function missingParts(account: Account): MissingPart[] {
  const counts = account.counts;
  if (!("Y" in counts)) throw new Error(`Expected the account of a ballot decided by words, got ${account.type}.`);
  const eligibleNeeded = Math.max(eligibleMin, ceilingOf(counts.R, 2));
  if (counts.E < eligibleNeeded) return [{ kind: "recusals", eligible: counts.E, needed: eligibleNeeded }];
  const parts = account.type === "recommendation" ? assentParts(counts) : consensusParts(counts);
  const open = account.rollCall.filter((line) => line.discuss === "open").map((line) => line.seat);
  if (open.length === 0) return parts;
  return [...parts, { kind: "discuss", seats: open, mayBeOverridden: account.type !== "consensus" }];
}

function assentParts({ Y, O, N, E, A, S, D }: WordCounts): MissingPart[] {
  const needed = ceilingOf(2 * E, 3);
  const uncommitted = A + S + D;
  // A seat that turns from no to yes adds to one side and takes from the other; the fewest turns that do are taken.
  let turn = 0;
  while (turn < N && Math.max(needed, 3 * (N - turn)) - (Y + O + turn) > uncommitted) turn += 1;
  const assent = Math.max(0, needed - (Y + O + turn), 3 * (N - turn) - (Y + O + turn));
  const support = Math.max(0, supportNeeded(E) - Y - turn);
  return [
    ...(turn > 0 ? [{ kind: "turn", seats: turn } as const] : []),
    ...(assent > 0 ? [{ kind: "assent", seats: assent } as const] : []),
    ...(support > 0 ? [{ kind: "support", seats: support, amongAssent: assent >= support } as const] : []),
  ];
}

function consensusParts({ Y, E, S }: WordCounts): MissingPart[] {
  const support = Math.max(0, supportNeeded(E) - Y);
  // Those who still say yes may be seats without a position, so they count towards the quorum too.
  const position = Math.max(0, Math.floor(E / 2) + 1 - (E - S) - Math.min(support, S));
  return [
    ...(support > 0 ? [{ kind: "support", seats: support, amongAssent: false } as const] : []),
    ...(position > 0 ? [{ kind: "position", seats: position } as const] : []),
  ];
}

function sentenceOf(parts: readonly MissingPart[], nameOf: (seat: string) => string): string {
  const [first] = parts;
  if (!first) return "Nothing is missing: as the positions stand, it passes.";
  if (first.kind === "recusals")
    return `It cannot pass: only ${numberWord(first.eligible)} ${seats(first.eligible)} may take part after recusals, and ${numberWord(first.needed)} are needed, so the ballot is void.`;
  return `To pass, ${listed(
    parts.map((part) => clauseOf(part, nameOf)),
    ", and ",
  )}.`;
}

function clauseOf(part: MissingPart, nameOf: (seat: string) => string): string {
  switch (part.kind) {
    case "recusals":
      return "fewer seats must be recused";
    case "assent":
      return `${numberWord(part.seats)} more ${seats(part.seats)} must say yes or no objection`;
    case "support":
      if (part.amongAssent) return `${numberWord(part.seats)} of them must say yes`;
      return `${numberWord(part.seats)} more ${seats(part.seats)} must say yes`;
    case "turn":
      return `${numberWord(part.seats)} ${seats(part.seats)} that said no must say yes`;
    case "position":
      return `${numberWord(part.seats)} more ${seats(part.seats)} must take a position`;
    case "discuss": {
      const names = listed(part.seats.map(nameOf), " and ");
      const end = part.mayBeOverridden ? "cleared or overridden" : "cleared";
      return `the ${part.seats.length === 1 ? "Discuss" : "Discusses"} of ${names} must be ${end} before the close`;
    }
  }
}

function seats(count: number): string {
  return count === 1 ? "seat" : "seats";
}

/** a; a and b; a, b and c, with the given last joint. */
function listed(items: readonly string[], lastJoint: string): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")}${lastJoint}${items.at(-1)}`;
}

const smallNumbers = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** Numbers up to twelve as words, larger ones in figures. */
function numberWord(number: number): string {
  return smallNumbers[number] ?? String(number);
}
