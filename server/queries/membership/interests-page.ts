/** The interests in a candidate: the list with its filters, the own form, what the graph proposes and why, disputes, the picture. */
import { asc } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import type { Declaration } from "../../../db/store/interest.ts";
import { loadGraph } from "../../../db/store/interest-graph.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { interestsInForce } from "../../../domain/membership/interest.ts";
import { disputedClasses } from "../../../domain/membership/interest-dispute.ts";
import {
  type InterestGraph,
  isAnswered,
  type Match,
  proposeMatches,
} from "../../../domain/membership/interest-graph.ts";
import { layOut, type PictureLine } from "../../../domain/membership/interest-picture.ts";
import { type Actor, isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { writeTable } from "../../exchange/table-text.ts";
import { readHeadText } from "../../freeze-head.ts";
import { query } from "../../query.ts";
import { asRefusals } from "../candidate/candidate-page.ts";
import { declaredInterests, disputeViews, type InterestFilter, type InterestRow } from "./declared-interests.ts";

type Params = InterestFilter & { candidate: string };

const interestActs = [
  "declare-interest",
  "dispute-interest",
  "classify-interest",
  "settle-classification",
  "record-patent",
  "record-grant",
  "record-tie",
] as const;

/** Every text below a value, in its order. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === "text" && typeof one === "string" ? [one] : textsOf(one),
  );
}

/** All that the candidate says of itself: its case, and the definition as it reads now. */
async function wordsOf(tx: Reader, candidate: Candidate): Promise<string> {
  const { title, rationale, producers, foreignAvailability, evidence, touches } = candidate;
  const head = await readHeadText(tx, candidate);
  const clauses = head ? textsOf(head.text.clauses) : [];
  return [title, rationale, producers, foreignAvailability, evidence, ...touches, ...clauses].join("\n");
}

/** What a person declared, as a line from the person to the body named, or to the candidate where none is. */
function declaredLine(row: InterestRow, candidate: Candidate): PictureLine {
  const to =
    row.organisationId === null
      ? ({ kind: "candidate", id: candidate.id, name: candidate.title } as const)
      : ({ kind: "organisation", id: row.organisationId, name: row.organisation ?? "" } as const);
  return {
    ...{ from: { kind: "person", id: row.personId, name: row.person }, relation: "declared" as const, to },
    words: [row.kind, row.class],
  };
}

/** The proposals to people, with whether each has answered it in a declaration in force. */
function proposalsTo(people: string[], graph: InterestGraph, inForce: ReadonlyMap<string, Declaration>) {
  const names = new Map(graph.people.map((one) => [one.id, one.name]));
  return people.flatMap((personId) =>
    proposeMatches(personId, graph).map((match: Match) => {
      const declared = inForce.get(personId);
      const answered = declared === undefined ? "silent" : isAnswered(match, declared.parts) ? "said" : "not-said";
      return { ...match, person: names.get(personId) ?? "", answered: answered as "silent" | "said" | "not-said" };
    }),
  );
}

export const interestsPage = query(async (tx, actor: Actor, params: Params) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate || actor.kind !== "person" || !isInCircle(actor, candidate.committeeId)) return notFound();
  if (isRefusal(powers["see-interests"](actor, candidate))) return notFound();
  const thing = await candidateThing(tx, candidate);
  const declared = await declaredInterests(tx, candidate, params);
  const graph = await loadGraph(tx, candidate, await wordsOf(tx, candidate));
  const inForce = interestsInForce(declared.latest, tx.now);
  const seesAll = !isRefusal(powers["see-proposals"](actor, candidate));
  const everybody = graph.people.map((one) => one.id);
  const asked = everybody.filter((id) => id === actor.personId || seesAll);
  const proposals = proposalsTo(asked, graph, inForce);
  const own = inForce.get(actor.personId);
  const { organisations, people } = tx.t;
  const isClosed = isRefusal(powers["record-patent"](actor, candidate));
  return {
    candidate: { reference: candidate.reference, slug: slugOf(candidate.reference), title: candidate.title },
    marking: candidate.marking,
    rows: declared.rows,
    none: declared.none,
    bodies: declared.bodies,
    silent: graph.people
      .filter((one) => !inForce.has(one.id))
      .map((one) => one.name)
      .sort((one, other) => one.localeCompare(other)),
    disputes: await disputeViews(tx, declared.disputes),
    disputedClasses: [...disputedClasses],
    filter: { kind: params.kind ?? "", class: params.class ?? "", organisation: params.organisation ?? "" },
    self: actor.personId,
    own: own ? { declaredAt: own.declaredAt, expiresAt: own.expiresAt, parts: own.parts } : null,
    organisations: await tx
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .orderBy(asc(organisations.name)),
    people: isClosed
      ? []
      : await tx.select({ id: people.id, name: people.name }).from(people).orderBy(asc(people.name)),
    ownProposals: proposals.filter((one) => one.personId === actor.personId),
    proposals: seesAll ? proposals : null,
    picture: layOut([
      ...declared.rows.map((row) => declaredLine(row, candidate)),
      ...proposals.flatMap((one) => one.path),
    ]),
    may: asRefusals(
      Object.fromEntries(interestActs.map((act) => [act, powers[act](actor, thing)])) as Record<
        (typeof interestActs)[number],
        ReturnType<(typeof powers)["declare-interest"]>
      >,
    ),
    topics: [`candidate:${candidate.id}`],
  };
});

const day = (at: number | null) => (at === null ? "" : new Date(at).toISOString().slice(0, 10));

const heads = [
  ...["Person", "Kind", "Class", "Organisation", "Share in per cent", "Amount in EUR", "Number", "Office or giver"],
  ...["What it is", "Since", "Until", "Declared", "Expires", "Dispute", "Found by"],
];

const cellsOf = (row: InterestRow): string[] => [
  ...[row.person, row.kind, row.class, row.organisation ?? "", String(row.share ?? ""), String(row.amount_eur ?? "")],
  ...[row.reference ?? "", row.issuer ?? "", row.statement, day(row.since), day(row.until)],
  ...[day(row.declaredAt), day(row.expiresAt), row.dispute ?? "", row.foundBy ?? ""],
];

/** The filtered list as a file, for those who see the page. */
export const interestsFile = query(async (tx, actor, params: Params & { as: "csv" | "json" }) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate || isRefusal(powers["see-interests"](actor, candidate))) return notFound();
  const { rows, none } = await declaredInterests(tx, candidate, params);
  const name = `${slugOf(candidate.reference)}-interests.${params.as}`;
  if (params.as === "csv")
    return { name, marking: candidate.marking, characters: writeTable([heads, ...rows.map(cellsOf)]) };
  const file = {
    format: "plenary-interests/1",
    candidate: candidate.reference,
    interests: rows.map(({ personId: _personId, organisationId: _organisationId, ...row }) => ({
      ...row,
      since: day(row.since) || null,
      until: day(row.until) || null,
      declaredAt: new Date(row.declaredAt).toISOString(),
      expiresAt: new Date(row.expiresAt).toISOString(),
    })),
    none: none.map((one) => ({ person: one.person, declaredAt: new Date(one.declaredAt).toISOString() })),
  };
  return { name, marking: candidate.marking, characters: `${JSON.stringify(file, null, 2)}\n` };
});

/** What the public sees where the candidate is marked CLEAR: kinds and organisations, and nobody's name (rule X10). */
export const publicInterestsPage = query(async (tx, _actor, params: { candidate: string }) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (candidate?.marking !== "CLEAR") return notFound();
  const { rows } = await declaredInterests(tx, candidate);
  const seen = rows.map(({ kind, organisation }) => ({ kind, organisation }));
  return {
    candidate: { reference: candidate.reference, title: candidate.title },
    interests: seen.sort((one, other) =>
      `${one.kind} ${one.organisation ?? ""}`.localeCompare(`${other.kind} ${other.organisation ?? ""}`),
    ),
  };
});
