/** Main: reads the configuration, starts the product, says where it is, and stops it in order. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { count } from "drizzle-orm";
import pino from "pino";
import { readConfiguration } from "./configuration.ts";
import { startProduct } from "./product.ts";

const configuration = readConfiguration(process.env);
// React and Remix ask this name which of their builds to run.
process.env.NODE_ENV = configuration.dev ? "development" : "production";
const logger = pino({ level: configuration.logLevel }, pino.destination({ dest: 2, sync: false }));

async function pages() {
  if (configuration.dev) {
    const { createServer } = await import("vite");
    return {
      vite: (server: import("node:http").Server) =>
        createServer({ server: { middlewareMode: true, hmr: { server } }, appType: "custom" }),
    };
  }
  const build = resolve("build/server/index.js");
  if (!existsSync(build)) throw new Error("The pages are not built; `npm start` builds them.");
  return { files: resolve("build/client"), build: (await import(pathToFileURL(build).href)) as ServerBuild };
}

async function demo() {
  if (!configuration.demo) return undefined;
  const { seedDemo, demoPassword, demoSignIns } = await import("./seed/seed-demo.ts");
  return async (...given: Parameters<typeof seedDemo>) => {
    const [context] = given;
    const { people, accounts } = await context.db.read(async (tx) => {
      const [everybody] = await tx.select({ total: count() }).from(tx.t.people);
      const [withAccount] = await tx.select({ total: count() }).from(tx.t.accounts);
      return { people: everybody?.total ?? 0, accounts: withAccount?.total ?? 0 };
    });
    // The accounts are the last thing that the seed writes.
    if (people > 0 && accounts === 0)
      throw new Error(
        `The telling of the demo's year was cut short. Remove ${configuration.databaseUrl} and start again.`,
      );
    if (people === 0) {
      process.stdout.write("The database is empty: telling the demo regime's year, about twenty seconds.\n");
      await seedDemo(...given);
    }
    return { people: demoSignIns, password: demoPassword };
  };
}

const product = await startProduct({
  databaseUrl: configuration.databaseUrl,
  dataFolder: configuration.dataFolder,
  logKey: configuration.logKey,
  port: configuration.port,
  host: configuration.host,
  origin: configuration.origin,
  logger,
  demo: await demo(),
  pages: await pages(),
}).catch((fault: NodeJS.ErrnoException) => {
  const sentence =
    fault.code === "EADDRINUSE"
      ? `Port ${configuration.port} is taken by another program. Set PORT to another one.`
      : `Plenary could not start: ${fault.message}`;
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
});

process.stdout.write(`\nPlenary is at ${product.origin}\n`);
if (configuration.demo) {
  const { demoPassword, demoSignIns } = await import("./seed/seed-demo.ts");
  process.stdout.write(`\nDemo sign-ins, all with the password "${demoPassword}":\n`);
  for (const { name, email, does } of demoSignIns) process.stdout.write(`  ${email.padEnd(38)} ${name}, ${does}\n`);
}

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    // Live text flushes and says "restarting" first; a stuck client may not hold the process for ever.
    setTimeout(() => process.exit(1), 10_000).unref();
    void product.close().then(() => process.exit(0));
  });
}
