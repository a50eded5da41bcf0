/** How a form says one interest, and the facts that the rules judge. Rule X1. */
import { z } from "zod";
import { interestClasses, interestKinds } from "../domain/membership/interest.ts";
import type { InterestFacts } from "../domain/membership/interest-facts.ts";
import { handle, oneOfWords, optionalHandle, optionalProse } from "./fields.ts";

/** A day of the calendar, or nothing; it begins at midnight UTC. */
export const optionalDay = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/, "it is no day, as 2026-02-28")
  .refine((value) => value === "" || !Number.isNaN(Date.parse(`${value}T00:00:00Z`)), "there is no such day")
  .optional()
  .transform((value) => (value ? Date.parse(`${value}T00:00:00Z`) : null));

const shortText = (charactersMax: number) =>
  optionalProse(charactersMax).transform((value) => (value === "" ? null : value));

/** A share in per cent with at most two decimals, kept as whole hundredths. */
const share = z
  .string()
  .trim()
  .regex(/^((100([.,]0{1,2})?|\d{1,2}([.,]\d{1,2})?)\s*%?)?$/, "it is no share in per cent, as 4.25")
  .optional()
  .transform((value) => (value ? Math.round(Number(value.replace("%", "").replace(",", ".").trim()) * 100) : null));

const amount = z
  .string()
  .trim()
  .regex(/^\d{0,12}$/, "it is no whole number of euros")
  .optional()
  .transform((value) => (value ? Number(value) : null));

/** The fields of one interest beside its kind. */
const facts = {
  class: oneOfWords(interestClasses),
  organisation: optionalHandle,
  share,
  amount,
  reference: shortText(80),
  issuer: shortText(120),
  statement: optionalProse(2000),
  since: optionalDay,
  until: optionalDay,
};

const furtherMost = 20;

/** A row that was left as it came says nothing: it has no kind. */
const further = z.preprocess(
  (value) =>
    Array.isArray(value)
      ? value.filter((one) => typeof one !== "object" || one === null || (one as { kind?: unknown }).kind !== "")
      : value,
  z
    .array(z.object({ kind: oneOfWords(interestKinds), ...facts }))
    .max(furtherMost, `at most ${furtherMost} may be given`)
    .optional(),
);

/** A declaration: its first interest in the form's own fields, further ones in `more`. */
export const declarationFields = z.object({
  candidate: handle,
  kind: oneOfWords(interestKinds),
  ...facts,
  more: further,
});

type Given = z.output<typeof declarationFields>;

/** The interests of the form in their order. */
export function factsOf({ candidate: _candidate, more = [], ...first }: Given): InterestFacts[] {
  return [first, ...more].map(({ organisation, share: shareHundredths, amount: amount_eur, ...rest }) => ({
    ...rest,
    organisationId: organisation,
    shareHundredths,
    amount_eur,
  }));
}
