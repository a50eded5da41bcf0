/** Holds the house of architecture.md: the floors, the rooms, and that an act is the same act in every place it is named. */
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { type ActName, consentingActs, minuteTypes } from "../domain/record/act.ts";
import { acts } from "../server/acts.ts";
import { queries } from "../server/queries.ts";
import {
  camelCase,
  type Floor,
  floors,
  importsOf,
  pathsBelow,
  readSource,
  root,
  type SourceFile,
  sourcesBelow,
  visit,
  wordsOf,
} from "./source-files.ts";

const mayImport: Record<Floor, readonly Floor[]> = {
  domain: [],
  protocol: ["domain"],
  db: ["domain"],
  server: ["db", "protocol", "domain"],
  app: ["protocol", "domain"],
  verifier: [],
};

/** Floors of which another may know the types, since they are erased. */
const mayImportTypes: Partial<Record<Floor, readonly Floor[]>> = { app: ["server"] };

const built = floors.filter((floor) => existsSync(join(root, floor)));
const floorOf = (path: string) => path.split("/")[0] as Floor;

function wrongImports(file: SourceFile): string[] {
  const own = floorOf(file.path);
  return importsOf(file)
    .filter(({ target, typeOnly }) => {
      if (target === null) return own === "domain" || own === "verifier" ? !typeOnly : false;
      const other = floorOf(target);
      if (other === own) return false;
      // A manifest or a generated file at the root belongs to no floor; no floor reads it.
      if (!(floors as readonly string[]).includes(other)) return true;
      return !mayImport[own].includes(other) && !(typeOnly && mayImportTypes[own]?.includes(other));
    })
    .map(({ source }) => `${file.path} imports ${source}`);
}

describe("floors", () => {
  test.each(built)("%s imports only what its floor may", (floor) => {
    // The verifier stands on Node's own modules alone; the domain stands on nothing at all.
    const wrong = sourcesBelow(floor).flatMap(wrongImports);
    expect(wrong.filter((line) => !(floor === "verifier" && / imports node:/.test(line)))).toEqual([]);
  });

  test("imports inside the repository are written with their extension and lead to a file", () => {
    const wrong = built
      .flatMap((floor) => sourcesBelow(floor))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ target }) => target !== null && !existsSync(join(root, target)))
          .map(({ source }) => `${file.path} imports ${source}`),
      );
    expect(wrong).toEqual([]);
  });

  test("only server/auth imports the library of sessions", () => {
    const importers = built
      .flatMap((floor) => sourcesBelow(floor))
      .filter((file) => importsOf(file).some(({ source }) => source === "lucia" || source.startsWith("@lucia-auth/")))
      .map((file) => dirname(file.path));
    expect([...new Set(importers)]).toEqual(["server/auth"]);
  });

  test("a thing without a noun has no place: no folder of odds and ends", () => {
    const named = built.flatMap((floor) => pathsBelow(floor, /./)).flatMap((path) => dirname(path).split("/"));
    const odd = ["utils", "util", "helpers", "lib", "common", "services", "manager", "managers", "misc", "shared"];
    expect(named.filter((folder) => odd.includes(folder))).toEqual([]);
  });

  test("no file re-exports the others of its folder", () => {
    const index = built.flatMap((floor) => pathsBelow(floor, /^index\.(ts|tsx|mjs|js)$/));
    expect(index).toEqual(["server/index.ts"]);
  });

  test("files have names of lower-case words; routes follow the pattern of addresses", () => {
    const odd = built
      .flatMap((floor) => pathsBelow(floor, /\.(ts|tsx|mjs|css)$/))
      .filter((path) => !path.startsWith("app/routes/"))
      .filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(ts|tsx|mjs|css)$/.test(basename(path)));
    expect(odd).toEqual([]);
  });
});

/** Longer files that stand, each with its reason. A new one is split, not added here. */
const longFiles: Record<string, string> = {
  "app/ui/ui.css": "one sheet of the widgets that every page has",
  "app/components/definition/definition.css":
    "one sheet of the pages on which a text is read, compared and commented on",
  "app/editor/editor.css": "one sheet of the editor, whose parts share their measures",
  "app/editor/editor-session.ts": "one life: connect, bind, save, reconnect, end",
  "server/seed/semiconductor-year.ts": "one story told in its order",
};
const linesMax = 300;

test("a file holds one idea: none is longer than 300 lines but those listed with a reason", () => {
  const long = ["domain", "protocol", "db", "server", "app"]
    .flatMap((floor) => pathsBelow(floor, /\.(ts|tsx|mjs|css)$/))
    .map((path) => ({ path, lines: readSource(path).text.trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > linesMax);
  expect(long.filter(({ path }) => !(path in longFiles))).toEqual([]);
  expect(Object.keys(longFiles).filter((path) => !long.some((one) => one.path === path))).toEqual([]);
});

/** Files beside the commands that hold the shape of several acts, and are no act. */
const shapesOfCommands = [
  "server/commands/candidate/candidate-move.ts",
  "server/commands/definition/amendment-of.ts",
  "server/commands/definition/amendment-proposal.ts",
  "server/commands/definition/comment-of.ts",
  "server/commands/review/certify-round.ts",
];

describe("acts", () => {
  const files = pathsBelow("server/commands", /\.ts$/).filter((path) => !shapesOfCommands.includes(path));
  const named = files.map((path) => basename(path, ".ts"));

  test("every act of the record has a command, and every command is an act", () => {
    const known = [...Object.keys(minuteTypes), ...consentingActs].sort();
    expect([...named].sort()).toEqual(known);
    expect(Object.keys(acts).sort()).toEqual(known);
    expect(shapesOfCommands.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("no two acts write the same type of minute", () => {
    const types = Object.values(minuteTypes);
    expect(types.filter((type, at) => types.indexOf(type) !== at)).toEqual([]);
  });

  test.each(files)("%s exports the function of its name, and the register has it", async (path) => {
    const act = basename(path, ".ts") as ActName;
    const exported = (await import(join(root, path))) as Record<string, unknown>;
    expect(exported[camelCase(act)]).toBeTypeOf("function");
    expect(acts[act as keyof typeof acts]).toBe(exported[camelCase(act)]);
    expect(acts[act as keyof typeof acts].act).toBe(act);
  });

  test("the header of every command says who may do it and which minute it writes", () => {
    const without = files.filter((path) => {
      const header = /^\/\*\*[\s\S]*?\*\//.exec(readSource(path).text)?.[0].replace(/\s*\n \* ?/g, " ") ?? "";
      const act = basename(path, ".ts") as ActName;
      const minute = act === "consent-second" ? "that of the act" : minuteTypes[act];
      return !header.includes("Who:") || !header.includes(`Minute: ${minute}`);
    });
    expect(without).toEqual([]);
  });
});

/** Forms of the doors: they are no act of the committee and write no minute. */
const doorIntents = ["sign-in", "set-password", "make-link"];

/** What the forms of a file ask for, and what its action takes; `unread` are lists that this reading cannot follow. */
function intentsOf(file: SourceFile) {
  const found = { asked: [] as string[], taken: [] as string[], unread: [] as string[] };
  visit(file, (node) => {
    if (ts.isJsxAttribute(node) && ["intent", "act"].includes(node.name.getText())) {
      if (node.initializer && ts.isStringLiteral(node.initializer)) found.asked.push(node.initializer.text);
    }
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
    const [first, second] = node.arguments;
    if (node.expression.text === "useRefusal" && first && ts.isStringLiteralLike(first)) found.asked.push(first.text);
    if (node.expression.text !== "performAct") return;
    const words = wordsOf(file, second);
    if (words) found.taken.push(...words);
    else found.unread.push(file.path);
  });
  return found;
}

describe("intents", () => {
  const forms = sourcesBelow("app")
    .filter((file) => file.path !== "app/form.ts")
    .map((file) => ({ path: file.path, ...intentsOf(file) }));
  const taken = new Set(forms.flatMap((file) => file.taken));

  test("every intent that a form of app/ names has a command", () => {
    expect(forms.flatMap((file) => file.unread)).toEqual([]);
    expect(taken.size).toBeGreaterThan(10);
    const unknown = forms.flatMap(({ path, asked, taken: own }) =>
      [...asked, ...own]
        .filter((intent) => !Object.hasOwn(acts, intent) && !doorIntents.includes(intent))
        .map((intent) => `${path}: ${intent}`),
    );
    expect(unknown).toEqual([]);
  });

  test("every intent that a form of app/ names is taken by the action of a route", () => {
    const lost = forms.flatMap(({ path, asked }) =>
      asked
        .filter((intent) => !taken.has(intent) && !doorIntents.includes(intent))
        .map((intent) => `${path}: ${intent}`),
    );
    expect(lost).toEqual([]);
  });
});

test("every file of a query exports the function of its name, and the register has it", async () => {
  const files = pathsBelow("server/queries", /-(page|file)\.ts$/);
  const found = new Set<string>();
  for (const path of files) {
    const exported = (await import(join(root, path))) as Record<string, unknown>;
    expect(exported[camelCase(basename(path, ".ts"))], path).toBeTypeOf("function");
    for (const [name, value] of Object.entries(exported)) {
      if (!/(Page|File)$/.test(name)) continue;
      expect(queries[name as keyof typeof queries], `${path}: ${name}`).toBe(value);
      found.add(name);
    }
  }
  expect(Object.keys(queries).sort()).toEqual([...found].sort());
});
