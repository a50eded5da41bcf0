/**
 * The product's front door for the page suites: the production build over a regime's database, and a client that says
 * exactly the headers it is told to say, which a browser would not let a test do.
 */
import { type IncomingMessage, type RequestOptions, request } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import pino from "pino";
import { createSessions, sessionCookie } from "../../server/auth/sessions.ts";
import { type Product, type ProductOptions, startProduct } from "../../server/product.ts";
import { givenLogKey, type Stage } from "../given/regime.ts";

export type Answer = { status: number; headers: IncomingMessage["headers"]; body: string };

export type Asking = {
  method?: string;
  /** Sent as they are; `undefined` leaves out one that would be sent. */
  headers?: Record<string, string | undefined>;
  form?: Record<string, string>;
  body?: string;
  /** The token of a session. */
  token?: string;
  /** The address of this machine from which to ask: the sign-in's limits count by it. */
  from?: string;
};

export type FrontDoor = {
  product: Product;
  build: ServerBuild;
  origin: string;
  /** Lines of the log, to find out what was written down. */
  log: string[];
  ask(path: string, asking?: Asking): Promise<Answer>;
  /** A form that a page of the product sends. */
  post(path: string, form: Record<string, string>, asking?: Asking): Promise<Answer>;
  /** A session of this person, without the password's hashing. */
  tokenFor(person: { personId: string }): Promise<string>;
  close(): Promise<void>;
};

export async function loadBuild(): Promise<ServerBuild> {
  // React's own builds ask for this name when the server build loads them.
  process.env.NODE_ENV = "production";
  return (await import(/* @vite-ignore */ pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
}

function send(
  port: number,
  path: string,
  { from, body, ...options }: RequestOptions & { from?: string; body?: string },
) {
  return new Promise<Answer>((done, fail) => {
    const asked = request(
      { host: "127.0.0.1", port, path, agent: false, localAddress: from, ...options },
      async (answer) => {
        const parts: Buffer[] = [];
        for await (const part of answer) parts.push(part as Buffer);
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString("utf8") });
      },
    );
    asked.on("error", fail);
    asked.end(body);
  });
}

/** Opens the door on the stage's database and clock. `options` are those of the product that a test is about. */
export async function openFrontDoor(stage: Stage, options: Partial<ProductOptions> = {}): Promise<FrontDoor> {
  const build = await loadBuild();
  const log: string[] = [];
  const product = await startProduct({
    databaseUrl: stage.url,
    dataFolder: stage.folder,
    logKey: givenLogKey,
    port: 0,
    host: "127.0.0.1",
    logger: pino({ level: "info" }, { write: (line: string) => void log.push(line) }),
    clock: stage.clock,
    pages: { files: resolve("build/client"), build },
    ...options,
  });
  const port = options.port ?? Number(new URL(product.origin).port);
  const sessions = createSessions(product.context.db);

  const ask = (path: string, { method = "GET", headers = {}, form, body, token, from }: Asking = {}) => {
    const text = form ? new URLSearchParams(form).toString() : body;
    const said: Record<string, string | undefined> = {
      host: new URL(product.origin).host,
      ...(text === undefined ? {} : { "content-length": String(Buffer.byteLength(text)) }),
      ...(form ? { "content-type": "application/x-www-form-urlencoded" } : {}),
      ...(token === undefined ? {} : { cookie: `${sessionCookie}=${token}` }),
      ...headers,
    };
    const sent = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    return send(port, path, { method, headers: sent as Record<string, string>, body: text, from });
  };

  return {
    product,
    build,
    origin: product.origin,
    log,
    ask,
    post: (path, form, { headers, ...rest } = {}) =>
      ask(path, { method: "POST", form, headers: { origin: product.origin, ...headers }, ...rest }),
    tokenFor: async ({ personId }) => (await sessions.start(personId)).token,
    close: () => product.close(),
  };
}

/** The token that an answer's cookie brings; undefined when it brings none or takes it away. */
export function tokenIn(answer: Answer): string | undefined {
  const cookie = answer.headers["set-cookie"]?.find((one) => one.startsWith(`${sessionCookie}=`));
  return cookie?.slice(sessionCookie.length + 1).split(";")[0] || undefined;
}

export function nonceOf(answer: Answer): string {
  const policy = String(answer.headers["content-security-policy"] ?? "");
  return /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? "";
}

/** The body without what differs from one answer to the next: its nonce, and the committee's time. */
export function bodyWithout(answer: Answer, ...words: string[]): string {
  const plain = answer.body
    .replaceAll(nonceOf(answer) || "no nonce", "NONCE")
    .replaceAll(/\b(\d{13}|\d\d:\d\d)\b/g, "TIME");
  return words.reduce((text, word) => text.replaceAll(word, "WORD"), plain);
}
