/**
 * Takes an amendment into the text, whole or the chosen clauses. Rules A1, A3, A6, A7, A8: nobody objected in 72 h, its
 * clauses still are what they were, and it is not the own delegation's. One transaction brings the text to its head, writes
 * the change word by word, and marks the amendments that now contradict the text for the clock (A5, A6).
 * Who: the chair or vice-chair. Minute: amendment-accepted, with proposer and supporters.
 */
import { z } from "zod";
import { changeAmendment } from "../../../db/store/amendment.ts";
import { addEntry } from "../../../db/store/amendment-record.ts";
import { checkAcceptance, chosenChanges, staleChanges } from "../../../domain/definition/amendment.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { writeChanges } from "../../amendment-text.ts";
import { command } from "../../command.ts";
import { handle, optionalProse, several } from "../../fields.ts";
import { readHeadText } from "../../freeze-head.ts";
import { amendmentMinute, amendmentOf, changesOf, markOvertaken, nameOf } from "./amendment-of.ts";

export const acceptAmendment = command({
  act: "accept-amendment",
  rules: ["A3", "A1", "A6", "A7", "A8"],
  input: z.object({
    amendment: handle,
    /** The clauses to take over; none named means all. */
    clauses: several(z.string().min(1).max(64), 400)
      .optional()
      .transform((value) => value ?? []),
    /** Said where clauses were offered one by one: then none chosen is a slip, and not all of them. */
    choosing: z.literal("yes").optional(),
    /** A word of the chair for the record. */
    reason: optionalProse(2000),
  }),
  async decide(tx, actor, { amendment: named, clauses, choosing, reason }, context) {
    const at = await amendmentOf(tx, named);
    if (!at || actor.kind !== "person") return notFound();
    const answer = powers["accept-amendment"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const inTime = checkAcceptance(at.amendment, tx.now);
    if (isRefusal(inTime)) return inTime;
    const head = await readHeadText(tx, at.candidate);
    if (!head) return notFound();
    const changes = await changesOf(tx, at);
    const stale = staleChanges(changes, head.text.clauses);
    if (stale.length > 0)
      return refuse(
        "state",
        "A6",
        `${stale.length === 1 ? "A clause" : `${stale.length} clauses`} of the amendment changed since it was proposed. Its author rebases it; it is not merged by force.`,
      );
    if (choosing && clauses.length === 0)
      return refuse("word", "A1", "No clause is chosen; choose those that enter the text.", "clauses");
    const chosen = chosenChanges(changes, clauses);
    if (isRefusal(chosen)) return chosen;
    const written = await writeChanges(tx, head, [chosen, changes], context.newId);
    const nids = chosen.map(({ nid }) => nid);
    await changeAmendment(tx, at.amendment.id, {
      state: "accepted",
      decidedAt: tx.now,
      decidedBy: actor.personId,
      acceptedNids: nids,
      textSequence: written.sequence,
      textClientId: written.clientId,
      dueAt: null,
    });
    const { personId, memberId } = actor;
    await addEntry(tx, at.amendment.id, { kind: "acceptance", personId, memberId, body: reason });
    const after = await readHeadText(tx, at.candidate);
    await markOvertaken(tx, at, after!.text.clauses);
    return {
      value: { number: at.amendment.number, clauses: nids, whole: nids.length === changes.length },
      minute: amendmentMinute(at, roleOf(answer), {
        proposer: await nameOf(tx, at.amendment.personId),
        supporters: at.supporters.map(({ name }) => name),
        clauses: nids,
        of: changes.length,
        update: written.sequence,
      }),
    };
  },
});
