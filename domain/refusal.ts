/**
 * A refusal is the only way in which the committee's rules say no: a value with the rule that forbids the act and a
 * sentence a person can act on. It is never thrown. Rules W1, W2, W10.
 */

/** The closed list of refusal codes (rule W10), and `malformed` for a form that does not read as its act's input. */
export const refusalCodes = [
  "not-found",
  "role",
  "seat",
  "state",
  "late",
  "recused",
  "own-delegation",
  "second-person",
  "reason-missing",
  "word",
  "frozen",
  "marking",
  "faults",
  "comments",
  "duration",
  "suspended",
  "limit",
  "malformed",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** `rule` is the id in RULES.md; `reason` is a sentence that shows the offending value; `field` names the form field. */
export type Refusal = { refused: true; code: RefusalCode; rule: string; reason: string; field?: string };

export type Allowed = { allowed: true };

/** What a power question answers (rule W1): there is no bare true or false. */
export type Answer = Allowed | Refusal;

export const allowed: Allowed = { allowed: true };

/** Builds a refusal. The reason must be a full sentence that shows the value it is about. */
export function refuse(code: RefusalCode, rule: string, reason: string, field?: string): Refusal {
  return field === undefined ? { refused: true, code, rule, reason } : { refused: true, code, rule, reason, field };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "refused" in value && value.refused === true;
}

/** An answer as a page needs it: null where allowed, else the refusal that is shown in the button's place. */
export function asRefusal(answer: Answer): Refusal | null {
  return isRefusal(answer) ? answer : null;
}

/** What may not be seen answers exactly as what does not exist (rule W2). */
export function notFound(): Refusal {
  return refuse("not-found", "W2", "There is no such thing, or it is not yours to see.");
}

/** The first refusal among the answers, else allowed; so that checks read in the order in which they are made. */
export function firstRefusal(...answers: Answer[]): Answer {
  return answers.find(isRefusal) ?? allowed;
}
