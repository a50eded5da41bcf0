/** A definition goes out as a file: what each file holds, for whom, and that it can be read again. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clause, ControlText } from "../../domain/definition/control-text.ts";
import { readControlTextFile } from "../../domain/definition/read-control-text.ts";
import { readPlainText } from "../../domain/definition/read-plain-text.ts";
import { thePublic } from "../../domain/membership/role.ts";
import { derivedCircle } from "../../domain/record/marking.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { definitionHtml } from "../../server/exchange/definition-html.ts";
import { readWordFile } from "../../server/exchange/read-file.ts";
import { writeWordFile } from "../../server/exchange/write-file.ts";
import { sha256 } from "../../server/freeze-head.ts";
import { type DefinitionFileParams, definitionFile } from "../../server/queries/definition/definition-file.ts";
import { typeInto } from "../given/definition.ts";
import { givenDrafting, givenRegime, type Regime } from "../given/regime.ts";

let regime: Regime;
let candidate: string;

const clause = (nid: string, kind: Clause["kind"], words: string, more: Partial<Clause> = {}): Clause => ({
  nid,
  level: 1,
  kind,
  marking: "AMBER",
  caveat: [],
  content: [{ text: words }],
  ...more,
});

const text: ControlText = {
  format: "plenary-control-text/1",
  reference: "",
  title: "",
  terms: [],
  clauses: [
    clause("h", "heading", "Quantum computers & <parts>, as follows:"),
    clause("a", "item", "Computers having all of:"),
    clause("a1", "item", "An error of 10⁻⁴ or less; and", { level: 2 }),
    clause("a2", "item", "34 qubits or more;", { level: 2 }),
    clause("n", "note", "Not toys."),
    clause("b", "item", "Parts."),
  ],
};

beforeAll(async () => {
  regime = await givenRegime();
  candidate = (await givenDrafting(regime)).id;
  await regime.done(regime.chair, "start-definition", { candidate, text: { ...text } });
  await regime.done(regime.chair, "freeze-version", { candidate, reason: "First" });
  await typeInto(regime, candidate, "100", { nid: "a2", instead: "34" });
  await regime.done(regime.chair, "freeze-version", { candidate, reason: "Second" });
  await typeInto(regime, candidate, " And more.");
});
afterAll(() => regime?.close());

type File = Exclude<Awaited<ReturnType<typeof definitionFile>>, Refusal>;
type Held = Extract<File, { refusal: null }>;

async function taken(params: Omit<DefinitionFileParams, "candidate">): Promise<Held> {
  const file = await definitionFile(regime.context, regime.holders.JP, { candidate, ...params });
  if (isRefusal(file) || file.refusal !== null) throw new Error("refused");
  return file;
}

async function wordRead(params: Omit<DefinitionFileParams, "candidate" | "as">) {
  const { word } = await taken({ ...params, as: "docx" });
  const read = await readWordFile(await writeWordFile(word!));
  if ("unread" in read) throw new Error(read.unread);
  return read.read.blocks.flatMap((block) => ("paragraph" in block ? [block.paragraph] : []));
}

describe("a definition as a file", () => {
  it("[W2] is there for the committee and for nobody else", async () => {
    for (const actor of [regime.stranger, thePublic])
      for (const as of ["docx", "html", "json", "txt"] as const)
        expect(await definitionFile(regime.context, actor, { candidate, version: "1", as })).toMatchObject({
          code: "not-found",
        });
    for (const version of ["9", "0", "head/..", "-1"])
      expect(await definitionFile(regime.context, regime.chair, { candidate, version, as: "json" })).toMatchObject({
        code: "not-found",
      });
    expect(
      isRefusal(await definitionFile(regime.context, regime.observer, { candidate, version: "head", as: "txt" })),
    ).toBe(false);
  });

  it("[D9] as JSON is the bytes that its text hash is taken of, and is read again", async () => {
    const file = await taken({ version: "1", as: "json" });
    expect(sha256(file.characters!)).toBe(file.textHash);
    expect(file.name).toMatch(/^[a-z0-9-]+-version-1\.json$/);
    const read = readControlTextFile(file.characters!);
    expect(isRefusal(read)).toBe(false);
    expect((read as ControlText).clauses).toEqual(text.clauses);
    const head = await taken({ version: "head", as: "json" });
    expect(head.name).toMatch(/-draft\.json$/);
    expect(head.textHash).not.toBe(file.textHash);
  });

  it("[D2] as plain text says marking, reference, version and hash in words, and reads back as the same clauses", async () => {
    const file = await taken({ version: "1", as: "txt" });
    const [first] = file.characters!.split("\n");
    expect(first).toMatch(/^TLP:AMBER · QTAC\/\d{4}\/\d{3} · Version 1 of \d{4}-\d\d-\d\d · [a-z]+ /);
    const { clauses, leftOut } = readPlainText(file.characters!);
    expect(clauses.map(({ level, kind, text: words }) => ({ level, kind, words }))).toEqual(
      text.clauses.map(({ level, kind, content }) => ({ level, kind, words: (content[0] as { text: string }).text })),
    );
    expect(leftOut).toMatchObject([{ line: 1, reason: "page-furniture" }]);
  });

  it("[D2] as a Word file has each number as words, the level as a style, marking above and hash below", async () => {
    const { word } = await taken({ version: "1", as: "docx" });
    expect(word).toMatchObject({ marking: "TLP:AMBER", version: expect.stringMatching(/^Version 1 of /) });
    expect(word!.hashWords.split(" ").length).toBeGreaterThan(3);
    const paragraphs = await wordRead({ version: "1" });
    expect(paragraphs.map(({ style, words }) => `${style.toLowerCase()}: ${words.replace("\t", " ")}`)).toEqual([
      "heading 1: Quantum computers & <parts>, as follows:",
      "clause 1: a. Computers having all of:",
      "clause 2: a.1. An error of 10⁻⁴ or less; and",
      "clause 2: a.2. 34 qubits or more;",
      "clause 1: Note: Not toys.",
      "clause 1: b. Parts.",
    ]);
  });

  it("[D12] as a Word file with changes tracks exactly the words that came and went", async () => {
    const paragraphs = await wordRead({ version: "2", with: "1" });
    const changed = paragraphs.flatMap(({ runs }) => runs.filter(({ inserted, deleted }) => inserted || deleted));
    expect(changed.map(({ words, inserted }) => `${inserted ? "+" : "-"}${words}`)).toEqual(["-34", "+100"]);
    expect(paragraphs[3]!.words).toBe("a.2.\t100 qubits or more;");
    const file = await taken({ version: "2", with: "1", as: "html" });
    expect(file.characters).toContain("<del>34</del><ins>100</ins>");
    expect(file.name).toMatch(/-version-2-changes-from-1\.html$/);
  });

  it("[Z4] as a page holds no script and nothing that people wrote as markup, and its marking on every page", async () => {
    const { characters } = await taken({ version: "1", as: "html" });
    expect(characters).toContain("Quantum computers &amp; &lt;parts&gt;");
    expect(characters).not.toMatch(/<script|<img|https?:|javascript:|\son\w+=/i);
    expect(characters).toContain('@top-left { content: "TLP:AMBER · QTAC');
    const hostile = definitionHtml({
      ...{
        reference: '"}</style><script>',
        title: "</title><script>",
        marking: "TLP:CLEAR",
        version: "\\",
        hashWords: "",
      },
      ...{ textHash: "", changesFrom: null, terms: [], lines: [] },
    });
    expect(hostile).not.toContain("<script");
    expect(hostile.match(/<\/style>/g)).toHaveLength(1);
  });
});

describe("the marking of a file", () => {
  const held = (marking: Clause["marking"], ...caveat: string[]) => ({ marking, caveat });

  it("[Z4] is the highest of all it holds, with the delegations that may read all of it", () => {
    expect(derivedCircle([])).toEqual({ marking: "CLEAR", caveat: [] });
    expect(derivedCircle([held("GREEN"), held("RED"), held("AMBER")])).toEqual({ marking: "RED", caveat: [] });
    expect(derivedCircle([held("GREEN", "JP", "NO"), held("CLEAR"), held("AMBER", "NO", "CA")])).toEqual({
      marking: "AMBER",
      caveat: ["NO"],
    });
    expect(derivedCircle([held("AMBER", "JP"), held("AMBER", "NO")])).toMatchObject({ code: "marking", rule: "Z4" });
  });

  it("[Z3] [Z4] keeps a text with clauses for some from the others, and one that nobody may read whole from all", async () => {
    const given = async (...clauses: Clause[]) => {
      const { id } = await givenDrafting(regime);
      await regime.done(regime.chair, "start-definition", { candidate: id, text: { ...text, clauses } });
      return (actor: typeof regime.chair) =>
        definitionFile(regime.context, actor, { candidate: id, version: "head", as: "txt" });
    };
    const forJapan = await given(clause("x", "item", "Ours.", { caveat: ["JP"] }));
    expect(await forJapan(regime.holders.JP)).toMatchObject({ refusal: null, marking: "TLP:AMBER only JP" });
    expect(await forJapan(regime.holders.NO)).toMatchObject({ refusal: { rule: "Z3" } });
    const forNobody = await given(
      clause("x", "item", "Ours.", { caveat: ["JP"] }),
      clause("y", "item", "Theirs.", { caveat: ["NO"] }),
    );
    expect(await forNobody(regime.holders.JP)).toMatchObject({ refusal: { rule: "Z4" } });
  });
});
