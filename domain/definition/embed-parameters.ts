/** Puts typed parameters in the place of the words that state exactly the same (rule D3). */

import { contradictions } from "./contradictions.ts";
import { type Clause, type Inline, inlineText, type Parameter, type ParameterRange } from "./control-text.ts";
import { type OfferedParameter, offeredParameters, type WordPiece } from "./parameters/offered-parameters.ts";
import { type PlacedParameter, placedParameters } from "./parameters/parse-parameters.ts";
import { compareDecimals } from "./parameters/ratio.ts";
import { isKnownUnit, readUnit } from "./parameters/unit-expression.ts";

/** A parameter of a drafted tree; its numbers are JSON numbers. */
export type DraftedParameter = {
  subject: string;
  comparator: string;
  value: number | { min: number; min_inclusive: boolean; max: number; max_inclusive: boolean };
  unit: string | null;
};

function sameValue(words: string | ParameterRange, drafted: DraftedParameter["value"]): boolean {
  if (typeof words === "string" || typeof drafted === "number") {
    return typeof words === "string" && typeof drafted === "number" && compareDecimals(words, String(drafted)) === 0;
  }
  return (
    sameValue(words.min, drafted.min) &&
    sameValue(words.max, drafted.max) &&
    words.min_inclusive === drafted.min_inclusive &&
    words.max_inclusive === drafted.max_inclusive
  );
}

/** The same unit, or none said where the draft counts things. */
function sameUnit(words: string | null, drafted: string | null): boolean {
  const [said, meant] = [words ?? "1", drafted ?? "1"].map((unit) => readUnit(unit));
  if (said === null || meant === null || said === undefined || meant === undefined) return false;
  return (
    said.siUnit === meant.siUnit &&
    said.factor.numerator === meant.factor.numerator &&
    said.factor.denominator === meant.factor.denominator
  );
}

function stating(places: PlacedParameter[], drafted: DraftedParameter): PlacedParameter | undefined {
  return places.find(
    (place) =>
      place.comparator === drafted.comparator &&
      sameValue(place.value, drafted.value) &&
      sameUnit(place.unit, drafted.unit),
  );
}

function embedded(place: PlacedParameter, drafted: DraftedParameter): Parameter {
  const unit = drafted.unit ?? place.unit ?? "1";
  return {
    quantity: drafted.subject,
    comparator: place.comparator,
    value: place.value,
    unit: isKnownUnit(unit) ? unit : (place.unit ?? "1"),
    raw: place.raw,
  };
}

/** The text as runs; a drafted parameter that the words do not state exactly stays plain text. */
export function withParameters(text: string, drafted: DraftedParameter[]): Inline[] {
  const places = placedParameters(text);
  const found = new Map<PlacedParameter, DraftedParameter>();
  for (const one of drafted) {
    const place = stating(
      places.filter((candidate) => !found.has(candidate)),
      one,
    );
    if (place !== undefined) found.set(place, one);
  }
  const out: Inline[] = [];
  let from = 0;
  for (const place of places) {
    const one = found.get(place);
    if (one === undefined) continue;
    if (place.start > from) out.push({ text: text.slice(from, place.start) });
    out.push({ param: embedded(place, one) });
    from = place.end;
  }
  if (from < text.length) out.push({ text: text.slice(from) });
  return out;
}

/** What stands as a condition of measurement (`at 20 °C`) is no threshold and stays among the words. */
function isThreshold({ parameter, fault }: OfferedParameter): boolean {
  return fault === undefined && parameter.comparator !== "=";
}

function piecesOf(content: Inline[]): WordPiece[] {
  return content.map((part): WordPiece => {
    const kind = "text" in part ? "text" : "param" in part ? "param" : "other";
    return { words: inlineText([part]), kind };
  });
}

/** The content with every threshold that its words state as a typed parameter; read aloud it says the same as before. */
export function withFoundParameters(content: Inline[]): Inline[] {
  const found = offeredParameters(piecesOf(content)).filter(isThreshold);
  const out: Inline[] = [];
  let at = 0;
  for (const part of content) {
    const words = inlineText([part]);
    const here = "text" in part ? found.filter(({ start }) => start >= at && start < at + words.length) : [];
    let from = 0;
    for (const { start, end, parameter } of here) {
      if (start - at > from) out.push({ text: words.slice(from, start - at) });
      out.push({ param: parameter });
      from = end - at;
    }
    if (!("text" in part)) out.push(part);
    else if (from < words.length) out.push({ text: words.slice(from) });
    at += words.length;
  }
  return out;
}

/**
 * Clauses with their thresholds as typed parameters. Where two of them would contradict each other (the lists join
 * alternatives in one sentence), those of the clause stay plain words: a text in force has no such fault.
 */
export function withTypedThresholds(clauses: Clause[]): Clause[] {
  const typed = clauses.map((clause) => ({ ...clause, content: withFoundParameters(clause.content) }));
  const plain = new Set(contradictions(typed).map(({ nid }) => nid));
  return typed.map((clause, at) => (plain.has(clause.nid) ? clauses[at]! : clause));
}
