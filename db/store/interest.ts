/** Declarations with their interests, disputes about them, and their rows ⇄ domain values. Rules X1, X6, X7. */
import { and, asc, count, eq, isNotNull, lt } from "drizzle-orm";
import type { Instant } from "../../domain/instant.ts";
import {
  directOrganisationsOf,
  type Interest,
  type InterestPart,
  interestLife_ms,
  strongest,
} from "../../domain/membership/interest.ts";
import type { Reader, Tx } from "../open.ts";
import type { Tables } from "../tables.ts";

export type DisputeRow = Tables["interestDisputes"]["$inferSelect"];
type DeclarationRow = Tables["interests"]["$inferSelect"];

/** A declaration with its interests in the classes that count: the declared ones, or those decided in a dispute. */
export type Declaration = Interest & { id: string; statement: string; parts: InterestPart[] };

type Decision = Pick<DisputeRow, "personId" | "kind" | "organisationId" | "decidedClass" | "decidedAt">;

/** What was decided before an instant about interests in the candidate, oldest first. */
async function loadDecisions(tx: Reader, candidateId: string, before: Instant): Promise<Decision[]> {
  const { interestDisputes } = tx.t;
  const { personId, kind, organisationId, decidedClass, decidedAt } = interestDisputes;
  return tx
    .select({ personId, kind, organisationId, decidedClass, decidedAt })
    .from(interestDisputes)
    .where(and(eq(interestDisputes.candidateId, candidateId), isNotNull(decidedClass), lt(decidedAt, before)))
    .orderBy(asc(decidedAt));
}

/** The interests in the classes that were decided for their person, kind and body (rule X6). */
function inDecidedClasses(personId: string, parts: readonly InterestPart[], decisions: Decision[]): InterestPart[] {
  return parts.map((part) => {
    const decided = decisions.findLast(
      (one) => one.personId === personId && one.kind === part.kind && one.organisationId === part.organisationId,
    );
    return decided?.decidedClass ? { ...part, class: decided.decidedClass } : part;
  });
}

/** A declaration from before declarations had parts is one interest. */
function partOfRow(row: DeclarationRow): InterestPart[] {
  if (row.kind === "none") return [];
  const { kind, class: declared, organisationId, statement } = row;
  const nothing = { shareHundredths: null, amount_eur: null, reference: null, issuer: null, since: null, until: null };
  return [{ number: 1, kind, class: declared, organisationId, statement, ...nothing, foundBy: null }];
}

function declarationOf(row: DeclarationRow, parts: InterestPart[]): Declaration {
  const first = strongest(parts);
  return {
    ...{ id: row.id, personId: row.personId, statement: row.statement },
    ...{ kind: first?.kind ?? "none", class: first?.class ?? "none", organisationId: first?.organisationId ?? null },
    directOrganisations: directOrganisationsOf(parts),
    ...{ declaredAt: row.declaredAt, expiresAt: row.expiresAt, parts },
  };
}

/** Every declaration for the candidate, oldest first, as what was decided before the instant lets it stand. */
export async function loadDeclarations(
  tx: Reader,
  candidateId: string,
  before: Instant = tx.now + 1,
): Promise<Declaration[]> {
  const { interests, interestParts } = tx.t;
  const rows = await tx
    .select()
    .from(interests)
    .where(eq(interests.candidateId, candidateId))
    .orderBy(asc(interests.declaredAt), asc(interests.sequence));
  if (rows.every((row) => row.kind === "none")) return rows.map((row) => declarationOf(row, []));
  const parts = await tx
    .select({ part: interestParts })
    .from(interestParts)
    .innerJoin(interests, eq(interests.id, interestParts.interestId))
    .where(eq(interests.candidateId, candidateId))
    .orderBy(asc(interestParts.interestId), asc(interestParts.number));
  const decisions = await loadDecisions(tx, candidateId, before);
  return rows.map((row) => {
    const own = parts.filter(({ part }) => part.interestId === row.id).map(({ part: { interestId, ...part } }) => part);
    return declarationOf(row, inDecidedClasses(row.personId, own.length > 0 ? own : partOfRow(row), decisions));
  });
}

export type NewDeclaration = {
  id: string;
  candidateId: string;
  personId: string;
  parts: InterestPart[];
};

/** Writes a declaration and its interests; handed back as it stands by what was decided before. */
export async function saveDeclaration(
  tx: Tx,
  { id, candidateId, personId, parts }: NewDeclaration,
): Promise<Declaration> {
  const { interests, interestParts } = tx.t;
  const first = strongest(parts);
  const [{ before } = { before: 0 }] = await tx
    .select({ before: count() })
    .from(interests)
    .where(and(eq(interests.candidateId, candidateId), eq(interests.personId, personId)));
  const row: DeclarationRow = {
    ...{ id, candidateId, personId, sequence: before + 1 },
    ...{ kind: first?.kind ?? "none", class: first?.class ?? "none", organisationId: first?.organisationId ?? null },
    ...{ statement: first?.statement ?? "", declaredAt: tx.now, expiresAt: tx.now + interestLife_ms },
  };
  await tx.insert(interests).values(row);
  if (parts.length > 0) await tx.insert(interestParts).values(parts.map((part) => ({ ...part, interestId: id })));
  const decisions = await loadDecisions(tx, candidateId, tx.now + 1);
  return declarationOf(row, inDecidedClasses(personId, parts, decisions));
}

/** The disputes about interests in the candidate, the latest first. */
export async function loadDisputes(tx: Reader, candidateId: string): Promise<DisputeRow[]> {
  const { interestDisputes } = tx.t;
  const rows = await tx.select().from(interestDisputes).where(eq(interestDisputes.candidateId, candidateId));
  return rows.sort((one, other) => other.raisedAt - one.raisedAt);
}

export async function findDispute(tx: Reader, id: string): Promise<DisputeRow | null> {
  const { interestDisputes } = tx.t;
  const [row] = await tx.select().from(interestDisputes).where(eq(interestDisputes.id, id));
  return row ?? null;
}

export async function saveDispute(tx: Tx, id: string, set: Partial<DisputeRow>): Promise<void> {
  const { interestDisputes } = tx.t;
  await tx.update(interestDisputes).set(set).where(eq(interestDisputes.id, id));
}

export async function organisationExists(tx: Reader, id: string): Promise<boolean> {
  const { organisations } = tx.t;
  const [row] = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id));
  return row !== undefined;
}
