/**
 * Makes a drafted ballot a sealed one: names those who will hold the shares of its key, and how many of them open it. Done
 * again, it names them anew, and shares that were given are void. Rules B39, X5; B42 shows in the words of the ballot.
 * Who: the chair. Minute: ballot-sealed.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { saveSealing } from "../../../db/store/sealing.ts";
import { type ShareHolder, shareHoldersCheck, shareHoldersMax } from "../../../domain/ballot/sealing.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { ballotAtHand } from "../../ballot-at-hand.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle, several, wholeNumber } from "../../fields.ts";
import { loadEligibleHolders } from "../../share-holders.ts";

export const sealBallot = command({
  act: "seal-ballot",
  rules: ["B39", "X5"],
  input: z.object({
    ballot: handle,
    needed: wholeNumber(2, shareHoldersMax),
    /** People, in the order in which their shares are numbered. */
    holders: several(handle, shareHoldersMax),
  }),
  async decide(tx, actor, { ballot: named, needed, holders: people }) {
    const at = await ballotAtHand(tx, named);
    if (!at || actor.kind !== "person") return notFound();
    const { ballot, thing } = at;
    const answer = powers["seal-ballot"](actor, thing);
    if (isRefusal(answer)) return answer;
    const eligible = await loadEligibleHolders(tx, ballot.committeeId);
    const holders: ShareHolder[] = [];
    for (const personId of new Set(people)) {
      const holder = eligible.find((one) => one.personId === personId);
      if (!holder) return refuse("not-found", "B39", `Nobody on a seat here has the id ${personId}.`, "holders");
      if (!holder.hasKey)
        return refuse("state", "B39", `${holder.name} has not made a key in the own browser yet.`, "holders");
      holders.push(holder);
    }
    const { recusedSeats, barredPeople = [] } = thing;
    const checked = shareHoldersCheck(needed, holders, { recusedSeats, barredPeople });
    if (isRefusal(checked)) return checked;
    await tx.update(tx.t.ballots).set({ mode: "SEALED" }).where(eq(tx.t.ballots.id, ballot.id));
    await saveSealing(tx, ballot.id, needed, holders);
    return {
      value: { reference: ballot.reference },
      minute: ballotMinute(ballot, answer, { needed, holders: holders.map(({ personId }) => personId) }),
    };
  },
});
