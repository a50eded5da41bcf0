/** Word files and tables of text as people make them: what is read, and that what is written reads back equal. */
import { strToU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readTable, readWordFile } from "../../server/exchange/read-file.ts";
import { writeTable } from "../../server/exchange/table-text.ts";
import { plainCell, plainParagraph, type WordText, wordsOfCell } from "../../server/exchange/word-file.ts";
import { writeWordFile } from "../../server/exchange/write-file.ts";
import { body, packed, paragraph, run } from "./packed.ts";

async function read(bytes: Uint8Array): Promise<WordText> {
  const answer = await readWordFile(bytes);
  if ("unread" in answer) throw new Error(answer.unread);
  return answer.read;
}

const styles = `<?xml version="1.0"?><w:styles xmlns:w="x"><w:style w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Kopf"/></w:style><w:style w:styleId="Kopf"><w:name w:val="Kopf"/><w:basedOn w:val="Kopf"/></w:style><w:style w:styleId="Liste"><w:name w:val="List"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>`;

describe("a Word file", () => {
  it("is read with styles by name, levels, lists, raised figures and tracked changes", async () => {
    const text = body(
      [
        paragraph(run("Quantum computers"), '<w:pStyle w:val="berschrift2"/>'),
        paragraph(
          run("an error of 10") + run("-4", '<w:vertAlign w:val="superscript"/>') + run(" or less"),
          '<w:pStyle w:val="Liste"/>',
        ),
        paragraph(
          run("second"),
          '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="7"/></w:numPr><w:rPr><w:ins w:id="1"/></w:rPr>',
        ),
        paragraph(
          `${run("34")}<w:del w:id="2"><w:r><w:delText> bits</w:delText></w:r></w:del><w:ins w:id="3">${run(" qubits")}</w:ins>`,
        ),
        paragraph('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:tab/><w:t>5</w:t><w:br/><w:t>nm</w:t></w:r>'),
        paragraph(
          "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup></m:oMath>",
        ),
        paragraph("<w:r><w:drawing><w:t>picture</w:t></w:drawing></w:r>"),
      ].join(""),
    );
    const { blocks, leftOut } = await read(packed(text, { "word/styles.xml": styles }));
    const shown = blocks.map((block) => ("paragraph" in block ? block.paragraph : null));
    expect(shown.map((one) => one?.words)).toEqual([
      "Quantum computers",
      "an error of 10⁻⁴ or less",
      "second",
      "34 qubits",
      "≥\t5\nnm",
      "10⁶",
      "",
    ]);
    expect(shown[0]).toMatchObject({ style: "heading 2", level: 1, numbered: false });
    expect(shown[1]).toMatchObject({ style: "List", level: 1, numbered: true });
    expect(shown[2]).toMatchObject({ level: 2, numbered: true, runs: [{ words: "second" }] });
    expect(shown[3]!.runs).toEqual([
      { words: "34" },
      { words: " bits", deleted: true },
      { words: " qubits", inserted: true },
    ]);
    expect(leftOut).toBe(1);
  });

  it("keeps the columns of a table where cells span, and takes a table within a cell as its paragraphs", async () => {
    const cell = (inside: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(paragraph(run("inner")))}</w:tr></w:tbl>`;
    const table = `<w:tbl><w:tr>${cell(paragraph(run("wide")), '<w:gridSpan w:val="2"/>')}${cell(paragraph(run("c")))}</w:tr><w:tr>${cell(paragraph(run("a")))}${cell(paragraph(run("b")) + inner + paragraph(""))}${cell(paragraph(run("d")))}</w:tr></w:tbl>`;
    const [block] = (await read(packed(body(table)))).blocks;
    const rows = (block as { table: { rows: [] } }).table.rows as Parameters<typeof wordsOfCell>[0][][];
    expect(rows.map((row) => row.map(wordsOfCell))).toEqual([
      ["wide", "", "c"],
      ["a", "b\ninner\n", "d"],
    ]);
  });

  it("is written with marking, reference, version and hash, and reads back equal", async () => {
    const awkward = 'Line one\nline <two> & "three"\twith 10⁻⁴, 漢字 and 𝛼';
    const bytes = await writeWordFile({
      title: "Comments",
      marking: "TLP:AMBER",
      reference: "QTAC/2026/014",
      version: "Version 2",
      hashWords: "one two three four five six",
      landscape: true,
      columns: [1, 3],
      changedBy: { name: "Ada Example", at: 0 },
      blocks: [
        { paragraph: plainParagraph("Comments", { style: "heading 1" }) },
        {
          paragraph: plainParagraph("", {
            runs: [{ words: "34" }, { words: "old", deleted: true }, { words: "new", inserted: true }],
          }),
        },
        {
          table: {
            rows: [
              [plainCell("Head"), plainCell("Second")],
              [plainCell("=1+1"), plainCell(awkward)],
            ],
          },
        },
      ],
    });
    const { blocks } = await read(bytes);
    expect(blocks[0]).toMatchObject({ paragraph: { words: "Comments", style: "heading 1", level: 0 } });
    expect(blocks[1]).toMatchObject({
      paragraph: { words: "34new", runs: [{}, { words: "old", deleted: true }, { words: "new", inserted: true }] },
    });
    const { rows } = (blocks[2] as Extract<(typeof blocks)[number], { table: unknown }>).table;
    expect(rows.map((row) => row.map(wordsOfCell))).toEqual([
      ["Head", "Second"],
      ["=1+1", awkward],
    ]);

    const parts = Object.entries(unzipSync(bytes)).map(
      ([name, part]) => [name, new TextDecoder().decode(part)] as const,
    );
    const words = parts.map(([, part]) => part).join("");
    for (const said of ["TLP:AMBER · QTAC/2026/014", "Version 2 · one two three four five six"])
      expect(words).toContain(said);
    expect(words).not.toContain('TargetMode="External"');
    const fields = [...words.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, field]) => field!.trim());
    expect([...new Set(fields)].sort()).toEqual(["NUMPAGES", "PAGE"]);
  });
});

describe("a table of text", () => {
  it("gives back every cell as it went out, and guards those that look like formulas", async () => {
    const rows = [
      ["=1+1", "+1", "-5", "@x", "\tx", "\rx", "'=1", "''=1", "'quoted'", "＝1"],
      ["", " spaces ", "a\nb", "a\r\nb", 'He said "no"', "a,b;c", "10⁻⁴", "𝛼", "last", "x"],
    ];
    const text = writeTable(rows);
    expect(text).toContain('"\'=1+1"');
    expect(await readTable(strToU8(text))).toEqual({ read: rows });
    expect(await readTable(strToU8(`\ufeff${text}`))).toEqual({ read: rows });
  });

  it("reads semicolons, tabs, and the encodings of spreadsheets", async () => {
    expect(await readTable(strToU8("a;b\n1,5;2\n"))).toEqual({
      read: [
        ["a", "b"],
        ["1,5", "2"],
      ],
    });
    expect(await readTable(strToU8("a\tb\n1\t2\n"))).toEqual({
      read: [
        ["a", "b"],
        ["1", "2"],
      ],
    });
    expect(await readTable(new Uint8Array([0x61, 0x2c, 0xe9, 0x0a]))).toEqual({ read: [["a", "é"]] });
    const wide = Buffer.from("\ufeffa\té\r\n", "utf16le");
    expect(await readTable(new Uint8Array(wide))).toEqual({ read: [["a", "é"]] });
  });
});
