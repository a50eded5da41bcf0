/**
 * Takes a reservation back. Rules S5, S9, L2: a listed entry is shown without it in a new edition; with the last reservation of
 * full scope withdrawn, an entry listed in part becomes listed. Who: a reviewer of the same member. Minute: reservation-withdrawn.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "../../../db/open.ts";
import { findCandidate, moveCandidate } from "../../../db/store/candidate.ts";
import { type EntryRow, findEntryOf, publishEdition } from "../../../db/store/list.ts";
import { findRecommendation, findReservation, type ReservationRow } from "../../../db/store/review.ts";
import { theClock } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, type Refusal } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const withdrawReservation = command({
  act: "withdraw-reservation",
  rules: ["S5", "S9"],
  input: z.object({ reservation: handle }),
  async decide(tx, actor, input) {
    const reservation = await findReservation(tx, input.reservation);
    if (!reservation) return notFound();
    const recommendation = (await findRecommendation(tx, reservation.recommendationId))!;
    const { committeeId } = recommendation;
    const answer = powers["withdraw-reservation"](actor, { ...reservation, committeeId });
    if (isRefusal(answer)) return answer;
    const { reservations } = tx.t;
    await tx
      .update(reservations)
      .set({ state: "withdrawn", endedAt: tx.now })
      .where(eq(reservations.id, reservation.id));
    const entry = await findEntryOf(tx, recommendation.id);
    const joined = entry && reservation.rows === null ? await joinEntry(tx, entry, reservation) : null;
    if (joined) return joined;
    const edition = entry ? (await publishEdition(tx)).number : null;
    return {
      value: { id: reservation.id, edition },
      minute: {
        object: ["reservation", reservation.id],
        role: answer.role,
        committeeId,
        candidateId: reservation.candidateId,
        values: { entry: entry?.code ?? null, recommendation: recommendation.reference, edition },
      },
    };
  },
});

/** The member applies the entry from now on; when none is left out, the entry is listed for all (rule S9). */
async function joinEntry(tx: Tx, entry: EntryRow, { memberId }: ReservationRow): Promise<Refusal | null> {
  const absent = entry.absent.filter((one) => one !== memberId);
  await tx.update(tx.t.entries).set({ absent }).where(eq(tx.t.entries.id, entry.id));
  if (absent.length > 0) return null;
  const candidate = (await findCandidate(tx, entry.candidateId))!;
  const moved = await moveCandidate(tx, candidate, "complete-list", { actor: theClock });
  return isRefusal(moved) ? moved : null;
}
