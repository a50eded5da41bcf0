/** `plenary tally FILE` or `plenary tally -`: computes the accounts of ballots, silence rounds and opt-ins from a JSON file. */
import { type Account, account } from "../../domain/ballot/account.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { type OptInAccount, optInAccount } from "../../domain/review/opt-in.ts";
import { type RoundAccount, roundAccount } from "../../domain/review/round.ts";
import { type DataCommandResult, inputOf, malformed, printed, type ReadInput } from "./data-command.ts";
import { list, member, type Place, readOrRefuse } from "./reader.ts";
import { readCase, type TallyCase } from "./tally-format.ts";

export type CaseAccount = Account | RoundAccount | OptInAccount;

/** The account of one case, or those of a list of cases in the same order, each with its id. */
export type TallyOutput = CaseAccount | { accounts: ({ id: unknown } & CaseAccount)[] };

/** Computes the accounts of parsed JSON, or refuses it (`malformed`) with the JSON path and the wrong value. */
export function tally(input: unknown): TallyOutput | Refusal {
  return readOrRefuse((): TallyOutput => {
    const place: Place = { value: input, path: "$" };
    const cases = member(place, "cases");
    if (cases.value === undefined) return accountOf(readCase(place));
    const read = list(cases, (one) => ({ id: member(one, "id").value, tallied: readCase(one) }));
    return { accounts: read.map(({ id, tallied }) => ({ id, ...accountOf(tallied) })) };
  });
}

function accountOf(tallied: TallyCase): CaseAccount {
  if (tallied.kind === "ballot") return account(tallied.ballot);
  return tallied.kind === "round" ? roundAccount(tallied.round) : optInAccount(tallied.optIn);
}

/**
 * Runs the command. `readInput` gives the text of a file, or of standard input for `-`. Exit 0 with the accounts as
 * JSON, or exit 2 with what is wrong; then there is no output.
 */
export async function runTally(readInput: ReadInput, args: string[]): Promise<DataCommandResult> {
  const [file] = args;
  if (file === undefined || args.length !== 1)
    return malformed("Usage: plenary tally FILE, or plenary tally - for standard input.");
  const input = await inputOf(readInput, file);
  if ("reason" in input) return malformed(input.reason);
  const parsed = parse(input.characters);
  if ("reason" in parsed) return malformed(parsed.reason);
  const result = tally(parsed.value);
  return isRefusal(result) ? malformed(result.reason) : printed(result);
}

function parse(characters: string): { value: unknown } | { reason: string } {
  try {
    return { value: JSON.parse(characters) };
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    return { reason: `$: expected JSON, got ${JSON.stringify(characters.slice(0, 80))}: ${why}` };
  }
}
