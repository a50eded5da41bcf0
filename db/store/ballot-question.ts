/** What of a ballot belongs to its question: what opening froze of it, what was chosen among its options, and by it. */
import { and, eq } from "drizzle-orm";
import type { BallotCase, Said } from "../../domain/ballot/ballot-case.ts";
import type { BallotType } from "../../domain/ballot/ballot-type.ts";
import { instantOf } from "../../domain/instant.ts";
import type { Reader } from "../open.ts";
import type { Ballot, PositionRow } from "./ballot.ts";

/** Whether a certified question of procedure chose this type for the candidate's text (rules B29, B44). */
export async function isTypeChosen(tx: Reader, candidateId: string, type: BallotType): Promise<boolean> {
  const { ballots } = tx.t;
  const [one] = await tx
    .select({ id: ballots.id })
    .from(ballots)
    .where(
      and(
        eq(ballots.candidateId, candidateId),
        eq(ballots.chosenType, type),
        eq(ballots.state, "certified"),
        eq(ballots.outcome, "adopted"),
      ),
    )
    .limit(1);
  return one !== undefined;
}

/** What of the question opening froze (rule B2); the closing time beside it in the row is the one in force (rule B3). */
export function frozenParts(ballot: Ballot): Pick<BallotCase, "closesAt" | "options" | "tieOrder" | "atMost"> {
  type Parts = Pick<BallotCase, "options" | "tieOrder" | "atMost">;
  const { closesAt, options, tieOrder, atMost } = JSON.parse(ballot.record!) as { closesAt: string } & Parts;
  return {
    closesAt: instantOf(closesAt),
    ...(options === undefined ? {} : { options }),
    ...(tieOrder === undefined ? {} : { tieOrder }),
    ...(atMost === undefined ? {} : { atMost }),
  };
}

/** The options of a ballot: those of its record, and before the opening those of its draft. */
export function optionsOf(ballot: Ballot): readonly string[] | null {
  return (ballot.record === null ? ballot.options : frozenParts(ballot).options) ?? null;
}

/** What a position says: its word, or the set or ranking that stands beside it. */
export function saidOf({ word, choice }: Pick<PositionRow, "word" | "choice">): Said {
  return choice ?? { word };
}
