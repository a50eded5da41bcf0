/** Rows of the interest graph ⇄ the values of which the rules propose matches (rule X2). */
import { and, eq, inArray } from "drizzle-orm";
import type { Candidate } from "../../domain/candidate/candidate.ts";
import type { GraphPerson, InterestGraph } from "../../domain/membership/interest-graph.ts";
import type { Reader } from "../open.ts";
import { inForce } from "./membership.ts";

/** People who take part in the committee's decisions, with their employers and the bodies that nominated their seats. */
async function loadGraphPeople(tx: Reader, committeeId: string): Promise<GraphPerson[]> {
  const { roles, people, seats } = tx.t;
  const rows = await tx
    .select({ id: people.id, name: people.name, employerId: people.organisationId, nominator: seats.organisationId })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .leftJoin(seats, eq(seats.id, roles.seatId))
    .where(
      and(
        eq(roles.committeeId, committeeId),
        inArray(roles.role, ["holder", "alternate", "chair", "vice-chair"]),
        inForce(tx),
      ),
    );
  const found = new Map<string, GraphPerson>();
  for (const { id, name, employerId, nominator } of rows) {
    const known = found.get(id) ?? { id, name, employerId, nominators: [] };
    if (nominator !== null && !known.nominators.includes(nominator)) known.nominators.push(nominator);
    found.set(id, known);
  }
  return [...found.values()];
}

/** The graph around a candidate; `text` is all that the candidate says of itself. */
export async function loadGraph(tx: Reader, candidate: Candidate, text: string): Promise<InterestGraph> {
  const { organisations, patents, grants, organisationTies } = tx.t;
  return {
    people: await loadGraphPeople(tx, candidate.committeeId),
    organisations: await tx.select({ id: organisations.id, name: organisations.name }).from(organisations),
    patents: await tx.select().from(patents),
    grants: await tx.select().from(grants),
    ties: await tx
      .select({ fromId: organisationTies.fromId, kind: organisationTies.kind, toId: organisationTies.toId })
      .from(organisationTies),
    candidate: { id: candidate.id, title: candidate.title, text },
  };
}
