/** A text comes in and goes out through the front door of the built product: forms with files, downloads, the library's two lists. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { slugOf } from "../../domain/record/reference.ts";
import { givenDrafting, givenRegime, type Regime } from "../given/regime.ts";
import { type FrontDoor, openFrontDoor } from "./front-door.ts";

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

const boundary = "----plenary-test";

/** A form as a browser sends it with a file. */
function postForm(path: string, fields: Record<string, string | { file: string }>, token: string) {
  const parts = Object.entries(fields).map(([name, value]) =>
    typeof value === "string"
      ? `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
      : `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="../../a.txt"\r\nContent-Type: text/plain\r\n\r\n${value.file}\r\n`,
  );
  const body = `${parts.join("")}--${boundary}--\r\n`;
  const headers = {
    origin: door.origin,
    "content-type": `multipart/form-data; boundary=${boundary}`,
    "content-length": String(Buffer.byteLength(body)),
  };
  return door.ask(path, { method: "POST", body, headers, token });
}

const words =
  "4A906 Quantum computers, as follows:\r\na. Computers:\r\na.1. <b>Bold</b> ones;\r\na.3. Of 10 −4 or less.\r\nNote: Not toys.\r\n- 3 -\r\n";

const unescaped = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

async function givenEmpty(): Promise<string> {
  const { reference } = await givenDrafting(regime);
  return `/candidates/${slugOf(reference)}/definition`;
}

describe("a text through the front door", () => {
  it("[D1] is shown as clauses, begins the definition when confirmed, and goes out as files", async () => {
    const page = await givenEmpty();
    const token = await door.tokenFor(regime.holders.JP);
    expect((await door.ask(page, { token })).body).toContain(`${page}/import`);
    const read = await postForm(`${page}/import`, { step: "read", words: "", file: { file: words } }, token);
    expect(read.status).toBe(200);
    for (const said of [
      "6 clauses were understood",
      "&lt;b&gt;Bold&lt;/b&gt; ones;",
      "a.2. was not printed",
      "head or foot of a page",
    ])
      expect(read.body).toContain(said);
    const text = unescaped(/name="text" value="([^"]*)"/.exec(read.body)![1]!);
    const begun = await postForm(`${page}/import`, { step: "start", text }, token);
    expect([begun.status, begun.headers.location]).toEqual([303, page]);
    const again = await postForm(`${page}/import`, { step: "start", text }, token);
    expect(again.status).toBe(400);
    expect(again.body).toContain("only an empty text is begun from another");

    const types = { docx: "openxmlformats", html: "text/html", txt: "text/plain", json: "application/json" };
    for (const [as, type] of Object.entries(types)) {
      const file = await door.ask(`${page}/head/file?as=${as}`, { token });
      expect([file.status, file.headers["x-marking"]]).toEqual([200, "TLP:AMBER"]);
      expect(file.headers["content-type"]).toContain(type);
      expect(file.headers["content-disposition"]).toMatch(/^attachment; filename="[a-z0-9-]+-draft\.[a-z]+"$/);
      expect(file.headers["cache-control"]).toBe("no-store");
    }
    expect((await door.ask(`${page}/head/file?as=html`, { token })).body).toContain("&lt;b&gt;Bold&lt;/b&gt;");
    expect((await door.ask(`${page}/head/file?as=exe`, { token })).status).toBe(404);
  });

  it("[D12] is compared where one stands, with the way to an amendment", async () => {
    const page = await givenEmpty();
    const token = await door.tokenFor(regime.holders.NO);
    const first = await postForm(`${page}/import`, { step: "read", words }, token);
    const text = unescaped(/name="text" value="([^"]*)"/.exec(first.body)![1]!);
    await postForm(`${page}/import`, { step: "start", text }, token);
    const other = await postForm(
      `${page}/import`,
      { step: "read", words: words.replace("Not toys", "Nothing else") },
      token,
    );
    expect(other.body).toContain("What is different from the text as it stands");
    expect(other.body).toContain(`${page.replace(/definition$/, "amendments/new")}`);
    expect(other.body).not.toContain('name="text" value=');
  });

  it("[W2] [W10] is nobody's outside, and a file that is none is refused with a sentence", async () => {
    const page = await givenEmpty();
    const stranger = await door.tokenFor(regime.stranger);
    expect((await door.ask(`${page}/import`, { token: stranger })).status).toBe(404);
    expect((await postForm(`${page}/import`, { step: "read", words }, stranger)).status).toBe(404);
    expect((await door.ask(`${page}/head/file?as=txt`, { token: stranger })).status).toBe(404);
    expect((await door.ask(`${page}/head/file?as=txt`)).status).toBe(302);
    const token = await door.tokenFor(regime.holders.JP);
    for (const [file, sentence] of [
      ["%PDF-1.7", "Copy its words"],
      ["PK\u0003\u0004 no archive", "damaged or cut short"],
      ["", "Choose a file, or paste"],
    ] as const) {
      const refused = await postForm(`${page}/import`, { step: "read", words: "", file: { file } }, token);
      expect(refused.status).toBe(400);
      expect([sentence, refused.body.includes(sentence)]).toEqual([sentence, true]);
    }
    expect((await postForm(`${page}/import`, { step: "start", text: "{" }, token)).status).toBe(400);
  });

  it("[D5] stands beside its counterpart in the library, for everybody", async () => {
    const entry = await door.ask("/library/3A001?list=us");
    expect(entry.body).toContain("/library/3A001/parallel?list=us&amp;with=eu%2F3A001");
    const parallel = await door.ask("/library/3A001/parallel?list=us&with=eu/3A001");
    expect(parallel.status).toBe(200);
    for (const said of ["Spelling and marks only", "Another threshold", "European Union only", "90 GHz"])
      expect(parallel.body).toContain(said);
    expect((await door.ask("/library/4A906/parallel")).status).toBe(404);
  });
});
