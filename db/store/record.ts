/** Rows of the record ⇄ domain values. */
import { and, desc, eq, lt, ne } from "drizzle-orm";
import type { Minute } from "../../domain/record/minute.ts";
import type { Reader, Tx } from "../open.ts";
import { placeholders, prepared } from "../prepared.ts";
import { type LeafRow, nextLeaf, saveLeaf } from "./log.ts";

const insertMinute = prepared("insert_minute", (tx: Tx) => tx.insert(tx.t.minutes).values(placeholders(tx.t.minutes)));

/** Writes a minute and its leaf in the log, both under the next number (rules T1, T3). */
export async function saveMinute(tx: Tx, minute: Minute): Promise<LeafRow> {
  const leaf = await nextLeaf(tx, minute);
  await insertMinute(tx).execute({ ...minute, sequence: leaf.sequence });
  await saveLeaf(tx, leaf);
  return leaf;
}

/** The next number of a series of references; given once, also when two acts race. */
export async function nextNumber(tx: Tx, series: string): Promise<number> {
  const [known] = await tx.select().from(tx.t.numberSeries).where(eq(tx.t.numberSeries.series, series));
  const next = (known?.last ?? 0) + 1;
  if (known) await tx.update(tx.t.numberSeries).set({ last: next }).where(eq(tx.t.numberSeries.series, series));
  else await tx.insert(tx.t.numberSeries).values({ series, last: next });
  return next;
}

export type MinuteRow = Minute & { sequence: number; personName: string | null };

/**
 * The newest minutes about a candidate or a committee, before a sequence number: a page by key. Those marked RED are read by
 * the people named on them alone (rule Z1), so lists leave them out: of a sealed position nobody learns whose it is (B40).
 */
export async function findMinutes(
  tx: Reader,
  of: { candidateId: string } | { committeeId: string },
  { before, most }: { before?: number; most: number },
): Promise<MinuteRow[]> {
  const { minutes, people } = tx.t;
  const whose = "candidateId" in of ? eq(minutes.candidateId, of.candidateId) : eq(minutes.committeeId, of.committeeId);
  const about = and(whose, ne(minutes.marking, "RED"));
  const rows = await tx
    .select({ minute: minutes, personName: people.name })
    .from(minutes)
    .leftJoin(people, eq(people.id, minutes.personId))
    .where(before === undefined ? about : and(about, lt(minutes.sequence, before)))
    .orderBy(desc(minutes.sequence))
    .limit(most);
  return rows.map(({ minute, personName }) => ({ ...minute, personName }) as MinuteRow);
}
