/** Reads the product's own source files, for the tests that hold its walls: what a file imports, and the words in it. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const floors = ["domain", "protocol", "db", "server", "app", "verifier"] as const;
export type Floor = (typeof floors)[number];

export type SourceFile = {
  /** From the root of the repository, with forward slashes. */
  path: string;
  text: string;
  tree: ts.SourceFile;
};

export type Import = {
  /** As it is written. */
  source: string;
  /** Path from the root where it leads into the repository; null for packages. */
  target: string | null;
  /** Erased by the compiler: it brings a type and no code. */
  typeOnly: boolean;
};

/** Every path below the folder, from the root of the repository, except generated and data folders. */
export function pathsBelow(folder: string, matching: RegExp): string[] {
  const paths = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return paths
    .filter((entry) => entry.isFile() && matching.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

const trees = new Map<string, SourceFile>();

export function readSource(path: string): SourceFile {
  const known = trees.get(path);
  if (known) return known;
  const text = readFileSync(join(root, path), "utf8");
  const kind = path.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind) };
  trees.set(path, file);
  return file;
}

export function sourcesBelow(folder: string, matching = /\.(ts|tsx|mjs)$/): SourceFile[] {
  return pathsBelow(folder, matching).map(readSource);
}

/** Calls `see` with every node of the file, parents first. */
export function visit(file: SourceFile, see: (node: ts.Node) => void): void {
  const go = (node: ts.Node) => {
    see(node);
    ts.forEachChild(node, go);
  };
  go(file.tree);
}

function targetOf(path: string, source: string): string | null {
  if (source.startsWith("~/")) return `app/${source.slice(2)}`;
  if (!source.startsWith(".")) return null;
  return join(dirname(path), source).replaceAll("\\", "/");
}

function isTypeImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((one) => one.isTypeOnly);
}

/** Static imports, re-exports, dynamic imports and types that are imported in place. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean) => {
    if (!node || !ts.isStringLiteralLike(node)) return;
    const source = node.text.split("?")[0]!;
    found.push({ source, target: targetOf(file.path, source), typeOnly });
  };
  visit(file, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
  });
  return found;
}

/** The words of an array of string literals, through `as const`, `satisfies` and a constant of the same file; else null. */
export function wordsOf(file: SourceFile, node: ts.Node | undefined): string[] | null {
  if (!node) return null;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return wordsOf(file, node.expression);
  if (ts.isArrayLiteralExpression(node))
    return node.elements.every(ts.isStringLiteralLike)
      ? node.elements.map((one) => (one as ts.StringLiteralLike).text)
      : null;
  if (!ts.isIdentifier(node)) return null;
  let found: string[] | null = null;
  visit(file, (other) => {
    if (ts.isVariableDeclaration(other) && ts.isIdentifier(other.name) && other.name.text === node.text)
      found = wordsOf(file, other.initializer);
  });
  return found;
}

/** The beginning of a string or template, as it is written; null for anything else. */
export function beginningOf(node: ts.Node | undefined): string | null {
  if (!node) return null;
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.head.text : null;
}

export const camelCase = (words: string) => words.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
