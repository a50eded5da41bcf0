import { lint } from "../../domain/definition/linter.ts";
import { readControlTextFile } from "../../domain/definition/read-control-text.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { type DataCommandResult, inputOf, malformed, printed, type ReadInput } from "./data-command.ts";
import { entryCodes } from "./entry-codes.ts";

/**
 * `plenary lint FILE` or `plenary lint -`: prints `{"faults": [{"code", "nid", "detail"}]}` of one control text, with the
 * codes of table D. Faults are the answer and no failure: the exit code is 0. Malformed input: exit code 2.
 * References are checked against the text itself and the published control lists.
 */
export async function runLint(readInput: ReadInput, args: string[]): Promise<DataCommandResult> {
  if (args.length > 1) return malformed("Usage: plenary lint FILE, or plenary lint - for standard input.");
  const input = await inputOf(readInput, args[0] ?? "-");
  if ("reason" in input) return malformed(input.reason);
  const text = readControlTextFile(input.characters);
  if (isRefusal(text)) return malformed(text.reason);
  return printed({ faults: lint(text, { terms: [], entries: entryCodes }) });
}
