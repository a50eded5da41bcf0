/** What each kind of interest must say, and when a declaration comes late. Rules X1, X3, X7. */
import { type Instant, sayInstant } from "../instant.ts";
import { type Answer, allowed, firstRefusal, refuse } from "../refusal.ts";
import { type Calendar, endOfWorkingDays } from "../review/working-day.ts";
import type { InterestPart } from "./interest.ts";

/** An ownership is an interest from one per cent or from ten thousand euros on (rule X1). */
export const shareMin_hundredths = 100;
export const amountMin_eur = 10_000;
/** A change is declared within so many working days (rule X7). */
export const changeDays = 10;

export type InterestFacts = Omit<InterestPart, "number" | "foundBy">;

function classCheck({ kind, class: given }: InterestFacts): Answer {
  if ((kind === "none") === (given === "none")) return allowed;
  return refuse("word", "X3", `An interest of kind "${kind}" cannot be of class "${given}".`, "class");
}

function statementCheck({ kind, statement }: InterestFacts): Answer {
  if (kind === "none" || statement !== "") return allowed;
  return refuse(
    "reason-missing",
    "X1",
    "An interest needs a sentence that says what it is; none is given.",
    "statement",
  );
}

function ownershipCheck({ kind, shareHundredths, amount_eur }: InterestFacts): Answer {
  if (kind !== "ownership") return allowed;
  if (shareHundredths === null && amount_eur === null)
    return refuse("word", "X1", "An ownership says its share in per cent or its amount in euros; neither is.", "share");
  if ((shareHundredths ?? 0) >= shareMin_hundredths || (amount_eur ?? 0) >= amountMin_eur) return allowed;
  const given = [
    shareHundredths === null ? null : `${shareHundredths / 100} per cent`,
    amount_eur === null ? null : `${amount_eur} EUR`,
  ].filter((one) => one !== null);
  const reason = `An ownership is an interest from 1 per cent or 10,000 EUR on; this one is ${given.join(" and ")}.`;
  return refuse("limit", "X1", reason, "share");
}

function referenceCheck({ kind, reference, issuer }: InterestFacts): Answer {
  if (kind !== "patent" && kind !== "grant") return allowed;
  if (reference === null)
    return refuse("reason-missing", "X1", `A ${kind} is declared with its number; none is given.`, "reference");
  if (issuer !== null) return allowed;
  const who = kind === "patent" ? "the office that registered it" : "who gives it";
  return refuse("reason-missing", "X1", `A ${kind} is declared with ${who}; nobody is named.`, "issuer");
}

function timeCheck({ since, until }: InterestFacts, now: Instant): Answer {
  if (since !== null && since > now)
    return refuse("word", "X1", `The interest would begin on ${sayInstant(since)}, which is still to come.`, "since");
  if (since !== null && until !== null && until < since)
    return refuse("word", "X1", `The interest would end on ${sayInstant(until)}, before it began.`, "until");
  return allowed;
}

/** Whether an interest says all that its kind needs (rule X1), in a class that it can have (rule X3). */
export function factsCheck(facts: InterestFacts, now: Instant): Answer {
  return firstRefusal(
    classCheck(facts),
    statementCheck(facts),
    ownershipCheck(facts),
    referenceCheck(facts),
    timeCheck(facts, now),
  );
}

/** A declaration is a set: "none" stands alone in it. */
export function setCheck(parts: readonly Pick<InterestFacts, "kind">[]): Answer {
  if (parts.length < 2 || parts.every((part) => part.kind !== "none")) return allowed;
  return refuse("word", "X1", `"none" stands alone; it is declared with ${parts.length - 1} others here.`, "kind");
}

/** When a change that began then had to be declared at the latest (rule X7). */
export function changeDeclaredBy(since: Instant, calendar: Calendar): Instant {
  return endOfWorkingDays(since, changeDays, calendar);
}

/**
 * Whether an interest was declared too late: it began after the declaration before, and more than ten working days passed.
 * `before` is when the person declared the time before, or null.
 */
export function isLate(
  { since }: Pick<InterestFacts, "since">,
  { declaredAt, before }: { declaredAt: Instant; before: Instant | null },
  calendar: Calendar,
): boolean {
  if (since === null || before === null || since <= before) return false;
  return declaredAt >= changeDeclaredBy(since, calendar);
}
