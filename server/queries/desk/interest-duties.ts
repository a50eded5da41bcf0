/** What interests ask of a person: renewing a declaration, deciding about a flagged ballot, saying the class of a disputed one. */
import { and, desc, eq, inArray, isNotNull, lte } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { loadFlag } from "../../../db/store/ballot-flag.ts";
import { loadRecusals } from "../../../db/store/membership.ts";
import { day_ms } from "../../../domain/instant.ts";
import { type Person, roleIn } from "../../../domain/membership/role.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { committeesOf, type Duty, rowsMax } from "./duty.ts";

/** A declaration is to be renewed from so long before it expires. */
const renewBefore_ms = 30 * day_ms;

/** States in which a candidate still comes before its seats. */
const living = ["drafting", "commenting", "resolving", "ready", "balloting"] as const;

/** Declarations of the person that expire within thirty days, or have, while the candidate or its ballot lives (rule X7). */
export async function renewalDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const committees = committeesOf(person, "holder", "alternate", "chair", "vice-chair");
  if (committees.length === 0) return [];
  const { candidates, interests } = tx.t;
  const rows = await tx
    .select({ reference: candidates.reference, title: candidates.title, expiresAt: interests.expiresAt })
    .from(interests)
    .innerJoin(candidates, eq(candidates.id, interests.candidateId))
    .where(
      and(
        eq(interests.personId, person.personId),
        inArray(candidates.committeeId, committees),
        inArray(candidates.state, [...living]),
      ),
    )
    .orderBy(desc(interests.sequence));
  const latest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!latest.has(row.reference)) latest.set(row.reference, row);
  return [...latest.values()]
    .filter((row) => row.expiresAt - renewBefore_ms <= tx.now)
    .slice(0, rowsMax)
    .map((row) => ({
      kind: "renew-interest",
      title: row.title,
      to: `/candidates/${slugOf(row.reference)}/interests#own`,
      dueAt: row.expiresAt,
      rule: "X7",
      note: null,
      count: 1,
    }));
}

/** Flagged ballots on which the chair decides, and confirmations that await the vice-chair (rule X9). */
export async function flagDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const chaired = committeesOf(person, "chair", "vice-chair");
  if (chaired.length === 0) return [];
  const { ballots, candidates, committees } = tx.t;
  const rows = await tx
    .select({ ballot: ballots, title: candidates.title, zone: committees.zone })
    .from(ballots)
    .innerJoin(candidates, eq(candidates.id, ballots.candidateId))
    .innerJoin(committees, eq(committees.id, ballots.committeeId))
    .where(and(inArray(ballots.committeeId, chaired), eq(ballots.state, "certified"), isNotNull(ballots.dueAt)))
    .limit(rowsMax);
  const duties: Duty[] = [];
  for (const { ballot, title, zone } of rows) {
    const flag = await loadFlag(tx, ballot, zone);
    const { barredPeople, chairPresides } = await loadRecusals(tx, ballot.committeeId, ballot.candidateId);
    if (!flag.isUndecided || barredPeople.includes(person.personId)) continue;
    const isChair = roleIn(person, ballot.committeeId, "chair") !== undefined;
    const agrees = !isChair && flag.askedBy !== null && flag.askedBy !== person.personId;
    if (!agrees && !(isChair || !chairPresides)) continue;
    if (!agrees && flag.askedBy !== null) continue;
    duties.push({
      kind: agrees ? "agree-confirmation" : "decide-flag",
      title,
      to: `/ballots/${slugOf(ballot.reference)}#flag`,
      dueAt: flag.dueAt,
      rule: "X9",
      note: ballot.reference,
      count: 1,
    });
  }
  return duties;
}

/** Disputed classes on which the person, as a chair, has not spoken (rule X6). */
export async function disputeDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const chaired = committeesOf(person, "chair", "vice-chair");
  if (chaired.length === 0) return [];
  const { interestDisputes, candidates } = tx.t;
  const rows = await tx
    .select({ dispute: interestDisputes, candidate: candidates })
    .from(interestDisputes)
    .innerJoin(candidates, eq(candidates.id, interestDisputes.candidateId))
    .where(
      and(
        eq(interestDisputes.state, "open"),
        inArray(candidates.committeeId, chaired),
        lte(interestDisputes.raisedAt, tx.now),
      ),
    )
    .limit(rowsMax);
  const duties: Duty[] = [];
  for (const { dispute, candidate } of rows) {
    const isChair = roleIn(person, candidate.committeeId, "chair") !== undefined;
    const said = isChair ? dispute.chairSays : dispute.viceChairSays;
    const { barredPeople } = await loadRecusals(tx, candidate.committeeId, candidate.id);
    if (said !== null || dispute.personId === person.personId || barredPeople.includes(person.personId)) continue;
    duties.push({
      kind: "classify-interest",
      title: candidate.title,
      to: `/candidates/${slugOf(candidate.reference)}/interests#disputes`,
      dueAt: null,
      rule: "X6",
      note: null,
      count: 1,
    });
  }
  return duties;
}
