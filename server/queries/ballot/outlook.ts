/** What the reader's word would change: the account as it would be if the ballot closed just after (no secret of others). */

import type { Reckoning } from "../../../db/store/ballot-account.ts";
import type { BallotOutcome } from "../../../domain/ballot/account.ts";
import { account } from "../../../domain/ballot/account.ts";
import { type PositionWord, wordsOf } from "../../../domain/ballot/ballot-type.ts";
import { whatIsMissing } from "../../../domain/ballot/what-is-missing.ts";

export type Outlook = { word: PositionWord; outcome: BallotOutcome; sentence: string; refused: boolean };

/** One line a word of the type; `refused` where the word could not be taken any more (rules P12, P13). */
export function outlookOf({ ballotCase, positions }: Reckoning, seat: string, now: number): Outlook[] {
  return wordsOf(ballotCase.type, ballotCase.mode).map((word) => {
    const said = { seat, said: { word }, at: now, reason: "as if" };
    const after = account({ ...ballotCase, positions: [...ballotCase.positions, said], closedEarlyAt: now + 1 });
    const refused = after.refused.some((one) => one.index === positions.length);
    const { sentence } = whatIsMissing(after, (name) => name, ballotCase.roll);
    return { word, outcome: after.outcome, sentence, refused };
  });
}
