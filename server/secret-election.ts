/** The election outside in which a secret ballot takes its positions (rule B43): what it is set up from. */
import type { Ballot } from "../db/store/ballot.ts";
import { type ElectionTemplate, electionTemplate } from "../domain/ballot/secret-bridge.ts";

/** The frozen options of the ballot; undefined where the question is answered by words. */
export function optionsOf({ record }: Pick<Ballot, "record">): readonly string[] | undefined {
  if (record === null) return undefined;
  return (JSON.parse(record) as { options?: string[] }).options;
}

/** The template of the election for an opened ballot. */
export function templateOf(ballot: Ballot, rollSize: number): ElectionTemplate {
  const { reference, question, recordHash } = ballot;
  return electionTemplate({ reference, question, options: optionsOf(ballot), rollSize, identity: recordHash! });
}
