/**
 * A holder says that the own share opened in the own browser and answers to its commitment. A sealed ballot opens only when
 * all have said so, since a share that does not open would be found out too late. Rule B39.
 * Who: the holder. Minute: share-confirmed.
 */
import { z } from "zod";
import { saveConfirmation } from "../../../db/store/sealing.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { ballotAtHand, shareOf } from "../../ballot-at-hand.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const confirmShare = command({
  act: "confirm-share",
  rules: ["B39"],
  input: z.object({
    ballot: handle,
    /** The commitment that the opened share answered to: of this giving, not of one before it. */
    commitment: z.string("it is missing").regex(/^[0-9a-f]{64}$/, "it is no hash"),
  }),
  async decide(tx, actor, { ballot: named, commitment }) {
    const at = await ballotAtHand(tx, named);
    if (!at || actor.kind !== "person") return notFound();
    const answer = powers["confirm-share"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const share = shareOf(at.sealing, actor.personId);
    if (share?.commitment !== commitment)
      return refuse("state", "B39", "Your share was given anew, or not yet; open the one that stands on the page now.");
    if (share.confirmedAt !== null) return refuse("state", "B39", "You have confirmed this share before.");
    await saveConfirmation(tx, at.ballot.id, share.number);
    const { number } = share;
    return { value: { number }, minute: ballotMinute(at.ballot, answer, { number, commitment }) };
  },
});
