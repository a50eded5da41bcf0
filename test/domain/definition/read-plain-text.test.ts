import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Clause, clauseText } from "../../../domain/definition/control-text.ts";
import { importEntry, type ListEntry } from "../../../domain/definition/import-entry.ts";
import { numbers } from "../../../domain/definition/numbering.ts";
import { readPlainText } from "../../../domain/definition/read-plain-text.ts";
import { type PlainTextManner, writePlainText } from "../../../domain/definition/write-plain-text.ts";

const entriesOf = (file: string): ListEntry[] =>
  JSON.parse(readFileSync(new URL(`../../../server/library/data/${file}.json`, import.meta.url), "utf8"));
const entries = [...entriesOf("ccl_entries"), ...entriesOf("eu_annex1_entries")];

const plain = (words: string) => words.replace(/\s+/gu, " ").trim();

type Given = { code: string; clauses: Clause[] };

const given: Given[] = entries.map((entry) => {
  let last = 0;
  const text = importEntry(entry, { nextNid: () => `n${++last}` });
  const list = entry.eccn === undefined ? "eu" : "us";
  return {
    code: `${list}/${text.reference}`,
    clauses: text.clauses.filter((clause) => clause.kind !== "heading" || clauseText(clause) !== ""),
  };
});

/** Lines broken at spaces, as a PDF gives them. */
function broken(text: string, columns: number): string {
  return text
    .split("\n")
    .map((line) => {
      const indent = /^ */.exec(line)![0];
      const lines = [indent];
      for (const word of line.trim().split(" ")) {
        const here = lines.at(-1)!;
        if (here.trim() === "") lines[lines.length - 1] = indent + word;
        else if (here.length + 1 + word.length > columns) lines.push(indent + word);
        else lines[lines.length - 1] = `${here} ${word}`;
      }
      return lines.join("\n");
    })
    .join("\n");
}

type Line = { kind: Clause["kind"]; level: number; number: string; words: string };

const linesGiven = ({ clauses }: Given): Line[] => {
  const labels = numbers(clauses);
  return clauses.map((clause) => ({
    kind: clause.kind,
    level: clause.level,
    number: clause.kind === "item" ? labels.get(clause.nid)! : "",
    words: plain(clauseText(clause)),
  }));
};

function linesRead(text: string): Line[] {
  const { clauses } = readPlainText(text);
  const labels = numbers(clauses.map((clause, at) => ({ ...clause, nid: String(at) })));
  return clauses.map(({ kind, level, text: words }, at) => ({
    kind,
    level,
    number: kind === "item" ? labels.get(String(at))! : "",
    words: plain(words),
  }));
}

/** The entries that do not come back as they went, by their code. */
function different(manner: PlainTextManner, columns: number | null, keyOf: (line: Line) => string): string[] {
  return given.flatMap((one) => {
    const printed = writePlainText({ reference: one.code.slice(3), clauses: one.clauses }, manner);
    const read = linesRead(columns === null ? printed : broken(printed, columns));
    const same = JSON.stringify(read.map(keyOf)) === JSON.stringify(linesGiven(one).map(keyOf));
    return same ? [] : [one.code];
  });
}

/** All that a reader sees; without white space before them, the level of a note is a matter of its content. */
const asRead = ({ kind, number, words }: Line) => `${kind} ${number} ${words}`;
const withLevel = (line: Line) => `${line.level} ${asRead(line)}`;

describe("the published entries, written as plain text and read back", () => {
  it("[D1] [D2] come back identical, levels of notes included, from the product's own plain text", () => {
    expect(given).toHaveLength(135);
    expect(different("indented", null, withLevel)).toEqual([]);
  });

  it("[D2] come back with every number, kind and word in the manner of the United States regulations", () => {
    expect(different("paths", null, asRead)).toEqual([]);
  });

  it("[D2] come back in the manner of the European lists, where a label says only its last step", () => {
    // In these a note's items are lettered on like the items around the note, and nothing in the words tells them apart.
    expect(different("steps", null, asRead)).toEqual([
      "us/3A090",
      "us/3B001",
      "us/4D001",
      "us/9A101",
      "eu/3A001",
      "eu/6A005",
    ]);
  });

  it("[D1] come back from lines that were broken at 90 columns", () => {
    // 3A001 and 2B001 hold `bi- directional` and `w- axis`, which a broken line rightly mends; the others break before `(2)`,
    // `a.` or `GSM);` so that the break cannot be told from an end.
    expect(different("indented", 90, withLevel)).toEqual(["us/1C353", "us/3E003", "us/4E001", "eu/3A001", "eu/2B001"]);
    expect(different("paths", 90, asRead)).toEqual([
      "us/1C353",
      "us/3E003",
      "us/4E001",
      "us/5A002",
      "eu/3A001",
      "eu/5A001",
      "eu/2B001",
    ]);
  });
});

describe("the level of a note without white space before it", () => {
  it("[D1] is found from its words for 93 in 100 of the published ones", () => {
    let wrong = 0;
    let notes = 0;
    for (const one of given) {
      const read = linesRead(writePlainText({ reference: one.code.slice(3), clauses: one.clauses }, "paths"));
      linesGiven(one).forEach(({ kind, level }, at) => {
        if (kind === "item" || kind === "heading") return;
        notes += 1;
        wrong += level === read[at]!.level ? 0 : 1;
      });
    }
    expect(notes).toBeGreaterThan(700);
    expect(wrong / notes).toBeLessThan(0.075);
  });
});

const shown = (text: string) =>
  linesRead(text).map(({ kind, level, number, words }) => [kind, level, number, words].filter(Boolean).join(" "));

describe("what people copy", () => {
  it("[D1] an entry of the regulations' web text: licences are left out with their reason", () => {
    const read =
      readPlainText(`3A904 Cryogenic cooling systems and components, as follows (see List of Items Controlled).
License Requirements
Reason for Control: NS, RS, AT
NS applies to entire entry
List Based License Exceptions (See Part 740 for a description of all license exceptions)
LVS: N/A
GBS: N/A
List of Items Controlled
Related Controls: See ECCN 3E905 for related technology.
Related Definitions: N/A
Items:
a. Systems rated to provide a cooling power greater than or equal to 600 µW.
b. Two-stage pulse tube cryocoolers.
Note 1 to 3A904.b: Only rated ones.
Note 2 to 3A904.b: And no others.`);
    expect(read.reference).toBe("3A904");
    expect(read.clauses.map(({ kind, level, text }) => `${level} ${kind} ${text.slice(0, 12)}`)).toEqual([
      "1 heading Cryogenic co",
      "1 related-control See ECCN 3E9",
      "1 item Systems rate",
      "1 item Two-stage pu",
      "1 note Only rated o",
      "1 note And no other",
    ]);
    expect(read.leftOut.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      "2 section-heading",
      "3 licence-information",
      "4 licence-information",
      "5 section-heading",
      "6 licence-information",
      "7 licence-information",
      "8 section-heading",
      "10 empty-field",
      "11 section-heading",
    ]);
  });

  it("[D1] a PDF: broken sentences, divided words, running heads and page numbers", () => {
    expect(
      shown(`11.6.2021 EN Official Journal of the European Union L 206/51
4A003 "Digital computers", "electronic assemblies", and related
equipment therefor, as follows:
a. Designed or modified for "fault tolerance", using semi-
conductor memory and high-
power supplies in a multi-
channel mount;
Note: For the purposes of 4A003.a., digital computers are not con-
sidered to be designed for fault tolerance if they utilise:
1. Error detection algorithms in main storage;
2. The interconnection of two computers.
- 52 -
b. "Digital computers" having an "Adjusted Peak Performance" exceeding
29 WT;`),
    ).toEqual([
      'heading 1 "Digital computers", "electronic assemblies", and related equipment therefor, as follows:',
      'item 1 a. Designed or modified for "fault tolerance", using semiconductor memory and high-power supplies in a multi-channel mount;',
      "note 1 For the purposes of 4A003.a., digital computers are not considered to be designed for fault tolerance if they utilise:",
      "item 2 a. Error detection algorithms in main storage;",
      "item 2 b. The interconnection of two computers.",
      'item 1 b. "Digital computers" having an "Adjusted Peak Performance" exceeding 29 WT;',
    ]);
  });

  it("[D1] a word processor's list with tabs, labels in brackets, and a plural head of technical notes", () => {
    expect(
      shown(
        "Sensors, as follows:\r\n(a)\tOptical sensors:\r\n\t(1)\tof 10 kHz or more; and\r\n\t(2)\tcooled;\r\n(b)\tParts.\r\nTechnical Notes:\r\n1. First.\r\n2. Second.\r\nN.B. See also 6A003.",
      ),
    ).toEqual([
      "heading 1 Sensors, as follows:",
      "item 1 a. Optical sensors:",
      "item 2 a.1. of 10 kHz or more; and",
      "item 2 a.2. cooled;",
      "item 1 b. Parts.",
      "technical-note 1 First.",
      "technical-note 1 Second.",
      "nota-bene 1 See also 6A003.",
    ]);
  });

  it("[D2] says where a printed number is not the computed one, and where an exponent was lost", () => {
    const { doubts, clauses } = readPlainText(
      "Lasers, as follows:\na. Short;\nc. With an error of 10 −4 or less;\nz. Other.",
    );
    expect(clauses.map(({ text }) => text)).toEqual([
      "Lasers, as follows:",
      "Short;",
      "[Reserved]",
      "With an error of 10 −4 or less;",
      "Other.",
    ]);
    expect(doubts).toEqual([
      { line: 3, words: "[Reserved]", reason: "missing-number", now: "b." },
      { line: 3, words: "10 −4", reason: "lost-exponent", now: "c." },
      { line: 4, words: "z.", reason: "other-number", now: "d." },
    ]);
  });

  it("[D1] words without any label are clauses too, and an empty text is none", () => {
    expect(shown("One line.")).toEqual(["text 1 One line."]);
    expect(shown("  \n\n\u000c")).toEqual([]);
    expect(shown("mm. and or. are units and words\n34. is a number")).toEqual([
      "heading 1 mm. and or. are units and words",
      "text 1 34. is a number",
    ]);
  });

  it("[D1] the time grows with the lines and not with their square, however the labels are nested", () => {
    const taken = (text: string) => {
      const from = performance.now();
      readPlainText(text);
      return performance.now() - from;
    };
    for (const lines of [(at: number) => `${(at % 90) + 1}. Item ${at};\nNote: on it.\n`, () => "a. x\n"]) {
      const text = (count: number) => Array.from({ length: count }, (_, at) => lines(at)).join("");
      taken(text(300));
      expect(taken(text(2000))).toBeLessThan(14 * taken(text(500)));
    }
  });
});
