/**
 * The bytes that are hashed (rules D9, D11): canonical JSON after RFC 8785 of the significant members of a control text,
 * with every string in Unicode normal form C. Hashing itself is done by the floors that have a hash function.
 */
import type { Clause, ControlText, Inline, Parameter } from "./control-text.ts";

/**
 * Canonical JSON (RFC 8785): members sorted by UTF-16 code units, no white space, numbers as ECMAScript prints them.
 * Members whose value is undefined are left out. Throws on what JSON cannot say (a bug of the caller, not a refusal).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") {
    if (value.search(loneSurrogates) >= 0) throw new TypeError("Canonical JSON cannot hold half of a surrogate pair.");
    return JSON.stringify(value);
  }
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`Canonical JSON cannot hold the number ${value}.`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object") {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([one], [other]) => byCodeUnits(one, other));
    return `{${members.map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`).join(",")}}`;
  }
  throw new TypeError(`Canonical JSON cannot hold a ${typeof value}.`);
}

const loneSurrogates = /\p{Surrogate}/gu;

function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Half a surrogate pair cannot be written as UTF-8, so it becomes the replacement character before hashing. */
function normal(text: string): string {
  return text.replace(loneSurrogates, "\uFFFD").normalize("NFC");
}

function sortedSet(names: string[]): string[] {
  return [...new Set(names.map(normal))].sort(byCodeUnits);
}

function significantParameter(parameter: Parameter): Parameter {
  const { value } = parameter;
  return {
    quantity: normal(parameter.quantity),
    comparator: parameter.comparator,
    value:
      typeof value === "string"
        ? value
        : {
            min: value.min,
            min_inclusive: value.min_inclusive,
            max: value.max,
            max_inclusive: value.max_inclusive,
          },
    unit: normal(parameter.unit),
    raw: normal(parameter.raw),
  };
}

/** Neighbouring runs of text are one run: how a text was typed is not significant. */
function significantContent(content: Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const part of content) {
    const last = out[out.length - 1];
    if ("text" in part) {
      if (part.text === "") continue;
      if (last !== undefined && "text" in last) last.text += part.text;
      else out.push({ text: part.text });
    } else if ("param" in part) out.push({ param: significantParameter(part.param) });
    else if ("termRef" in part) out.push({ termRef: normal(part.termRef) });
    else if ("xref" in part) out.push({ xref: normal(part.xref) });
    else {
      const { id, delegations, alternativeOf, content: inside } = part.bracket;
      out.push({
        bracket: {
          ...(id === undefined ? {} : { id: normal(id) }),
          delegations: sortedSet(delegations),
          ...(alternativeOf === undefined ? {} : { alternativeOf: normal(alternativeOf) }),
          content: significantContent(inside),
        },
      });
    }
  }
  // Only whole runs are normalised, for a letter and its accent may have been typed as two runs.
  return out.map((part) => ("text" in part ? { text: normal(part.text) } : part));
}

/** A clause with its significant members only. */
export function significantClause(clause: Clause): Clause {
  return {
    nid: normal(clause.nid),
    level: clause.level,
    kind: clause.kind,
    marking: clause.marking,
    caveat: sortedSet(clause.caveat),
    content: significantContent(clause.content),
  };
}

/** A control text with its significant members only: circles as sorted sets, terms by name, text runs joined, all in NFC. */
export function significantText(text: ControlText): ControlText {
  const terms = text.terms.map(({ term, definition }) => ({ term: normal(term), definition: normal(definition) }));
  terms.sort((one, other) => byCodeUnits(one.term, other.term) || byCodeUnits(one.definition, other.definition));
  return {
    format: text.format,
    reference: normal(text.reference),
    title: normal(text.title),
    terms,
    clauses: text.clauses.map(significantClause),
  };
}

/** The canonical JSON of a control text; its UTF-8 bytes are what the text hash is taken of (rule D9). */
export function canonicalText(text: ControlText): string {
  return canonicalJson(significantText(text));
}

/** The canonical JSON of one clause's words and kind, to which a waiver or an anchor may be bound (rule D8). */
export function canonicalClause(clause: Clause): string {
  const { kind, content } = significantClause(clause);
  return canonicalJson({ kind, content });
}
