/** Who supports an amendment, and what was said of it and became of it: rows ⇄ domain values. */
import { and, asc, eq, inArray, isNull, max } from "drizzle-orm";
import type { AmendmentEntryKind } from "../../domain/definition/amendment-record.ts";
import type { Reader, Tx } from "../open.ts";
import type { Amendment } from "./amendment.ts";

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
