/** Rows of entries and editions ⇄ domain values; and the making of an edition, each chained to the one before it (L1, L2). */
import { createHash } from "node:crypto";
import { and, asc, desc, eq, inArray, isNull, lt } from "drizzle-orm";
import { canonicalJson } from "../../domain/definition/canonical-text.ts";
import type { ControlText } from "../../domain/definition/control-text.ts";
import { type EditionContent, type EditionEntry, publicClauses, startOfEditions } from "../../domain/list/edition.ts";
import type { Reader, Tx } from "../open.ts";
import type { Tables } from "../tables.ts";
import { nextNumber } from "./record.ts";
import { loadReservations, loadRoundMembers } from "./review.ts";

export type EntryRow = Tables["entries"]["$inferSelect"];
export type Edition = Tables["editions"]["$inferSelect"];
export type EditionHead = Omit<Edition, "content">;

export async function findEntry(tx: Reader, code: string): Promise<EntryRow | null> {
  const [row] = await tx.select().from(tx.t.entries).where(eq(tx.t.entries.code, code));
  return row ?? null;
}

/** The entry that a recommendation stands behind; null where it has not been adopted. */
export async function findEntryOf(tx: Reader, recommendationId: string): Promise<EntryRow | null> {
  const { entries } = tx.t;
  const [row] = await tx.select().from(entries).where(eq(entries.recommendationId, recommendationId));
  return row ?? null;
}

/** Every code that was ever given in a committee's list (rule L3). */
export async function loadGivenCodes(tx: Reader, committeeId: string): Promise<string[]> {
  const { entries } = tx.t;
  const rows = await tx.select({ code: entries.code }).from(entries).where(eq(entries.committeeId, committeeId));
  return rows.map((row) => row.code);
}

/**
 * Contents by the hash of their edition, the latest used last. An edition is never changed (rule L1) and may be megabytes
 * long, so what was read under a hash once is not read again.
 */
const contents = new Map<string, EditionContent>();
const contentsMax = 8;

async function contentOf(tx: Reader, { number, hash }: EditionHead): Promise<EditionContent> {
  const { editions } = tx.t;
  const known = contents.get(hash);
  const content =
    known ??
    (await tx.select({ content: editions.content }).from(editions).where(eq(editions.number, number)))[0]!.content;
  contents.delete(hash);
  contents.set(hash, content);
  for (const oldest of contents.keys()) if (contents.size > contentsMax) contents.delete(oldest);
  return content;
}

/** The edition of this number, or the newest; null where there is none. Its content is shared: read it, never change it. */
export async function findEdition(tx: Reader, number: number | "newest"): Promise<Edition | null> {
  const { editions } = tx.t;
  const { number: ofEdition, at, hash, previousHash } = editions;
  const [head] = await tx
    .select({ number: ofEdition, at, hash, previousHash })
    .from(editions)
    .where(number === "newest" ? undefined : eq(editions.number, number))
    .orderBy(desc(editions.number))
    .limit(1);
  return head ? { ...head, content: await contentOf(tx, head) } : null;
}

/** Number, time and hash of editions, the newest first; before a number, a page by key. */
export async function findEditionHeads(
  tx: Reader,
  { before, most }: { before?: number; most: number },
): Promise<EditionHead[]> {
  const { editions } = tx.t;
  const { number, at, hash, previousHash } = editions;
  return tx
    .select({ number, at, hash, previousHash })
    .from(editions)
    .where(before === undefined ? undefined : lt(editions.number, before))
    .orderBy(desc(editions.number))
    .limit(most);
}

/** SHA-256 of the canonical JSON of {number, at, entries, previousHash}. */
export function editionHash(edition: Pick<Edition, "number" | "at" | "content" | "previousHash">): string {
  const { number, at, content, previousHash } = edition;
  const bytes = canonicalJson({ number, at, entries: content.entries, previousHash });
  return createHash("sha256").update(bytes).digest("hex");
}

/** Makes the next edition out of the entries and reservations that stand now (rule L2). */
export async function publishEdition(tx: Tx): Promise<EditionHead> {
  const number = await nextNumber(tx, "edition");
  const before = await findEdition(tx, "newest");
  const unhashed = {
    number,
    at: tx.now,
    content: await composeEdition(tx),
    previousHash: before?.hash ?? startOfEditions,
  };
  const edition = { ...unhashed, hash: editionHash(unhashed) };
  await tx.insert(tx.t.editions).values(edition);
  const { content: _, ...head } = edition;
  return head;
}

/** The whole list as it stands: entries by committee and code. */
async function composeEdition(tx: Reader): Promise<EditionContent> {
  const { entries, committees, candidates, recommendations, rounds, versions } = tx.t;
  const rows = await tx
    .select({
      entry: entries,
      committee: committees.name,
      candidate: candidates,
      scope: recommendations.scope,
      recommendation: recommendations.reference,
      round: rounds.reference,
      version: { number: versions.number, text: versions.text, textHash: versions.textHash },
    })
    .from(entries)
    .innerJoin(committees, eq(committees.id, entries.committeeId))
    .innerJoin(candidates, eq(candidates.id, entries.candidateId))
    .innerJoin(recommendations, eq(recommendations.id, entries.recommendationId))
    .innerJoin(rounds, eq(rounds.id, entries.roundId))
    .innerJoin(versions, eq(versions.id, entries.versionId))
    .where(isNull(entries.delistedAt))
    .orderBy(asc(committees.name), asc(entries.code));
  const reservations = await reservationsOf(
    tx,
    rows.map(({ entry }) => entry.recommendationId),
  );
  const composed: EditionEntry[] = [];
  for (const { entry, candidate, scope, version, ...named } of rows) {
    const text = JSON.parse(version.text) as ControlText;
    const members = await loadRoundMembers(tx, entry.roundId);
    composed.push({
      ...named,
      code: entry.code,
      title: candidate.title,
      class: candidate.class,
      candidate: candidate.reference,
      version: version.number,
      textHash: version.textHash,
      adoptedAt: entry.adoptedAt,
      reviewBy: entry.reviewBy,
      rows: scope.rows,
      exclusions: scope.exclusions,
      relations: scope.relations,
      inForceFor: members.filter((one) => !entry.absent.includes(one.memberId)).map((one) => one.name),
      absent: members.filter((one) => entry.absent.includes(one.memberId)).map((one) => one.name),
      reservations: reservations.get(entry.recommendationId) ?? [],
      terms: text.terms,
      clauses: publicClauses(text.clauses),
    });
  }
  return { entries: composed };
}

/** The active reservations of each recommendation, in the words of an edition. */
async function reservationsOf(tx: Reader, recommendationIds: string[]) {
  const found = new Map<string, EditionEntry["reservations"]>();
  for (const { state, recommendationId, member, rows, reason, sunsetAt } of await loadReservations(
    tx,
    recommendationIds,
  )) {
    if (state !== "active") continue;
    found.set(recommendationId, [...(found.get(recommendationId) ?? []), { member, rows, reason, sunsetAt }]);
  }
  return found;
}

/** Lets the reservations with rows follow their entry to the text that amends it; those of full scope end, since a round asked again. */
export async function carryReservations(tx: Tx, from: EntryRow, to: { candidateId: string; recommendationId: string }) {
  const { reservations } = tx.t;
  const standing = await tx
    .select({ id: reservations.id, rows: reservations.rows })
    .from(reservations)
    .where(and(eq(reservations.recommendationId, from.recommendationId), eq(reservations.state, "active")));
  const ended = standing.filter((one) => one.rows === null).map((one) => one.id);
  const kept = standing.filter((one) => one.rows !== null).map((one) => one.id);
  if (ended.length > 0)
    await tx.update(reservations).set({ state: "withdrawn", endedAt: tx.now }).where(inArray(reservations.id, ended));
  if (kept.length > 0) await tx.update(reservations).set(to).where(inArray(reservations.id, kept));
}
