/** A moved threshold written into the text: the clauses that say it, with the other number (rules D3, A1). */
import type { Clause, Inline, Parameter } from "../control-text.ts";
import { findNumbers } from "../parameters/find-numbers.ts";
import { evened } from "../parameters/find-quantities.ts";
import { wordingFault, wordingOf, writtenNumber } from "../parameters/parameter-wording.ts";
import { placedParameters } from "../parameters/parse-parameters.ts";
import { compareDecimals, decimalText } from "../parameters/ratio.ts";
import { moved, type Threshold, type ThresholdPlace } from "./thresholds.ts";

type Write = (parameter: Parameter) => Parameter;

/** Walks a clause's content as the thresholds of a clause are counted, and writes the `at`-th of them anew. */
function rewritten(content: Inline[], at: number, write: Write): Inline[] {
  let count = -1;
  const words = (text: string): string => {
    let [out, from] = ["", 0];
    for (const { start, end, subject, comparator, value, unit, raw } of placedParameters(text)) {
      count += 1;
      if (count !== at) continue;
      out +=
        text.slice(from, start) + write({ quantity: subject ?? "", comparator, value, unit: unit ?? "1", raw }).raw;
      from = end;
    }
    return out + text.slice(from);
  };
  const read = (part: Inline): Inline => {
    if ("param" in part) {
      count += 1;
      return count === at ? { param: write(part.param) } : part;
    }
    if ("text" in part) return { text: words(part.text) };
    const isRead = "bracket" in part && part.bracket.alternativeOf === undefined;
    return isRead ? { bracket: { ...part.bracket, content: part.bracket.content.map(read) } } : part;
  };
  return content.map(read);
}

/** The old words with only this end's number changed; else words of our own that say the same. */
function wordsWith(typed: Parameter, old: string, to: string): string {
  const numbers = findNumbers(evened(typed.raw)).filter(({ value }) => compareDecimals(decimalText(value), old) === 0);
  const [number] = numbers;
  if (number !== undefined && numbers.length === 1 && number.kind !== "ratio") {
    const raw = `${typed.raw.slice(0, number.start)}${writtenNumber(to)}${typed.raw.slice(number.end)}`;
    if (wordingFault({ ...typed, raw }) === null) return raw;
  }
  return wordingOf(typed, typed);
}

function moveAt(clause: Clause, { at, end }: ThresholdPlace, to: string): Clause {
  const write: Write = (parameter) => {
    const typed = { ...parameter, value: moved(parameter.value, end, to) };
    const old = typeof parameter.value === "string" ? parameter.value : parameter.value[end === "max" ? "max" : "min"];
    return { ...typed, raw: wordsWith(typed, old, to) };
  };
  return { ...clause, content: rewritten(clause.content, at, write) };
}

/** The clauses of the text with the threshold at another number, at each of its places. */
export function clausesWithThreshold(clauses: Clause[], { places }: Pick<Threshold, "places">, to: string): Clause[] {
  return clauses.map((clause) =>
    places.filter(({ nid }) => nid === clause.nid).reduce((one, place) => moveAt(one, place, to), clause),
  );
}
