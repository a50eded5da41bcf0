/** Every published text goes into live text and into the editor, and comes out as it was printed. */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { leafWords, plainTextOf } from "../../app/editor/outline.ts";
import { projectionOf } from "../../app/editor/projection.ts";
import { clauseAttributes } from "../../app/editor/schema.ts";
import { clauseText } from "../../domain/definition/control-text.ts";
import { clausePaths } from "../../domain/definition/numbering.ts";
import { clausesOfDrafts, readPlainText } from "../../domain/definition/read-plain-text.ts";
import { readDefinition, writeClauses } from "../../protocol/definition-text.ts";
import { entryClauses } from "../../server/library/entry-clauses.ts";
import { library, type PublishedNode } from "../../server/library/published-lists.ts";

const plain = (words: string) => words.replace(/\s+/gu, " ").trim();

const given = library().entries.flatMap(({ list, code, published }) => {
  if (published === null) return [];
  let last = 0;
  const clauses = entryClauses(published, { nextNid: () => `n${++last}`, marking: "CLEAR" });
  const doc = new Y.Doc();
  writeClauses(doc, clauses);
  return [{ name: `${list}/${code}`, code, published, clauses, doc, shown: projectionOf(doc) }];
});

/** Every word that is printed, in the printed order of the nodes. */
function printedWords(nodes: PublishedNode[]): string[] {
  return nodes.flatMap((node) => [plain(node.text), ...printedWords(node.children ?? [])]);
}

/** `a.1` with the words `to a.5. [Reserved]` is five reserved items. */
const ofItem = ({ text }: PublishedNode) => plain(text).replace(/^to \S+ (?=\[Reserved\]$)/, "");

function printedItems(nodes: PublishedNode[]): { path: string; words: string }[] {
  return nodes.flatMap((node) => [
    ...(node.type === "item" ? [{ path: node.path!.replace(/\.$/, ""), words: ofItem(node) }] : []),
    ...printedItems(node.children ?? []),
  ]);
}

describe("the published texts in the editor", () => {
  it("[D1] are all of both lists", () => {
    expect(given.filter(({ name }) => name.startsWith("us/"))).toHaveLength(76);
    expect(given.filter(({ name }) => name.startsWith("eu/"))).toHaveLength(59);
  });

  it("[D1] come back out of live text and of the editor with every clause as it went in", () => {
    for (const { name, clauses, doc, shown } of given) {
      const read = readDefinition(doc);
      expect({ name, clauses: read.clauses }).toEqual({
        name,
        clauses: clauses.map((clause) => ({ ...clause, content: clause.content.filter((part) => !isEmpty(part)) })),
      });
      expect(read).toMatchObject({ strays: [], doubledNids: [], before: [], unknownCount: 0 });
      const inEditor = shown.children.map((clause) => {
        const { nid, level, kind } = clauseAttributes(clause);
        return { nid, level, kind, words: clause.textBetween(0, clause.content.size, "", leafWords) };
      });
      expect({ name, inEditor }).toEqual({
        name,
        inEditor: clauses.map((clause) => ({
          nid: clause.nid,
          level: clause.level,
          kind: clause.kind,
          words: clauseText(clause),
        })),
      });
    }
  });

  it("[D1] hold every printed word: only what a list has dropped is added, as reserved or without words", () => {
    for (const { name, published, clauses } of given) {
      const isOwn = (said: string) => said !== "" && said !== "N/A" && !said.endsWith("[Reserved]");
      const { heading, related_controls: related, items } = published;
      const printed = [heading, related ?? "", ...printedWords(items)].map(plain).filter(isOwn);
      const words = clauses.map((clause) => plain(clauseText(clause))).filter(isOwn);
      expect({ name, words: words.sort() }).toEqual({ name, words: printed.sort() });
    }
  });

  it("[D2] are numbered as they were printed, but for two entries with numbers of another kind", () => {
    const differences = given.flatMap(({ name, code, published, clauses }) => {
      const paths = clausePaths(code, clauses);
      const computed = new Set(clauses.map((clause) => `${paths.get(clause.nid)} ${plain(clauseText(clause))}`));
      return printedItems(published.items)
        .filter(({ path, words }) => !computed.has(`${path} ${words}`))
        .map(({ path }) => `${name.slice(0, 3)}${path}`);
    });
    // 0D521 is a temporary entry with items 1 to 4, which are a. to d. here; in 3A001 of the European list labels could not be
    // placed (`tree_needs_review` in its flags, told in SOURCES.md).
    expect(differences).toEqual([
      "us/0D521.1",
      "us/0D521.2",
      "us/0D521.3",
      "us/0D521.4",
      "eu/3A001.a.5.b.2.4",
      "eu/3A001.a.5.b.2.4.a",
      "eu/3A001.a.5.b.2.4.b",
    ]);
  });

  it("[D1] [D2] are copied as plain text and read again as the same clauses", () => {
    for (const { name, clauses, shown } of given) {
      let last = 0;
      const read = readPlainText(plainTextOf(shown, null));
      const again = clausesOfDrafts(read.clauses, { nextNid: () => `n${++last}` });
      // A copied text of one line shows no sign of being a heading.
      const kindOf = ({ kind }: (typeof clauses)[number], all: number) => (all === 1 ? "text" : kind);
      const outline = (list: typeof clauses) =>
        list.map((clause) => `${clause.level} ${kindOf(clause, list.length)} ${plain(clauseText(clause))}`);
      expect({ name, lines: outline(again) }).toEqual({ name, lines: outline(clauses) });
    }
  });
});

function isEmpty(part: object): boolean {
  return "text" in part && part.text === "";
}
