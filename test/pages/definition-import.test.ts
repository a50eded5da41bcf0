/** A text comes in from a file or from words: what is understood, what is refused, and how the definition begins from it. */
import { Document, LevelFormat, Packer, Paragraph, TextRun } from "docx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Clause, type ControlText, clauseText } from "../../domain/definition/control-text.ts";
import { numbers } from "../../domain/definition/numbering.ts";
import { thePublic } from "../../domain/membership/role.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { type DefinitionIn, readDefinitionFile, readDefinitionWords } from "../../server/exchange/definition-in.ts";
import { plainParagraph, type Read, type WordBlock } from "../../server/exchange/word-file.ts";
import { writeWordFile } from "../../server/exchange/write-file.ts";
import { takesFiles } from "../../server/http/uploads.ts";
import { entryClauses } from "../../server/library/entry-clauses.ts";
import { library } from "../../server/library/published-lists.ts";
import { definitionFile } from "../../server/queries/definition/definition-file.ts";
import { definitionImportPage } from "../../server/queries/definition/definition-import-page.ts";
import { definitionPage } from "../../server/queries/definition/definition-page.ts";
import { givenDrafting, givenRegime, type Regime } from "../given/regime.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime();
});
afterAll(() => regime?.close());

function brought(read: Read<DefinitionIn>): DefinitionIn {
  if ("unread" in read) throw new Error(read.unread);
  return read.read;
}

async function shown<T>(page: Promise<T | Refusal>): Promise<T> {
  const answer = await page;
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}

const unread = (read: Read<DefinitionIn>) => ("unread" in read ? read.unread : "");
const bytes = (characters: string) => new TextEncoder().encode(characters);

/** A quoted term is a reference to the committee's list, and is shown in the quotation marks of the product. */
const plain = (words: string) =>
  words
    .replace(/[“”‘’"]/gu, "'")
    .replace(/\s+/gu, " ")
    .trim();

function lines(clauses: Clause[]): string[] {
  const labels = numbers(clauses);
  return clauses.map((clause) =>
    plain(`${clause.level} ${clause.kind} ${labels.get(clause.nid)} ${clauseText(clause)}`),
  );
}

/** A published entry as the text of a candidate of ours. */
function published(code: string): ControlText {
  let last = 0;
  const { published: entry } = library().find("us", code)!;
  const clauses = entryClauses(entry!, { nextNid: () => `n${++last}` });
  return { format: "plenary-control-text/1", reference: code, title: code, terms: [], clauses };
}

async function taken(candidate: string, as: "docx" | "txt" | "json"): Promise<Uint8Array> {
  const file = await shown(definitionFile(regime.context, regime.chair, { candidate, version: "head", as }));
  if (file.refusal !== null) throw new Error(file.refusal.reason);
  return file.word ? writeWordFile(file.word) : bytes(file.characters!);
}

describe("what was taken out", () => {
  it.each(["4A906", "3A090", "5A002"])(
    "[D1] [D2] comes in again the same from Word, plain text and JSON: %s",
    async (code) => {
      const { id } = await givenDrafting(regime);
      const text = published(code);
      await regime.done(regime.chair, "start-definition", { candidate: id, text: { ...text } });
      for (const as of ["docx", "txt", "json"] as const) {
        const read = brought(await readDefinitionFile(await taken(id, as)));
        expect({ as, lines: lines(read.text.clauses) }).toEqual({ as, lines: lines(text.clauses) });
        expect(read.form).toBe(as === "docx" ? "word" : as === "txt" ? "text" : "json");
        const page = await shown(
          definitionImportPage(regime.context, regime.chair, { candidate: id, text: read.text }),
        );
        expect(page.isEmpty).toBe(false);
        if (as === "json") expect(page.comparison!.isSame).toBe(true);
      }
    },
  );
});

describe("a text that is brought", () => {
  const words =
    "4A906 Quantum computers, as follows:\nReason for Control: NS\na. Computers:\na.1. “Specially designed” ones;\na.2. Having 100 qubits or more.\nNote: Not toys.";

  it("[D1] begins the definition where none stands, with the terms that it quotes", async () => {
    const { id } = await givenDrafting(regime);
    const { text } = brought(readDefinitionWords(words));
    const page = await shown(definitionImportPage(regime.context, regime.chair, { candidate: id, text }));
    expect(page).toMatchObject({ isEmpty: true, comparison: null, mayNot: null });
    await regime.done(regime.chair, "start-definition", { candidate: id, text: { ...text } });
    const begun = await shown(definitionPage(regime.context, regime.chair, { candidate: id }));
    expect(lines(begun.clauses)).toEqual(lines(text.clauses));
    expect(begun.clauses.some(({ content }) => content.some((part) => "termRef" in part))).toBe(true);
  });

  it("[D12] is compared with the text that stands, and changes nothing", async () => {
    const { id } = await givenDrafting(regime);
    const { text } = brought(readDefinitionWords(words));
    await regime.done(regime.chair, "start-definition", { candidate: id, text: { ...text } });
    const other = brought(readDefinitionWords(words.replace("100", "200"))).text;
    const page = await shown(definitionImportPage(regime.context, regime.holders.JP, { candidate: id, text: other }));
    expect(page.comparison!.changes).toMatchObject([{ class: "loosened" }]);
    const refused = await regime.refused(regime.chair, "start-definition", { candidate: id, text: { ...other } });
    expect(refused).toMatchObject({ code: "state", rule: "D1" });
  });

  it("[W2] is nobody's outside the committee, and an observer learns why it may not begin", async () => {
    const { id } = await givenDrafting(regime);
    for (const actor of [regime.stranger, thePublic])
      expect(await definitionImportPage(regime.context, actor, { candidate: id })).toMatchObject({ code: "not-found" });
    const page = await shown(definitionImportPage(regime.context, regime.observer, { candidate: id }));
    expect(page.mayNot).toMatchObject({ code: "role", rule: "W8" });
  });

  it("[D1] [D2] from Word reads a list that numbers by itself, with its raised figures", async () => {
    const levels = [LevelFormat.LOWER_LETTER, LevelFormat.DECIMAL].map((format, level) => ({
      ...{ level, format, text: `%${level + 1}.` },
    }));
    const item = (level: number, ...children: TextRun[]) =>
      new Paragraph({ numbering: { reference: "list", level }, children });
    const file = await Packer.toBuffer(
      new Document({
        numbering: { config: [{ reference: "list", levels }] },
        sections: [
          {
            children: [
              new Paragraph("Lasers, as follows:"),
              item(0, new TextRun("Having all of:")),
              item(
                1,
                new TextRun("An error of 10"),
                new TextRun({ text: "-4", superScript: true }),
                new TextRun("; and"),
              ),
              item(1, new TextRun("cooled.")),
              item(0, new TextRun("Parts.")),
              new Paragraph("Note: Not toys."),
            ],
          },
        ],
      }),
    );
    const read = brought(await readDefinitionFile(new Uint8Array(file)));
    expect(lines(read.text.clauses)).toEqual([
      "1 heading Lasers, as follows:",
      "1 item a. Having all of:",
      "2 item a.1. An error of 10⁻⁴; and",
      "2 item a.2. cooled.",
      "1 item b. Parts.",
      "1 note Note Not toys.",
    ]);
  });

  it("[D1] from Word reads labels that were typed, and names tables that it leaves out", async () => {
    const item = (level: number, said: string): WordBlock => ({
      paragraph: plainParagraph(said, { style: `clause ${level}` }),
    });
    const file = await writeWordFile({
      ...{ title: "x", marking: "TLP:CLEAR", reference: "", version: "", hashWords: "" },
      blocks: [
        { paragraph: plainParagraph("Lasers, as follows:", { style: "heading 1" }) },
        item(1, "a. Having all of:"),
        item(2, "1. 10⁻⁴ or less; and"),
        item(2, "2. cooled."),
        { table: { rows: [[[plainParagraph("A cell")]]] } },
      ],
    });
    const read = brought(await readDefinitionFile(file));
    expect(lines(read.text.clauses)).toEqual([
      "1 heading Lasers, as follows:",
      "1 item a. Having all of:",
      "2 item a.1. 10⁻⁴ or less; and",
      "2 item a.2. cooled.",
    ]);
    expect(read.leftOut).toEqual([{ line: 5, words: "A cell", reason: "table" }]);
  });

  it("[W10] is refused with a sentence where it is no text, too large, or built to harm", async () => {
    const file = async (characters: string) => unread(await readDefinitionFile(bytes(characters)));
    expect(await file("%PDF-1.7 …")).toMatch(/Copy its words/);
    expect(await file("a\u0000b")).toMatch(/neither a Word file/);
    expect(unread(await readDefinitionFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])))).toMatch(/\.docx/);
    expect(unread(await readDefinitionFile(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])))).not.toBe("");
    expect(unread(await readDefinitionFile(new Uint8Array([0xff, 0xc0, 0x80])))).toMatch(/neither/);
    expect(await file('{"format": "plenary-control-text/1", "clauses": [{"nid": "a", "level": 99}]}')).toContain(
      "$.clauses[0]",
    );
    expect(await file("  \n ")).toMatch(/no words/);
    expect(await file("x".repeat(8_000_001))).toMatch(/characters/);
    expect(await file("a. x\n".repeat(5000))).toMatch(/at most 4000 clauses/);
  });

  it("[W10] is taken at its own page only", () => {
    expect(takesFiles("/candidates/qtac-2026-001/definition/import")).toBe(true);
    expect(takesFiles("/candidates/qtac-2026-001/definition/import.data?x=1")).toBe(true);
    expect(takesFiles("/candidates/qtac-2026-001/definition")).toBe(false);
  });
});
