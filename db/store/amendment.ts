/** Rows of amendments, their wordings, supporters and records ⇄ domain values. */
import { and, asc, count, desc, eq, exists, gt, inArray, isNotNull, lt, lte } from "drizzle-orm";
import type { CandidateThing } from "../../domain/candidate/candidate-powers.ts";
import type { NamedAmendment } from "../../domain/definition/amendment.ts";
import type { ClauseChange } from "../../domain/definition/amendment-change.ts";
import { type AmendmentState, amendmentStates, openAmendmentStates } from "../../domain/definition/amendment-life.ts";
import type { AmendmentThing } from "../../domain/definition/amendment-powers.ts";
import { referenceOf } from "../../domain/record/reference.ts";
import type { Reader, Tx } from "../open.ts";
import type { Supporter } from "./amendment-record.ts";

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

export type AmendmentFilter = {
  states?: AmendmentState[];
  /** A clause that it would change. */
  nid?: string;
  memberId?: string;
  /** The number of the last amendment of the page before. */
  before?: number;
  most: number;
};

/** Amendments of a candidate, the newest first: a page by key. */
export async function findAmendments(tx: Reader, candidateId: string, filter: AmendmentFilter): Promise<Amendment[]> {
  const { amendments, amendmentChanges } = tx.t;
  const { states = [], nid, memberId, before, most } = filter;
  const touching = (clause: string) =>
    exists(
      tx
        .select({ nid: amendmentChanges.nid })
        .from(amendmentChanges)
        .where(
          and(
            eq(amendmentChanges.nid, clause),
            eq(amendmentChanges.amendmentId, amendments.id),
            eq(amendmentChanges.wording, amendments.wording),
          ),
        ),
    );
  return tx
    .select()
    .from(amendments)
    .where(
      and(
        eq(amendments.candidateId, candidateId),
        states.length > 0 ? inArray(amendments.state, states) : undefined,
        memberId === undefined ? undefined : eq(amendments.memberId, memberId),
        before === undefined ? undefined : lt(amendments.number, before),
        nid === undefined ? undefined : touching(nid),
      ),
    )
    .orderBy(desc(amendments.number))
    .limit(most);
}

export async function countAmendments(tx: Reader, candidateId: string): Promise<Record<AmendmentState, number>> {
  const { amendments } = tx.t;
  const rows = await tx
    .select({ state: amendments.state, total: count() })
    .from(amendments)
    .where(eq(amendments.candidateId, candidateId))
    .groupBy(amendments.state);
  const counts = Object.fromEntries(amendmentStates.map((state) => [state, 0])) as Record<AmendmentState, number>;
  for (const { state, total } of rows) counts[state] = Number(total);
  return counts;
}
