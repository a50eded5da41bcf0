/** Thresholds that stand in the words of a clause and could be typed parameters (rule D3). */
import type { Parameter } from "../control-text.ts";
import { type PlacedParameter, placedParameters } from "./parse-parameters.ts";
import { readUnit } from "./unit-expression.ts";

/** One run of a clause: plain words, or something that is one unit of the text and is shown as these words. */
export type WordPiece = { words: string; kind: "text" | "param" | "other" };

/** `start` and `end` are places in the words of all pieces together. */
export type OfferedParameter = {
  start: number;
  end: number;
  parameter: Parameter;
  /** A conversion in brackets does not agree: the words are not ready to be a parameter. */
  fault?: string;
};

/** The name of a quantity that the words do not name. The linter compares no two of these: they say nothing of what is measured. */
export const unnamedQuantity = "unnamed quantity";

/** Takes the place of a parameter's words, so that they are not found again. */
const placeholder = "\ufffc";

/** An acceleration in `g` is kept under the UCUM code, for the same letter is a gram elsewhere. */
function unitCode({ unit, unit_si }: PlacedParameter): string | null {
  const written = unit ?? "1";
  if (readUnit(written)?.siUnit === unit_si) return written;
  const gravity = readUnit("[g]")!;
  return unit_si === gravity.siUnit && written === "g" ? "[g]" : null;
}

function offered(place: PlacedParameter): OfferedParameter | null {
  const unit = unitCode(place);
  if (unit === null) return null;
  const { start, end, raw, comparator, value, subject, fault } = place;
  const parameter = { quantity: subject ?? unnamedQuantity, comparator, value, unit, raw };
  return { start, end, parameter, ...(fault === undefined ? {} : { fault }) };
}

/** What could be a parameter in a clause, in order. Nothing is offered across a reference or an existing parameter. */
export function offeredParameters(pieces: WordPiece[]): OfferedParameter[] {
  const words = pieces
    .map((piece) => (piece.kind === "param" ? placeholder.repeat(piece.words.length) : piece.words))
    .join("");
  if (!/\d|\p{L}{3}/u.test(words)) return [];
  let at = 0;
  const closed = pieces.flatMap(({ words: piece, kind }) => {
    at += piece.length;
    return kind === "text" ? [] : [{ start: at - piece.length, end: at }];
  });
  return placedParameters(words).flatMap((place) => {
    const crosses = closed.some(({ start, end }) => place.start < end && start < place.end);
    const found = crosses ? null : offered(place);
    return found === null ? [] : [found];
  });
}
