/** The faults of a control text (table D) and the waivers that end them (rules D7, D8). */
import { contradictions } from "./contradictions.ts";
import { type ControlText, clauseText, type Inline, inlineText, type Parameter } from "./control-text.ts";
import { visits } from "./inline-visits.ts";
import { shownParameter } from "./parameters/shown-parameter.ts";
import { isKnownUnit } from "./parameters/unit-expression.ts";
import { referenceCycles } from "./reference-cycles.ts";

export const faultCodes = [
  "undefined-term",
  "dangling-xref",
  "parameter-without-unit",
  "contradictory-threshold",
  "circular-reference",
  "note-without-subject",
  "specially-designed-unexplained",
  "unattributed-bracket",
  "open-bracket",
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** `nid` is empty where a fault belongs to the text as a whole. `detail` is a sentence with the offending value. */
export type Fault = { code: FaultCode; nid: string; detail: string };

/** What exists around the text: terms of the committee's list, codes of entries and references of other candidates. */
export type KnownAround = { terms: string[]; entries: string[] };

/** The chair's acceptance of one fault on one clause text (rule D8). */
export type Waiver = {
  code: FaultCode;
  nid: string;
  /** The detail of the waived fault; left out, the waiver is for all faults of this code on this clause text. */
  detail?: string;
  /** Hash of the clause text it was given for. */
  clauseTextHash: string;
  reason: string;
};

function folded(name: string): string {
  return name.normalize("NFC").trim().toLowerCase();
}

/** An entry is known by its code; `4D906.a.1` is known when `4D906` is. */
function entryExists(target: string, entries: Set<string>): boolean {
  let code = folded(target);
  while (code !== "") {
    if (entries.has(code)) return true;
    code = code.includes(".") ? code.slice(0, code.lastIndexOf(".")) : "";
  }
  return false;
}

/** What the references of a text may name, folded for comparison. */
export type KnownNames = { terms: Set<string>; entries: Set<string>; nids: Set<string> };

export function knownNames(text: ControlText, known: KnownAround): KnownNames {
  return {
    terms: new Set([...text.terms.map(({ term }) => term), ...known.terms].map(folded)),
    entries: new Set([...known.entries, text.reference].map(folded)),
    nids: new Set(text.clauses.map(({ nid }) => nid)),
  };
}

/** The faults of one part of a clause by itself: a reference that leads nowhere, a parameter without a unit. */
export function partFault(part: Inline, names: KnownNames): Omit<Fault, "nid"> | null {
  if ("termRef" in part && !names.terms.has(folded(part.termRef))) {
    return { code: "undefined-term", detail: `The term “${part.termRef}” has no entry in the term list.` };
  }
  if ("xref" in part && !names.nids.has(part.xref) && !entryExists(part.xref, names.entries)) {
    const detail = `The reference to “${part.xref}” leads to no clause of this text, no listed entry and no candidate.`;
    return { code: "dangling-xref", detail };
  }
  if ("param" in part && !isKnownUnit(part.param.unit)) {
    const { quantity, unit } = part.param;
    const name = quantity === "" ? "A parameter" : `The parameter “${quantity}”`;
    const detail = unit.trim() === "" ? `${name} has no unit.` : `${name} has the unknown unit “${unit}”.`;
    return { code: "parameter-without-unit", detail };
  }
  return null;
}

function partFaults(text: ControlText, known: KnownAround): Fault[] {
  const names = knownNames(text, known);
  return text.clauses.flatMap(({ nid, content }) =>
    visits(content).flatMap(({ part }): Fault[] => {
      const found = partFault(part, names);
      return found === null ? [] : [{ code: found.code, nid, detail: found.detail }];
    }),
  );
}

/** Two thresholds of one quantity, as the sentence of their fault. */
export function contradictionSentence(one: Parameter, other: Parameter): string {
  return `${shownParameter(one)} and ${shownParameter(other)} have no value in common.`;
}

/** Within an item and along its ancestors, each pair of thresholds of one quantity must leave a value to both. */
function thresholdFaults({ clauses }: ControlText): Fault[] {
  return contradictions(clauses).map(({ nid, one, other }): Fault => {
    return { code: "contradictory-threshold", nid, detail: contradictionSentence(one, other.parameter) };
  });
}

function noteFaults({ clauses }: ControlText): Fault[] {
  let highest = Number.POSITIVE_INFINITY;
  return clauses.flatMap(({ nid, kind, level }): Fault[] => {
    if (kind === "item") highest = Math.min(highest, level);
    if ((kind !== "note" && kind !== "technical-note") || highest <= level) return [];
    const name = kind === "note" ? "note" : "technical note";
    const detail = `The ${name} at level ${level} has no item before it at level ${level} or above.`;
    return [{ code: "note-without-subject", nid, detail }];
  });
}

/** Words that stand for a term of art and explain nothing unless they refer to it. */
export const termsOfArt: { term: string; pattern: RegExp }[] = [
  { term: "specially designed", pattern: /\bspecially[\s-]+designed\b/i },
  { term: "required", pattern: /\brequired\b/i },
];

export function unexplainedSentence(term: string): string {
  return `“${term}” stands here as plain words and not as a reference to the term.`;
}

/** "Required" is a term of art only where technology is controlled: in product group E, or in a clause that names it. */
function unexplainedFaults({ clauses, reference }: ControlText): Fault[] {
  const technologyEntry = /^\dE\d/.test(reference);
  return clauses.flatMap((clause): Fault[] => {
    const parts = visits(clause.content).map(({ part }) => part);
    const explained = new Set(parts.flatMap((part) => ("termRef" in part ? [folded(part.termRef)] : [])));
    const words = parts.map((part) => ("text" in part ? part.text : "\u0000")).join("");
    const technology = technologyEntry || /technolog/i.test(clauseText(clause));
    return termsOfArt.flatMap(({ term, pattern }): Fault[] => {
      const isUsed = pattern.test(words) && (term !== "required" || technology);
      if (!isUsed || explained.has(term)) return [];
      return [{ code: "specially-designed-unexplained", nid: clause.nid, detail: unexplainedSentence(term) }];
    });
  });
}

function bracketFaults({ clauses }: ControlText): Fault[] {
  return clauses.flatMap(({ nid, content }) =>
    visits(content).flatMap(({ part }): Fault[] => {
      if (!("bracket" in part)) return [];
      const words = inlineText(part.bracket.content);
      const by = part.bracket.delegations.filter((name) => name.trim() !== "");
      const open: Fault = {
        code: "open-bracket",
        nid,
        detail: `“${words}” is not agreed${by.length === 0 ? "" : ` (${by.join(", ")})`}.`,
      };
      if (by.length > 0) return [open];
      return [{ code: "unattributed-bracket", nid, detail: `The bracket “${words}” names no delegation.` }, open];
    }),
  );
}

/**
 * The faults of a text, in the order of its clauses and within a clause in the order of table D. An open bracket is
 * always named; it matters at freezing for a ballot.
 */
export function lint(text: ControlText, known: KnownAround): Fault[] {
  const faults = [
    ...partFaults(text, known),
    ...thresholdFaults(text),
    ...referenceCycles(text).map((cycle): Fault => ({ code: "circular-reference", ...cycle })),
    ...noteFaults(text),
    ...unexplainedFaults(text),
    ...bracketFaults(text),
  ];
  const order = new Map(text.clauses.map(({ nid }, at) => [nid, at]));
  const place = (fault: Fault): number => order.get(fault.nid) ?? -1;
  return faults.sort(
    (one, other) => place(one) - place(other) || faultCodes.indexOf(one.code) - faultCodes.indexOf(other.code),
  );
}

/**
 * The faults that no waiver covers (rules D7, D8). `clauseTextHashOf` gives the hash of a clause's text as it stands now,
 * or null when there is none: a changed clause text ends its waivers.
 */
export function openFaults(
  faults: Fault[],
  waivers: Waiver[],
  clauseTextHashOf: (nid: string) => string | null,
): Fault[] {
  return faults.filter((fault) => {
    const hash = clauseTextHashOf(fault.nid);
    return !waivers.some(
      (waiver) =>
        waiver.code === fault.code &&
        waiver.nid === fault.nid &&
        (waiver.detail === undefined || waiver.detail === fault.detail) &&
        waiver.clauseTextHash === hash,
    );
  });
}
