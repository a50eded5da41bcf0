/** Hostile files: each is refused with a sentence and within time, and the process that reads them stays up. */
import { strToU8 } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inWorker } from "../../server/exchange/in-worker.ts";
import { cellCharactersMax, packedBytesMax } from "../../server/exchange/limits.ts";
import { readTable, readWordFile } from "../../server/exchange/read-file.ts";
import { readWord } from "../../server/exchange/read-word.ts";
import { body, endless, packed, paragraph, run } from "./packed.ts";

let started = 0;
beforeEach(() => {
  started = performance.now();
});
afterEach(() => {
  expect(performance.now() - started).toBeLessThan(15_000);
});

async function sentenceOf(bytes: Uint8Array): Promise<string> {
  const answer = await readWordFile(bytes);
  return "unread" in answer ? answer.unread : `read ${answer.read.blocks.length} blocks`;
}

/** Changes what the list at the end of a packed file says of the unpacked size of its last entry. */
function lieAboutSize(bytes: Uint8Array, size: number): Uint8Array {
  const lie = bytes.slice();
  const view = new DataView(lie.buffer);
  let at = lie.length - 4;
  while (view.getUint32(at, true) !== 0x02014b50) at -= 1;
  view.setUint32(at + 24, size, true);
  return lie;
}

describe("hostile files", () => {
  it("zip bomb: an entry packed more than a hundred to one, and many that would fill the memory together", async () => {
    const zeros = new Uint8Array(8 * 1024 * 1024);
    expect(await sentenceOf(packed(body(""), { "word/media/zeros.bin": zeros }))).toContain(
      "packed more than 100 to one",
    );
    // Half a mebibyte each stays under the ratio's least size; a hundred and twenty of them do not fit.
    const half = new Uint8Array(512 * 1024);
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`word/${at}.bin`, half]));
    expect(await sentenceOf(packed(body(""), many))).toContain("50 MiB when unpacked");
  });

  it("zip bomb that lies about its size: never more than it says is unpacked", async () => {
    const text = body(paragraph(run("a".repeat(2_000_000))));
    expect(await sentenceOf(lieAboutSize(packed(text), 5_000))).toMatch(/damaged/);
  });

  it("zip bomb that would unpack for minutes: refused, and the process goes on with other things meanwhile", async () => {
    const bomb = endless();
    let longest_ms = 0;
    let before = performance.now();
    const beat = setInterval(() => {
      longest_ms = Math.max(longest_ms, performance.now() - before);
      before = performance.now();
    }, 20);
    expect(await sentenceOf(bomb)).toMatch(/damaged|took longer/);
    clearInterval(beat);
    expect(longest_ms).toBeLessThan(2_000);
  });

  it("a reading whose time is over is given up", async () => {
    const answer = await inWorker({ task: "read-word", bytes: packed(body("")) }, 1);
    expect(answer).toEqual({ unread: "The file took longer than 0.001 seconds to read; it was given up." });
  });

  it("too many entries", async () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`word/${at}.xml`, "<a/>"]));
    expect(await sentenceOf(packed(body(""), many))).toBe("The file holds more than 200 entries.");
  });

  it("entries whose names lead out of the folder are never written anywhere, nor read", async () => {
    const file = packed(body(paragraph(run("Words"))), { "../../../etc/passwd": "x", "/etc/shadow": "x" });
    expect(await sentenceOf(file)).toBe("read 1 blocks");
  });

  it("DOCTYPE: entities inside and outside the file, in the text and in the list of types", async () => {
    const laughs = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${body(paragraph(run("&b;"))).replace(/^<\?xml[^>]*>/, "")}`;
    const outside = `<!DOCTYPE w SYSTEM "file:///etc/passwd">${body("").replace(/^<\?xml[^>]*>/, "")}`;
    for (const text of [laughs, outside]) expect(await sentenceOf(packed(text))).toContain("DOCTYPE");
    expect(await sentenceOf(packed(body(""), { "[Content_Types].xml": "<!DOCTYPE t><Types/>" }))).toContain("DOCTYPE");
  });

  it("not a zip, empty, too large, an older Word file", async () => {
    expect(await sentenceOf(strToU8("Dear colleagues"))).toBe("This is no Word file (.docx).");
    expect(await sentenceOf(new Uint8Array())).toBe("The file is empty.");
    expect(await sentenceOf(new Uint8Array(packedBytesMax + 1))).toContain("at most 20 MiB");
    expect(await sentenceOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toContain("older Word");
    expect(await sentenceOf(packed("<a/>", { "[Content_Types].xml": "<Types/>" }))).toContain("names no text part");
    const sheet =
      '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
    expect(await sentenceOf(packed("<a/>", { "[Content_Types].xml": sheet }))).toContain("save it as separated values");
  });

  it("truncated at any place", async () => {
    const whole = packed(body(paragraph(run("Words of a file."))));
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const sentence = await sentenceOf(whole.slice(0, Math.floor(whole.length * share)));
      expect(sentence).toMatch(/damaged|no text part/);
    }
  });

  it("wrong XML: not well-formed, of a wrong encoding, too deep, with unknown entities", async () => {
    expect(await sentenceOf(packed(body("<w:p>")))).toContain("no well-formed XML");
    expect(await sentenceOf(packed(body(paragraph(run("&nowhere;")))))).toContain("no well-formed XML");
    expect(await sentenceOf(packed("", { "word/document.xml": new Uint8Array([0x3c, 0xff, 0x3e]) }))).toContain(
      "encoding",
    );
    expect(await sentenceOf(packed(body("<w:sdt>".repeat(100_000))))).toContain("deeper than 200");
  });

  it("huge cell, in a Word file and in a table of text; too many paragraphs", async () => {
    const words = "w ".repeat(cellCharactersMax);
    const table = `<w:tbl><w:tr><w:tc>${paragraph(run(words))}</w:tc></w:tr></w:tbl>`;
    expect(await sentenceOf(packed(body(table)))).toContain("100,000 characters");
    expect(await sentenceOf(packed(body("<w:p/>".repeat(60_000))))).toMatch(/50,000 paragraphs/);
    expect(await sentenceOf(packed(body(`<w:tbl><w:tr>${"<w:tc/>".repeat(300_000)}</w:tr></w:tbl>`)))).toMatch(
      /200,000 cells|packed more than 100/,
    );
    const cell = await readTable(strToU8(`a,b\r\n1,"${words}"\r\n`));
    expect(cell).toEqual({ unread: "A cell of row 2 holds more than 100,000 characters." });
  });

  it("bent at random: thousands of copies with wrong bytes are a tree or a sentence, and none takes long", () => {
    const whole = packed(body(paragraph(run("Words of a file.")) + paragraph(run("34", "<w:b/>"))));
    // A generator of its own, so that a run that fails can be run again.
    let seed = 20_261_124;
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let copy = 0; copy < 3000; copy++) {
      const bent = whole.slice(0, next(10) === 0 ? next(whole.length) : whole.length);
      for (let change = 0; change <= next(6); change++) bent[next(Math.max(1, bent.length))] = next(256);
      const answer = readWord(bent);
      expect("read" in answer || answer.unread.endsWith(".")).toBe(true);
    }
  });

  it("tables of text: without a closing mark, of bytes, with too many rows and columns", async () => {
    const sentence = async (bytes: Uint8Array) => ((await readTable(bytes)) as { unread: string }).unread;
    expect(await sentence(strToU8(`a,b\r\n1,"2`))).toContain("quotation mark");
    expect(await sentence(packed(body("")))).toContain("no table of text");
    expect(await sentence(strToU8("a\n".repeat(20_000)))).toContain("10,000 rows");
    expect(await sentence(strToU8(`${",".repeat(500)}\n`))).toContain("more than 100 cells");
  });

  it("many at once are answered one after the other, and those that cannot wait are told so", async () => {
    const file = packed(body(paragraph(run("Words"))));
    const answers = await Promise.all(Array.from({ length: 14 }, () => sentenceOf(file)));
    expect(answers.filter((sentence) => sentence === "read 1 blocks").length).toBe(12);
    expect(answers.filter((sentence) => sentence.startsWith("Many files")).length).toBe(2);
  });
});
