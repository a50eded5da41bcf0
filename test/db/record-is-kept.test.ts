/** The constraints that say in SQL what the rules say in the domain, tried on a story's own rows, on the engine under test. */
import { randomBytes } from "node:crypto";
import { eq, getTableName, is, Table } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertOnlyTables } from "../../db/guards.ts";
import type { Tx } from "../../db/open.ts";
import { findCandidate } from "../../db/store/candidate.ts";
import { readHeadText } from "../../server/freeze-head.ts";
import { writeCheckpoint } from "../../server/record/checkpoints.ts";
import { castFields, givenDrafted, givenOpen, givenPositions, recordedFields } from "../given/ballot.ts";
import { givenDrafting, givenRegime, type Regime, rowCounts } from "../given/regime.ts";
import { givenListed } from "../given/round.ts";

let regime: Regime;
const id = () => randomBytes(16).toString("hex");

/** One row at least in each table of the record: an adopted entry, a Discuss with its answer, a waived fault, a thread. */
beforeAll(async () => {
  regime = await givenRegime();
  const listed = await givenListed(regime);
  const open = await givenOpen(regime, { title: "Cryogenic amplifiers" });
  const textHash = await regime.db.read(async (tx) => {
    const { versions, definitions } = tx.t;
    const [row] = await tx
      .select({ hash: versions.textHash })
      .from(versions)
      .innerJoin(definitions, eq(definitions.id, versions.definitionId))
      .where(eq(definitions.candidateId, open.candidate.id));
    return row!.hash;
  });
  await givenPositions(regime, { ...open, textHash }, { JP: "yes" });
  const discuss = { reason: "The threshold is set too low.", clause: "c2", change: "Say 64." };
  await regime.done(regime.holders.NL, "cast-position", castFields({ ...open, textHash }, "discuss", discuss));
  await regime.done(regime.chair, "remind-seat", { ballot: open.ballot, seat: regime.seats.US.id });
  const recorded = recordedFields(regime, { ...open, textHash }, "US", "yes");
  const { sequence } = await regime.done(regime.chair, "record-position", recorded);
  await regime.done(regime.holders.US, "dispute-position", { ballot: open.ballot, sequence });
  await regime.done(regime.regimeSecretariat, "end-outage", {
    outage: await outage(),
  });
  await handWritten(listed.candidate);
  await writeCheckpoint(regime.context);
  const committee = regime.committee.id;
  const definition = "Heat that is taken away at a stated temperature.";
  await regime.done(regime.holders.JP, "define-term", { committee, candidate: "", term: "cooling power", definition });
  await regime.done(regime.holders.JP, "import-systems", { committee, table: "", area: "quantum computers" });
  await amended();
  await flagged();
}, 120_000);
afterAll(() => regime.close());

/** An outage that lasts. */
async function outage(): Promise<string> {
  const from = new Date((await regime.now()) - 60_000).toISOString();
  return (await regime.done(regime.regimeSecretariat, "record-outage", { from, reason: "No power." })).id;
}

/** A text with an amendment, and a word to it. */
async function amended(): Promise<void> {
  const { id: candidate } = await givenDrafting(regime, { title: "Dilution refrigerators" });
  await regime.done(regime.chair, "start-definition", { candidate, entry: "4A906" });
  const { clauses } = (await regime.db.read(async (tx) => readHeadText(tx, (await findCandidate(tx, candidate))!)))!
    .text;
  const changed = [{ nid: clauses[1]!.nid, words: "Other words.", doing: "change" as const }];
  const fields = { candidate, reason: "They are clearer.", clauses: changed };
  const { reference: amendment } = await regime.done(regime.holders.JP, "propose-amendment", fields);
  await regime.done(regime.holders.NO, "follow-up-amendment", { amendment, body: "Clearer to whom?" });
}

/** A declared interest with its facts, and a decision about a flagged ballot. */
async function flagged(): Promise<void> {
  await regime.db.write(async (tx) => {
    const [ballot] = await tx.select().from(tx.t.ballots);
    await tx.insert(tx.t.flagDecisions).values({
      ...{ ballotId: ballot!.id, number: 1, word: "confirmed", upTo: 1, personId: regime.chair.personId },
      ...{ reason: "", newBallotId: null, at: tx.now },
    });
  });
  const { id: other } = await givenDrafting(regime, { title: "Ion traps" });
  const patent = {
    kind: "patent",
    class: "sectoral",
    reference: "EP 1234567",
    issuer: "European Patent Office",
  } as const;
  await regime.done(regime.holders.JP, "declare-interest", { candidate: other, ...patent, statement: "A patent." });
}

/** Rows whose acts are told elsewhere; here it only matters that the tables keep them. */
async function handWritten(candidateId: string): Promise<void> {
  await regime.db.write(async (tx) => {
    const { comments, followUps, waivers, ballotEvents, replies, replacedAccounts, ballotOutages, outages } = tx.t;
    const [outage] = await tx.select().from(outages);
    const [definition] = await tx.select().from(tx.t.definitions).where(eq(tx.t.definitions.candidateId, candidateId));
    const [ballot] = await tx.select().from(tx.t.ballots);
    const [round] = await tx.select().from(tx.t.rounds);
    const personId = regime.holders.JP.personId;
    const at = tx.now;
    const commentId = id();
    await tx.insert(comments).values({
      ...{ id: commentId, candidateId, number: 900, versionId: null, nid: "c1", quote: "", anchor: null },
      ...{ type: "general", body: "A comment.", proposedChange: "", personId, seatId: null, memberId: null },
      ...{ madeAt: at, late: false, state: "open" },
    });
    await tx.insert(followUps).values({ commentId, number: 1, kind: "answer", word: null, personId, body: "x", at });
    await tx.insert(waivers).values({
      ...{ id: id(), definitionId: definition!.id, code: "open-bracket", nid: "c1", detail: "d", clauseHash: "h" },
      ...{ reason: "A reason.", personId, at },
    });
    await tx.insert(ballotEvents).values({
      ...{ ballotId: ballot!.id, number: 900, type: "discuss-answered", seatId: null, personId, values: {}, at },
    });
    await tx.insert(replacedAccounts).values({ ballotId: ballot!.id, number: 1, account: "{}", at });
    await tx.insert(ballotOutages).values({
      ...{ ballotId: ballot!.id, number: 1, outageId: outage!.id, fromAt: at, toAt: at, at },
    });
    await tx.insert(replies).values({
      ...{ roundId: round!.id, number: 900, memberId: regime.members.JP.id, personId, word: "agree" },
      ...{ reason: "", text: "", at },
    });
    const { holderKeys, sealedPositions, sealedReceipts, submittedShares, unsealings, secretResults } = tx.t;
    const of = { ballotId: ballot!.id, personId, at };
    const [seatId, positionId] = [regime.seats.JP.id, id()];
    const [given] = await tx.select().from(tx.t.receipts);
    await tx.insert(holderKeys).values({ id: id(), personId, publicKey: "key", at });
    await tx
      .insert(sealedPositions)
      .values({ ...of, id: positionId, seatId, sequence: 900, textHash: "h", sealed: "", key: "k" });
    await tx.insert(sealedReceipts).values({ positionId, receipt: given!.receipt });
    await tx.insert(submittedShares).values({ ...of, number: 1, share: "" });
    await tx.insert(unsealings).values({ ...of, privateKey: "", openedHash: "h" });
    await tx.insert(secretResults).values({ ...of, url: "", fingerprint: "", ballots: 0, result: "" });
  });
}

function tableOf(tx: Tx, name: string) {
  return Object.values(tx.t).find((one) => is(one, Table) && getTableName(one) === name) as Tx["t"]["minutes"];
}

describe("[T2 P3 B3 D10 L1] the record is insert-only", () => {
  test.each(insertOnlyTables)("%s are never changed and never deleted", async (name) => {
    const before = await rowCounts(regime.db);
    expect(before[name], "the story must have left a row").toBeGreaterThan(0);
    const [column] = await regime.db.read(async (tx) => Object.values(tableOf(tx as Tx, name) as object));
    const first = (column as { name: string }).name;
    await expect(regime.db.raw(`UPDATE ${name} SET ${first} = ${first}`)).rejects.toThrow(`${name} are never changed`);
    await expect(regime.db.raw(`DELETE FROM ${name}`)).rejects.toThrow(`${name} are never deleted`);
    expect(await rowCounts(regime.db)).toEqual(before);
  });

  test("[B3] an opened ballot's record and version are frozen, and no ballot is deleted", async () => {
    const message = "a ballot record is never changed (B3)";
    for (const change of ["record = '{}'", "record = NULL", "record_hash = 'x'", "version_id = ''"])
      await expect(regime.db.raw(`UPDATE ballots SET ${change}`)).rejects.toThrow(message);
    await expect(regime.db.raw("DELETE FROM ballots")).rejects.toThrow("ballots are never deleted");
  });

  test("an update of live text goes only when a snapshot holds it", async () => {
    const { textUpdates, textSnapshots } = regime.db.t;
    const [update] = await regime.db.read(async (tx) => tx.select().from(textUpdates).limit(1));
    const only = `definition_id = '${update!.definitionId}' AND sequence = ${update!.sequence}`;
    await regime.db.raw(`DELETE FROM text_snapshots WHERE definition_id = '${update!.definitionId}'`);
    await expect(regime.db.raw("UPDATE text_updates SET hash = 'x'")).rejects.toThrow("text updates are never changed");
    await expect(regime.db.raw(`DELETE FROM text_updates WHERE ${only}`)).rejects.toThrow("only when a snapshot holds");
    await regime.db.write(async (tx) => {
      await tx.insert(textSnapshots).values({
        ...{ definitionId: update!.definitionId, sequence: update!.sequence, sequenceHash: update!.hash },
        ...{ state: Buffer.from([0, 0]), hash: "h", at: tx.now },
      });
    });
    await regime.db.raw(`DELETE FROM text_updates WHERE ${only}`);
  });
});

/** Writes a row like the first one, with some columns changed; the engine must refuse it. */
async function likeTheFirst(name: string, change: Record<string, unknown>, where?: (row: never) => boolean) {
  await regime.db.write(async (tx) => {
    const table = tableOf(tx, name);
    const rows = (await tx.select().from(table)) as Record<string, unknown>[];
    const row = where ? rows.find((one) => where(one as never)) : rows[0];
    if (!row) throw new Error(`The story left no such row in ${name}.`);
    await tx.insert(table).values({ ...row, ...change } as never);
  });
}

/** The engine's own word for what was broken: SQLite names columns or the check, PostgreSQL the constraint. */
async function broken(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (fault) {
    const { message, cause } = fault as Error & { cause?: Error };
    return `${cause?.message ?? ""} ${message}`;
  }
  return "nothing was broken";
}

const constraint = /UNIQUE|CHECK|FOREIGN KEY|unique|check|foreign key/;

describe("each rule is said twice, here the second time", () => {
  test("[C10] one ballot is under way per candidate", async () => {
    const drafted = await givenDrafted(regime, { title: "Photon sources" });
    const again = likeTheFirst(
      "ballots",
      { id: id(), reference: "x/1" },
      (row: { id: string }) => row.id === drafted.ballot,
    );
    expect(await broken(again)).toMatch(/ballots\.candidate_id|one_open_ballot_per_candidate/);
  });

  test("[M2] one holder of a seat, and one person in an office, until the role ends", async () => {
    const own = ({ role, toAt }: { role: string; toAt: number | null }) => role === "holder" && toAt === null;
    expect(await broken(likeTheFirst("roles", { id: id() }, own))).toMatch(/roles\.seat_id|one_holder_of_a_seat/);
    await likeTheFirst("roles", { id: id(), toAt: 1 }, own);
    const chairs = ({ role }: { role: string }) => role === "chair";
    expect(await broken(likeTheFirst("roles", { id: id() }, chairs))).toMatch(/roles\.role|one_person_in_an_office/);
  });

  test("[M2] a member has at most one seat of a kind and number, and no third", async () => {
    expect(await broken(likeTheFirst("seats", { id: id() }))).toMatch(/seats\.|one_seat_of_a_number/);
    expect(await broken(likeTheFirst("seats", { id: id(), number: 3 }))).toMatch(/seat_count/);
    expect(await broken(likeTheFirst("seats", { id: id(), number: 2, kind: "guest" }))).toMatch(/seat_kind/);
  });

  test("[P4 P6] one current position per seat, one position per key, one place in the order", async () => {
    expect(await broken(likeTheFirst("current_positions", {}))).toMatch(constraint);
    expect(await broken(likeTheFirst("positions", { id: id(), sequence: 900 }))).toMatch(
      /one_position_per_key|positions\.key/,
    );
    expect(await broken(likeTheFirst("positions", { id: id(), key: "other" }))).toMatch(
      /positions_in_order|positions\.sequence/,
    );
  });

  test("[V1] one live round per recommendation", async () => {
    const live = { id: id(), reference: "x/2", state: "running" };
    await likeTheFirst("rounds", live);
    const second = likeTheFirst("rounds", { id: id(), reference: "x/3", state: "dispatched" });
    expect(await broken(second)).toMatch(/rounds\.recommendation_id|one_live_round_per_recommendation/);
  });

  test("[K4] a disposition that is not plain acceptance has its reason", async () => {
    const bare = { id: id(), number: 901, state: "disposed", disposition: "rejected", dispositionReason: "" };
    expect(await broken(likeTheFirst("comments", bare))).toMatch(/disposition_has_reason/);
    await likeTheFirst("comments", { ...bare, dispositionReason: "Out of scope." });
  });

  test("[L3] a code, a reference and a number are given once", async () => {
    expect(await broken(likeTheFirst("candidates", { id: id() }))).toMatch(/reference/);
    expect(await broken(likeTheFirst("entries", { id: id() }))).toMatch(/code|entries/);
    expect(await broken(likeTheFirst("editions", {}))).toMatch(constraint);
    expect(await broken(likeTheFirst("committees", { id: id(), name: "Other", listCode: "XX" }))).toMatch(/code/);
    expect(await broken(likeTheFirst("people", { id: id() }))).toMatch(/email/);
    expect(await broken(likeTheFirst("versions", { id: id() }))).toMatch(/versions/);
  });

  test.each([
    ["candidates", { state: "almost" }, "candidate_state"],
    ["candidates", { class: "dormant" }, "candidate_class"],
    ["roles", { role: "guest", toAt: 1 }, "role_name"],
    ["interests", { sequence: 900, kind: "hobby" }, "interest_kind"],
    ["interests", { sequence: 901, class: "slight" }, "interest_class"],
    ["comments", { number: 902, type: "rude" }, "comment_type"],
    ["comments", { number: 903, state: "lost" }, "comment_state"],
    ["rounds", { state: "paused" }, "round_state"],
    ["rounds", { kind: "chat", state: "broken" }, "round_kind"],
    ["recommendations", { state: "lost", ballotId: "x" }, "recommendation_state"],
    ["replies", { number: 901, word: "perhaps" }, "reply_word"],
  ])("%s hold only the domain's words: %o breaks %s", async (name, change, check) => {
    expect(await broken(likeTheFirst(name, { id: id(), reference: id(), ...change }))).toContain(check);
  });

  test("[W4] what a row names must be there", async () => {
    for (const [name, change] of [
      ["candidates", { reference: id(), committeeId: "nowhere" }],
      ["roles", { personId: "nobody", role: "observer" }],
      ["minutes", { sequence: 99_999, personId: "nobody" }],
      ["positions", { sequence: 901, key: "k", seatId: "none" }],
    ] as const)
      expect(await broken(likeTheFirst(name, { id: id(), ...change })), name).toMatch(/foreign key|FOREIGN KEY/i);
  });

  test("nothing that others name may be deleted", async () => {
    for (const name of ["people", "candidates", "committees", "members", "seats", "definitions"])
      expect(await broken(regime.db.raw(`DELETE FROM ${name}`)), name).toMatch(/foreign key|FOREIGN KEY/i);
  });

  test("[C2] a story begins with a move, and a move has one number", async () => {
    const { id: candidate } = await givenDrafting(regime, { title: "Ion traps" });
    const moves = await regime.db.read(async (tx) =>
      tx
        .select({ number: tx.t.candidateMoves.number, to: tx.t.candidateMoves.to })
        .from(tx.t.candidateMoves)
        .where(eq(tx.t.candidateMoves.candidateId, candidate)),
    );
    expect(moves).toEqual([
      { number: 1, to: "proposed" },
      { number: 2, to: "drafting" },
    ]);
    expect(await broken(likeTheFirst("candidate_moves", {}))).toMatch(constraint);
  });
});
