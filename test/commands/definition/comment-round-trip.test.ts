/** Tables of comments out and in: nothing is lost, a bad cell stops its own row alone, and what goes out comes back equal. */
import { strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReadRow } from "../../../domain/definition/comment-import.ts";
import { importActs } from "../../../domain/definition/comment-import-acts.ts";
import type { ControlText } from "../../../domain/definition/control-text.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { readCommentFile } from "../../../server/exchange/comment-file.ts";
import { writeWordFile } from "../../../server/exchange/write-file.ts";
import { commentImportPage } from "../../../server/queries/definition/comment-import-page.ts";
import { type CommentsAs, commentsFile } from "../../../server/queries/definition/comments-file.ts";
import { givenDrafting, givenRegime, type Regime } from "../../given/regime.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime();
});
afterAll(() => regime.close());

const clause = (nid: string, kind: "item" | "note" | "heading", text: string, level: 1 | 2 = 1) => ({
  ...{ nid, level, kind, marking: "AMBER" as const, caveat: [], content: [{ text }] },
});
const text: ControlText = {
  format: "plenary-control-text/1",
  reference: "",
  title: "",
  terms: [],
  clauses: [
    clause("h", "heading", "Quantum computers"),
    clause("i1", "item", "34 or more qubits with an error of 10⁻⁴ or less;"),
    clause("i2", "item", "fewer", 2),
    clause("n1", "note", "a. does not apply to toys.", 2),
    clause("i3", "item", "Qubit devices."),
    clause("n2", "note", "b. does not apply to samples.", 2),
  ],
};

async function givenRound(): Promise<string> {
  const { id } = await givenDrafting(regime);
  await regime.done(regime.chair, "start-definition", { candidate: id, text: { ...text } });
  await regime.done(regime.chair, "open-comment-round", { candidate: id });
  return id;
}

const awkward = '=SUM(A1), "quoted"; two\r\nlines\tand 10⁻⁴ − 漢字 \'apostrophe';

async function givenComments(candidate: string) {
  const made: string[] = [];
  const say = async (who: Actor, fields: object) =>
    made.push((await regime.done(who, "make-comment", { candidate, ...fields } as never)).id);
  await say(regime.holders.JP, {
    nid: "i1",
    quote: "34 or more",
    type: "technical",
    body: awkward,
    proposedChange: "50",
  });
  await say(regime.holders.NL, {
    nid: "n1",
    quote: "",
    type: "editorial",
    body: "'=1 is no formula",
    proposedChange: "",
  });
  await say(regime.observer, { nid: "", quote: "", type: "general", body: "-5 would be odd", proposedChange: "" });
  await say(regime.holders.JP, {
    nid: "i2",
    quote: "fewer",
    type: "technical",
    body: "How many?",
    proposedChange: "fewer than 5",
  });
  return made;
}

async function taken(candidate: string, as: CommentsAs, actor: Actor = regime.chair): Promise<Uint8Array> {
  const file = await commentsFile(regime.context, actor, { candidate, as });
  if (isRefusal(file)) throw new Error(file.reason);
  return file.word ? writeWordFile(file.word) : strToU8(file.characters!);
}

async function preview(actor: Actor, candidate: string, bytes: Uint8Array): Promise<ReadRow[]> {
  const read = await readCommentFile(bytes);
  if ("unread" in read) throw new Error(read.unread);
  const page = await commentImportPage(regime.context, actor, { candidate, rows: read.read });
  if (isRefusal(page)) throw new Error(page.reason);
  return page.rows!;
}

async function carryOut(actor: Actor, candidate: string, rows: ReadRow[]): Promise<void> {
  for (const { intent, fields } of importActs(candidate, rows)) await regime.done(actor, intent, fields as never);
}

const will = (rows: ReadRow[]) => rows.map((row) => row.will);
const words = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("a table that is taken out and brought back", () => {
  it.each(["csv", "json", "docx"] as const)("[K1] as %s changes nothing, and goes out equal again", async (as) => {
    const candidate = await givenRound();
    const ids = await givenComments(candidate);
    await regime.done(regime.chair, "dispose-comment", { comment: ids[0]!, word: "accepted", carriedBy: "version-2" });
    await regime.done(regime.chair, "dispose-comment", {
      comment: ids[1]!,
      word: "rejected",
      reason: "Two\r\nlines: yes.",
    });
    const before = await taken(candidate, as);
    const rows = await preview(regime.chair, candidate, before);
    expect(will(rows)).toEqual(["leave", "leave", "leave", "leave"]);
    expect(rows.flatMap(({ notes, faults }) => [...notes, ...faults])).toEqual([]);
    await carryOut(regime.chair, candidate, rows);
    const after = await taken(candidate, as);
    if (as === "docx") expect(await readCommentFile(after)).toEqual(await readCommentFile(before));
    else expect(words(after)).toBe(words(before));
  });

  it.each(["csv", "json", "docx"] as const)(
    "[K1] as %s makes the same comments where there are none yet",
    async (as) => {
      const [from, to] = [await givenRound(), await givenRound()];
      await givenComments(from);
      const read = await readCommentFile(await taken(from, as));
      if ("unread" in read) throw new Error(read.unread);
      // A national table has no ids, and the rows of the own delegation only.
      const national = read.read.filter(({ cells }) => cells.member === "JP");
      const rows = national.map((row) => ({ ...row, cells: { ...row.cells, id: "" } }));
      const page = await commentImportPage(regime.context, regime.holders.JP, { candidate: to, rows });
      if (isRefusal(page)) throw new Error(page.reason);
      expect(will(page.rows!)).toEqual(["make", "make"]);
      await carryOut(regime.holders.JP, to, page.rows!);
      const said = async (candidate: string) => {
        const file = JSON.parse(words(await taken(candidate, "json")));
        return file.comments
          .filter(({ member }: { member: string }) => member === "JP")
          .map(({ nid, quote, type, comment, proposedChange }: Record<string, string>) => ({
            ...{ nid, quote, type, proposedChange },
            comment: as === "docx" ? comment!.replaceAll("\r\n", "\n") : comment,
          }));
      };
      const plain = (list: { comment: string }[]) =>
        list.map((one) => ({ ...one, comment: as === "docx" ? one.comment.replaceAll("\r\n", "\n") : one.comment }));
      expect(plain(await said(to))).toEqual(plain(await said(from)));
      // A second reading of the same table makes nothing twice.
      const again = await commentImportPage(regime.context, regime.holders.JP, { candidate: to, rows });
      if (isRefusal(again)) throw new Error(again.reason);
      expect(will(again.rows!)).toEqual(["leave", "leave"]);
    },
  );
});

describe("a table of new comments", () => {
  it("[K1] reads the heads and words of committees, and names what is wrong in each cell", async () => {
    const candidate = await givenRound();
    const table = [
      "Comments of Japan;;;;;;;",
      "MB/NC;Line number;Clause/Subclause;Paragraph/Figure/Table;Type of comment;Comments;Proposed change;Observations of the secretariat",
      "JP;12;a.;34 or more;te;50 is what machines reach.;50 or more;",
      ";;4A906.a.1;;Technical;More of them;five;Accepted",
      "JP;;Note;;ed;Which note?;;",
      "NL;;z.9;;tec;;;",
      ";;;;te;No change proposed;;",
      ";;a;34 or more;te;50 is what machines reach.;50 or more;",
      ";;general;;ge;A general remark;;",
    ].join("\n");
    const rows = await preview(regime.holders.JP, candidate, strToU8(table));
    expect(will(rows)).toEqual(["make", "make", "unread", "unread", "unread", "leave", "make"]);
    expect(rows[0]).toMatchObject({ line: 3, make: { nid: "i1", quote: "34 or more", type: "technical" } });
    expect(rows[1]).toMatchObject({
      make: { nid: "i2", type: "technical" },
      notes: [expect.stringContaining("left aside")],
    });
    expect(rows[2]!.faults).toMatchObject([
      { column: "clause", reason: expect.stringContaining("Note (1), Note (2)") },
    ]);
    expect(rows[3]!.faults.map(({ column }) => column).sort()).toEqual(["clause", "member", "type"]);
    expect(rows[4]!.faults).toMatchObject([{ column: "proposedChange" }]);
    expect(rows[5]!.notes).toEqual(["It repeats row 3."]);
    expect(rows[6]).toMatchObject({ make: { nid: "", type: "general" } });
    await carryOut(regime.holders.JP, candidate, rows);
    const file = JSON.parse(words(await taken(candidate, "json")));
    expect(file.comments.map(({ clause }: { clause: string }) => clause)).toEqual(["a", "a.1", ""]);
  });

  it("[K1] [W8] says in each row why who may not comment makes none, and reads the rest", async () => {
    const candidate = await givenRound();
    const table = "Type,Comment\nge,A remark\n";
    const rows = await preview(regime.secretariat, candidate, strToU8(table));
    expect(rows[0]).toMatchObject({ will: "unread", faults: [{ reason: expect.stringContaining("secretariat") }] });
    const outside = await commentImportPage(regime.context, regime.stranger, { candidate });
    expect(outside).toMatchObject({ code: "not-found" });
  });

  it("[K1] refuses a file without such a table, and keeps rows that JSON says wrongly", async () => {
    expect(await readCommentFile(strToU8("a,b\n1,2\n"))).toMatchObject({ unread: expect.stringContaining("ISO form") });
    expect(await readCommentFile(strToU8('{"format":"other"}'))).toMatchObject({
      unread: expect.stringContaining("format"),
    });
    expect(await readCommentFile(strToU8("{"))).toMatchObject({ unread: expect.stringContaining("no JSON") });
    const comments = [{ type: 5, comment: "x" }, null, { type: "general", comment: "A remark", member: "JP" }];
    const bad = { format: "plenary-comments/1", reference: "QTAC/2026/001", comments: [comments[0], comments[2]] };
    const candidate = await givenRound();
    const rows = await preview(regime.holders.JP, candidate, strToU8(JSON.stringify(bad)));
    expect(will(rows)).toEqual(["unread", "make"]);
  });
});

describe("a table with the chair's observations", () => {
  const filled = async (candidate: string, observations: string[]) => {
    const read = await readCommentFile(await taken(candidate, "csv"));
    if ("unread" in read) throw new Error(read.unread);
    return read.read.map((row, at) => ({ ...row, cells: { ...row.cells, observations: observations[at] ?? "" } }));
  };
  const shown = async (actor: Actor, candidate: string, observations: string[]) => {
    const page = await commentImportPage(regime.context, actor, {
      candidate,
      rows: await filled(candidate, observations),
    });
    if (isRefusal(page)) throw new Error(page.reason);
    return page.rows!;
  };

  it("[K4] [K9] [K10] disposes row by row, alike ones in one act, and says what is wrong with the others", async () => {
    const candidate = await givenRound();
    await givenComments(candidate);
    await regime.done(regime.alternates.CA, "make-comment", { candidate, type: "general", body: "Our own." });
    const said = ["Not accepted – 34 is in force", "Accepted", "Perhaps", "Rejected: 34 is in force", "Noted: seen"];
    const rows = await shown(regime.chair, candidate, said);
    expect(will(rows)).toEqual(["dispose", "unread", "unread", "dispose", "unread"]);
    expect(rows[1]!.faults).toMatchObject([
      { column: "observations", reason: expect.stringContaining("Accepted (version 2)") },
    ]);
    expect(rows[2]!.faults[0]!.reason).toContain("begins with Accepted");
    expect(rows[4]!.faults[0]!.reason).toContain("own delegation");
    const acts = importActs(candidate, rows);
    expect(acts).toMatchObject([{ intent: "dispose-comment", lines: [2, 5], fields: { reason: "34 is in force" } }]);
    await carryOut(regime.chair, candidate, rows);
    const after = await shown(regime.chair, candidate, [
      "Rejected: 34 is in force",
      "Accepted (version 2)",
      "Noted: seen",
    ]);
    expect(will(after)).toEqual(["leave", "dispose", "dispose", "leave", "leave"]);
  });

  it("[K4] is nobody's but the chair's, and what was said is never changed by it", async () => {
    const candidate = await givenRound();
    await givenComments(candidate);
    const rows = await shown(regime.holders.JP, candidate, ["Rejected: no"]);
    expect(rows[0]).toMatchObject({ will: "unread", faults: [{ column: "observations" }] });
    const [first] = await filled(candidate, []);
    const page = await commentImportPage(regime.context, regime.holders.JP, {
      candidate,
      rows: [
        { ...first!, cells: { ...first!.cells, body: "Other words" } },
        { ...first!, line: 3, cells: { ...first!.cells, id: "QTAC/1999/001#1" } },
        { ...first!, line: 4, cells: { ...first!.cells, id: first!.cells.id.replace("#1", "#99") } },
        { ...first!, line: 5, cells: { ...first!.cells, id: "one" } },
      ],
    });
    if (isRefusal(page)) throw new Error(page.reason);
    expect(will(page.rows!)).toEqual(["leave", "unread", "unread", "unread"]);
    expect(page.rows![0]!.notes[0]).toContain("never changed");
    expect(page.rows!.slice(1).map(({ faults }) => faults[0]!.column)).toEqual(["id", "id", "id"]);
  });
});
