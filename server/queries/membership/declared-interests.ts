/** The declared interests of a candidate as rows of a list and of its files: who, kind, organisation, class, since, dispute. */
import { eq, inArray } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { type Declaration, type DisputeRow, loadDeclarations, loadDisputes } from "../../../db/store/interest.ts";
import { findCommittee, namesOfPeople } from "../../../db/store/membership.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import {
  type InterestPart,
  interestClasses,
  interestKinds,
  interestsInForce,
} from "../../../domain/membership/interest.ts";
import { isLate } from "../../../domain/membership/interest-facts.ts";

export type InterestRow = {
  personId: string;
  person: string;
  number: number;
  kind: InterestPart["kind"];
  class: InterestPart["class"];
  organisationId: string | null;
  organisation: string | null;
  share: number | null;
  amount_eur: number | null;
  reference: string | null;
  issuer: string | null;
  statement: string;
  since: number | null;
  until: number | null;
  declaredAt: number;
  expiresAt: number;
  isExpired: boolean;
  isLate: boolean;
  foundBy: string | null;
  /** The state of its dispute, or null. */
  dispute: DisputeRow["state"] | null;
};

export type InterestFilter = { kind?: string | null; class?: string | null; organisation?: string | null };

/** The latest declaration of each person, in force or expired. */
function latestOf(declarations: readonly Declaration[]): Declaration[] {
  return [...interestsInForce(declarations, Number.MIN_SAFE_INTEGER).values()];
}

function disputeOf(disputes: readonly DisputeRow[], personId: string, part: InterestPart): DisputeRow | undefined {
  return disputes.find(
    (one) => one.personId === personId && one.kind === part.kind && one.organisationId === part.organisationId,
  );
}

export async function organisationNames(tx: Reader, ids: (string | null)[]): Promise<Map<string, string>> {
  const { organisations } = tx.t;
  const known = [...new Set(ids.filter((id): id is string => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, known));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Every row that the filter lets through, and the names of those who declared none. */
export async function declaredInterests(tx: Reader, candidate: Candidate, filter: InterestFilter = {}) {
  const all = await loadDeclarations(tx, candidate.id);
  const disputes = await loadDisputes(tx, candidate.id);
  const latest = latestOf(all);
  const committee = (await findCommittee(tx, candidate.committeeId))!;
  const names = await namesOfPeople(tx, [
    ...latest.flatMap((one) => [one.personId, ...one.parts.map((part) => part.foundBy)]),
  ]);
  const bodies = await organisationNames(
    tx,
    latest.flatMap((one) => one.parts.map((part) => part.organisationId)),
  );
  const rows = latest.flatMap((declaration): InterestRow[] => {
    const { personId, declaredAt, expiresAt } = declaration;
    const before = all.findLast((one) => one.personId === personId && one.id !== declaration.id)?.declaredAt ?? null;
    return declaration.parts.map((part) => ({
      ...{ personId, person: names.get(personId) ?? "", number: part.number, kind: part.kind, class: part.class },
      ...{ organisationId: part.organisationId, organisation: bodies.get(part.organisationId ?? "") ?? null },
      share: part.shareHundredths === null ? null : part.shareHundredths / 100,
      ...{ amount_eur: part.amount_eur, reference: part.reference, issuer: part.issuer, statement: part.statement },
      ...{ since: part.since, until: part.until, declaredAt, expiresAt, isExpired: expiresAt <= tx.now },
      isLate: isLate(part, { declaredAt, before }, { zone: committee.zone }),
      foundBy: part.foundBy === null ? null : (names.get(part.foundBy) ?? ""),
      dispute: disputeOf(disputes, personId, part)?.state ?? null,
    }));
  });
  const kind = interestKinds.find((one) => one === filter.kind);
  const asked = interestClasses.find((one) => one === filter.class);
  return {
    rows: rows
      .filter((row) => kind === undefined || row.kind === kind)
      .filter((row) => asked === undefined || row.class === asked)
      .filter((row) => !filter.organisation || row.organisationId === filter.organisation)
      .sort((one, other) => one.person.localeCompare(other.person) || one.number - other.number),
    none: latest
      .filter((one) => one.parts.length === 0)
      .map((one) => ({
        person: names.get(one.personId) ?? "",
        declaredAt: one.declaredAt,
        isExpired: one.expiresAt <= tx.now,
      }))
      .sort((one, other) => one.person.localeCompare(other.person)),
    bodies: [...bodies].map(([id, name]) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name)),
    latest,
    disputes,
  };
}

/** Disputes with names, for the page. */
export async function disputeViews(tx: Reader, disputes: readonly DisputeRow[]) {
  const names = await namesOfPeople(
    tx,
    disputes.flatMap((one) => [one.personId, one.raisedBy]),
  );
  const bodies = await organisationNames(
    tx,
    disputes.map((one) => one.organisationId),
  );
  const { ballots } = tx.t;
  const views = [];
  for (const one of disputes) {
    const [cited] =
      one.ballotId === null
        ? []
        : await tx.select({ reference: ballots.reference }).from(ballots).where(eq(ballots.id, one.ballotId));
    const { id, kind, declaredClass, reason, raisedAt, state, chairSays, viceChairSays, decidedClass, decidedAt } = one;
    views.push({
      ...{ id, kind, declaredClass, reason, raisedAt, state, chairSays, viceChairSays, decidedClass, decidedAt },
      ...{ personId: one.personId, person: names.get(one.personId) ?? "", by: names.get(one.raisedBy) ?? "" },
      ...{ organisation: bodies.get(one.organisationId ?? "") ?? null, ballot: cited?.reference ?? null },
    });
  }
  return views;
}
