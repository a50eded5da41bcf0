/**
 * Every page of the product, taken from the build's own manifest, with example parameters from the filled database. A page
 * with a parameter that has no example here stops the bench, so that a new page cannot be forgotten.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import Sqlite from "better-sqlite3";
import { slugOf } from "../../domain/record/reference.ts";
import { linkToken } from "./fill/house.ts";

export type Site = { build: ServerBuild; pages: Page[] };
/** The addresses are asked for in turn: the heaviest objects of the database and usual ones. */
export type Page = { name: string; routeId: string; addresses: string[] };

type Example = Record<string, string>;

/** Searches that a page is asked for beside its plain address. */
const searches: Record<string, string[]> = {
  "/ballots/:ballot": ["?since=version"],
  "/calendar": ["?mine=yes", "?committee=qtac&kind=ballot-close"],
  "/candidates": ["?state=drafting&state=resolving", "?committee=qtac&state=declined", "?after=AFTER"],
  "/candidates/:candidate/amendments": ["?state=proposed", "?before=20"],
  "/candidates/:candidate/amendments/new": ["?names=1"],
  "/candidates/:candidate/comments": ["?state=open&type=technical", "?after=50"],
  "/candidates/:candidate/definition/:version": ["?with=1"],
  "/candidates/:candidate/definition/:version/file": ["?as=docx&with=1", "?as=html"],
  "/library": ["?words=quantum+cryogenic", "?list=us&category=3"],
};

/** Where a page means something else by a parameter than the others do. */
const meanings: Record<string, Record<string, string>> = { "/list/:edition/:code": { code: "entry" } };

export async function readBuild(): Promise<ServerBuild> {
  const file = resolve("build/server/index.js");
  if (!existsSync(file)) throw new Error("The pages are not built; node server/ready.mjs --build builds them.");
  return (await import(pathToFileURL(file).href)) as ServerBuild;
}

/** Objects of the first committee, the candidates with most comments first, then those that came farthest. */
function examplesFrom(database: string): { examples: Example[]; after: string } {
  const raw = new Sqlite(database, { readonly: true });
  const rows = raw
    .prepare(
      `SELECT c.reference AS candidate, k.code AS committee, max(v.number) AS version, b.reference AS ballot,
         r.reference AS recommendation, o.reference AS round, e.code AS entry,
         (SELECT count(*) FROM comments m WHERE m.candidate_id = c.id) AS comments
       FROM candidates c JOIN committees k ON k.id = c.committee_id
       JOIN definitions d ON d.candidate_id = c.id JOIN versions v ON v.definition_id = d.id
       LEFT JOIN ballots b ON b.candidate_id = c.id LEFT JOIN recommendations r ON r.candidate_id = c.id
       LEFT JOIN rounds o ON o.recommendation_id = r.id LEFT JOIN entries e ON e.candidate_id = c.id
       WHERE k.code = 'QTAC' GROUP BY c.id ORDER BY comments DESC, c.id`,
    )
    .all() as Record<string, string | null>[];
  const members = raw.prepare("SELECT code FROM members ORDER BY name").pluck().all() as string[];
  const [{ at, id } = { at: 0, id: "" }] = raw
    .prepare("SELECT changed_at AS at, id FROM candidates ORDER BY changed_at DESC LIMIT 1 OFFSET ?")
    .all(Math.floor(rows.length)) as { at: number; id: string }[];
  const editions = raw.prepare("SELECT number FROM editions ORDER BY number DESC").pluck().all() as number[];
  raw.close();
  const examplesMax = 6;
  const examples: Example[] = [];
  for (let index = 0; index < examplesMax; index += 1) {
    // Each kind of object is taken from the rows that have one, so that an example names something everywhere.
    const of = (key: string) =>
      rows.filter((row) => row[key] != null)[index]?.[key] ?? rows.find((row) => row[key])?.[key];
    const slug = (key: string) => slugOf(String(of(key)));
    examples.push({
      candidate: slug("candidate"),
      version: String(of("version")),
      committee: "qtac",
      ballot: slug("ballot"),
      recommendation: slug("recommendation"),
      round: slug("round"),
      member: members[index % members.length]!.toLowerCase(),
      edition: String(editions[index % editions.length]),
      number: String(index + 1),
      entry: String(of("entry")),
      list: index % 2 === 0 ? "us" : "eu",
      code: "3A001",
      link: linkToken,
    });
  }
  return { examples, after: `${at}_${id}` };
}

function filled(pattern: string, example: Example): string {
  return pattern.replace(/:(\w+)\??/g, (_, name: string) => {
    const value = example[meanings[pattern]?.[name] ?? name];
    if (value === undefined)
      throw new Error(`No example for ":${name}" of the page ${pattern}: add one to site-map.ts.`);
    return encodeURIComponent(value);
  });
}

function patternOf(build: ServerBuild, routeId: string): string {
  const route = build.routes[routeId];
  if (!route) return "";
  const above = route.parentId ? patternOf(build, route.parentId) : "";
  return route.path ? `${above}/${route.path}` : above;
}

export async function readSite(database: string): Promise<Site> {
  const build = await readBuild();
  const { examples, after } = examplesFrom(database);
  const pages: Page[] = [];
  for (const route of Object.values(build.routes)) {
    if (!route || route.id === "root") continue;
    const isAsked = "default" in route.module || "loader" in route.module;
    const pattern = patternOf(build, route.id) || "/";
    if (!isAsked || pattern.includes("*")) continue;
    for (const search of ["", ...(searches[pattern] ?? [])]) {
      const addresses = examples.map((example) => filled(pattern, example) + search.replace("AFTER", after));
      pages.push({ name: pattern + search, routeId: route.id, addresses: [...new Set(addresses)] });
    }
  }
  return { build, pages: pages.sort((one, other) => one.name.localeCompare(other.name)) };
}
