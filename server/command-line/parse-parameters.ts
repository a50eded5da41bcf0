import { parseParameters } from "../../domain/definition/parameters/parse-parameters.ts";
import { type DataCommandResult, inputOf, malformed, type ReadInput } from "./data-command.ts";

/** Longer lines are no phrases of a control list. */
const phraseLengthMax = 100_000;

/**
 * `plenary parse-parameters`: one phrase a line on standard input (or in a file), one JSON array a line out, in the same
 * order; a phrase without a parameter gives `[]`. A last line break ends the last phrase and begins none.
 */
export async function runParseParameters(readInput: ReadInput, args: string[]): Promise<DataCommandResult> {
  if (args.length > 1) return malformed("Usage: plenary parse-parameters, with one phrase a line on standard input.");
  const input = await inputOf(readInput, args[0] ?? "-");
  if ("reason" in input) return malformed(input.reason);
  if (input.characters === "") return { exitCode: 0, output: "", fault: "" };
  const phrases = input.characters.replace(/\r?\n$/, "").split(/\r?\n/);
  const long = phrases.findIndex((phrase) => phrase.length > phraseLengthMax);
  if (long >= 0) {
    return malformed(`Line ${long + 1} has ${phrases[long]!.length} characters; at most ${phraseLengthMax} are read.`);
  }
  const lines = phrases.map((phrase) => `${JSON.stringify(parseParameters(phrase))}\n`);
  return { exitCode: 0, output: lines.join(""), fault: "" };
}
