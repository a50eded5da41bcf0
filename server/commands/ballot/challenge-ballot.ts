/**
 * Challenges a closed ballot, naming a rule and a fact; it is not certified before the answer. Rules B44, X5: within 72 h.
 * Who: the holder or an alternate of a seat on the roll. Minute: ballot-challenged.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { loadRoll, saveEvent } from "../../../db/store/ballot.ts";
import { actingOn } from "../../../db/store/ballot-acting.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle, prose } from "../../fields.ts";
import { sha256 as hexHash } from "../../freeze-head.ts";

const ruleId = z
  .string("it is missing")
  .trim()
  .regex(/^[A-Z]\d{1,2}[a-c]?$/, "it is no id of the rule book, such as B13");

export const challengeBallot = command({
  act: "challenge-ballot",
  rules: ["B44", "X5"],
  input: z.object({ ballot: handle, rule: ruleId, fact: prose() }),
  async decide(tx, actor, { ballot: named, rule, fact }) {
    const acting = await actingOn(tx, named);
    if (!acting || actor.kind !== "person") return notFound();
    const { ballot, thing } = acting;
    const answer = powers["challenge-ballot"](actor, thing, tx.now);
    if (isRefusal(answer)) return answer;
    const { seatId } = answer;
    const seat = (await loadRoll(tx, ballot.id)).find((line) => line.seatId === seatId)!.name;
    const values = { rule, text: fact };
    const event = { ballotId: ballot.id, type: "challenge" as const, seatId, personId: actor.personId, values };
    const challenge = await saveEvent(tx, event);
    await tx.update(tx.t.ballots).set({ state: "challenged", dueAt: null }).where(eq(tx.t.ballots.id, ballot.id));
    return {
      value: { reference: ballot.reference, challenge },
      minute: ballotMinute(ballot, answer, { seat, challenge, rule, saidHash: hexHash(fact) }),
    };
  },
});
