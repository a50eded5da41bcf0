/** What a ballot still needs to pass, for its page: the parts for translation, and one English sentence. */
import type { Account } from "./account.ts";
import type { RollSeat } from "./ballot-case.ts";
import { type MissingPart, missingParts } from "./missing-parts.ts";

export type Missing = { parts: MissingPart[]; sentence: string };

/**
 * Reads from the account of a ballot what is missing. `nameOf` names a seat for people; `roll` is asked for classes and
 * weights where the type has them.
 */
export function whatIsMissing(
  account: Account,
  nameOf: (seat: string) => string,
  roll: readonly RollSeat[] = [],
): Missing {
  const parts = missingParts(account, roll);
  if (account.type === "straw-poll")
    return { parts, sentence: "A straw poll decides nothing; it shows where the seats stand." };
  return { parts, sentence: sentenceOf(parts, nameOf) };
}

function sentenceOf(parts: readonly MissingPart[], nameOf: (seat: string) => string): string {
  const [first] = parts;
  if (!first) return "Nothing is missing: as the positions stand, it passes.";
  if (first.kind === "recusals")
    return `It cannot pass: only ${numberWord(first.eligible)} ${seats(first.eligible)} may take part after recusals, and ${numberWord(first.needed)} are needed, so the ballot is void.`;
  if (first.kind === "roll")
    return `It cannot pass: ${numberWord(first.needed)} seats must say yes, two thirds of the roll, and only ${numberWord(first.eligible)} may take part after recusals.`;
  if (first.kind === "no-p-members") return "It cannot pass: no P-member may take part after recusals.";
  return `To pass, ${listed(
    parts.map((part) => clauseOf(part, nameOf)),
    ", and ",
  )}.`;
}

function clauseOf(part: MissingPart, nameOf: (seat: string) => string): string {
  switch (part.kind) {
    case "recusals":
    case "roll":
    case "no-p-members":
      return "fewer seats must be recused";
    case "assent":
      return `${numberWord(part.seats)} more ${seats(part.seats)} must say yes or no objection`;
    case "support":
      if (part.amongAssent) return `${numberWord(part.seats)} of them must say yes`;
      return `${numberWord(part.seats)} more ${seats(part.seats)} must say yes${ofP(part)}`;
    case "turn": {
      const which = part.heaviest ? (part.seats === 1 ? " (the heaviest)" : " (the heaviest of them)") : ofP(part);
      return `${numberWord(part.seats)} ${seats(part.seats)} that said no must say yes${which}`;
    }
    case "weight": {
      const orSeats = part.orSeats === null ? "" : `, or ${numberWord(part.orSeats)} more ${seats(part.orSeats)} must`;
      return `seats that weigh ${part.weight} more together must say yes${orSeats}`;
    }
    case "approval":
      if (part.option === null) return "a seat must approve an option";
      return `${numberWord(part.seats)} more of the ${numberWord(part.voters)} ${seats(part.voters)} that approve options must approve "${part.option}"`;
    case "apart":
      return `one seat must approve one of ${listed(part.options, " and ")} and not the others, which are equal and fall together`;
    case "last-two":
      return `one more seat must rank one of ${listed(part.options, " and ")} before the other, as the last two have equal votes`;
    case "first-place":
      return `the rankings must set one of ${listed(part.options, " and ")} before the others, which share the first place`;
    case "position":
      return `${numberWord(part.seats)} more ${seats(part.seats)} must take a position`;
    case "discuss": {
      const names = listed(part.seats.map(nameOf), " and ");
      const end = part.mayBeOverridden ? "cleared or overridden" : "cleared";
      return `the ${part.seats.length === 1 ? "Discuss" : "Discusses"} of ${names} must be ${end} before the close`;
    }
  }
}

/** How many of the seats must be P-members, where that is not all that is said of them. */
function ofP({ ofP: members = 0 }: { ofP?: number }): string {
  return members === 0 ? "" : `, ${numberWord(members)} of them ${members === 1 ? "a P-member" : "P-members"}`;
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
