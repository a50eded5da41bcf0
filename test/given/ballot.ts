/**
 * Tells a candidate's story on to its ballot by running commands: a short text, a scope, a comment round, ready, drafted,
 * open. Everything moves the clock of the regime that it is given.
 */
import { findBallot } from "../../db/store/ballot.ts";
import type { ControlText } from "../../domain/definition/control-text.ts";
import type { Person } from "../../domain/membership/role.ts";
import type { acts } from "../../server/acts.ts";
import { givenDrafting, type MemberCode, memberCodes, type Regime, scopeFields } from "./regime.ts";

const amber = { marking: "AMBER", caveat: [] } as const;

/** Three clauses without a fault: what they say does not matter to a ballot, only that they can be cited. */
export function ballotText(qubits: string): ControlText {
  return {
    format: "plenary-control-text/1",
    reference: "4A906",
    title: "Quantum computers",
    terms: [],
    clauses: [
      { nid: "c1", level: 1, kind: "item", ...amber, caveat: [], content: [{ text: "Quantum computers as follows:" }] },
      {
        nid: "c2",
        level: 2,
        kind: "item",
        ...amber,
        caveat: [],
        content: [{ text: `Supporting ${qubits} or more physical qubits;` }],
      },
      { nid: "c3", level: 1, kind: "item", ...amber, caveat: [], content: [{ text: "Qubit devices for these." }] },
    ],
  };
}

/** Norway's candidate with text, scope and a comment round behind it: ready. */
export async function givenReady(regime: Regime, given: { title?: string } = {}) {
  const candidate = await givenDrafting(regime, given);
  await regime.done(regime.holders.NO, "start-definition", {
    candidate: candidate.id,
    text: ballotText("34") as unknown as Record<string, unknown>,
  });
  await regime.done(regime.secretariat, "draft-scope", scopeFields(candidate.id));
  await regime.done(regime.chair, "open-comment-round", { candidate: candidate.id, days: 14 });
  regime.pass({ days: 14 });
  await regime.byClock("close-comment-round", { candidate: candidate.id });
  await regime.done(regime.chair, "mark-ready", { candidate: candidate.id });
  return candidate;
}

/** Every seat of the roll answers the interest question with "none". */
export async function givenAnswers(regime: Regime, candidate: string, people?: Person[]): Promise<void> {
  const all = people ?? [...memberCodes.map((code) => regime.holders[code]), regime.industryHolder];
  for (const who of all)
    await regime.done(who, "declare-interest", { candidate, kind: "none", class: "none", statement: "" });
}

/** Drafted by the secretariat on a ready candidate, 14 days long. */
export async function givenDrafted(regime: Regime, given: { title?: string } = {}) {
  const candidate = await givenReady(regime, given);
  const ballot = await regime.done(regime.secretariat, "draft-ballot", {
    candidate: candidate.id,
    question: "Shall version 1 of this definition be recommended to the members?",
    days: 14,
  });
  return { candidate, ballot: ballot.id, reference: ballot.reference };
}

/** Opens a drafted ballot, by whoever it takes: stories say here alone how that goes. */
export async function openBallot(regime: Regime, ballot: string): Promise<void> {
  await regime.byTwo(regime.chair, "open-ballot", { ballot });
}

/** Open, with every seat's interests answered; `textHash` is what positions are bound to. */
export async function givenOpen(regime: Regime, given: { title?: string } = {}) {
  const drafted = await givenDrafted(regime, given);
  await givenAnswers(regime, drafted.candidate.id);
  await openBallot(regime, drafted.ballot);
  const textHash = await regime.db.read(async (tx) => {
    const [version] = await tx.select({ hash: tx.t.versions.textHash }).from(tx.t.versions);
    return version!.hash;
  });
  return { ...drafted, textHash };
}

export type OpenBallot = Awaited<ReturnType<typeof givenOpen>>;

/** What a person casts: the fields of the form, with only the word given. */
export function castFields(
  open: { ballot: string; textHash: string },
  word: string,
  more: Record<string, string> = {},
) {
  return { ballot: open.ballot, word, textHash: open.textHash, reason: "", ...more };
}

/** Each member's delegation takes its position. */
export async function givenPositions(
  regime: Regime,
  open: { ballot: string; textHash: string },
  words: Partial<Record<MemberCode, string>>,
): Promise<void> {
  for (const [code, word] of Object.entries(words)) {
    const fields = castFields(open, word, { reason: "The threshold is set too low." });
    await regime.done(regime.holders[code as MemberCode], "cast-position", fields);
  }
}

type DraftFields = Parameters<(typeof acts)["draft-ballot"]>[2];
type CastFields = Parameters<(typeof acts)["cast-position"]>[2];

/** A question of the committee, drafted by the secretariat and open. */
export async function givenQuestion(
  regime: Regime,
  fields: DraftFields,
): Promise<{ ballot: string; reference: string }> {
  const about = fields.candidate === undefined ? { committee: regime.committee.id } : {};
  const question = "How shall the committee go on?";
  const { id, reference } = await regime.done(regime.secretariat, "draft-ballot", { question, ...about, ...fields });
  await openBallot(regime, id);
  return { ballot: id, reference };
}

/** What each seat says: a word, or the fields of a set or ranking; `industry` is the body of Norway. */
export type Sayings = Partial<Record<MemberCode | "industry", string | Partial<CastFields>>>;

/** Each seat takes its position; words that need a reason have one. */
export async function givenSayings(regime: Regime, ballot: string, sayings: Sayings, textHash = ""): Promise<void> {
  for (const [code, said] of Object.entries(sayings)) {
    const who = code === "industry" ? regime.industryHolder : regime.holders[code as MemberCode];
    const fields = typeof said === "string" ? { word: said } : said;
    await regime.done(who, "cast-position", {
      ballot,
      textHash,
      reason: "As said in the meeting.",
      ...fields,
    } as CastFields);
  }
}

/** The clock closes the ballot when its time is over, and certifies it 72 h later. */
export async function givenCertifiedNow(regime: Regime, ballot: string, days: number): Promise<void> {
  regime.pass({ days });
  await regime.byClock("close-ballot", { ballot });
  regime.pass({ days: 3 });
  await regime.byClock("certify-ballot", { ballot });
}

/** Closes the ballot at its closing time, as the clock does. */
export async function closeAtItsTime(regime: Regime, ballot: string) {
  const { closesAt } = await ballotRow(regime, ballot);
  regime.pass({ ms: closesAt! - (await regime.now()) });
  return regime.byClock("close-ballot", { ballot });
}

/** The row of the ballot as it stands. */
export const ballotRow = (regime: Regime, ballot: string) =>
  regime.db.read(async (tx) => (await findBallot(tx, ballot))!);

/** What is recorded for a seat's holder: the fields of the form, with only the word given. */
export function recordedFields(
  regime: Regime,
  open: { ballot: string; textHash: string },
  code: MemberCode,
  word: string,
  more: Record<string, string> = {},
) {
  return {
    ...{ ballot: open.ballot, seat: regime.seats[code].id, person: regime.holders[code].personId, word },
    ...{ reason: "", textHash: open.textHash, evidence: "Said in the meeting of the committee, item 4." },
    ...more,
  };
}
