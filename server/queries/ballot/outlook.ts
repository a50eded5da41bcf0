/** What the reader's word would change: the account as it would be if the ballot closed just after (no secret of others). */

import type { Reckoning } from "../../../db/store/ballot-account.ts";
import { type Account, account, type BallotOutcome } from "../../../domain/ballot/account.ts";
import type { BallotCase, Position } from "../../../domain/ballot/ballot-case.ts";
import { type PositionWord, wordsOf } from "../../../domain/ballot/ballot-type.ts";
import { whatIsMissing } from "../../../domain/ballot/what-is-missing.ts";

export type Outlook = { word: PositionWord; outcome: BallotOutcome; sentence: string; refused: boolean };

/** One line a word of the type; `refused` where the word could not be taken any more (rules P12, P13). */
export function outlookOf({ ballotCase, account: present }: Reckoning, seat: string, now: number): Outlook[] {
  const positions = bearing(ballotCase, present, seat);
  return wordsOf(ballotCase.type, ballotCase.mode).map((word) => {
    const said = { seat, said: { word }, at: now, reason: "as if" };
    const after = account({ ...ballotCase, positions: [...positions, said], closedEarlyAt: now + 1 });
    const refused = after.refused.some((one) => one.index === positions.length);
    const { sentence } = whatIsMissing(after, (name) => name, ballotCase.roll);
    return { word, outcome: after.outcome, sentence, refused };
  });
}

/**
 * The positions that can bear on the result once the seat speaks again: what each other seat counts for now (P4), and all
 * that the seat itself said, which P6, P12 and P13 look at. On a long ballot these are few of many.
 */
function bearing(ballotCase: BallotCase, present: Account, seat: string): Position[] {
  const current = new Set(present.rollCall.map((line) => line.index));
  return ballotCase.positions.filter((position, index) => position.seat === seat || current.has(index));
}
