/** Comments from their making to their end, told by commands. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findComment, loadTechnicalComments, loadThreads, noteOpenComments } from "../../../db/store/comment.ts";
import type { ControlText } from "../../../domain/definition/control-text.ts";
import { reopenUntil } from "../../../server/text-gate.ts";
import { givenDrafting, givenRegime, type Regime, rowCounts } from "../../given/regime.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime();
});
afterAll(() => regime.close());

const text: ControlText = {
  format: "plenary-control-text/1",
  reference: "",
  title: "",
  terms: [],
  clauses: [
    { nid: "a", level: 1, kind: "item", marking: "AMBER", caveat: [], content: [{ text: "34 or more qubits;" }] },
    { nid: "b", level: 1, kind: "item", marking: "AMBER", caveat: [], content: [{ text: "Qubit devices." }] },
  ],
};

async function givenRound(): Promise<string> {
  const { id } = await givenDrafting(regime);
  await regime.done(regime.chair, "start-definition", { candidate: id, text: { ...text } });
  await regime.done(regime.chair, "open-comment-round", { candidate: id });
  return id;
}

async function endRound(candidate: string) {
  regime.pass({ days: 14 });
  await regime.byClock("close-comment-round", { candidate });
}

const technical = (candidate: string) => ({
  candidate,
  nid: "a",
  quote: "34 or more",
  type: "technical" as const,
  body: "50 is what machines reach.",
  proposedChange: "50 or more qubits;",
});

const commentNow = async (id: string) => (await regime.db.read((tx) => findComment(tx, id)))!;

describe("make-comment", () => {
  it("[K1] takes the ISO form, numbers per candidate, and names the version", async () => {
    const candidate = await givenRound();
    const first = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    const second = await regime.done(regime.reviewers.NL, "make-comment", {
      candidate,
      type: "general",
      body: "Could both sides live with three rungs?",
    });
    expect([first.number, second.number, first.late]).toEqual([1, 2, false]);
    const kept = await commentNow(first.id);
    expect(kept).toMatchObject({ nid: "a", quote: "34 or more", seatId: regime.seats.JP.id, state: "open" });
    expect(kept.versionId).not.toBeNull();
    expect((await commentNow(second.id)).memberId).toBe(regime.members.NL.id);
  });

  it("[K1] refuses a technical comment without a change, an empty one, and a clause that is not there", async () => {
    const candidate = await givenRound();
    const before = await rowCounts(regime.db);
    const form = technical(candidate);
    const bare = await regime.refused(regime.holders.JP, "make-comment", { ...form, proposedChange: "" });
    expect(bare).toMatchObject({ code: "reason-missing", rule: "K1", field: "proposedChange" });
    expect((await regime.refused(regime.holders.JP, "make-comment", { ...form, body: " " })).field).toBe("body");
    expect((await regime.refused(regime.holders.JP, "make-comment", { ...form, nid: "zzz" })).field).toBe("nid");
    expect(await rowCounts(regime.db)).toEqual(before);
  });

  it("[K2] names no version while the text is drafted", async () => {
    const { id } = await givenDrafting(regime);
    await regime.done(regime.chair, "start-definition", { candidate: id, text: { ...text } });
    const made = await regime.done(regime.holders.NL, "make-comment", technical(id));
    expect(await commentNow(made.id)).toMatchObject({ versionId: null, late: false });
  });

  it("[K3] keeps a comment after the round as late, and observers comment in the round only", async () => {
    const candidate = await givenRound();
    await regime.done(regime.observer, "make-comment", { candidate, type: "general", body: "Seen." });
    await endRound(candidate);
    const late = await regime.done(regime.holders.NL, "make-comment", technical(candidate));
    expect(late.late).toBe(true);
    const observer = { candidate, type: "general" as const, body: "Too late." };
    expect((await regime.refused(regime.observer, "make-comment", observer)).code).toBe("state");
    expect((await regime.refused(regime.secretariat, "make-comment", observer)).code).toBe("role");
    expect((await regime.refused(regime.stranger, "make-comment", observer)).code).toBe("not-found");
    // A late comment waits for nobody (K5).
    await regime.done(regime.chair, "mark-ready", { candidate });
  });
});

describe("dispose-comment", () => {
  it("[K4] asks for a reason with every word, and keeps it in the thread", async () => {
    const candidate = await givenRound();
    const { id: comment } = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    for (const word of ["rejected", "noted", "partially-accepted", "accepted"] as const) {
      const bare = await regime.refused(regime.chair, "dispose-comment", { comment, word });
      expect(bare).toMatchObject({ code: "reason-missing", rule: "K4" });
    }
    await regime.done(regime.chair, "dispose-comment", { comment, word: "accepted", carriedBy: "version-2" });
    expect(await commentNow(comment)).toMatchObject({ state: "disposed", carriedBy: "version-2" });
    const thread = (await regime.db.read((tx) => loadThreads(tx, [comment]))).get(comment)!;
    expect(thread).toMatchObject([{ number: 1, kind: "disposition", word: "accepted", carriedBy: "version-2" }]);
  });

  it("[K5] holds up readiness until each technical comment in time has its disposition", async () => {
    const candidate = await givenRound();
    const { id: comment } = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    await regime.done(regime.holders.NL, "make-comment", { candidate, nid: "b", type: "editorial", body: "Plural." });
    await endRound(candidate);
    const held = await regime.refused(regime.chair, "mark-ready", { candidate });
    expect(held).toMatchObject({ code: "comments", rule: "K5" });
    expect(held.reason).toContain("Comment 1 ");
    await regime.done(regime.chair, "dispose-comment", { comment, word: "rejected", reason: "34 is in force." });
    await regime.done(regime.chair, "mark-ready", { candidate });
    const noted = await regime.db.write((tx) => noteOpenComments(tx, candidate));
    expect(noted).toBe(1);
  });

  it("[K9] disposes of several comments of one type with one reason, and not of two types", async () => {
    const candidate = await givenRound();
    const one = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    const two = await regime.done(regime.holders.NL, "make-comment", technical(candidate));
    const other = await regime.done(regime.holders.NL, "make-comment", { candidate, type: "general", body: "No." });
    const fields = { word: "rejected" as const, reason: "34 is in force in five members." };
    const mixed = { comment: [one.id, other.id], ...fields };
    expect(await regime.refused(regime.chair, "dispose-comment", mixed)).toMatchObject({ rule: "K9" });
    expect((await commentNow(one.id)).state).toBe("open");
    const done = await regime.done(regime.chair, "dispose-comment", { comment: [one.id, two.id], ...fields });
    expect(done.numbers).toEqual([1, 2]);
    expect((await commentNow(two.id)).dispositionReason).toBe(fields.reason);
  });

  it("[K10] is refused for a comment of the own delegation; the other chair disposes of it", async () => {
    const candidate = await givenRound();
    const { id: comment } = await regime.done(regime.alternates.CA, "make-comment", technical(candidate));
    const reviewers = await regime.done(regime.reviewers.CA, "make-comment", technical(candidate));
    const fields = { word: "noted" as const, reason: "For the minutes." };
    const own = await regime.refused(regime.chair, "dispose-comment", { comment, ...fields });
    expect(own).toMatchObject({ code: "own-delegation", rule: "K10" });
    const both = await regime.refused(regime.chair, "dispose-comment", { comment: reviewers.id, ...fields });
    expect(both.code).toBe("own-delegation");
    await regime.done(regime.viceChair, "dispose-comment", { comment, ...fields });
    expect((await regime.refused(regime.holders.JP, "dispose-comment", { comment, ...fields })).code).toBe("role");
  });
});

describe("after the disposition", () => {
  it("[K7] lets the commenter alone reopen once within five working days, with a new argument", async () => {
    const candidate = await givenRound();
    const { id: comment } = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    const disposed = { comment, word: "rejected" as const, reason: "34 is in force." };
    await regime.done(regime.viceChair, "dispose-comment", disposed);
    const argument = "Two machines measured last week say otherwise.";
    const other = await regime.refused(regime.holders.NL, "reopen-comment", { comment, argument });
    expect(other.code).toBe("own-delegation");
    expect((await regime.refused(regime.holders.JP, "reopen-comment", { comment, argument: "" })).field).toBe(
      "argument",
    );
    await regime.done(regime.holders.JP, "reopen-comment", { comment, argument });
    expect((await commentNow(comment)).state).toBe("reopened");
    const vice = await regime.refused(regime.viceChair, "dispose-comment", disposed);
    expect(vice).toMatchObject({ code: "role", rule: "K8" });
    await regime.done(regime.chair, "dispose-comment", { ...disposed, reason: "The measure does not hold." });
    expect((await commentNow(comment)).state).toBe("final");
    expect((await regime.refused(regime.holders.JP, "reopen-comment", { comment, argument })).code).toBe("state");
    const thread = (await regime.db.read((tx) => loadThreads(tx, [comment]))).get(comment)!;
    expect(thread.map(({ kind }) => kind)).toEqual(["disposition", "argument", "disposition"]);
  });

  it("[K7] is late after five working days, and a ballot waits for that time unless the commenter agrees", async () => {
    const candidate = await givenRound();
    const one = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    const two = await regime.done(regime.holders.NL, "make-comment", technical(candidate));
    const fields = { word: "rejected" as const, reason: "34 is in force." };
    await regime.done(regime.chair, "dispose-comment", { comment: [one.id, two.id], ...fields });
    const waiting = async () => {
      const { disposed } = await regime.db.read((tx) => loadTechnicalComments(tx, candidate));
      const now = await regime.now();
      return disposed
        .filter(({ disposedAt }) => reopenUntil(disposedAt!, { zone: "Europe/Vienna" }) > now)
        .map(({ number }) => number);
    };
    expect(await waiting()).toEqual([1, 2]);
    expect((await regime.refused(regime.holders.NL, "agree-disposition", { comment: one.id })).code).toBe(
      "own-delegation",
    );
    await regime.done(regime.holders.JP, "agree-disposition", { comment: one.id });
    expect(await waiting()).toEqual([2]);
    regime.pass({ days: 8 });
    expect(await waiting()).toEqual([]);
    const late = await regime.refused(regime.holders.NL, "reopen-comment", { comment: two.id, argument: "New." });
    expect(late).toMatchObject({ code: "late", rule: "K7" });
  });

  it("[K2] keeps answers under a comment, and a withdrawn comment takes none", async () => {
    const candidate = await givenRound();
    const { id: comment } = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    await regime.done(regime.observer, "follow-up-comment", { comment, body: "Which machines?" });
    const second = await regime.done(regime.holders.JP, "follow-up-comment", { comment, body: "Those of May." });
    expect(second.number).toBe(2);
    expect((await regime.refused(regime.stranger, "follow-up-comment", { comment, body: "?" })).code).toBe("not-found");
    expect((await regime.refused(regime.chair, "withdraw-comment", { comment })).code).toBe("own-delegation");
    await regime.done(regime.holders.JP, "withdraw-comment", { comment });
    expect((await regime.refused(regime.chair, "follow-up-comment", { comment, body: "?" })).code).toBe("state");
    expect(
      (await regime.refused(regime.chair, "dispose-comment", { comment, word: "accepted", reason: "x" })).code,
    ).toBe("state");
  });

  it("[T1] writes one minute an act, with numbers and words and nothing of what was written", async () => {
    const candidate = await givenRound();
    const { id: comment } = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    await regime.done(regime.chair, "dispose-comment", { comment, word: "rejected", reason: "34 is in force." });
    const minutes = await regime.db.read(async (tx) => tx.select().from(tx.t.minutes));
    const own = minutes.filter((minute) => minute.objectId === comment);
    expect(own.map(({ type }) => type)).toEqual(["comment-made", "comment-disposed"]);
    expect(JSON.stringify(own)).not.toContain("in force");
    expect(JSON.stringify(own)).not.toContain("machines reach");
  });
});
