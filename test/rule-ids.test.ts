/** Holds the rule book to the code: what a refusal or a minute cites stands in it, and what stands in it is tried. */
import ts from "typescript";
import { expect, test } from "vitest";
import { beginningOf, pathsBelow, readSource, type SourceFile, sourcesBelow, visit } from "./source-files.ts";

/** C candidates, D definitions, K comments, A amendments, B ballots, P positions, X interests, R to Z as in the rule book. */
const ruleId = /^[ABCDEKLMPRSTVWXZ]\d{1,2}[a-c]?$/;

const byLetterAndNumber = (one: string, other: string) =>
  one.localeCompare(other, "en", { numeric: true, sensitivity: "variant" });

/** Ids that begin a bullet of the rule book: `- **B13** …`. A part such as B12a stands under its rule. */
function idsOfRuleBook(): string[] {
  const { text } = readSource("domain/RULES.md");
  return [...text.matchAll(/^- \*\*([A-Z]\d{1,2})\*\*/gm)].map((match) => match[1]!);
}

/** Lists of codes and words in these folders look like rule ids and are none. */
const withoutRules = ["server/seed/", "server/library/", "app/messages/"];

/** Every string of the code that is a rule's id: `rules: [...]`, `refuse(code, "B13", …)`, powers, tables of moves, pages. */
function citedIn(file: SourceFile): string[] {
  const found: string[] = [];
  visit(file, (node) => {
    if (!ts.isStringLiteralLike(node) || !ruleId.test(node.text)) return;
    if (ts.isImportDeclaration(node.parent) || ts.isLiteralTypeNode(node.parent)) return;
    found.push(node.text);
  });
  return found;
}

const wholeRule = (id: string) => id.replace(/[a-c]$/, "");

function citedInCode(): Map<string, string> {
  const where = new Map<string, string>();
  for (const floor of ["domain", "protocol", "db", "server", "app"])
    for (const file of sourcesBelow(floor, /\.(ts|tsx)$/)) {
      if (withoutRules.some((folder) => file.path.startsWith(folder))) continue;
      for (const id of citedIn(file)) if (!where.has(wholeRule(id))) where.set(wholeRule(id), file.path);
    }
  return where;
}

/** Ids at the beginning of a title: `[B13]`, `[B13 B14]`, `[B13, B14]`, `[B13–B16]`, `[B13] [B14]`. */
function idsOfTitle(title: string): string[] {
  const head = /^(\s*\[[^\]]*\])+/.exec(title)?.[0] ?? "";
  return [...head.matchAll(/([A-Z])(\d{1,2})[a-c]?(?:\s*–\s*\1?(\d{1,2}))?/g)].flatMap(([, letter, from, to]) =>
    Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, more) => `${letter}${Number(from) + more}`),
  );
}

function isTestCall(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return ["test", "it", "describe"].includes(node.text);
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return isTestCall(node.expression);
  return false;
}

function citedInTitles(): Set<string> {
  const cited = new Set<string>();
  for (const path of pathsBelow("test", /\.test\.tsx?$/))
    visit(readSource(path), (node) => {
      if (!ts.isCallExpression(node) || !isTestCall(node.expression)) return;
      for (const id of idsOfTitle(beginningOf(node.arguments[0]) ?? "")) cited.add(id);
    });
  return cited;
}

/** Printed one a line, so that the lead of the rule book can copy what is missing. */
const sorted = (ids: Iterable<string>) => [...ids].sort(byLetterAndNumber);

test("every rule id cited in code stands in the rule book", () => {
  const book = new Set(idsOfRuleBook());
  const cited = citedInCode();
  expect(cited.size).toBeGreaterThan(40);
  expect(sorted([...cited.keys()].filter((id) => !book.has(id))).map((id) => `${id} (${cited.get(id)})`)).toEqual([]);
});

test("every rule id of the rule book is cited by the title of a test", () => {
  const cited = citedInTitles();
  const book = idsOfRuleBook();
  expect(book.length).toBeGreaterThan(40);
  expect(sorted(book.filter((id) => !cited.has(id)))).toEqual([]);
});

test("no id stands twice in the rule book: ids are never reused", () => {
  const book = idsOfRuleBook();
  expect(book.filter((id, at) => book.indexOf(id) !== at)).toEqual([]);
});

test("every rule id that a title cites stands in the rule book", () => {
  const book = new Set(idsOfRuleBook());
  expect(sorted([...citedInTitles()].filter((id) => !book.has(id)))).toEqual([]);
});
