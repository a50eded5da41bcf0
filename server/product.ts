/**
 * The whole product on one port. `index.ts` starts it in production, the tests start it with a clock that moves; nothing
 * else differs between the two.
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import type { Logger } from "pino";
import type { ViteDevServer } from "vite";
import { openMigrated } from "../db/migrate.ts";
import type { MovableClock } from "../db/open.ts";
import { createSessions } from "./auth/sessions.ts";
import { createSignIn } from "./auth/sign-in.ts";
import { startClock } from "./clock.ts";
import { attachLiveText } from "./coediting/live-text.ts";
import type { Context } from "./context.ts";
import { createContext } from "./create-context.ts";
import { createPageHandler } from "./http/remix-adapter.ts";
import { createRequestHandler, type RequestHandler } from "./http/serve.ts";
import { createLiveTextHost } from "./live-text-host.ts";
import type { LoadContext } from "./load-context.ts";
import { compareWithKept, keepLog } from "./record/checkpoints.ts";
import { loadLogKey } from "./record/log-key.ts";

export type ProductOptions = {
  /** `postgres://…` or the path of a SQLite file. */
  databaseUrl: string;
  /** Where the log's key and its last signed head are kept, apart from the database. */
  dataFolder: string;
  /** The log's key, where the environment gives it. */
  logKey?: string;
  /** 0 takes a free port, for tests. */
  port: number;
  host: string;
  /** The address people use; by default this host and port. */
  origin?: string;
  logger: Logger;
  /** Only tests and the seed hold one. */
  clock?: MovableClock;
  /** Fills an empty database and names the demo's sign-ins; left out in production. */
  demo?: (context: Context, clock: MovableClock) => Promise<LoadContext["demo"]>;
  /** The client build's folder and the server build; or Vite while developing. */
  pages: { files: string; build: ServerBuild } | { vite: (server: Server) => Promise<ViteDevServer> };
};

export type Product = {
  context: Context;
  origin: string;
  makeLink(personId: string): Promise<string>;
  close(): Promise<void>;
};

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

export async function startProduct(options: ProductOptions): Promise<Product> {
  const { logger, host } = options;
  const clock = options.clock ?? { offset_ms: 0 };
  const db = await openMigrated({ url: options.databaseUrl, clock });
  const { dataFolder: folder } = options;
  const named = options.origin ?? `http://${host}:${options.port}`;
  const context = createContext(db, loadLogKey({ given: options.logKey, folder, origin: named }));
  const alarmed = (sentence: string) => logger.error({ alarm: sentence }, "the log raised an alarm (T4)");
  await compareWithKept(context, folder);
  const demo = (await options.demo?.(context, clock)) ?? null;
  const endLog = await keepLog(context, { folder, alarmed });
  const sessions = createSessions(db);
  const signIn = createSignIn(db, sessions);

  // The origin is known once the port is; requests are answered only after that.
  const late: { handle?: RequestHandler } = {};
  const server = createServer((request, response) => late.handle?.(request, response));
  const port = await listen(server, options.port, host);
  const origin = (options.origin ?? `http://${host}:${port}`).replace(/\/$/, "");

  const vite = "vite" in options.pages ? await options.pages.vite(server) : null;
  const build =
    "build" in options.pages
      ? options.pages.build
      : () => vite!.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  late.handle = createRequestHandler({
    context,
    signIn,
    sessions,
    demo,
    origin,
    logger,
    files: "files" in options.pages ? options.pages.files : null,
    middleware: vite?.middlewares,
    pages: createPageHandler(build as ServerBuild, vite ? "development" : "production", origin),
  });
  const liveText = attachLiveText(server, createLiveTextHost({ context, sessions, origin, logger }));
  server.on("upgrade", (request, socket) => {
    const known = request.url?.startsWith("/live/") || vite !== null;
    if (!known) socket.destroy();
  });
  const stopClock = startClock(context, { every_ms: 1000 });

  return {
    context,
    origin,
    makeLink: (personId) => signIn.makeLink(personId),
    async close() {
      await stopClock();
      await endLog();
      await liveText.close();
      await vite?.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await db.close();
    },
  };
}
