/** What the chair and the commenter do with comments beside the plain disposition, and whom words call. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findComment } from "../../../db/store/comment.ts";
import type { ControlText } from "../../../domain/definition/control-text.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { readCommentFile } from "../../../server/exchange/comment-file.ts";
import { commentImportPage } from "../../../server/queries/definition/comment-import-page.ts";
import { commentsFile } from "../../../server/queries/definition/comments-file.ts";
import { deskPage } from "../../../server/queries/desk/desk-page.ts";
import { givenDrafting, givenRegime, type Regime } from "../../given/regime.ts";

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
  type: "technical" as const,
  body: "50 is what machines reach.",
  proposedChange: "50 or more qubits;",
});
const commentNow = async (id: string) => (await regime.db.read((tx) => findComment(tx, id)))!;
const dutiesOf = async (actor: Actor, kind: string) => {
  const desk = await deskPage(regime.context, actor, {});
  if (isRefusal(desk)) throw new Error(desk.reason);
  return desk.duties.filter((duty) => duty.kind === kind);
};

describe("admit-comment", () => {
  it("[K3] makes a late comment wait for a disposition like one in time", async () => {
    const candidate = await givenRound();
    await endRound(candidate);
    const { id: comment, late } = await regime.done(regime.holders.NL, "make-comment", technical(candidate));
    expect(late).toBe(true);
    expect((await regime.refused(regime.holders.NL, "admit-comment", { comment })).code).toBe("role");
    await regime.done(regime.chair, "admit-comment", { comment });
    expect((await regime.refused(regime.chair, "admit-comment", { comment })).code).toBe("state");
    expect(await regime.refused(regime.chair, "mark-ready", { candidate })).toMatchObject({ code: "comments" });
    expect((await dutiesOf(regime.chair, "dispose-comments")).some(({ to }) => to.includes("comments"))).toBe(true);
    await regime.done(regime.chair, "dispose-comment", { comment, word: "noted", reason: "For the next round." });
    await regime.done(regime.chair, "mark-ready", { candidate });
  });
});

describe("sustain-comment", () => {
  it("[K8] is its author's, after the second disposition alone", async () => {
    const candidate = await givenRound();
    const { id: comment } = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    const rejected = { comment, word: "rejected" as const, reason: "34 is in force." };
    await regime.done(regime.chair, "dispose-comment", rejected);
    expect((await regime.refused(regime.holders.JP, "sustain-comment", { comment })).code).toBe("state");
    await regime.done(regime.holders.JP, "reopen-comment", { comment, argument: "Two machines say otherwise." });
    await regime.done(regime.chair, "dispose-comment", rejected);
    expect((await regime.refused(regime.holders.NL, "sustain-comment", { comment })).code).toBe("own-delegation");
    await regime.done(regime.holders.JP, "sustain-comment", { comment });
    expect((await commentNow(comment)).state).toBe("sustained");
  });

  it("[K8] is not for a comment that its author agreed to, or never reopened", async () => {
    const candidate = await givenRound();
    const { id: comment } = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    await regime.done(regime.chair, "dispose-comment", { comment, word: "rejected", reason: "34 is in force." });
    await regime.done(regime.holders.JP, "agree-disposition", { comment });
    expect((await regime.refused(regime.holders.JP, "sustain-comment", { comment })).rule).toBe("K8");
  });
});

describe("a disposition", () => {
  it("[K6] [K7] [K8] stands on the commenter's desk at once, until the time to answer it is over", async () => {
    const candidate = await givenRound();
    const { id: comment } = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    const { id: other } = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    const rejected = { word: "rejected" as const, reason: "34 is in force." };
    await regime.done(regime.chair, "dispose-comment", { comment: [comment, other], ...rejected });
    const told = await dutiesOf(regime.holders.JP, "answer-disposition");
    expect(told.map(({ note }) => note).sort()).toEqual(["1", "2"]);
    expect(told[0]!.dueAt).toBeGreaterThan(await regime.now());
    expect(told[0]!.to).toMatch(/\/comments\/[12]$/);
    expect(await dutiesOf(regime.holders.FR, "answer-disposition")).toEqual([]);
    await regime.done(regime.holders.JP, "reopen-comment", { comment, argument: "Two machines say otherwise." });
    await regime.done(regime.chair, "dispose-comment", { comment, ...rejected });
    expect(await dutiesOf(regime.holders.JP, "read-final-disposition")).toMatchObject([{ note: "1", rule: "K8" }]);
    await regime.done(regime.holders.JP, "sustain-comment", { comment });
    expect(await dutiesOf(regime.holders.JP, "read-final-disposition")).toEqual([]);
    regime.pass({ days: 8 });
    expect(await dutiesOf(regime.holders.JP, "answer-disposition")).toEqual([]);
  });
});

describe("dispose-comment", () => {
  it("[K4] accepted names a version after the commented one, or an amendment that was accepted", async () => {
    const candidate = await givenRound();
    const { id: comment } = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    const accept = (carriedBy: string) =>
      regime.refused(regime.chair, "dispose-comment", { comment, word: "accepted", carriedBy });
    expect(await accept("version-1")).toMatchObject({ rule: "K4", field: "carriedBy" });
    expect(await accept("version-3")).toMatchObject({ rule: "K4", field: "carriedBy" });
    expect(await accept("amendment-0123")).toMatchObject({ rule: "K4", code: "word" });
    expect((await accept("the next one")).code).toBe("malformed");
    await regime.done(regime.chair, "dispose-comment", { comment, word: "accepted", carriedBy: "version-2" });
    expect((await commentNow(comment)).carriedBy).toBe("version-2");
  });

  it("[K4] accepted names an amendment of this candidate once it is accepted, and files say it by its number", async () => {
    const candidate = await givenRound();
    const { id: comment } = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    const clauses = [{ nid: "a", words: "50 or more qubits;", doing: "change" as const }];
    const { id: amendment } = await regime.done(regime.holders.JP, "propose-amendment", {
      ...{ candidate, reason: "The measures say so.", clauses },
    });
    const accepted = { comment, word: "accepted" as const, carriedBy: `amendment-${amendment}` };
    const early = await regime.refused(regime.chair, "dispose-comment", accepted);
    expect(early).toMatchObject({ rule: "K4", code: "state", field: "carriedBy" });
    await endRound(candidate);
    await regime.done(regime.chair, "accept-amendment", { amendment });
    await regime.done(regime.chair, "dispose-comment", accepted);
    const file = await commentsFile(regime.context, regime.chair, { candidate, as: "csv" });
    if (isRefusal(file)) throw new Error(file.reason);
    expect(file.characters).toContain('"Accepted (amendment 1)"');
    const read = await readCommentFile(new TextEncoder().encode(file.characters!));
    if ("unread" in read) throw new Error(read.unread);
    const page = await commentImportPage(regime.context, regime.chair, { candidate, rows: read.read });
    expect(page).toMatchObject({ rows: [{ will: "leave", notes: [], faults: [] }] });
  });

  it("[K9] [K10] names the comment that stops several, and then disposes of none", async () => {
    const candidate = await givenRound();
    const one = await regime.done(regime.holders.JP, "make-comment", technical(candidate));
    const own = await regime.done(regime.alternates.CA, "make-comment", technical(candidate));
    const fields = { word: "rejected" as const, reason: "34 is in force.", comment: [one.id, own.id] };
    const refusal = await regime.refused(regime.chair, "dispose-comment", fields);
    expect(refusal).toMatchObject({ code: "own-delegation", rule: "K10", field: "comment" });
    expect(refusal.reason).toMatch(/^Comment 2: /);
    expect((await commentNow(one.id)).state).toBe("open");
  });
});

describe("mentions", () => {
  it("[K2] stand on the desk of whoever is named until they say that they have looked, or answer", async () => {
    const candidate = await givenRound();
    const name = regime.holders.NO.name;
    const said = { candidate, type: "general" as const, body: `What does @${name} say?` };
    const { id: comment } = await regime.done(regime.holders.JP, "make-comment", said);
    const waiting = await dutiesOf(regime.holders.NO, "read-mention");
    expect(waiting).toMatchObject([{ rule: "K2", count: 1, note: "1" }]);
    expect(JSON.stringify(waiting)).not.toContain("What does");
    expect(await dutiesOf(regime.holders.NL, "read-mention")).toEqual([]);
    await regime.done(regime.holders.NO, "acknowledge-mention", { comment });
    expect(await dutiesOf(regime.holders.NO, "read-mention")).toEqual([]);
    expect((await regime.refused(regime.holders.NO, "acknowledge-mention", { comment })).code).toBe("state");
    await regime.done(regime.chair, "follow-up-comment", { comment, body: `@${name}, and you?` });
    expect(await dutiesOf(regime.holders.NO, "read-mention")).toHaveLength(1);
    await regime.done(regime.holders.NO, "follow-up-comment", { comment, body: "Yes." });
    expect(await dutiesOf(regime.holders.NO, "read-mention")).toEqual([]);
  });

  it("[W2] call nobody who may not read, and leave the desk of whoever may read no longer", async () => {
    const candidate = await givenRound();
    const body = `@${regime.stranger.name} and @${regime.observer.name}, what do you say?`;
    const { id: comment } = await regime.done(regime.holders.JP, "make-comment", { candidate, type: "general", body });
    expect(await dutiesOf(regime.stranger, "read-mention")).toEqual([]);
    expect((await regime.refused(regime.stranger, "acknowledge-mention", { comment })).code).toBe("not-found");
    expect(await dutiesOf(regime.observer, "read-mention")).toHaveLength(1);
    const role = await regime.db.read(async (tx) => {
      const rows = await tx.select().from(tx.t.roles);
      return rows.find((held) => held.personId === regime.observer.personId)!.id;
    });
    await regime.done(regime.regimeSecretariat, "end-role", { role });
    expect(await dutiesOf(regime.observer, "read-mention")).toEqual([]);
  });
});
