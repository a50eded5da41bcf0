/** What amendments ask of people: of the chairs those that may be decided, of authors those that the text has overtaken. */
import { and, asc, eq, inArray, isNull, lte, ne, or } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { editableStates } from "../../../domain/candidate/candidate-life.ts";
import { noticeTime_ms } from "../../../domain/definition/amendment.ts";
import type { Person } from "../../../domain/membership/role.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { committeesOf, type Duty, rowsMax } from "./duty.ts";

type Found = { number: number; title: string; reference: string };

const dutyOf = (kind: Duty["kind"], rule: string, { number, title, reference }: Found, under = ""): Duty => ({
  kind,
  title,
  to: `/candidates/${slugOf(reference)}/amendments/${under}${number}`,
  dueAt: null,
  rule,
  note: String(number),
  count: 1,
});

/** Chairs: what nobody objected to in 72 hours, of other delegations (rules A3, A7); the chair besides: what is contested. */
export async function amendmentDecisions(tx: Reader, person: Person): Promise<Duty[]> {
  const { amendments, candidates } = tx.t;
  const presiding = committeesOf(person, "chair", "vice-chair");
  if (presiding.length === 0) return [];
  const waiting = (committees: string[], state: "proposed" | "contested") =>
    and(
      eq(amendments.state, state),
      inArray(candidates.committeeId, committees),
      inArray(candidates.state, [...editableStates]),
    );
  const select = () =>
    tx
      .select({ number: amendments.number, title: candidates.title, reference: candidates.reference })
      .from(amendments)
      .innerJoin(candidates, eq(candidates.id, amendments.candidateId));
  const ofOthers =
    person.memberId === null ? undefined : or(isNull(amendments.memberId), ne(amendments.memberId, person.memberId));
  const ripe = await select()
    .where(and(waiting(presiding, "proposed"), lte(amendments.noticeAt, tx.now - noticeTime_ms), ofOthers))
    .orderBy(asc(amendments.noticeAt))
    .limit(rowsMax);
  const chaired = committeesOf(person, "chair");
  const contested =
    chaired.length === 0
      ? []
      : await select().where(waiting(chaired, "contested")).orderBy(asc(amendments.noticeAt)).limit(rowsMax);
  return [
    ...ripe.map((found) => dutyOf("accept-amendment", "A3", found)),
    ...contested.map((found) => dutyOf("settle-amendment", "A4", found)),
  ];
}

/** Authors: amendments whose text has changed beneath them (rule A6). */
export async function staleAmendments(tx: Reader, person: Person): Promise<Duty[]> {
  const { amendments, candidates } = tx.t;
  const rows = await tx
    .select({ number: amendments.number, title: candidates.title, reference: candidates.reference })
    .from(amendments)
    .innerJoin(candidates, eq(candidates.id, amendments.candidateId))
    .where(and(eq(amendments.state, "stale"), eq(amendments.personId, person.personId)))
    .orderBy(asc(amendments.number))
    .limit(rowsMax);
  return rows.map((found) => dutyOf("rebase-amendment", "A6", found, "new?rebase="));
}
