/**
 * Tells a candidate's story on to its ballot by running commands: a short text, a scope, a comment round, ready, drafted,
 * open. Everything moves the clock of the regime that it is given.
 */
import type { ControlText } from "../../domain/definition/control-text.ts";
import type { Person } from "../../domain/membership/role.ts";
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

/** Opens a drafted ballot whose gate is met. */
export async function openBallot(regime: Regime, ballot: string): Promise<void> {
  await regime.done(regime.chair, "open-ballot", { ballot });
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
