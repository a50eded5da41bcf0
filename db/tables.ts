/** Every table of the product, built for one engine. */
import { dialect, type Engine } from "./dialect.ts";
import { amendmentTables } from "./tables/amendment.ts";
import { attentionTables } from "./tables/attention.ts";
import { ballotTables } from "./tables/ballot.ts";
import { ballotLifeTables } from "./tables/ballot-life.ts";
import { candidateTables } from "./tables/candidate.ts";
import { definitionTables } from "./tables/definition.ts";
import { interestPartTables } from "./tables/interest.ts";
import { listTables } from "./tables/list.ts";
import { interestTables, membershipTables } from "./tables/membership.ts";
import { recordTables } from "./tables/record.ts";
import { reviewTables } from "./tables/review.ts";
import { sealingTables } from "./tables/sealing.ts";
import { systemTables } from "./tables/system.ts";
import { termTables } from "./tables/term.ts";

export function tables(engine: Engine) {
  const d = dialect(engine);
  const membership = membershipTables(d);
  const candidate = candidateTables(d, membership);
  const definition = definitionTables(d, membership, candidate);
  const ballot = ballotTables(d, membership, candidate, definition);
  const review = reviewTables(d, membership, candidate, definition, ballot);
  const interest = interestTables(d, {
    people: membership.people,
    organisations: membership.organisations,
    candidates: candidate.candidates as never,
  });
  return {
    ...membership,
    ...candidate,
    ...interest,
    ...interestPartTables(d, membership, candidate, interest, ballot),
    ...definition,
    ...termTables(d, membership, candidate),
    ...systemTables(d, membership),
    ...amendmentTables(d, membership, candidate, definition),
    ...ballot,
    ...sealingTables(d, membership, ballot),
    ...attentionTables(d, membership, definition, ballot),
    ...ballotLifeTables(d, membership, ballot),
    ...review,
    ...listTables(d, membership, candidate, definition, review),
    ...recordTables(d, membership),
  };
}

export type Tables = ReturnType<typeof tables>;
