/**
 * The bridge for secret ballots (rule B43). Positions are taken in a Belenios election outside: its question goes out as the
 * template that the election is set up from, and its result comes back as the account. Nothing secret is kept here.
 */
import { type Answer, allowed, type Refusal, refuse } from "../refusal.ts";
import { type Account, account, type TypeResult } from "./account.ts";
import type { BallotCase } from "./ballot-case.ts";

/** What a question without options of its own may be answered with; an abstention is the blank vote. */
export const plainAnswers = ["yes", "no"] as const;

/** What the question may be answered with, in the order of the election's counts. */
export const answersOf = ({ options }: { options?: readonly string[] | undefined }): readonly string[] =>
  options ?? plainAnswers;

/** A question as a Belenios template writes it: one that is counted by adding up ciphertexts. */
export type ElectionQuestion = { question: string; answers: string[]; blank: boolean; min: number; max: number };
export type ElectionTemplate = { description: string; name: string; questions: [ElectionQuestion] };

/** The template of the election: one question, its options, and a blank vote for who abstains. */
export function electionTemplate(ballot: {
  reference: string;
  question: string;
  options?: readonly string[] | undefined;
  rollSize: number;
  identity: string;
}): ElectionTemplate {
  const { reference, question, options, rollSize, identity } = ballot;
  const answers = [...answersOf({ options })];
  return {
    name: `${reference}: ${question}`.slice(0, 200),
    description: `Secret ballot ${reference}. The roll has ${rollSize} seats; one credential goes to each. Ballot identity ${identity}.`,
    questions: [{ question, answers, blank: true, min: 1, max: options === undefined ? 1 : answers.length }],
  };
}

/** The counts of an election: ballots, blank votes, and votes for each answer in order. */
export type ElectionCounts = { ballots: number; blank: number; votes: number[] };

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/**
 * Reads `result.json` of the election: `result` holds for each question the counts, the blank vote first. `ballots` is the
 * number of accepted ballots on the election's page; older results say it themselves, and must agree.
 */
export function readElectionResult(text: string, answers: number, ballots: number): ElectionCounts | Refusal {
  const wrong = (what: string) => refuse("malformed", "B43", `The result does not read: ${what}.`, "result");
  let file: { result?: unknown; num_tallied?: unknown };
  try {
    file = JSON.parse(text) as typeof file;
  } catch {
    return wrong("it is no JSON");
  }
  const counts = Array.isArray(file?.result) ? file.result[0] : undefined;
  if (!Array.isArray(counts) || (file.result as unknown[]).length !== 1) return wrong("it does not hold one question");
  if (counts.length !== answers + 1)
    return wrong(`it has ${counts.length} counts for ${answers} answers and the blank vote`);
  if (!counts.every(isCount)) return wrong(`its counts are ${JSON.stringify(counts).slice(0, 80)}`);
  if (file.num_tallied !== undefined && file.num_tallied !== ballots)
    return wrong(`it says ${JSON.stringify(file.num_tallied)} ballots, you ${ballots}`);
  const [blank, ...votes] = counts as number[];
  if ([blank!, ...votes].some((count) => count > ballots))
    return wrong(`an answer has more votes than there are ballots, ${ballots}`);
  return { ballots, blank: blank!, votes };
}

/** Whether the counts can be those of this roll: no more ballots than seats, and each with a vote. */
export function electionCountsCheck({ ballots, blank, votes }: ElectionCounts, eligible: number, max: number): Answer {
  const given = votes.reduce((sum, count) => sum + count, 0);
  if (ballots > eligible)
    return refuse(
      "limit",
      "B43",
      `The election has ${ballots} ballots; the roll has ${eligible} seats that count.`,
      "ballots",
    );
  const cast = ballots - blank;
  if (given < cast || given > cast * max)
    return refuse("malformed", "B43", `${cast} ballots that are not blank cannot give ${given} votes.`, "result");
  return allowed;
}

/** The account of a secret straw poll (rules B30, B43): the counts of the election, and no seat's word. */
export function secretAccount(ballot: BallotCase, { ballots, blank, votes }: ElectionCounts): Account {
  const { counts, ...none } = account({ ...ballot, positions: [] });
  const { R, X, E } = counts;
  const S = E - ballots;
  const common = { ...none, outcome: "advisory", failing: [], conditions: [] } as const;
  if (ballot.options === undefined)
    return {
      ...common,
      failing: [],
      conditions: [],
      counts: { R, X, E, Y: votes[0]!, O: 0, D: 0, N: votes[1]!, A: blank, S },
    };
  const result: TypeResult = {
    approvals: Object.fromEntries(ballot.options.map((option, at) => [option, votes[at]!])),
  };
  return { ...common, failing: [], conditions: [], ...result, counts: { R, X, E, P: ballots, A: blank, S } };
}
