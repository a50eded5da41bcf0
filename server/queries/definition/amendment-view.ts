/** An amendment as lists and pages show it: who, what it changes, who supports it, and what this actor may do and why not. */
import { eq, inArray } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { type Amendment, amendmentThing, loadChanges, loadOpenAmendments } from "../../../db/store/amendment.ts";
import { loadEntries, loadSupporters, type NamedEntry, type Supporter } from "../../../db/store/amendment-record.ts";
import type { CandidateThing } from "../../../domain/candidate/candidate-powers.ts";
import {
  checkAcceptance,
  checkObjection,
  distanceOf,
  noticeEndsAt,
  staleChanges,
} from "../../../domain/definition/amendment.ts";
import { viewChanges } from "../../../domain/definition/amendment-view.ts";
import type { Clause } from "../../../domain/definition/control-text.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { type Answer, firstRefusal, isRefusal, type Refusal, refuse } from "../../../domain/refusal.ts";

export const amendmentActs = [
  "support-amendment",
  "withdraw-support",
  "object-amendment",
  "follow-up-amendment",
  "accept-amendment",
  "reject-amendment",
  "bracket-amendment",
  "rebase-amendment",
  "withdraw-amendment",
] as const;
export type AmendmentActName = (typeof amendmentActs)[number];

export type AmendmentsAround = { actor: Actor; thing: CandidateThing; clauses: Clause[] };

export type AmendmentAuthor = { name: string; colour: number; speaksFor: string | null };

/** Who proposed each of these amendments, and for whom. */
async function loadAuthors(tx: Reader, amendments: Amendment[]): Promise<Map<string, AmendmentAuthor>> {
  if (amendments.length === 0) return new Map();
  const { amendments: rows, people, seats, members } = tx.t;
  const found = await tx
    .select({ id: rows.id, name: people.name, colour: people.colour, seat: seats.name, member: members.name })
    .from(rows)
    .innerJoin(people, eq(people.id, rows.personId))
    .leftJoin(seats, eq(seats.id, rows.seatId))
    .leftJoin(members, eq(members.id, rows.memberId))
    .where(
      inArray(
        rows.id,
        amendments.map(({ id }) => id),
      ),
    );
  return new Map(found.map(({ id, name, colour, seat, member }) => [id, { name, colour, speaksFor: seat ?? member }]));
}

/** Why the amendment does not fit the text that stands; the clock says so soon, an act says so at once. */
function staleRefusal(isStale: boolean): Answer {
  return !isStale
    ? { allowed: true }
    : refuse("state", "A6", "A clause of the amendment has changed since it was proposed; its author rebases it.");
}

/** The answers of the powers and of the rules that depend on time and text, in the order in which the acts ask them. */
export function answersOf(
  { actor, thing }: AmendmentsAround,
  amendment: Amendment,
  { isStale, supporters, now }: { isStale: boolean; supporters: Supporter[]; now: number },
): Record<AmendmentActName, Refusal | null> {
  const asked = amendmentThing(amendment, thing, supporters);
  const more: Partial<Record<AmendmentActName, () => Answer>> = {
    "object-amendment": () => checkObjection(amendment.noticeAt, now),
    "accept-amendment": () => firstRefusal(checkAcceptance(amendment, now), staleRefusal(isStale)),
    "bracket-amendment": () => staleRefusal(isStale),
  };
  return Object.fromEntries(
    amendmentActs.map((act) => {
      const answer: Answer = powers[act](actor, asked);
      const shown = isRefusal(answer) ? answer : (more[act]?.() ?? answer);
      return [act, isRefusal(shown) ? shown : null];
    }),
  ) as Record<AmendmentActName, Refusal | null>;
}

const openStates = ["proposed", "contested", "stale"];

/** These amendments as they are shown, in their order. */
export async function viewAmendments(tx: Reader, amendments: Amendment[], around: AmendmentsAround) {
  const ids = amendments.map(({ id }) => id);
  const changesOf = await loadChanges(tx, amendments);
  const supportersOf = await loadSupporters(tx, ids);
  const authors = await loadAuthors(tx, amendments);
  const entries = await loadEntries(tx, ids);
  const own = around.actor.kind === "person" ? around.actor.personId : "";
  return amendments.map((amendment) => {
    const changes = changesOf.get(amendment.id)!;
    const supporters = supportersOf.get(amendment.id)!;
    const isOpen = openStates.includes(amendment.state);
    const stale = new Map(
      (isOpen ? staleChanges(changes, around.clauses) : []).map(({ nid, fault }) => [nid, fault] as const),
    );
    const objections = entries.filter(({ amendmentId, kind }) => amendmentId === amendment.id && kind === "objection");
    return {
      id: amendment.id,
      number: amendment.number,
      reference: amendment.reference,
      state: amendment.state,
      own: amendment.personId === own,
      by: authors.get(amendment.id)!,
      reason: amendment.reason,
      names: amendment.names,
      restores: amendment.restores,
      wording: amendment.wording,
      proposedAt: amendment.proposedAt,
      noticeAt: amendment.noticeAt,
      noticeEndsAt: noticeEndsAt(amendment.noticeAt),
      decidedAt: amendment.decidedAt,
      distance: distanceOf(changes),
      changes: viewChanges(changes, around.clauses).map((view) => ({
        ...view,
        /** Why the clause is no longer what the change rests on. */
        fault: stale.get(view.nid) ?? null,
        accepted: amendment.acceptedNids === null ? null : amendment.acceptedNids.includes(view.nid),
      })),
      supporters: supporters.map(({ personId, ...supporter }) => ({ ...supporter, own: personId === own })),
      objections: objections.map(({ personName, memberName, body, at }) => ({
        by: personName,
        memberName,
        body,
        at,
      })),
      may: answersOf(around, amendment, { isStale: stale.size > 0, supporters, now: tx.now }),
    };
  });
}

export type AmendmentView = Awaited<ReturnType<typeof viewAmendments>>[number];

/** What was said of an amendment, as its page shows it. */
export function viewEntries(entries: NamedEntry[]) {
  return entries.map(({ number, kind, personName, memberName, body, at }) => ({
    number,
    kind,
    by: personName,
    memberName,
    body,
    at,
  }));
}

/** The open amendments as they are marked beside the text: who, in which state, on which clauses. */
export async function openAmendmentMarks(tx: Reader, candidateId: string) {
  const open = await loadOpenAmendments(tx, candidateId);
  const changesOf = await loadChanges(tx, open);
  const authors = await loadAuthors(tx, open);
  return open.map((amendment) => {
    const { name, speaksFor } = authors.get(amendment.id)!;
    const changes = changesOf.get(amendment.id)!;
    return {
      number: amendment.number,
      state: amendment.state,
      by: speaksFor ?? name,
      reason: amendment.reason,
      /** A new clause is marked at the one behind which it would stand. */
      nids: [...new Set(changes.map(({ nid, before, behind }) => (before === null ? (behind ?? nid) : nid)))],
    };
  });
}

export type AmendmentMark = Awaited<ReturnType<typeof openAmendmentMarks>>[number];
