import { classifyChanges } from "../../domain/definition/change-class.ts";
import { readControlTextFile } from "../../domain/definition/read-control-text.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { type DataCommandResult, inputOf, malformed, printed, type ReadInput } from "./data-command.ts";

/**
 * `plenary classify-changes BEFORE AFTER`: prints `{"changes": [{"nid", "class", "detail"}]}` with the classes of rule D12.
 * Unchanged clauses are not listed. One of the two may be `-`. Malformed input: exit code 2.
 */
export async function runClassifyChanges(readInput: ReadInput, args: string[]): Promise<DataCommandResult> {
  const [before, after] = args;
  if (before === undefined || after === undefined || args.length > 2 || (before === "-" && after === "-")) {
    return malformed("Usage: plenary classify-changes BEFORE AFTER, of which one may be - for standard input.");
  }
  const texts = [];
  for (const file of [before, after]) {
    const input = await inputOf(readInput, file);
    if ("reason" in input) return malformed(input.reason);
    const text = readControlTextFile(input.characters);
    if (isRefusal(text)) return malformed(`${file}: ${text.reason}`);
    texts.push(text);
  }
  return printed({ changes: classifyChanges(texts[0]!, texts[1]!) });
}
