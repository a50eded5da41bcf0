/** The kinds of field that commands read from forms, each with its limit and the words a person sees when it is off. */
import { z } from "zod";

/** One line. */
export const line = (charactersMax = 200) =>
  z
    .string("it is missing")
    .trim()
    .min(1, "it is missing")
    .max(charactersMax, `it may have at most ${charactersMax} characters`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses.
    .refine((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(value), "it holds control characters");

/** Several lines. */
export const prose = (charactersMax = 8000) => line(charactersMax);

/** Prose that may be left out; the rules decide whether the act needs it. */
export const optionalProse = (charactersMax = 8000) =>
  z
    .string()
    .trim()
    .max(charactersMax, `it may have at most ${charactersMax} characters`)
    .optional()
    .transform((value) => value ?? "");

/** An opaque id, or a reference's address form. */
export const handle = z.string("it is missing").regex(/^[A-Za-z0-9/_-]{1,80}$/, "it is no id or reference");

export const optionalHandle = handle
  .or(z.literal(""))
  .optional()
  .transform((value) => value || null);

/** A field that may stand in the form once, several times or not at all. */
export const several = <Item extends z.ZodType>(item: Item, most = 100) =>
  z.preprocess(
    (value) =>
      value === undefined || value === "" ? [] : Array.isArray(value) ? value.filter((one) => one !== "") : [value],
    z.array(item).max(most, `at most ${most} may be given`),
  );

/** A list typed into one field, with separators between; or the same field several times. */
export const separated = <Item extends z.ZodType>(item: Item, separators: RegExp, most = 100) =>
  z.preprocess(
    (value) =>
      (Array.isArray(value) ? value : [value ?? ""])
        .flatMap((one) => (typeof one === "string" ? one.split(separators) : [one]))
        .map((one) => (typeof one === "string" ? one.trim() : one))
        .filter((one) => one !== ""),
    z.array(item).max(most, `at most ${most} may be given`),
  );

export const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number("it is no number")
    .int("it is no whole number")
    .min(least, `it must be ${least} or more`)
    .max(most, `it must be ${most} or less`);

export const oneOfWords = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, `it must be one of ${words.join(", ")}`);
