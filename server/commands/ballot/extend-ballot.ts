/**
 * Moves the closing time of an open ballot: at least 24 h before it, at most twice, by at most 336 h. Rules B3, B8: the frozen
 * record keeps the first closing time, the event names the new one and both persons.
 * Who: the chair, with the second's consent (W7). Minute: ballot-extended.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { type Ballot, loadEvents, saveEvent } from "../../../db/store/ballot.ts";
import { lockedBallotAt } from "../../../db/store/ballot-acting.ts";
import { extensionCheck, extensionMax_ms } from "../../../domain/ballot/closing.ts";
import { hour_ms, type Instant, writeInstant } from "../../../domain/instant.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, type Refusal } from "../../../domain/refusal.ts";
import { handle, wholeNumber } from "../../fields.ts";
import { type Examined, twoPersonCommand } from "../../two-persons.ts";

type Matter = { ballot: Ballot; closesAt: Instant; extensions: number };

export const extendBallot = twoPersonCommand({
  act: "extend-ballot",
  rules: ["B8", "W7"],
  input: z.object({ ballot: handle, hours: wholeNumber(1, extensionMax_ms / hour_ms) }),
  async examine(tx, actor, input): Promise<Examined<Matter> | Refusal> {
    const at = await lockedBallotAt(tx, input.ballot);
    if (!at) return notFound();
    const { ballot, thing } = at;
    const answer = powers["extend-ballot"](actor, thing);
    if (isRefusal(answer)) return answer;
    const extensions = (await loadEvents(tx, ballot.id)).filter(({ type }) => type === "extend").length;
    const closesAt = ballot.closesAt! + input.hours * hour_ms;
    // That there are two is seen when the second consents.
    const by = actor.kind === "person" ? [actor.personId, "the second"] : [];
    const check = extensionCheck({
      ...{ opensAt: ballot.opensAt!, closesAt: ballot.closesAt!, extensions, by },
      newClosesAt: closesAt,
      now: tx.now,
    });
    if (isRefusal(check)) return check.rule === "B8" && check.field ? { ...check, field: "hours" } : check;
    return {
      object: ["ballot", ballot.id],
      role: roleOf(answer),
      committeeId: ballot.committeeId,
      candidateId: ballot.candidateId,
      values: { reference: ballot.reference, from: ballot.closesAt!, to: closesAt, hours: input.hours },
      matter: { ballot, closesAt, extensions },
    };
  },
  async carryOut(tx, { matter, ...examined }, _context, _actor, both) {
    const { ballot, closesAt, extensions } = matter;
    const { opensAt, closesAt: before } = ballot;
    const check = extensionCheck({
      ...{ opensAt: opensAt!, closesAt: before!, extensions, by: both },
      newClosesAt: closesAt,
      now: tx.now,
    });
    if (isRefusal(check)) return check;
    const values = { by: [...both], closesAt: writeInstant(closesAt) };
    await saveEvent(tx, { ballotId: ballot.id, type: "extend", seatId: null, personId: both[0] ?? null, values });
    await tx.update(tx.t.ballots).set({ closesAt, dueAt: closesAt }).where(eq(tx.t.ballots.id, ballot.id));
    return {
      value: { reference: ballot.reference, closesAt },
      minute: { ...examined, values: { ...examined.values, ...values } },
    };
  },
});
