/** What is pasted from a word processor, a web page, a PDF and our own clipboard, without a browser. */
import { parseHTML } from "linkedom";
import { Fragment } from "prosemirror-model";
import { EditorState, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { outlineOf } from "../../app/editor/outline.ts";
import { insertClauses, passagesOfText, pastedDrafts } from "../../app/editor/pasted-clauses.ts";
import { type MarkupNode, passagesOfMarkup, withoutStyles } from "../../app/editor/pasted-markup.ts";
import { type ClauseAttributes, editorSchema, newClause } from "../../app/editor/schema.ts";

const bodyOf = (html: string) =>
  parseHTML(`<html><body>${withoutStyles(html)}</body></html>`).document.body as unknown as MarkupNode;

const markupLines = (html: string) =>
  passagesOfMarkup(bodyOf(html)).map(({ words, indent }) => `${" ".repeat(indent)}${words}`);

const clauseLines = (html: string) =>
  pastedDrafts(passagesOfMarkup(bodyOf(html)))?.map(({ level, kind, text }) => `${level} ${kind} ${text}`);

type Given = Partial<ClauseAttributes> & { words?: string };

/** A text with the caret at a place of one of its clauses. */
function stateWith(clauses: Given[], at: { clause: number; offset: number }): EditorState {
  const nodes = clauses.map(({ words = "", ...attributes }, index) =>
    newClause(
      { nid: `c${index}`, ...attributes },
      words === "" ? Fragment.empty : Fragment.from(editorSchema.text(words)),
    ),
  );
  const doc = editorSchema.node("doc", null, nodes);
  const start = nodes.slice(0, at.clause).reduce((sum, node) => sum + node.nodeSize, 0) + 1 + at.offset;
  return EditorState.create({ doc, selection: TextSelection.create(doc, start) });
}

function pasted(text: string, state: EditorState): string[] {
  let count = 0;
  const after = state.apply(insertClauses(state, pastedDrafts(passagesOfText(text))!, () => `new${++count}`));
  expect(new Set(after.doc.children.map((clause) => clause.attrs.nid)).size).toBe(after.doc.childCount);
  return outlineOf(after.doc).map(({ number, kind, words }) => `${number || kind} ${words}`);
}

describe("a word processor's markup", () => {
  const word = `<p class=MsoNormal><b><span style='font-size:11.0pt;font-family:"Times New Roman"'>Lasers, as
 follows:</span></b><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Having <i>all</i> of the following:</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:54.0pt;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>An error of 10<sup>-4</sup> or less; and</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:54.0pt;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>SiO<sub>2</sub> optics;</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>b.<span>&nbsp;</span></span>Parts.</p>
<p class=MsoNormal style='mso-hide:all'>Hidden</p>
<p class=MsoNormal>Note: Only new ones.</p>`;

  it("[D1] gives its list levels and labels, raised figures as characters, and nothing of its looks", () => {
    expect(clauseLines(word)).toEqual([
      "1 heading Lasers, as follows:",
      "1 item Having all of the following:",
      "2 item An error of 10⁻⁴ or less; and",
      "2 item SiO₂ optics;",
      "1 item Parts.",
      "1 note Only new ones.",
    ]);
  });

  it("[D1] counts what has bullets", () => {
    const bullet = (level: number, words: string) =>
      `<p style='mso-list:l1 level${level} lfo2'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>${words}</p>`;
    expect(
      clauseLines(`${bullet(1, "One:")}${bullet(2, "First;")}${bullet(2, "Second.")}${bullet(1, "Two.")}`),
    ).toEqual(["1 item One:", "2 item First;", "2 item Second.", "1 item Two."]);
  });
});

describe("a web page's markup", () => {
  it("[D1] gives nested lists their levels, with paragraphs within their items and numbers that begin later", () => {
    const html = `<h2>Sensors, as follows:</h2><nav hidden></nav><script>alert(1)</script>
      <ol><li><p>Optical:</p><ol><li>cooled;</li><li>uncooled.</li></ol></li><li value="3">Acoustic.</li></ol>`;
    expect(markupLines(html)).toEqual([
      "Sensors, as follows:",
      "a. Optical:",
      "1. cooled;",
      "2. uncooled.",
      "c. Acoustic.",
    ]);
    expect(clauseLines(html)).toEqual([
      "1 heading Sensors, as follows:",
      "1 item Optical:",
      "2 item cooled;",
      "2 item uncooled.",
      "1 item [Reserved]",
      "1 item Acoustic.",
    ]);
  });

  it("[D1] reads the classes of the regulations' pages as white space, and keeps labels that are written out", () => {
    const html = `<p class="flush-paragraph-1">a. Computers:</p><p class="indent-1">a.1. Of 34 qubits;</p>
      <p class="indent-1">a.2. Others.</p><p class="note"><em>Note 1:</em> See <a href="javascript:x">4D906</a>.</p>`;
    expect(clauseLines(html)).toEqual([
      "1 item Computers:",
      "2 item Of 34 qubits;",
      "2 item Others.",
      "1 note See 4D906.",
    ]);
  });

  it("[D1] survives markup that is deep, broken or empty", () => {
    expect(markupLines(`${"<div>".repeat(500)}deep`)).toEqual([]);
    expect(markupLines("<p>one<p>two</b></i><li>three")).toEqual(["one", "two", "three"]);
    expect(markupLines("<p> \u00a0 </p><br><br>")).toEqual([]);
  });
});

describe("pasting into a text", () => {
  const entry =
    "4A906 Quantum computers, as follows:\na. Computers:\na.1. Of 34 qubits;\na.2. Of 100 qubits.\nNote: Not toys.\nb. Parts.";

  it("[D1] an entry into an empty text begins it", () => {
    expect(pasted(entry, stateWith([{ nid: null }], { clause: 0, offset: 0 }))).toEqual([
      "heading Quantum computers, as follows:",
      "a. Computers:",
      "a.1. Of 34 qubits;",
      "a.2. Of 100 qubits.",
      "Note Not toys.",
      "b. Parts.",
    ]);
  });

  it("[D1] items come below the level of the clause they are pasted at, behind, before or within it", () => {
    const text: Given[] = [
      { kind: "item", words: "First:" },
      { kind: "item", level: 2, words: "one two" },
    ];
    const list = "a. New:\n1. Deeper.";
    expect(pasted(list, stateWith(text, { clause: 1, offset: 7 }))).toEqual([
      "a. First:",
      "a.1. one two",
      "a.2. New:",
      "a.2.a. Deeper.",
    ]);
    expect(pasted(list, stateWith(text, { clause: 1, offset: 0 })).slice(1)).toEqual([
      "a.1. New:",
      "a.1.a. Deeper.",
      "a.2. one two",
    ]);
    expect(pasted(list, stateWith(text, { clause: 1, offset: 3 })).slice(1)).toEqual([
      "a.1. one",
      "a.2. New:",
      "a.2.a. Deeper.",
      "a.3.  two",
    ]);
  });

  it("[D1] takes no structure from a single line or from lines without any label", () => {
    expect(pastedDrafts(passagesOfText("a. only one"))).toBeNull();
    expect(pastedDrafts(passagesOfText("one\ntwo"))).toBeNull();
  });
});
