/**
 * Enters a member's reservation: the scope rows it will not apply, why, and until when. Rules S1 to S4, L2: from dispatch until
 * 30 days after adoption; it changes no outcome, and after adoption it makes an edition that shows it.
 * Who: a government reviewer of a member of the round. Minute: reservation-entered.
 */
import { z } from "zod";
import { findCandidate } from "../../../db/store/candidate.ts";
import { findEntryOf, publishEdition } from "../../../db/store/list.ts";
import { findRoundOf, loadRoundMembers, roundThing } from "../../../db/store/review.ts";
import { isDate, writeInstant } from "../../../domain/instant.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { reservationCheck } from "../../../domain/review/reservation.ts";
import { scopeLists } from "../../../domain/review/scope-lists.ts";
import { daysAfter, startOfDate } from "../../../domain/review/working-day.ts";
import { command } from "../../command.ts";
import { handle, line, optionalProse, several } from "../../fields.ts";

const scopeRow = z.object({
  countries: several(line(80)),
  endUses: several(line(80)),
  endUsers: several(line(80)),
});

export const enterReservation = command({
  act: "enter-reservation",
  rules: ["S1", "S2", "S3"],
  input: z.object({
    round: handle,
    rows: z.array(scopeRow).max(20, "at most 20 rows may be given").optional(),
    reason: optionalProse(),
    /** The last day of the reservation, `2028-11-30`, in the member's own zone. */
    sunset: z
      .string()
      .refine((value) => value === "" || isDate(value), "it is no date")
      .optional(),
  }),
  async decide(tx, actor, input, context) {
    const found = await findRoundOf(tx, input.round);
    if (!found || actor.kind !== "person") return notFound();
    const { round, recommendation } = found;
    const members = await loadRoundMembers(tx, round.id);
    const answer = powers["enter-reservation"](actor, await roundThing(tx, round, recommendation, members));
    if (isRefusal(answer)) return answer;
    const own = members.find((one) => one.memberId === answer.memberId)!;
    const candidate = (await findCandidate(tx, recommendation.candidateId))!;
    const entry = await findEntryOf(tx, recommendation.id);
    const sunsetAt = input.sunset ? startOfDate(daysAfter(input.sunset, 1), own.zone) : null;
    const { rows = [], reason } = input;
    const check = reservationCheck(
      { entry: candidate.reference, rows, reason, sunsetAt },
      { dispatchedAt: round.dispatchedAt, adoptedAt: entry?.adoptedAt ?? null, lawChangedAt: null },
      scopeLists,
      tx.now,
    );
    if (isRefusal(check)) return check;
    const id = context.newId();
    await tx.insert(tx.t.reservations).values({
      id,
      candidateId: candidate.id,
      recommendationId: recommendation.id,
      memberId: own.memberId,
      rows,
      reason,
      enteredAt: tx.now,
      enteredBy: actor.personId,
      sunsetAt: sunsetAt!,
      state: "active",
    });
    const edition = entry ? (await publishEdition(tx)).number : null;
    return {
      value: { id, edition },
      minute: {
        object: ["reservation", id],
        role: answer.role,
        committeeId: recommendation.committeeId,
        candidateId: candidate.id,
        values: {
          round: round.reference,
          member: own.name,
          entry: entry?.code ?? candidate.reference,
          rows: rows.length,
          sunsetAt: writeInstant(sunsetAt!),
          edition,
        },
      },
    };
  },
});
