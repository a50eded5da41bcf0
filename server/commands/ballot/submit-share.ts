/**
 * Hands in a share of the key after the close, opened in the holder's browser. It must answer to the commitment that the
 * ballot's record froze. With as many as are needed the ballot can be opened. Rules B39, X5.
 * Who: the holder. Minute: share-submitted.
 */
import { z } from "zod";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { commitmentTo, shareBytes } from "../../../protocol/sealing/key-shares.ts";
import { fromBase64 } from "../../../protocol/sealing/sealing-bytes.ts";
import { lockedBallot, shareOf } from "../../ballot-at-hand.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle, line } from "../../fields.ts";

export const submitShare = command({
  act: "submit-share",
  rules: ["B39"],
  input: z.object({ ballot: handle, share: line(80) }),
  async decide(tx, actor, { ballot: named, share: given }) {
    const at = await lockedBallot(tx, named);
    if (!at || actor.kind !== "person") return notFound();
    const { ballot, sealing } = at;
    const answer = powers["submit-share"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const share = shareOf(sealing, actor.personId)!;
    if (share.share !== null) return refuse("state", "B39", "Your share was handed in before.");
    if (fromBase64(given, shareBytes) === null || (await commitmentTo(ballot.reference, given)) !== share.commitment)
      return refuse(
        "frozen",
        "B39",
        `This is not share ${share.number}: it does not answer to the commitment in the record.`,
      );
    const { number } = share;
    await tx.insert(tx.t.submittedShares).values({
      ...{ ballotId: ballot.id, number, personId: actor.personId, share: given, at: tx.now },
    });
    const submitted = sealing!.holders.filter((holder) => holder.share !== null).length + 1;
    return { value: { number, submitted }, minute: ballotMinute(ballot, answer, { number, submitted }) };
  },
});
