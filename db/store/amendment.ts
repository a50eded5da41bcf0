/** Rows of amendments, their wordings, supporters and records ⇄ domain values. */
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, max } from "drizzle-orm";
import type { CandidateThing } from "../../domain/candidate/candidate-powers.ts";
import type { NamedAmendment } from "../../domain/definition/amendment.ts";
import type { ClauseChange } from "../../domain/definition/amendment-change.ts";
import { type AmendmentState, openAmendmentStates } from "../../domain/definition/amendment-life.ts";
import type { AmendmentThing } from "../../domain/definition/amendment-powers.ts";
import type { AmendmentEntryKind } from "../../domain/definition/amendment-record.ts";
import { referenceOf } from "../../domain/record/reference.ts";
import type { Reader, Tx } from "../open.ts";

export type Amendment = {
  id: string;
  candidateId: string;
  number: number;
  reference: string;
  personId: string;
  seatId: string | null;
  memberId: string | null;
  reason: string;
  state: AmendmentState;
  wording: number;
  baseVersionId: string | null;
  baseSequence: number;
  names: number[];
  restores: number | null;
  proposedAt: number;
  noticeAt: number;
  decidedAt: number | null;
  decidedBy: string | null;
  acceptedNids: string[] | null;
  textSequence: number | null;
  textClientId: number | null;
  dueAt: number | null;
};

/** By id, or by reference (`QTAC/2026/014/A3`) in either form; null if unknown. */
export async function findAmendment(tx: Reader, handle: string): Promise<Amendment | null> {
  const { amendments } = tx.t;
  const [byId] = await tx.select().from(amendments).where(eq(amendments.id, handle));
  if (byId) return byId;
  const [row] = await tx
    .select()
    .from(amendments)
    .where(eq(amendments.reference, referenceOf(handle)));
  return row ?? null;
}

export async function findAmendmentByNumber(
  tx: Reader,
  candidateId: string,
  number: number,
): Promise<Amendment | null> {
  const { amendments } = tx.t;
  const [row] = await tx
    .select()
    .from(amendments)
    .where(and(eq(amendments.candidateId, candidateId), eq(amendments.number, number)));
  return row ?? null;
}

export async function saveNewAmendment(tx: Tx, amendment: Amendment): Promise<void> {
  await tx.insert(tx.t.amendments).values(amendment);
}

type Changed = Omit<Amendment, "id" | "candidateId" | "number" | "reference" | "personId" | "proposedAt">;

export async function changeAmendment(tx: Tx, id: string, changed: Partial<Changed>): Promise<void> {
  await tx.update(tx.t.amendments).set(changed).where(eq(tx.t.amendments.id, id));
}

export type BasedChange = ClauseChange & { baseHash: string };

/** Keeps one wording of an amendment; what was kept before is never changed. */
export async function saveWording(tx: Tx, amendmentId: string, wording: number, changes: BasedChange[]): Promise<void> {
  await tx
    .insert(tx.t.amendmentChanges)
    .values(changes.map((change, at) => ({ amendmentId, wording, place: at + 1, ...change })));
}

/** The changes of each of these amendments in the wording that stands, by the amendment's id. */
export async function loadChanges(
  tx: Reader,
  amendments: Pick<Amendment, "id" | "wording">[],
): Promise<Map<string, BasedChange[]>> {
  const found = new Map<string, BasedChange[]>(amendments.map(({ id }) => [id, []]));
  if (amendments.length === 0) return found;
  const wordings = new Map(amendments.map(({ id, wording }) => [id, wording]));
  const { amendmentChanges } = tx.t;
  const rows = await tx
    .select()
    .from(amendmentChanges)
    .where(inArray(amendmentChanges.amendmentId, [...found.keys()]))
    .orderBy(asc(amendmentChanges.amendmentId), asc(amendmentChanges.wording), asc(amendmentChanges.place));
  for (const { amendmentId, wording, place: _, ...change } of rows)
    if (wordings.get(amendmentId) === wording)
      found.get(amendmentId)!.push({ ...change, before: change.before ?? null, after: change.after ?? null });
  return found;
}

export type Supporter = {
  personId: string;
  name: string;
  colour: number;
  seatName: string | null;
  memberName: string | null;
  wording: number;
  at: number;
};

/** Who supports these amendments, in the order of their coming; support that was taken back is left out. */
export async function loadSupporters(tx: Reader, amendmentIds: string[]): Promise<Map<string, Supporter[]>> {
  const found = new Map<string, Supporter[]>(amendmentIds.map((id) => [id, []]));
  if (amendmentIds.length === 0) return found;
  const { amendmentSupports, people, seats, members } = tx.t;
  const rows = await tx
    .select({
      amendmentId: amendmentSupports.amendmentId,
      personId: people.id,
      name: people.name,
      colour: people.colour,
      seatName: seats.name,
      memberName: members.name,
      wording: amendmentSupports.wording,
      at: amendmentSupports.at,
    })
    .from(amendmentSupports)
    .innerJoin(people, eq(people.id, amendmentSupports.personId))
    .leftJoin(seats, eq(seats.id, amendmentSupports.seatId))
    .leftJoin(members, eq(members.id, amendmentSupports.memberId))
    .where(and(inArray(amendmentSupports.amendmentId, amendmentIds), isNull(amendmentSupports.withdrawnAt)))
    .orderBy(asc(amendmentSupports.at));
  for (const { amendmentId, ...supporter } of rows) found.get(amendmentId)!.push(supporter);
  return found;
}

/** Supports, or supports again what was taken back. */
export async function saveSupport(
  tx: Tx,
  amendment: Amendment,
  by: { personId: string; seatId: string | null; memberId: string | null },
): Promise<void> {
  const { amendmentSupports } = tx.t;
  const given = { ...by, wording: amendment.wording, at: tx.now, withdrawnAt: null };
  await tx
    .insert(amendmentSupports)
    .values({ amendmentId: amendment.id, ...given })
    .onConflictDoUpdate({ target: [amendmentSupports.amendmentId, amendmentSupports.personId], set: given });
}

export async function withdrawSupport(tx: Tx, amendmentId: string, personId: string): Promise<void> {
  const { amendmentSupports } = tx.t;
  await tx
    .update(amendmentSupports)
    .set({ withdrawnAt: tx.now })
    .where(and(eq(amendmentSupports.amendmentId, amendmentId), eq(amendmentSupports.personId, personId)));
}

export type AmendmentEntry = {
  number: number;
  kind: AmendmentEntryKind;
  personId: string | null;
  memberId: string | null;
  body: string;
  at: number;
};

/** Adds to the record of an amendment; what stands in it is never changed. */
export async function addEntry(
  tx: Tx,
  amendmentId: string,
  entry: Omit<AmendmentEntry, "number" | "at">,
): Promise<number> {
  const { amendmentEntries } = tx.t;
  const [{ last } = { last: null }] = await tx
    .select({ last: max(amendmentEntries.number) })
    .from(amendmentEntries)
    .where(eq(amendmentEntries.amendmentId, amendmentId));
  const number = Number(last ?? 0) + 1;
  await tx.insert(amendmentEntries).values({ ...entry, amendmentId, number, at: tx.now });
  return number;
}

export type NamedEntry = AmendmentEntry & { amendmentId: string; personName: string | null; memberName: string | null };

/** What was said of these amendments, each oldest first. */
export async function loadEntries(tx: Reader, amendmentIds: string[]): Promise<NamedEntry[]> {
  if (amendmentIds.length === 0) return [];
  const { amendmentEntries, people, members } = tx.t;
  const rows = await tx
    .select({ entry: amendmentEntries, personName: people.name, memberName: members.name })
    .from(amendmentEntries)
    .leftJoin(people, eq(people.id, amendmentEntries.personId))
    .leftJoin(members, eq(members.id, amendmentEntries.memberId))
    .where(inArray(amendmentEntries.amendmentId, amendmentIds))
    .orderBy(asc(amendmentEntries.amendmentId), asc(amendmentEntries.number));
  return rows.map(({ entry, ...names }) => ({ ...entry, ...names }));
}

/** What the powers of an amendment are asked about. */
export function amendmentThing(
  amendment: Amendment,
  candidate: CandidateThing,
  supporters: Pick<Supporter, "personId">[],
): AmendmentThing {
  return {
    ...candidate,
    amendmentState: amendment.state,
    authorId: amendment.personId,
    authorSeatId: amendment.seatId,
    authorMemberId: amendment.memberId,
    supporterIds: supporters.map(({ personId }) => personId),
  };
}

/** The open amendments of a candidate, oldest first. */
export async function loadOpenAmendments(tx: Reader, candidateId: string): Promise<Amendment[]> {
  const { amendments } = tx.t;
  return tx
    .select()
    .from(amendments)
    .where(and(eq(amendments.candidateId, candidateId), inArray(amendments.state, [...openAmendmentStates])))
    .orderBy(asc(amendments.number));
}

/** These amendments of a candidate as rule A2 asks about them, in the order named. */
export async function loadNamed(tx: Reader, candidateId: string, numbers: number[]): Promise<NamedAmendment[] | null> {
  if (numbers.length === 0) return [];
  const { amendments } = tx.t;
  const rows = await tx
    .select()
    .from(amendments)
    .where(and(eq(amendments.candidateId, candidateId), inArray(amendments.number, numbers)));
  const open = await loadOpenAmendments(tx, candidateId);
  const found = numbers.map((number) => rows.find((row) => row.number === number));
  if (found.some((row) => row === undefined)) return null;
  return found.map((row) => ({
    number: row!.number,
    state: row!.state,
    names: row!.names,
    namedBy: open.filter(({ names }) => names.includes(row!.number)).map(({ number }) => number),
  }));
}

/** Candidates with open amendments, and how far the log of their texts has come; those whose text rests since `quietSince`. */
export async function findAmendedTexts(
  tx: Reader,
  quietSince: number,
): Promise<{ candidateId: string; headSequence: number }[]> {
  const { amendments, definitions } = tx.t;
  return tx
    .selectDistinct({ candidateId: definitions.candidateId, headSequence: definitions.headSequence })
    .from(amendments)
    .innerJoin(definitions, eq(definitions.candidateId, amendments.candidateId))
    .where(and(inArray(amendments.state, ["proposed", "contested"]), lte(definitions.changedAt, quietSince)));
}

/** Amendments that entered the text behind one update of its log and up to another, oldest first. */
export async function loadEntered(
  tx: Reader,
  candidateId: string,
  behind: number,
  upTo: number,
): Promise<(Amendment & { personName: string })[]> {
  const { amendments, people } = tx.t;
  const rows = await tx
    .select({ amendment: amendments, personName: people.name })
    .from(amendments)
    .innerJoin(people, eq(people.id, amendments.personId))
    .where(
      and(
        eq(amendments.candidateId, candidateId),
        isNotNull(amendments.textSequence),
        gt(amendments.textSequence, behind),
        lte(amendments.textSequence, upTo),
      ),
    )
    .orderBy(asc(amendments.textSequence));
  return rows.map(({ amendment, personName }) => ({ ...amendment, personName }));
}

/** Amendments that were adopted after an update of the text, oldest first (rule A5). */
export async function loadAdoptedSince(tx: Reader, candidateId: string, behind: number): Promise<Amendment[]> {
  const { amendments } = tx.t;
  return tx
    .select()
    .from(amendments)
    .where(
      and(
        eq(amendments.candidateId, candidateId),
        eq(amendments.state, "accepted"),
        gt(amendments.textSequence, behind),
      ),
    )
    .orderBy(asc(amendments.textSequence));
}
