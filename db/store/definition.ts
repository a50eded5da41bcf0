/** Rows of definitions, their frozen versions and the waivers of their faults ⇄ domain values. */
import { and, asc, desc, eq } from "drizzle-orm";
import type { FaultCode, Waiver } from "../../domain/definition/linter.ts";
import type { Reader, Tx } from "../open.ts";

/** The hash before the first version (rule D9). */
export const hashBeforeFirstVersion = "0".repeat(64);

export type DefinitionRow = { id: string; candidateId: string; headSequence: number; changedAt: number };

export async function findDefinition(tx: Reader, candidateId: string): Promise<DefinitionRow | null> {
  const { definitions } = tx.t;
  const [row] = await tx
    .select({
      id: definitions.id,
      candidateId: definitions.candidateId,
      headSequence: definitions.headSequence,
      changedAt: definitions.changedAt,
    })
    .from(definitions)
    .where(eq(definitions.candidateId, candidateId));
  return row ?? null;
}

/** A frozen version without its text. */
export type VersionHead = {
  id: string;
  number: number;
  textHash: string;
  previousHash: string;
  reason: string;
  frozenAt: number;
  frozenBy: string | null;
};

export type Version = VersionHead & {
  /** Canonical JSON, as it was hashed. */
  text: string;
};

function headColumns({ t: { versions, people } }: Reader) {
  return {
    id: versions.id,
    number: versions.number,
    textHash: versions.textHash,
    previousHash: versions.previousHash,
    reason: versions.reason,
    frozenAt: versions.frozenAt,
    frozenBy: people.name,
  };
}

/** All versions, oldest first; `frozenBy` is the name of the person. */
export async function loadVersionHeads(tx: Reader, definitionId: string): Promise<VersionHead[]> {
  const { versions, people } = tx.t;
  return tx
    .select(headColumns(tx))
    .from(versions)
    .leftJoin(people, eq(people.id, versions.frozenBy))
    .where(eq(versions.definitionId, definitionId))
    .orderBy(asc(versions.number));
}

export async function findLatestVersion(tx: Reader, definitionId: string): Promise<VersionHead | null> {
  const { versions, people } = tx.t;
  const [row] = await tx
    .select(headColumns(tx))
    .from(versions)
    .leftJoin(people, eq(people.id, versions.frozenBy))
    .where(eq(versions.definitionId, definitionId))
    .orderBy(desc(versions.number))
    .limit(1);
  return row ?? null;
}

export async function findVersion(tx: Reader, definitionId: string, number: number): Promise<Version | null> {
  const { versions, people } = tx.t;
  const [row] = await tx
    .select({ ...headColumns(tx), text: versions.text })
    .from(versions)
    .leftJoin(people, eq(people.id, versions.frozenBy))
    .where(and(eq(versions.definitionId, definitionId), eq(versions.number, number)));
  return row ?? null;
}

export type NewVersion = Omit<Version, "frozenAt"> & {
  definitionId: string;
  plainText: string;
  /** Compressed state of the live text. */
  state: Buffer;
  headSequence: number;
};

export async function saveVersion(tx: Tx, version: NewVersion): Promise<void> {
  await tx.insert(tx.t.versions).values({ ...version, frozenAt: tx.now });
}

export type GivenWaiver = Required<Waiver> & { personName: string; at: number };

export async function loadWaivers(tx: Reader, definitionId: string): Promise<GivenWaiver[]> {
  const { waivers, people } = tx.t;
  const rows = await tx
    .select({
      code: waivers.code,
      nid: waivers.nid,
      detail: waivers.detail,
      clauseTextHash: waivers.clauseHash,
      reason: waivers.reason,
      personName: people.name,
      at: waivers.at,
    })
    .from(waivers)
    .innerJoin(people, eq(people.id, waivers.personId))
    .where(eq(waivers.definitionId, definitionId))
    .orderBy(asc(waivers.at));
  return rows.map((row) => ({ ...row, code: row.code as FaultCode }));
}

export async function saveWaiver(
  tx: Tx,
  given: Required<Waiver> & { id: string; definitionId: string; personId: string },
): Promise<void> {
  const { clauseTextHash, ...waiver } = given;
  await tx.insert(tx.t.waivers).values({ ...waiver, clauseHash: clauseTextHash, at: tx.now });
}
