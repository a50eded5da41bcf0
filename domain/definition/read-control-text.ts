/**
 * Reads control text from JSON of unknown origin. Anything malformed is a refusal that names its JSON path and the wrong
 * value; nothing is guessed but what the format leaves open (no marking is AMBER, no caveat is none).
 */
import { markingOfNewText, markings } from "../record/marking.ts";
import { type Refusal, refuse } from "../refusal.ts";
import {
  type Bracket,
  type Clause,
  type ControlText,
  clauseKinds,
  clauseLevelMax,
  clauseLevelMin,
  comparators,
  type Inline,
  type Parameter,
  type ParameterRange,
  type Term,
} from "./control-text.ts";
import { readDecimal } from "./parameters/ratio.ts";

/** Brackets within brackets deeper than this are no text that people can read. */
const depthMax = 8;
const formatName = "plenary-control-text/1";

/** Thrown and caught in this file only, so that a wrong value deep inside ends the reading at once. */
class Malformed {
  constructor(
    readonly path: string,
    readonly wanted: string,
    readonly value: unknown,
  ) {}
}

type Members = Record<string, unknown>;

function members(value: unknown, path: string): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Malformed(path, "an object", value);
  return value as Members;
}

function list(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw new Malformed(path, "a list", value);
  return value;
}

function words(value: unknown, path: string): string {
  if (typeof value !== "string") throw new Malformed(path, "a text", value);
  return value;
}

function names(value: unknown, path: string): string[] {
  return list(value, path).map((name, at) => words(name, `${path}[${at}]`));
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], path: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Malformed(path, `one of ${allowed.join(", ")}`, value);
  return found;
}

function decimalWords(value: unknown, path: string): string {
  if (typeof value !== "string" || readDecimal(value) === null)
    throw new Malformed(path, "a decimal number as text", value);
  return value;
}

function flag(value: unknown, path: string): boolean {
  if (typeof value !== "boolean") throw new Malformed(path, "true or false", value);
  return value;
}

function range(value: unknown, path: string): ParameterRange {
  const from = members(value, path);
  return {
    min: decimalWords(from.min, `${path}.min`),
    min_inclusive: flag(from.min_inclusive, `${path}.min_inclusive`),
    max: decimalWords(from.max, `${path}.max`),
    max_inclusive: flag(from.max_inclusive, `${path}.max_inclusive`),
  };
}

function parameter(value: unknown, path: string): Parameter {
  const from = members(value, path);
  const comparator = oneOf(from.comparator, comparators, `${path}.comparator`);
  const ranged = comparator === "between" || comparator === "outside" || comparator === "spans";
  return {
    quantity: words(from.quantity, `${path}.quantity`),
    comparator,
    value: ranged ? range(from.value, `${path}.value`) : decimalWords(from.value, `${path}.value`),
    // A missing unit is a fault that the linter names, not a malformed text.
    unit: words(from.unit ?? "", `${path}.unit`),
    raw: words(from.raw ?? "", `${path}.raw`),
  };
}

function bracket(value: unknown, path: string, depth: number): Bracket {
  if (depth > depthMax) throw new Malformed(path, `at most ${depthMax} brackets inside each other`, "a deeper one");
  const from = members(value, path);
  const read: Bracket = {
    delegations: names(from.delegations ?? [], `${path}.delegations`),
    content: content(from.content, `${path}.content`, depth),
  };
  if (from.id !== undefined) read.id = words(from.id, `${path}.id`);
  if (from.alternativeOf !== undefined) read.alternativeOf = words(from.alternativeOf, `${path}.alternativeOf`);
  return read;
}

function inline(value: unknown, path: string, depth: number): Inline {
  const from = members(value, path);
  if ("text" in from) return { text: words(from.text, `${path}.text`) };
  if ("param" in from) return { param: parameter(from.param, `${path}.param`) };
  if ("termRef" in from) return { termRef: words(from.termRef, `${path}.termRef`) };
  if ("xref" in from) return { xref: words(from.xref, `${path}.xref`) };
  if ("bracket" in from) return { bracket: bracket(from.bracket, `${path}.bracket`, depth + 1) };
  throw new Malformed(path, "text, param, termRef, xref or bracket", value);
}

function content(value: unknown, path: string, depth: number): Inline[] {
  return list(value, path).map((part, at) => inline(part, `${path}[${at}]`, depth));
}

function clause(value: unknown, path: string): Clause {
  const from = members(value, path);
  const nid = words(from.nid, `${path}.nid`);
  if (nid === "") throw new Malformed(`${path}.nid`, "a nid", nid);
  const { level } = from;
  if (typeof level !== "number" || !Number.isInteger(level) || level < clauseLevelMin || level > clauseLevelMax) {
    throw new Malformed(`${path}.level`, `a whole number from ${clauseLevelMin} to ${clauseLevelMax}`, level);
  }
  return {
    nid,
    level,
    kind: oneOf(from.kind, clauseKinds, `${path}.kind`),
    marking: oneOf(from.marking ?? markingOfNewText, markings, `${path}.marking`),
    caveat: names(from.caveat ?? [], `${path}.caveat`),
    content: content(from.content, `${path}.content`, 0),
  };
}

function term(value: unknown, path: string): Term {
  const from = members(value, path);
  return { term: words(from.term, `${path}.term`), definition: words(from.definition ?? "", `${path}.definition`) };
}

function text(value: unknown): ControlText {
  const from = members(value, "$");
  if (from.format !== formatName) throw new Malformed("$.format", `"${formatName}"`, from.format);
  const clauses = list(from.clauses, "$.clauses").map((one, at) => clause(one, `$.clauses[${at}]`));
  const seen = new Set<string>();
  clauses.forEach(({ nid }, at) => {
    if (seen.has(nid)) throw new Malformed(`$.clauses[${at}].nid`, "a nid of its own", nid);
    seen.add(nid);
  });
  return {
    format: formatName,
    reference: words(from.reference ?? "", "$.reference"),
    title: words(from.title ?? "", "$.title"),
    terms: list(from.terms ?? [], "$.terms").map((one, at) => term(one, `$.terms[${at}]`)),
    clauses,
  };
}

/** A control text, or a refusal (rule D1, code `malformed`) whose field is the JSON path. */
export function readControlText(value: unknown): ControlText | Refusal {
  try {
    return text(value);
  } catch (problem) {
    if (!(problem instanceof Malformed)) throw problem;
    const shown = (JSON.stringify(problem.value) ?? "nothing").slice(0, 120);
    return refuse("malformed", "D1", `Expected ${problem.wanted} at ${problem.path}, got ${shown}.`, problem.path);
  }
}

/** As `readControlText`, from the characters of a file. */
export function readControlTextFile(characters: string): ControlText | Refusal {
  let value: unknown;
  try {
    value = JSON.parse(characters);
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    return refuse("malformed", "D1", `Expected JSON at $: ${why}.`, "$");
  }
  return readControlText(value);
}
