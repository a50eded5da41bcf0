/**
 * Who changed what between two versions of a text: what was written and still stands, what was taken away, in which clauses,
 * and by which amendments. Read off the states of the versions and the log between them.
 */
import { gunzipSync } from "node:zlib";
import { and, asc, eq, gt, gte, inArray, lte } from "drizzle-orm";
import * as Y from "yjs";
import type { Reader } from "../../../db/open.ts";
import { loadEntered } from "../../../db/store/amendment.ts";
import { loadSupporters } from "../../../db/store/amendment-record.ts";
import type { AmendmentState } from "../../../domain/definition/amendment-life.ts";
import { definitionRoots } from "../../../protocol/definition-shape.ts";
import { sharesSince, startOfText, type TextState, textStateOf, unitsTaken } from "../../../protocol/text-authors.ts";

/** Longer stretches of the log are not read: what was taken away is then not counted. */
const updatesMax = 5_000;

/** The first version that holds an update of the text; null while none does. */
export async function versionAtSequence(tx: Reader, definitionId: string, sequence: number): Promise<number | null> {
  const { versions } = tx.t;
  const [row] = await tx
    .select({ number: versions.number })
    .from(versions)
    .where(and(eq(versions.definitionId, definitionId), gte(versions.headSequence, sequence)))
    .orderBy(asc(versions.number))
    .limit(1);
  return row?.number ?? null;
}

/** A point of the text's history: how far the log had come, and the text as it stood. */
export type TextPoint = { sequence: number; state: TextState; doc: Y.Doc };

export const beforeText: TextPoint = { sequence: 0, state: startOfText, doc: new Y.Doc() };

/** The text at a version, from the state that was frozen with it. */
export function pointOfVersion({ headSequence, state }: { headSequence: number; state: Uint8Array }): TextPoint {
  const update = gunzipSync(state);
  const doc = new Y.Doc();
  definitionRoots(doc);
  Y.applyUpdate(doc, update);
  return { sequence: headSequence, state: textStateOf(update), doc };
}

export type AuthorShare = {
  /** Null: the text was begun from an entry, or an amendment brought it. */
  person: { id: string; name: string; colour: number } | null;
  /** The number of the amendment that brought it. */
  amendment: number | null;
  characters: number;
  /** Null where the stretch of the log is too long to be read. */
  taken: number | null;
  nids: string[];
};

async function updatesBetween(tx: Reader, definitionId: string, behind: number, upTo: number) {
  const { textUpdates } = tx.t;
  const rows = await tx
    .select({ sequence: textUpdates.sequence, personId: textUpdates.personId, bytes: textUpdates.bytes })
    .from(textUpdates)
    .where(
      and(
        eq(textUpdates.definitionId, definitionId),
        gt(textUpdates.sequence, behind),
        lte(textUpdates.sequence, upTo),
      ),
    )
    .limit(updatesMax + 1);
  return rows.length > updatesMax ? null : rows;
}

/** What each author brought and took away between two points, the largest share first. */
export async function authorsBetween(
  tx: Reader,
  { definitionId, candidateId }: { definitionId: string; candidateId: string },
  from: TextPoint,
  to: TextPoint,
): Promise<AuthorShare[]> {
  const shares = sharesSince(to.doc, from.state);
  const updates = await updatesBetween(tx, definitionId, from.sequence, to.sequence);
  const entered = await loadEntered(tx, candidateId, from.sequence, to.sequence);
  const { textClients, people } = tx.t;
  const clientIds = [...shares.keys()];
  const owners = new Map(
    clientIds.length === 0
      ? []
      : (
          await tx
            .select({ clientId: textClients.clientId, personId: textClients.personId })
            .from(textClients)
            .where(and(eq(textClients.definitionId, definitionId), inArray(textClients.clientId, clientIds)))
        ).map(({ clientId, personId }) => [clientId, personId] as const),
  );
  const keyOf = (personId: string | null, amendment: number | null) =>
    amendment === null ? (personId ?? "begun") : `amendment ${amendment}`;
  const byAuthor = new Map<string, AuthorShare & { personId: string | null }>();
  const shareOf = (personId: string | null, amendment: number | null) => {
    const key = keyOf(personId, amendment);
    const taken = updates === null ? null : 0;
    const known = byAuthor.get(key) ?? { person: null, personId, amendment, characters: 0, taken, nids: [] };
    byAuthor.set(key, known);
    return known;
  };
  for (const [client, { characters, nids }] of shares) {
    const amendment = entered.find(({ textClientId }) => textClientId === client)?.number ?? null;
    const share = shareOf(owners.get(client) ?? null, amendment);
    share.characters += characters;
    share.nids = [...new Set([...share.nids, ...nids])];
  }
  for (const { sequence, personId, bytes } of updates ?? []) {
    const taken = unitsTaken(bytes);
    if (taken === 0) continue;
    const amendment = entered.find(({ textSequence }) => textSequence === sequence)?.number ?? null;
    const share = shareOf(personId, amendment);
    share.taken = (share.taken ?? 0) + taken;
  }
  const ids = [...byAuthor.values()].flatMap(({ personId }) => personId ?? []);
  const named = new Map(
    ids.length === 0
      ? []
      : (
          await tx
            .select({ id: people.id, name: people.name, colour: people.colour })
            .from(people)
            .where(inArray(people.id, ids))
        ).map((person) => [person.id, person] as const),
  );
  return [...byAuthor.values()]
    .map(({ personId, ...share }) => ({ ...share, person: personId === null ? null : (named.get(personId) ?? null) }))
    .sort((one, other) => other.characters + (other.taken ?? 0) - one.characters - (one.taken ?? 0));
}

export type CarriedAmendment = { number: number; by: string; state: AmendmentState; supporters: string[] };

/** The amendments that entered the text between two updates of its log, with those who stood behind them. */
export async function enteredBetween(
  tx: Reader,
  candidateId: string,
  behind: number,
  upTo: number,
): Promise<CarriedAmendment[]> {
  const entered = await loadEntered(tx, candidateId, behind, upTo);
  const supporters = await loadSupporters(
    tx,
    entered.map(({ id }) => id),
  );
  return entered.map(({ id, number, personName, state }) => ({
    number,
    by: personName,
    state,
    supporters: supporters.get(id)!.map(({ name }) => name),
  }));
}

/** The amendments that a version is the first to carry. */
export async function carriedAmendments(tx: Reader, candidateId: string, definitionId: string, number: number) {
  const { versions } = tx.t;
  const heads = await tx
    .select({ number: versions.number, headSequence: versions.headSequence })
    .from(versions)
    .where(and(eq(versions.definitionId, definitionId), inArray(versions.number, [number - 1, number])));
  const at = (which: number) => heads.find((head) => head.number === which)?.headSequence ?? 0;
  return enteredBetween(tx, candidateId, at(number - 1), at(number));
}
