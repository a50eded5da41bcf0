/** Where comments stand today: their clause's number, whether their words are gone, and what a redline since would show. */
import { and, asc, eq, gte, inArray } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import type { CommentRow } from "../../../db/store/comment.ts";
import { removedIn, type Standing, standingIn } from "../../../domain/definition/comment-anchor.ts";
import type { Clause, ClauseKind } from "../../../domain/definition/control-text.ts";
import { numbers } from "../../../domain/definition/numbering.ts";

/** How a page names a clause: its number, else its kind; `gone` where it no longer stands in the text. */
export type ClauseName = { label: string; kind: ClauseKind | null; gone: boolean };

export function clauseNames(clauses: Clause[]): (nid: string) => ClauseName {
  const labels = numbers(clauses);
  const kinds = new Map(clauses.map((clause) => [clause.nid, clause.kind]));
  return (nid) => ({
    label: (labels.get(nid) ?? "").replace(/\.$/, ""),
    kind: kinds.get(nid) ?? null,
    gone: nid !== "" && !kinds.has(nid),
  });
}

export type CommentPlace = {
  standing: Standing["kind"];
  /** The clause that holds the words now, where it is another one. */
  now: ClauseName | null;
  /** The version that no longer has the clause; null while none is frozen without it. */
  removedIn: number | null;
  /** The version that was commented on. */
  version: number | null;
  /** The newest version, where it is a later one: a redline leads from one to the other. */
  redlineTo: number | null;
};

/** The versions of the candidate by id, oldest first, without their text. */
async function versionsOf(tx: Reader, candidateId: string) {
  const { versions, definitions } = tx.t;
  return tx
    .select({ id: versions.id, number: versions.number, definitionId: versions.definitionId })
    .from(versions)
    .innerJoin(definitions, eq(definitions.id, versions.definitionId))
    .where(eq(definitions.candidateId, candidateId))
    .orderBy(asc(versions.number));
}

/** The clauses that each version from this number on holds. Read only where a clause is gone. */
async function clausesSince(tx: Reader, definitionId: string, number: number) {
  const { versions } = tx.t;
  const rows = await tx
    .select({ number: versions.number, text: versions.text })
    .from(versions)
    .where(and(eq(versions.definitionId, definitionId), gte(versions.number, number)))
    .orderBy(asc(versions.number));
  return rows.map((row) => ({
    number: row.number,
    nids: new Set((JSON.parse(row.text) as { clauses: Clause[] }).clauses.map(({ nid }) => nid)),
  }));
}

/** The place of each comment, by the comment's id. All are of one candidate. */
export async function placesOf(tx: Reader, rows: CommentRow[], clauses: Clause[]): Promise<Map<string, CommentPlace>> {
  const first = rows[0];
  if (!first) return new Map();
  const versions = await versionsOf(tx, first.candidateId);
  const numberOf = new Map(versions.map(({ id, number }) => [id, number]));
  const latest = versions.at(-1);
  const nameOf = clauseNames(clauses);
  const standings = new Map(rows.map((row) => [row.id, standingIn(clauses, row)]));
  const gone = rows.filter((row) => standings.get(row.id)!.kind === "clause-gone");
  const since = gone.map((row) => (row.versionId === null ? 0 : (numberOf.get(row.versionId) ?? 0)) + 1);
  const held = gone.length > 0 && latest ? await clausesSince(tx, latest.definitionId, Math.min(...since)) : [];
  return new Map(
    rows.map((row) => {
      const standing = standings.get(row.id)!;
      const version = row.versionId === null ? null : (numberOf.get(row.versionId) ?? null);
      return [
        row.id,
        {
          standing: standing.kind,
          now: standing.kind === "elsewhere" ? nameOf(standing.nid) : null,
          removedIn:
            standing.kind === "clause-gone"
              ? removedIn(
                  row.nid,
                  held.filter(({ number }) => number > (version ?? 0)),
                )
              : null,
          version,
          redlineTo: version !== null && latest && latest.number > version ? latest.number : null,
        },
      ];
    }),
  );
}

/** What may carry an accepted comment: the versions after the commented one, the next one, and accepted amendments. */
export type CarrierChoices = { latest: number; amendments: { id: string; number: number }[] };

export async function carrierChoices(tx: Reader, candidateId: string): Promise<CarrierChoices> {
  const { amendments } = tx.t;
  const versions = await versionsOf(tx, candidateId);
  const accepted = await tx
    .select({ id: amendments.id, number: amendments.number })
    .from(amendments)
    .where(and(eq(amendments.candidateId, candidateId), eq(amendments.state, "accepted")))
    .orderBy(asc(amendments.number))
    .limit(200);
  return { latest: versions.at(-1)?.number ?? 0, amendments: accepted };
}

/** The numbers of these amendments, by id. */
export async function amendmentNumbers(tx: Reader, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { amendments } = tx.t;
  const rows = await tx
    .select({ id: amendments.id, number: amendments.number })
    .from(amendments)
    .where(inArray(amendments.id, ids));
  return new Map(rows.map(({ id, number }) => [id, number]));
}
