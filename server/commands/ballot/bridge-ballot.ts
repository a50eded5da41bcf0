/**
 * Makes a drafted straw poll a secret one: its positions are taken in a Belenios election outside, and nothing of them is
 * kept here. Rule B43.
 * Who: the chair. Minute: ballot-bridged.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { questionCheck } from "../../../domain/ballot/opening.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { ballotAtHand } from "../../ballot-at-hand.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const bridgeBallot = command({
  act: "bridge-ballot",
  rules: ["B43"],
  input: z.object({ ballot: handle }),
  async decide(tx, actor, input) {
    const at = await ballotAtHand(tx, input.ballot);
    if (!at || actor.kind !== "person") return notFound();
    const { ballot, thing } = at;
    const answer = powers["bridge-ballot"](actor, thing);
    if (isRefusal(answer)) return answer;
    const asked = { aboutText: false, chosenBefore: false, office: false };
    const checked = questionCheck(ballot.type, "SECRET", asked);
    if (isRefusal(checked)) return checked;
    await tx.update(tx.t.ballots).set({ mode: "SECRET" }).where(eq(tx.t.ballots.id, ballot.id));
    return { value: { reference: ballot.reference }, minute: ballotMinute(ballot, answer, { mode: "SECRET" }) };
  },
});
