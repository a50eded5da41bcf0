/** Tells a candidate's story on to the governments by running commands: recommended, transmitted, dispatched, delivered, over. */
import type { ControlText } from "../../domain/definition/control-text.ts";
import { ballotText, givenAnswers } from "./ballot.ts";
import { givenDrafting, type MemberCode, memberCodes, type Regime, scopeFields } from "./regime.ts";

export type GivenText = { title?: string; qubits?: string; text?: ControlText };

/** Norway's candidate with a certified adopted ballot: its recommendation is drafted. */
export async function givenRecommended(regime: Regime, { title, qubits = "34", text }: GivenText = {}) {
  const candidate = await givenDrafting(regime, title === undefined ? {} : { title });
  await regime.done(regime.holders.NO, "start-definition", {
    candidate: candidate.id,
    text: (text ?? ballotText(qubits)) as unknown as Record<string, unknown>,
  });
  await regime.done(regime.secretariat, "draft-scope", scopeFields(candidate.id));
  await regime.done(regime.chair, "open-comment-round", { candidate: candidate.id, days: 14 });
  regime.pass({ days: 14 });
  await regime.byClock("close-comment-round", { candidate: candidate.id });
  await regime.done(regime.chair, "mark-ready", { candidate: candidate.id });
  const { id: ballot } = await regime.done(regime.secretariat, "draft-ballot", {
    candidate: candidate.id,
    question: "Shall this definition be recommended to the members?",
    days: 14,
  });
  await givenAnswers(regime, candidate.id);
  await regime.byTwo(regime.chair, "open-ballot", { ballot });
  const textHash = await textHashOf(regime, candidate.id);
  for (const code of memberCodes)
    await regime.done(regime.holders[code], "cast-position", { ballot, word: "yes", textHash, reason: "" });
  regime.pass({ days: 14 });
  await regime.byClock("close-ballot", { ballot });
  regime.pass({ days: 3 });
  const certified = await regime.byClock("certify-ballot", { ballot });
  return { candidate: candidate.id, ballot, textHash, recommendation: certified.recommendation! };
}

/** The hash of the candidate's latest frozen text. */
export async function textHashOf(regime: Regime, candidateId: string): Promise<string> {
  return regime.db.read(async (tx) => {
    const { versions, definitions } = tx.t;
    const found = await tx
      .select({ hash: versions.textHash, of: versions.definitionId, at: versions.number })
      .from(versions);
    const own = await tx.select({ id: definitions.id, candidateId: definitions.candidateId }).from(definitions);
    const { id } = own.find((one) => one.candidateId === candidateId)!;
    return found.filter((one) => one.of === id).sort((one, other) => other.at - one.at)[0]!.hash;
  });
}

type RoundKind = { kind?: "new-entry" | "amendment" | "correction"; entry?: string };

/** Transmitted, with a round prepared. */
export async function givenPrepared(regime: Regime, given: GivenText & RoundKind = {}) {
  const recommended = await givenRecommended(regime, given);
  await regime.done(regime.secretariat, "transmit-recommendation", { recommendation: recommended.recommendation });
  const { id: round } = await regime.done(regime.secretariat, "prepare-round", {
    recommendation: recommended.recommendation,
    kind: given.kind ?? "new-entry",
    entry: given.entry ?? "",
  });
  return { ...recommended, round };
}

/** Dispatched to the seven members; none has proof of delivery. */
export async function givenDispatched(regime: Regime, given: GivenText & RoundKind = {}) {
  const prepared = await givenPrepared(regime, given);
  await regime.byTwo(regime.chair, "dispatch-round", { round: prepared.round });
  return prepared;
}

export type GivenRound = Awaited<ReturnType<typeof givenDispatched>>;

/** These members acknowledge the text. */
export async function givenDelivered(regime: Regime, { round, textHash }: GivenRound, members: readonly MemberCode[]) {
  for (const code of members) await regime.done(regime.reviewers[code], "acknowledge-delivery", { round, textHash });
}

/** Running: each member has proof of delivery. */
export async function givenRunning(regime: Regime, given: GivenText & RoundKind = {}) {
  const dispatched = await givenDispatched(regime, given);
  await givenDelivered(regime, dispatched, memberCodes);
  return dispatched;
}

/** The row of the round as it stands. */
export async function roundRow(regime: Regime, round: string) {
  return regime.db.read(async (tx) => {
    const rows = await tx.select().from(tx.t.rounds);
    return rows.find((one) => one.id === round)!;
  });
}

/** Moves the clock to an instant, which must lie ahead. */
export async function passUntil(regime: Regime, at: number): Promise<void> {
  const now = await regime.now();
  if (at < now) throw new Error(`${new Date(at).toISOString()} has passed.`);
  regime.pass({ ms: at - now });
}

/** Moves the clock to the instant at which the clock certifies the round. */
export async function passRound(regime: Regime, round: string): Promise<void> {
  await passUntil(regime, (await roundRow(regime, round)).dueAt!);
}

/** Adopted by the silence of all: listed, in a new edition. */
export async function givenListed(regime: Regime, given: GivenText & RoundKind = {}) {
  const running = await givenRunning(regime, given);
  await passRound(regime, running.round);
  await regime.byClock("adopt-by-silence", { round: running.round });
  return running;
}
