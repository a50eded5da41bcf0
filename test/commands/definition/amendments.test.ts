/** Amendments from proposal to their end, told by commands. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAmendment, loadChanges } from "../../../db/store/amendment.ts";
import { loadEntries, loadSupporters } from "../../../db/store/amendment-record.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { changesBetween } from "../../../domain/definition/amendment-change.ts";
import { type Clause, type ControlText, clauseText } from "../../../domain/definition/control-text.ts";
import type { Person } from "../../../domain/membership/role.ts";
import { runDueActs } from "../../../server/clock.ts";
import { readHeadText } from "../../../server/freeze-head.ts";
import { typeInto } from "../../given/definition.ts";
import { givenDrafting, givenRegime, type Regime, rowCounts } from "../../given/regime.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime();
});
afterAll(() => regime.close());

const item = (nid: string, text: string): Clause => ({
  nid,
  level: 1,
  kind: "item",
  marking: "AMBER",
  caveat: [],
  content: [{ text }],
});

const start: ControlText = {
  format: "plenary-control-text/1",
  reference: "",
  title: "",
  terms: [],
  clauses: [item("a", "34 or more qubits;"), item("b", "Qubit devices;"), item("c", "Control components.")],
};

async function givenText(): Promise<string> {
  const { id } = await givenDrafting(regime);
  await regime.done(regime.chair, "start-definition", { candidate: id, text: { ...start } });
  return id;
}

async function headOf(candidate: string): Promise<Clause[]> {
  return regime.db.read(async (tx) => (await readHeadText(tx, (await findCandidate(tx, candidate))!))!.text.clauses);
}

const wordsOf = async (candidate: string) => (await headOf(candidate)).map(clauseText);
const stateOf = async (id: string) => (await regime.db.read((tx) => findAmendment(tx, id)))!.state;

/** Proposes other words for clauses, as the editor sends them. */
async function propose(
  candidate: string,
  by: Person,
  words: Record<string, string>,
  more: { names?: number[] } = {},
): Promise<{ id: string; number: number }> {
  const head = await headOf(candidate);
  const after = head.map((one) =>
    words[one.nid] === undefined ? one : { ...one, content: [{ text: words[one.nid]! }] },
  );
  const changes = JSON.stringify(changesBetween(head, after));
  return regime.done(by, "propose-amendment", { candidate, reason: "The measures say so.", changes, ...more });
}

const noticeOver = () => regime.pass({ hours: 72 });

describe("propose-amendment", () => {
  it("[A1] keeps clauses before and after with a reason, for a seat or a government, and numbers per candidate", async () => {
    const candidate = await givenText();
    const one = await propose(candidate, regime.holders.JP, { a: "50 or more qubits;", c: "Components." });
    const clauses = [{ nid: "b", words: "Qubit devices and circuits;", doing: "change" as const }];
    const two = await regime.done(regime.reviewers.NL, "propose-amendment", { candidate, reason: "Both.", clauses });
    expect([one.number, two.number]).toEqual([1, 2]);
    const [kept, changes] = await regime.db.read(async (tx) => {
      const found = (await findAmendment(tx, two.reference))!;
      return [found, (await loadChanges(tx, [found])).get(found.id)!] as const;
    });
    expect(kept).toMatchObject({ state: "proposed", seatId: null, memberId: regime.members.NL.id, wording: 1 });
    expect(changes).toMatchObject([
      { nid: "b", behind: null, after: { content: clauses.map(({ words }) => ({ text: words })) } },
    ]);
    expect(changes[0]!.baseHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await wordsOf(candidate)).toEqual(start.clauses.map(clauseText));
  });

  it("[A1] is refused without a reason, without a change, to those who hold no seat, and on a clause that is not there", async () => {
    const candidate = await givenText();
    const before = await rowCounts(regime.db);
    const fields = (words: string, nid = "a") => ({
      candidate,
      reason: "Because.",
      clauses: [{ nid, words, doing: "change" as const }],
    });
    const bare = await regime.refused(regime.holders.JP, "propose-amendment", { ...fields("x"), reason: " " });
    expect(bare).toMatchObject({ rule: "A1", field: "reason" });
    const same = await regime.refused(regime.holders.JP, "propose-amendment", fields("34 or more qubits;"));
    expect(same).toMatchObject({ code: "word", rule: "A1" });
    expect((await regime.refused(regime.holders.JP, "propose-amendment", fields("x", "zzz"))).field).toBe("clauses");
    for (const by of [regime.secretariat, regime.observer])
      expect((await regime.refused(by, "propose-amendment", fields("x"))).code).toBe("role");
    expect((await regime.refused(regime.stranger, "propose-amendment", fields("x"))).code).toBe("not-found");
    const bad = {
      candidate,
      reason: "Because.",
      changes: '[{"nid":"a","before":null,"after":{"nid":"b"},"behind":null}]',
    };
    expect(await regime.refused(regime.holders.JP, "propose-amendment", bad)).toMatchObject({ code: "malformed" });
    expect(await rowCounts(regime.db)).toEqual(before);
  });

  it("[A6] is refused on words that somebody has changed since the fork was made", async () => {
    const candidate = await givenText();
    const head = await headOf(candidate);
    const after = head.map((one) => (one.nid === "a" ? { ...one, content: [{ text: "50 qubits;" }] } : one));
    const changes = JSON.stringify(changesBetween(head, after));
    await typeInto(regime, candidate, "35", { nid: "a", instead: "34" });
    const late = await regime.refused(regime.holders.JP, "propose-amendment", { candidate, reason: "x", changes });
    expect(late).toMatchObject({ code: "state", rule: "A6", field: "changes" });
  });

  it("[A2] amends an amendment once, and combines two that amend none", async () => {
    const candidate = await givenText();
    const one = await propose(candidate, regime.holders.JP, { a: "50 or more qubits;" });
    const two = await propose(candidate, regime.holders.NL, { b: "Devices;" });
    const both = await propose(
      candidate,
      regime.holders.NO,
      { a: "50 or more qubits;", b: "Devices;" },
      { names: [one.number, two.number] },
    );
    const clauses = [{ nid: "a", words: "60 or more qubits;", doing: "change" as const }];
    for (const names of [[both.number], [one.number], [both.number, two.number]]) {
      const again = await regime.refused(regime.holders.TW, "propose-amendment", {
        candidate,
        reason: "x",
        clauses,
        names,
      });
      expect(again).toMatchObject({ code: "state", rule: "A2", field: "names" });
    }
    const none = await regime.refused(regime.holders.TW, "propose-amendment", {
      candidate,
      reason: "x",
      clauses,
      names: [99],
    });
    expect(none).toMatchObject({ code: "word", rule: "A2" });
  });

  it("[A8] may be prepared while the text is under comment, and is accepted only when it may be drafted again", async () => {
    const candidate = await givenText();
    await regime.done(regime.chair, "open-comment-round", { candidate });
    const { id } = await propose(candidate, regime.holders.JP, { a: "50 or more qubits;" });
    noticeOver();
    const early = await regime.refused(regime.chair, "accept-amendment", { amendment: id });
    expect(early).toMatchObject({ code: "frozen", rule: "A8" });
    regime.pass({ days: 14 });
    await regime.byClock("close-comment-round", { candidate });
    await regime.done(regime.chair, "accept-amendment", { amendment: id });
    expect((await wordsOf(candidate))[0]).toBe("50 or more qubits;");
  });
});

describe("support and discussion", () => {
  it("[A1] counts supporters other than the author's seat, who may take it back while the amendment is open", async () => {
    const candidate = await givenText();
    const { id: amendment } = await propose(candidate, regime.holders.JP, { a: "50 or more qubits;" });
    await regime.done(regime.holders.NL, "support-amendment", { amendment });
    await regime.done(regime.reviewers.CA, "support-amendment", { amendment });
    for (const own of [regime.holders.JP, regime.alternates.JP])
      expect((await regime.refused(own, "support-amendment", { amendment })).code).toBe("own-delegation");
    expect((await regime.refused(regime.holders.NL, "support-amendment", { amendment })).code).toBe("state");
    await regime.done(regime.holders.NL, "withdraw-support", { amendment });
    expect((await regime.refused(regime.holders.NL, "withdraw-support", { amendment })).code).toBe("own-delegation");
    await regime.done(regime.holders.NL, "support-amendment", { amendment });
    const supporters = (await regime.db.read((tx) => loadSupporters(tx, [amendment]))).get(amendment)!;
    expect(supporters.map(({ name }) => name)).toEqual(["Reviewer CA", "Holder NL"]);
    await regime.done(regime.observer, "follow-up-amendment", { amendment, body: "Which measure?" });
    const entries = await regime.db.read((tx) => loadEntries(tx, [amendment]));
    expect(entries).toMatchObject([{ kind: "answer", body: "Which measure?", personName: "Observer Person" }]);
    await regime.done(regime.holders.JP, "withdraw-amendment", { amendment });
    expect((await regime.refused(regime.holders.NL, "withdraw-support", { amendment })).code).toBe("state");
    expect((await regime.refused(regime.observer, "follow-up-amendment", { amendment, body: "?" })).code).toBe("state");
  });
});

describe("accept-amendment", () => {
  it("[A3] waits 72 hours from the notice, and for no hour more", async () => {
    const candidate = await givenText();
    const { id: amendment } = await propose(candidate, regime.holders.JP, { a: "50 or more qubits;" });
    regime.pass({ hours: 72, ms: -60_000 });
    const early = await regime.refused(regime.chair, "accept-amendment", { amendment });
    expect(early).toMatchObject({ code: "state", rule: "A3" });
    regime.pass({ ms: 60_000 });
    const done = await regime.done(regime.chair, "accept-amendment", { amendment });
    expect(done).toMatchObject({ clauses: ["a"], whole: true });
    expect(await wordsOf(candidate)).toEqual(["50 or more qubits;", "Qubit devices;", "Control components."]);
    expect(await stateOf(amendment)).toBe("accepted");
    expect((await regime.refused(regime.chair, "accept-amendment", { amendment })).code).toBe("state");
  });

  it("[A1, T1] takes chosen clauses; the minute names proposer, supporters and clauses, and no words of the text", async () => {
    const candidate = await givenText();
    const { id: amendment } = await propose(candidate, regime.holders.JP, { a: "50 or more qubits;", b: "Devices;" });
    await regime.done(regime.holders.NL, "support-amendment", { amendment });
    noticeOver();
    const unknown = await regime.refused(regime.chair, "accept-amendment", { amendment, clauses: ["c"] });
    expect(unknown).toMatchObject({ code: "word", rule: "A1", field: "clauses" });
    const done = await regime.done(regime.chair, "accept-amendment", { amendment, clauses: ["a"] });
    expect(done).toMatchObject({ clauses: ["a"], whole: false });
    expect(await wordsOf(candidate)).toEqual(["50 or more qubits;", "Qubit devices;", "Control components."]);
    const minutes = await regime.db.read(async (tx) => tx.select().from(tx.t.minutes));
    const own = minutes.filter((minute) => minute.objectId === amendment);
    expect(own.map(({ type }) => type)).toEqual(["amendment-proposed", "amendment-supported", "amendment-accepted"]);
    expect(own[2]!.values).toMatchObject({ proposer: "Holder JP", supporters: ["Holder NL"], clauses: ["a"], of: 2 });
    expect(JSON.stringify(own)).not.toContain("qubits");
    expect(JSON.stringify(own)).not.toContain("measures");
  });

  it("[A7] is refused to the own delegation's chair, and left to the other", async () => {
    const candidate = await givenText();
    const { id: amendment } = await propose(candidate, regime.alternates.CA, { a: "50 or more qubits;" });
    noticeOver();
    const own = await regime.refused(regime.chair, "accept-amendment", { amendment });
    expect(own).toMatchObject({ code: "own-delegation", rule: "A7" });
    expect((await regime.refused(regime.holders.NL, "accept-amendment", { amendment })).code).toBe("role");
    await regime.done(regime.viceChair, "accept-amendment", { amendment });
  });

  it("[A6] is refused once somebody typed in the clause, and merges with what is typed elsewhere or afterwards", async () => {
    const candidate = await givenText();
    const { id: first } = await propose(candidate, regime.holders.JP, { a: "50 or more qubits;" });
    const { id: second } = await propose(candidate, regime.holders.NL, { b: "Qubit devices and circuits;" });
    noticeOver();
    await typeInto(regime, candidate, "35", { nid: "a", instead: "34" });
    const before = await rowCounts(regime.db);
    const stale = await regime.refused(regime.chair, "accept-amendment", { amendment: first });
    expect(stale).toMatchObject({ code: "state", rule: "A6" });
    expect(await rowCounts(regime.db)).toEqual(before);
    await regime.done(regime.chair, "accept-amendment", { amendment: second });
    await typeInto(regime, candidate, "Superconducting qubit", { nid: "b", instead: "Qubit" });
    expect(await wordsOf(candidate)).toEqual([
      "35 or more qubits;",
      "Superconducting qubit devices and circuits;",
      "Control components.",
    ]);
  });
});

describe("what is contested", () => {
  it("[A3, A4] is objected to by a seat within 72 h, and no more decided by the chair alone", async () => {
    const candidate = await givenText();
    const { id: amendment } = await propose(candidate, regime.holders.JP, { a: "50 or more qubits;" });
    const reason = "34 is in force.";
    for (const own of [regime.holders.JP, regime.alternates.JP])
      expect((await regime.refused(own, "object-amendment", { amendment, reason })).code).toBe("own-delegation");
    expect((await regime.refused(regime.reviewers.NL, "object-amendment", { amendment, reason })).code).toBe("seat");
    await regime.done(regime.holders.NL, "object-amendment", { amendment, reason });
    expect((await regime.refused(regime.holders.NO, "object-amendment", { amendment, reason })).code).toBe("state");
    noticeOver();
    const contested = await regime.refused(regime.chair, "accept-amendment", { amendment });
    expect(contested).toMatchObject({ code: "state", rule: "A4" });
    const bare = await regime.refused(regime.chair, "reject-amendment", { amendment, reason: "" });
    expect(bare.field).toBe("reason");
    await regime.done(regime.chair, "reject-amendment", { amendment, reason: "34 stays." });
    expect(await stateOf(amendment)).toBe("rejected");
  });

  it("[A3] takes no objection after 72 h", async () => {
    const candidate = await givenText();
    const { id: amendment } = await propose(candidate, regime.holders.JP, { a: "50 or more qubits;" });
    noticeOver();
    const late = await regime.refused(regime.holders.NL, "object-amendment", { amendment, reason: "No." });
    expect(late).toMatchObject({ code: "late", rule: "A3" });
  });

  it("[A4, D6] enters in brackets, both wordings side by side and attributed to both sides", async () => {
    const candidate = await givenText();
    const { id: amendment, number } = await propose(candidate, regime.holders.JP, { a: "50 or more qubits;" });
    await regime.done(regime.holders.NO, "support-amendment", { amendment });
    const early = await regime.refused(regime.chair, "bracket-amendment", { amendment });
    expect(early).toMatchObject({ code: "state", rule: "A4" });
    await regime.done(regime.holders.NL, "object-amendment", { amendment, reason: "34 is in force." });
    await regime.done(regime.chair, "bracket-amendment", { amendment });
    const [clause] = await headOf(candidate);
    const id = `amendment-${number}.1`;
    expect(clause!.content).toEqual([
      { bracket: { id, delegations: ["NL"], content: [{ text: "34" }] } },
      { bracket: { id: `${id}.b`, delegations: ["JP", "NO"], alternativeOf: id, content: [{ text: "50" }] } },
      { text: " or more qubits;" },
    ]);
    expect(await stateOf(amendment)).toBe("bracketed");
  });

  it("[A5] falls by the clock when another of the clause is adopted; one that nobody contested becomes stale", async () => {
    const candidate = await givenText();
    const { id: adopted } = await propose(candidate, regime.holders.JP, { a: "50 or more qubits;" });
    const { id: contested } = await propose(candidate, regime.holders.NL, { a: "100 or more qubits;" });
    const { id: proposed } = await propose(candidate, regime.holders.TW, { a: "40 or more qubits;", c: "Components." });
    const { id: elsewhere } = await propose(candidate, regime.holders.US, { b: "Devices;" });
    await regime.done(regime.holders.NO, "object-amendment", { amendment: contested, reason: "Too high." });
    noticeOver();
    await regime.done(regime.chair, "accept-amendment", { amendment: adopted });
    expect(await runDueActs(regime.context)).toBeGreaterThanOrEqual(2);
    expect(await Promise.all([contested, proposed, elsewhere].map(stateOf))).toEqual(["fallen", "stale", "proposed"]);
    const byPerson = await regime.refused(regime.chair, "another-adopted", { amendment: elsewhere });
    expect(byPerson).toMatchObject({ code: "role", rule: "A5" });
    expect((await regime.refused(regime.chair, "base-changed", { amendment: elsewhere })).rule).toBe("A6");
  });
});

describe("rebase-amendment", () => {
  it("[A6] is the author's, onto the text as it stands, with the notice running anew and the old wording kept", async () => {
    const candidate = await givenText();
    const { id: amendment } = await propose(candidate, regime.holders.JP, { a: "50 or more qubits;" });
    noticeOver();
    await typeInto(regime, candidate, "35", { nid: "a", instead: "34" });
    regime.pass({ ms: 5_000 });
    expect(await runDueActs(regime.context)).toBeGreaterThan(0);
    expect(await stateOf(amendment)).toBe("stale");
    const clauses = [{ nid: "a", words: "55 or more qubits;", doing: "change" as const }];
    const other = await regime.refused(regime.holders.NL, "rebase-amendment", { amendment, clauses });
    expect(other.code).toBe("own-delegation");
    await regime.done(regime.holders.JP, "rebase-amendment", { amendment, clauses });
    expect(await stateOf(amendment)).toBe("proposed");
    const early = await regime.refused(regime.chair, "accept-amendment", { amendment });
    expect(early).toMatchObject({ rule: "A3" });
    noticeOver();
    await regime.done(regime.chair, "accept-amendment", { amendment });
    expect((await wordsOf(candidate))[0]).toBe("55 or more qubits;");
    const rows = await regime.db.read(async (tx) => tx.select().from(tx.t.amendmentChanges));
    expect(rows.filter((row) => row.amendmentId === amendment).map(({ wording }) => wording)).toEqual([1, 2]);
  });
});

describe("restore-version", () => {
  it("[D10, A1] proposes the clauses of an earlier version, and overwrites nothing", async () => {
    const candidate = await givenText();
    await regime.done(regime.chair, "freeze-version", { candidate, reason: "First" });
    await typeInto(regime, candidate, "50", { nid: "a", instead: "34" });
    const reason = "The figure in force.";
    const { id: amendment } = await regime.done(regime.holders.JP, "restore-version", {
      candidate,
      version: 1,
      reason,
    });
    expect((await wordsOf(candidate))[0]).toBe("50 or more qubits;");
    noticeOver();
    await regime.done(regime.chair, "accept-amendment", { amendment });
    expect((await wordsOf(candidate))[0]).toBe("34 or more qubits;");
    const equal = await regime.refused(regime.holders.JP, "restore-version", { candidate, version: 1, reason });
    expect(equal).toMatchObject({ code: "word", rule: "A1" });
    const none = await regime.refused(regime.holders.JP, "restore-version", { candidate, version: 9, reason });
    expect(none).toMatchObject({ code: "word", rule: "D10", field: "version" });
  });
});
