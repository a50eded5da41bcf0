import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editionHash } from "../../../db/store/list.ts";
import { day_ms } from "../../../domain/instant.ts";
import { ballotText } from "../../given/ballot.ts";
import { givenContext, givenRegime, type Regime } from "../../given/regime.ts";
import { givenListed, givenRunning, passRound, passUntil, roundRow } from "../../given/round.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime({ stage: await givenContext({ offset_ms: 0 }) });
});
afterAll(() => regime.close());

const editions = () =>
  regime.db.read((tx) => tx.select().from(tx.t.editions)).then((rows) => rows.sort((a, b) => a.number - b.number));

const newest = async () => (await editions()).at(-1)!;

const rows = [{ countries: ["B"], endUses: ["military-end-use"], endUsers: ["all"] }];

/** A day some days ahead, as a form says it. */
const dayAhead = async (days: number) => new Date((await regime.now()) + days * day_ms).toISOString().slice(0, 10);

describe("an edition", () => {
  it("[L1] holds the adopted text with its hash, in force for all members of the round", async () => {
    const first = await givenListed(regime, { title: "Quantum computers" });
    const { content, previousHash } = await newest();
    expect(previousHash).toBe("0".repeat(64));
    expect(content.entries).toHaveLength(1);
    expect(content.entries[0]).toMatchObject({
      code: "QT-01",
      title: "Quantum computers",
      textHash: first.textHash,
      absent: [],
      reservations: [],
      version: 1,
    });
    expect(content.entries[0]!.inForceFor).toHaveLength(7);
    expect(content.entries[0]!.clauses.map((one) => one.nid)).toEqual(["c1", "c2", "c3"]);
  });

  it("[R8] carries the review-by date that the scope gave", async () => {
    const [entry] = (await newest()).content.entries;
    expect(entry!.reviewBy - entry!.adoptedAt).toBe(730 * day_ms);
  });

  it("[L7] shows no clause with a caveat or a marking above the committee's own circle", async () => {
    const text = ballotText("40");
    text.clauses[1] = { ...text.clauses[1]!, caveat: ["JP"] };
    text.clauses[2] = { ...text.clauses[2]!, marking: "RED" };
    await givenListed(regime, { title: "Qubit devices", text });
    const entry = (await newest()).content.entries.find((one) => one.title === "Qubit devices")!;
    expect(entry.clauses.map((one) => one.nid)).toEqual(["c1"]);
    expect(entry.code).toBe("QT-02");
  });

  it("[L6] names whom an entry adopted in part is in force for, and who could not join", async () => {
    const { round } = await givenRunning(regime, { title: "Cryogenic controllers" });
    await regime.done(regime.reviewers.FR, "reply-round", { round, word: "cannot-join", reason: "A decree is due." });
    await passRound(regime, round);
    await regime.byClock("adopt-in-part", { round });
    const entry = (await newest()).content.entries.find((one) => one.title === "Cryogenic controllers")!;
    expect(entry.absent).toEqual(["France"]);
    expect(entry.inForceFor).not.toContain("France");
    expect(entry.reservations).toMatchObject([{ member: "France", rows: null, reason: "A decree is due." }]);
  });

  it("[S9] becomes whole when the last member withdraws its reservation of full scope", async () => {
    const [stands] = await regime.db.read((tx) =>
      tx.select().from(tx.t.reservations).where(eq(tx.t.reservations.memberId, regime.members.FR.id)),
    );
    const other = await regime.refused(regime.reviewers.US, "withdraw-reservation", { reservation: stands!.id });
    expect(other).toMatchObject({ code: "own-delegation", rule: "S5" });
    await regime.done(regime.reviewers.FR, "withdraw-reservation", { reservation: stands!.id });
    const entry = (await newest()).content.entries.find((one) => one.title === "Cryogenic controllers")!;
    expect(entry).toMatchObject({ absent: [], reservations: [] });
    const [candidate] = await regime.db.read((tx) =>
      tx.select().from(tx.t.candidates).where(eq(tx.t.candidates.title, "Cryogenic controllers")),
    );
    expect(candidate!.state).toBe("listed");
    const again = await regime.refused(regime.reviewers.FR, "withdraw-reservation", { reservation: stands!.id });
    expect(again).toMatchObject({ code: "state" });
  });

  it("[L1] is chained: each names the hash before it, and each hash is that of its content", async () => {
    const all = await editions();
    expect(all.map((one) => one.number)).toEqual(all.map((_, index) => index + 1));
    for (const [index, edition] of all.entries()) {
      expect(edition.hash).toBe(editionHash(edition));
      expect(edition.previousHash).toBe(index === 0 ? "0".repeat(64) : all[index - 1]!.hash);
    }
  });

  it("[L1] is never changed or deleted", async () => {
    await expect(regime.db.write((tx) => tx.update(tx.t.editions).set({ hash: "x" }))).rejects.toThrow();
    await expect(regime.db.write((tx) => tx.delete(tx.t.editions))).rejects.toThrow();
  });
});

describe("a reservation", () => {
  it("[S3] is entered from dispatch on and shown in the edition of the adoption", async () => {
    const { round } = await givenRunning(regime, { title: "Dilution refrigerators" });
    const count = (await editions()).length;
    const fields = { round, rows, reason: "A joint programme runs.", sunset: await dayAhead(300) };
    const expert = await regime.refused(regime.holders.JP, "enter-reservation", fields);
    expect(expert).toMatchObject({ code: "role" });
    await regime.done(regime.reviewers.JP, "enter-reservation", fields);
    expect(await editions()).toHaveLength(count);
    await passRound(regime, round);
    await regime.byClock("adopt-by-silence", { round });
    const entry = (await newest()).content.entries.find((one) => one.title === "Dilution refrigerators")!;
    expect(entry.reservations).toMatchObject([{ member: "Japan", rows, reason: "A joint programme runs." }]);
    // [S4] It changes no outcome: the entry is in force for Japan too.
    expect(entry.inForceFor).toContain("Japan");
  });

  it("[S1] needs rows, reason and sunset", async () => {
    const { round } = await givenRunning(regime, { title: "Sensors" });
    const whole = { round, rows, reason: "Why.", sunset: await dayAhead(10) };
    const without = (part: object) => regime.refused(regime.reviewers.JP, "enter-reservation", { ...whole, ...part });
    expect(await without({ rows: [] })).toMatchObject({ code: "malformed", rule: "S1" });
    expect(await without({ reason: "" })).toMatchObject({ code: "reason-missing", rule: "S1" });
    expect(await without({ sunset: "" })).toMatchObject({ code: "malformed", rule: "S1" });
    expect(await without({ sunset: "soon" })).toMatchObject({ code: "malformed" });
    expect(await without({ sunset: await dayAhead(800) })).toMatchObject({ code: "duration", rule: "S2" });
    expect(await without({ rows: [{ ...rows[0]!, countries: ["Atlantis"] }] })).toMatchObject({
      code: "word",
      rule: "R3",
    });
  });

  it("[L2] entered after adoption makes an edition that shows it, until 30 days after", async () => {
    const { round } = await givenListed(regime, { title: "Parametric amplifiers" });
    const count = (await editions()).length;
    const fields = { round, rows, reason: "A law must change.", sunset: await dayAhead(100) };
    const done = await regime.done(regime.reviewers.TW, "enter-reservation", fields);
    expect(done.edition).toBe(count + 1);
    const entry = (await newest()).content.entries.find((one) => one.title === "Parametric amplifiers")!;
    expect(entry.reservations).toMatchObject([{ member: "Taiwan" }]);
    await passUntil(regime, (await roundRow(regime, round)).endsAt! + 30 * day_ms);
    const late = await regime.refused(regime.reviewers.US, "enter-reservation", {
      ...fields,
      sunset: await dayAhead(90),
    });
    expect(late).toMatchObject({ code: "late", rule: "S3" });
    await regime.done(regime.reviewers.TW, "withdraw-reservation", { reservation: done.id });
    const after = (await newest()).content.entries.find((one) => one.title === "Parametric amplifiers")!;
    expect(after.reservations).toEqual([]);
  });
});

describe("an amendment", () => {
  it("[L3] changes the entry under its old code; a standing reservation with rows follows it", async () => {
    const { round, textHash } = await givenListed(regime, { title: "Photon sources" });
    const { code } = (await newest()).content.entries.find(
      (one) => one.textHash === textHash && one.title === "Photon sources",
    )!;
    await regime.done(regime.reviewers.JP, "enter-reservation", {
      round,
      rows,
      reason: "A joint programme runs.",
      sunset: await dayAhead(600),
    });
    const count = (await newest()).content.entries.length;
    const amendment = await givenListed(regime, {
      title: "Photon sources",
      qubits: "50",
      kind: "amendment",
      entry: code,
    });
    const { content } = await newest();
    expect(content.entries).toHaveLength(count);
    const amended = content.entries.find((one) => one.code === code)!;
    expect(amended.textHash).toBe(amendment.textHash);
    expect(amended.textHash).not.toBe(textHash);
    expect(amended.reservations).toMatchObject([{ member: "Japan", rows }]);
  });

  it("[V14] asks those again who could not join: their reservation of full scope ends with the amended text", async () => {
    const { round } = await givenRunning(regime, { title: "Ion traps" });
    await regime.done(regime.reviewers.FR, "reply-round", { round, word: "cannot-join", reason: "A decree is due." });
    await passRound(regime, round);
    await regime.byClock("adopt-in-part", { round });
    const { code } = (await newest()).content.entries.find((one) => one.title === "Ion traps")!;
    await givenListed(regime, { title: "Ion traps", qubits: "50", kind: "amendment", entry: code });
    const amended = (await newest()).content.entries.find((one) => one.code === code)!;
    expect(amended).toMatchObject({ absent: [], reservations: [] });
  });

  it("[V2] is no correction: a threshold that moved is refused as one", async () => {
    await expect(
      givenRunning(regime, { title: "Quantum computers", qubits: "60", kind: "correction", entry: "QT-01" }),
    ).rejects.toThrow("A correction has editorial changes only");
  });
});
