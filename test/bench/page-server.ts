/**
 * The product in a process of its own, as the bench measures it: `page-server.ts DATABASE [--statements]`. It tells its
 * parent where it is; with `--statements` it also writes down every statement that it asks, under the page's name.
 */
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import Sqlite from "better-sqlite3";
import pino from "pino";
import { startProduct } from "../../server/product.ts";

/** A statement as a page asked it, with what it took each time. */
export type Noted = { page: string; statement: string; took_ms: number[] };

export type Told = { origin: string } | { statements: Noted[] } | { processor_ms: number };
export type Asked = { page: string } | "statements" | "processor" | "end";

const [database = "", word] = process.argv.slice(2);
const noted = new Map<string, Noted>();
let page = "start";

function note(statement: string, took_ms: number): void {
  const key = `${page} ${statement}`;
  const known = noted.get(key) ?? { page, statement, took_ms: [] };
  known.took_ms.push(took_ms);
  noted.set(key, known);
}

function noteStatements(): void {
  const probe = new Sqlite(":memory:");
  const prototype = Object.getPrototypeOf(probe.prepare("select 1")) as Record<
    string,
    (...given: unknown[]) => unknown
  >;
  for (const name of ["all", "get"]) {
    const ask = prototype[name]!;
    prototype[name] = function timed(this: Sqlite.Statement, ...given: unknown[]) {
      const started = performance.now();
      const found = ask.apply(this, given);
      note(this.source, performance.now() - started);
      return found;
    };
  }
  probe.close();
}

/** The time that this process had of a processor so far. */
function processor_ms(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

if (word === "--statements") noteStatements();
const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
const product = await startProduct({
  databaseUrl: database,
  dataFolder: dirname(database),
  port: 0,
  host: "127.0.0.1",
  logger: pino({ level: "silent" }),
  pages: { files: resolve("build/client"), build },
});

const tell = (told: Told) => process.send!(told);
process.on("message", (asked: Asked) => {
  if (asked === "end") void product.close().then(() => process.exit(0));
  else if (asked === "statements") tell({ statements: [...noted.values()] });
  else if (asked === "processor") tell({ processor_ms: processor_ms() });
  else page = asked.page;
});
process.on("disconnect", () => process.exit(1));
tell({ origin: product.origin });
