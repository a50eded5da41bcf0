/**
 * A tree of paragraphs and tables to a Word file. The head of each page carries marking and reference, its foot version and
 * text hash in words; the page's number is the only field in it, and nothing leads out of it.
 */
import {
  AlignmentType,
  CarriageReturn,
  DeletedTextRun,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InsertedTextRun,
  type IRunOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { WordBlock, WordCell, WordParagraph, WordRun } from "./word-file.ts";

export type WordFile = {
  title: string;
  /** Head of each page. */
  marking: string;
  reference: string;
  /** Foot of each page: the version, and its text hash in words; or that it is a draft. */
  version: string;
  hashWords: string;
  /** Wide pages, for tables. */
  landscape?: boolean;
  /** Shares of the width that the columns of tables take; equal where it is left out. */
  columns?: number[];
  /** Whose changes the tracked ones are, and when they were made. */
  changedBy?: { name: string; at: number };
  blocks: WordBlock[];
};

/** The first row of a table is its head, and is repeated on each page. */
const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** Twentieths of a point: A4 with margins of two centimetres, and a step of half a centimetre for each level. */
const page = { width: 11906, height: 16838, margin: 1134 };
const levelIndent = 283;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML cannot hold.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const isRaised = /[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿⁱ]/;

/** Words with their line ends and tabs as elements; a lone half of a character pair is replaced. */
function pieces(words: string): (string | CarriageReturn | Tab)[] {
  const plain = words
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replaceAll(unwritable, "")
    .replaceAll(half, "\ufffd");
  return plain
    .split(/(\n|\t)/)
    .filter((piece) => piece !== "")
    .map((piece) => (piece === "\n" ? new CarriageReturn() : piece === "\t" ? new Tab() : piece));
}

function runMaker(changedBy: WordFile["changedBy"]) {
  let changes = 0;
  const { name, at } = changedBy ?? { name: "", at: 0 };
  return (run: WordRun): ParagraphChild => {
    const options: IRunOptions = {
      children: pieces(run.words),
      bold: run.bold,
      italics: run.italic,
      // A raised figure of plain text is one already.
      superScript: run.superscript && !isRaised.test(run.words) ? true : undefined,
      subScript: run.subscript,
    };
    if (!run.inserted && !run.deleted) return new TextRun(options);
    changes += 1;
    const change = { id: changes, author: name, date: new Date(at).toISOString() };
    return run.deleted
      ? new DeletedTextRun({ ...options, children: undefined, text: run.words.replaceAll(/[\n\t]/g, " "), ...change })
      : new InsertedTextRun({ ...options, ...change });
  };
}

type MakeRun = ReturnType<typeof runMaker>;

/** Plain words where there are no runs: so that a paragraph may be given either way. */
const runsOf = ({ runs, words }: WordParagraph) => (runs.length === 0 && words !== "" ? [{ words }] : runs);

/** A clause at its level: the style says it to whoever reads the file back, the indent to the eye. */
const clauseStyle = /^clause ([1-6])$/i;
const clauseStyles = [1, 2, 3, 4, 5, 6].map((level) => ({
  id: `Clause${level}`,
  name: `Clause ${level}`,
  basedOn: "Normal",
  quickFormat: true,
  paragraph: { spacing: { after: 80 }, indent: { left: level * 2 * levelIndent, hanging: 2 * levelIndent } },
}));

function paragraphOf(given: WordParagraph, makeRun: MakeRun, isHead = false): Paragraph {
  const heading = /^heading ([1-6])$/i.exec(given.style)?.[1];
  const children = runsOf(given).map((run) => makeRun(isHead ? { ...run, bold: true } : run));
  if (/^title$/i.test(given.style)) return new Paragraph({ heading: HeadingLevel.TITLE, children });
  if (heading) return new Paragraph({ heading: headings[Number(heading) - 1], children });
  const clause = clauseStyle.exec(given.style)?.[1];
  if (clause) return new Paragraph({ style: `Clause${clause}`, children });
  const level = given.level ?? 0;
  return new Paragraph({
    children,
    spacing: { after: 80 },
    indent: level > 0 ? { left: level * levelIndent } : undefined,
  });
}

function cellOf(cell: WordCell, width: number, makeRun: MakeRun, isHead: boolean): TableCell {
  const shown = cell.length > 0 ? cell : [{ words: "", style: "", level: null, numbered: false, runs: [] }];
  return new TableCell({
    children: shown.map((paragraph) => paragraphOf(paragraph, makeRun, isHead)),
    width: { size: width, type: WidthType.DXA },
  });
}

function tableOf(
  rows: WordCell[][],
  makeRun: MakeRun,
  { columns, width }: { columns?: number[]; width: number },
): Table {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const shares = columns?.length === count ? columns : Array.from({ length: count }, () => 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((width * share) / whole));
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    // Said once for the table: said in every cell, it would pack so well that the file looked like a bomb.
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    rows: rows.map(
      (row, at) =>
        new TableRow({
          tableHeader: at === 0,
          cantSplit: false,
          children: widths.map((size, index) => cellOf(row[index] ?? [], size, makeRun, at === 0)),
        }),
    ),
  });
}

/** The bytes of the file. */
export async function writeWord(file: WordFile): Promise<Uint8Array> {
  const makeRun = runMaker(file.changedBy);
  const width = (file.landscape ? page.height : page.width) - 2 * page.margin;
  const children = file.blocks.map((block) =>
    "paragraph" in block
      ? paragraphOf(block.paragraph, makeRun)
      : tableOf(block.table.rows, makeRun, { columns: file.columns, width }),
  );
  const head = [file.marking, file.reference].filter((words) => words !== "").join(" · ");
  const foot = [file.version, file.hashWords].filter((words) => words !== "").join(" · ");
  const document = new Document({
    title: file.title,
    creator: "Plenary",
    lastModifiedBy: "Plenary",
    styles: {
      default: { document: { run: { font: "Calibri", size: file.landscape ? 18 : 22 } } },
      paragraphStyles: clauseStyles,
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: page.width,
              height: page.height,
              orientation: file.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        headers: { default: new Header({ children: [new Paragraph({ children: [new TextRun(head)] })] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.START,
                children: [
                  new TextRun({ children: [foot, new Tab(), PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
