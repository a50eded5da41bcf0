/** Rows of requests to a second person ⇄ domain values (rule W6), and who may be the second in a committee. */
import { and, asc, desc, eq, gt, inArray } from "drizzle-orm";
import { interestsInForce, isBarred } from "../../domain/membership/interest.ts";
import type { SecondThing } from "../../domain/membership/membership-powers.ts";
import { type RequestState, type SecondCandidate, secondsFor } from "../../domain/membership/second.ts";
import type { ObjectKind } from "../../domain/record/act.ts";
import type { Reader, Tx } from "../open.ts";
import type { Tables } from "../tables.ts";
import { inForce, loadInterests } from "./membership.ts";

export type SecondRequest = Tables["secondRequests"]["$inferSelect"];

export async function findRequest(tx: Reader, id: string): Promise<SecondRequest | null> {
  const { secondRequests } = tx.t;
  const [row] = await tx.select().from(secondRequests).where(eq(secondRequests.id, id));
  return row ?? null;
}

/** Requests about one thing that may still be answered, the latest first. */
export async function findStanding(tx: Reader, objectKind: ObjectKind, objectId: string): Promise<SecondRequest[]> {
  const { secondRequests: r } = tx.t;
  return tx
    .select()
    .from(r)
    .where(and(eq(r.objectKind, objectKind), eq(r.objectId, objectId), eq(r.state, "pending"), gt(r.expiresAt, tx.now)))
    .orderBy(desc(r.askedAt), desc(r.id));
}

/** The same for whole committees, the first to expire first. */
export async function findStandingOf(tx: Reader, committeeIds: string[], most: number): Promise<SecondRequest[]> {
  if (committeeIds.length === 0) return [];
  const { secondRequests: r } = tx.t;
  return tx
    .select()
    .from(r)
    .where(and(inArray(r.committeeId, committeeIds), eq(r.state, "pending"), gt(r.expiresAt, tx.now)))
    .orderBy(asc(r.expiresAt), asc(r.id))
    .limit(most);
}

/** Chairs and holders of seats, with what bars them on the candidate. */
async function secondCandidates(tx: Reader, committeeId: string, candidateId: string | null) {
  const { roles, people } = tx.t;
  const rows = await tx
    .select({
      personId: roles.personId,
      role: roles.role,
      memberId: people.memberId,
      since: roles.fromAt,
      name: people.name,
    })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(
      and(eq(roles.committeeId, committeeId), inArray(roles.role, ["chair", "vice-chair", "holder"]), inForce(tx)),
    );
  const barred = candidateId === null ? new Map() : interestsInForce(await loadInterests(tx, candidateId), tx.now);
  return rows.map(({ role, since, ...who }): SecondCandidate & { name: string } => ({
    ...who,
    office: role === "holder" ? "expert" : (role as "chair" | "vice-chair"),
    since: role === "holder" ? since : null,
    barred: isBarred(who.personId, barred),
  }));
}

/** The people who may consent to what the asker asks, with their names (rule W6). */
export async function loadSeconds(
  tx: Reader,
  of: { committeeId: string; candidateId: string | null },
  askedBy: string,
): Promise<{ personId: string; name: string }[]> {
  const { people } = tx.t;
  const [asker] = await tx.select({ memberId: people.memberId }).from(people).where(eq(people.id, askedBy));
  const candidates = await secondCandidates(tx, of.committeeId, of.candidateId);
  const chosen = secondsFor({ personId: askedBy, memberId: asker?.memberId ?? null }, candidates);
  return chosen.map(({ personId }) => ({ personId, name: candidates.find((one) => one.personId === personId)!.name }));
}

/** A request and what the powers are asked about it; null if unknown. */
export async function requestThing(
  tx: Reader,
  id: string,
): Promise<{ request: SecondRequest; thing: SecondThing } | null> {
  const request = await findRequest(tx, id);
  if (!request) return null;
  const { committeeId, askedBy, askedAs } = request;
  const seconds = await loadSeconds(tx, request, askedBy);
  return { request, thing: { committeeId, askedBy, askedAs, seconds: seconds.map(({ personId }) => personId) } };
}

/** Ends a request; only its answer is ever written to it. */
export async function answerRequest(
  tx: Tx,
  { id }: Pick<SecondRequest, "id">,
  answer: { state: RequestState; by: string; reason?: string },
): Promise<void> {
  const { secondRequests } = tx.t;
  const { state, by, reason = null } = answer;
  await tx
    .update(secondRequests)
    .set({ state, answeredBy: by, answeredAt: tx.now, reason })
    .where(eq(secondRequests.id, id));
}
