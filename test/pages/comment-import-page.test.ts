/** Tables of comments through the product's front door: the file, the preview, the corrections, and what was done. */
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ControlText } from "../../domain/definition/control-text.ts";
import { slugOf } from "../../domain/record/reference.ts";
import { givenDrafting, givenRegime, type Regime } from "../given/regime.ts";
import { type Answer, type FrontDoor, openFrontDoor } from "./front-door.ts";

let regime: Regime;
let door: FrontDoor;
beforeAll(async () => {
  regime = await givenRegime();
  door = await openFrontDoor(regime);
});
afterAll(async () => {
  await door?.close();
  await regime?.close();
});

const text: ControlText = {
  format: "plenary-control-text/1",
  reference: "",
  title: "",
  terms: [],
  clauses: [
    { nid: "q7", level: 1, kind: "item", marking: "AMBER", caveat: [], content: [{ text: "34 or more qubits;" }] },
  ],
};

async function givenRound(): Promise<{ id: string; page: string }> {
  const { id, reference } = await givenDrafting(regime);
  await regime.done(regime.chair, "start-definition", { candidate: id, text: { ...text } });
  await regime.done(regime.chair, "open-comment-round", { candidate: id });
  return { id, page: `/candidates/${slugOf(reference)}/comments` };
}

const boundary = "----plenary-test";

/** The form as a browser sends it, with a file in it. */
function upload(page: string, file: string | Uint8Array, token: string | undefined): Promise<Answer> {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="step"\r\n\r\nread\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="../../table.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  const bytes = typeof file === "string" ? Buffer.from(file) : Buffer.from(file);
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return door.ask(`${page}/import`, {
    method: "POST",
    body: body as unknown as string,
    headers: {
      origin: door.origin,
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "content-length": String(body.length),
    },
    token,
  });
}

const unescaped = (html: string) =>
  html.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
const tableIn = (answer: Answer) => unescaped(/name="table" value="([^"]*)"/.exec(answer.body)?.[1] ?? "");

const table = [
  "MB/NC;Clause;Paragraph;Type;Comments;Proposed change;Observations",
  "JP;a;34 or more;te;50 is what machines reach.;50 or more;",
  "JP;z;;ed;Where is this?;;",
].join("\n");

describe("the page that brings a table in", () => {
  it("[K1] shows what each row would do, does the understood ones, and keeps the others to be corrected", async () => {
    const { id, page } = await givenRound();
    const token = await door.tokenFor(regime.holders.JP);
    const shown = await upload(page, table, token);
    expect(shown.status).toBe(200);
    expect(unescaped(shown.body)).toContain('No clause of the text is called "z".');
    const made = async () =>
      (await regime.db.read(async (tx) => tx.select().from(tx.t.comments))).filter((one) => one.candidateId === id);
    expect(await made()).toEqual([]);

    const done = await door.post(`${page}/import`, { step: "carry-out", table: tableIn(shown) }, { token });
    expect(done.status).toBe(200);
    expect(await made()).toMatchObject([{ number: 1, nid: "q7", quote: "34 or more", type: "technical" }]);
    const left = JSON.parse(tableIn(done));
    expect(left).toMatchObject([{ line: 3, cells: { clause: "z", body: "Where is this?" } }]);

    const fixed = { step: "carry-out", table: tableIn(done), "fix-3-clause": "a" };
    const last = await door.post(`${page}/import`, fixed, { token });
    expect(tableIn(last)).toBe("");
    expect(await made()).toMatchObject([{}, { number: 2, type: "editorial", nid: "q7" }]);
  });

  it("[W2] is not there for who is outside, and leads to the sign-in without a session", async () => {
    const { page } = await givenRound();
    const stranger = await door.tokenFor(regime.stranger);
    expect((await upload(page, table, stranger)).status).toBe(404);
    expect((await door.ask(`${page}/import`)).status).toBe(302);
    expect((await upload(page, table, undefined)).status).toBe(404);
  });

  it("refuses what is no table with a sentence: other files, bombs, broken forms, rows that were bent", async () => {
    const { page } = await givenRound();
    const token = await door.tokenFor(regime.holders.JP);
    const sentence = async (file: string | Uint8Array) => {
      const answer = await upload(page, file, token);
      expect(answer.status).toBe(400);
      return unescaped(answer.body);
    };
    expect(await sentence("Dear colleagues")).toContain("ISO form");
    expect(await sentence("")).toContain("Choose a file first");
    const bomb = zipSync({ "word/document.xml": new Uint8Array(20 * 1024 * 1024) }, { level: 9 });
    expect(await sentence(bomb)).toContain("packed more than 100 to one");
    const broken = await door.ask(`${page}/import`, {
      method: "POST",
      body: "no part of any form",
      headers: { origin: door.origin, "content-type": "multipart/form-data; boundary=x" },
      token,
    });
    expect(broken.status).toBe(400);
    const bent = await door.post(`${page}/import`, { step: "carry-out", table: '[{"line":1}]' }, { token });
    expect(bent.status).toBe(400);
    expect((await door.ask("/health")).body).toContain("well");
  });

  it("lets files in on this page only, and none that is too large", async () => {
    const { page } = await givenRound();
    const token = await door.tokenFor(regime.holders.JP);
    const asMultipart = { "content-type": `multipart/form-data; boundary=${boundary}`, origin: door.origin };
    for (const path of [page, `${page}/1`, "/candidates/new", `${page}/import/more`])
      expect((await door.ask(path, { method: "POST", body: "x", headers: asMultipart, token })).status).toBe(415);
    const large = { ...asMultipart, "content-length": String(22 * 1024 * 1024) };
    expect((await door.ask(`${page}/import`, { method: "POST", body: "x", headers: large, token })).status).toBe(413);
    const foreign = { ...asMultipart, origin: "https://elsewhere.example" };
    expect((await door.ask(`${page}/import`, { method: "POST", body: "x", headers: foreign, token })).status).toBe(403);
  });
});

describe("one comment by itself", () => {
  it("[K2] says where its words are today, and leads to the redline since the version it was made on", async () => {
    const { id, page } = await givenRound();
    const said = { candidate: id, nid: "q7", type: "general" as const };
    await regime.done(regime.holders.JP, "make-comment", { ...said, quote: "34 or more", body: "Why 34?" });
    await regime.done(regime.holders.JP, "make-comment", { ...said, quote: "50 or more", body: "Or 50?" });
    const token = await door.tokenFor(regime.holders.NL);
    expect((await door.ask(`${page}/1`, { token })).body).not.toContain("Its words are gone");
    expect((await door.ask(`${page}/2`, { token })).body).toContain("Its words are gone; the clause stands.");
    expect((await door.ask(`${page}/3`, { token })).status).toBe(404);
    expect((await door.ask(`${page}/1`, { token: await door.tokenFor(regime.stranger) })).status).toBe(404);
  });

  it("[K1] is part of the files that are taken out", async () => {
    const { id, page } = await givenRound();
    await regime.done(regime.holders.JP, "make-comment", { candidate: id, type: "general", body: "All of it." });
    const token = await door.tokenFor(regime.holders.NL);
    for (const [kind, type] of [
      ["csv", "text/csv; charset=utf-8"],
      ["json", "application/json; charset=utf-8"],
      ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ] as const) {
      const file = await door.ask(`${page}.${kind}?only=late`, { token });
      expect([file.status, file.headers["content-type"]]).toEqual([200, type]);
      expect(file.headers["content-disposition"]).toContain(`-comments.${kind}"`);
      expect(file.headers["cache-control"]).toBe("no-store");
    }
    expect((await door.ask(`${page}.json`, { token })).body).toContain("All of it.");
    expect((await door.ask(`${page}.json?only=late`, { token })).body).not.toContain("All of it.");
  });
});
