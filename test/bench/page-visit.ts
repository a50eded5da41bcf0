/** The bench's hands on the product: starts it beside the bench, signs in, asks for pages and takes the time. */
import { type ChildProcess, fork } from "node:child_process";
import { Agent, type IncomingMessage, request } from "node:http";
import { fileURLToPath } from "node:url";
import { password } from "./fill/house.ts";
import type { Asked, Noted, Told } from "./page-server.ts";

export type Visit = { status: number; bytes: number; took_ms: number; location: string | undefined };

export type PageServer = {
  origin: string;
  tell(asked: Asked): void;
  statements(): Promise<Noted[]>;
  /** Milliseconds that the product had of a processor since it started, whoever else uses the machine. */
  processor_ms(): Promise<number>;
  signIn(email: string): Promise<string>;
  /** From the first byte sent to the last byte of the answer, over loopback on a connection that is kept. */
  get(path: string, cookie: string | null): Promise<Visit>;
  close(): Promise<void>;
};

const serverFile = fileURLToPath(new URL("./page-server.ts", import.meta.url));

function told<Key extends string>(child: ChildProcess, key: Key): Promise<Extract<Told, Record<Key, unknown>>> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`The page server ended with ${code}.`));
    child.once("exit", ended);
    const heard = (message: Told) => {
      if (!(key in message)) return;
      child.off("exit", ended);
      child.off("message", heard);
      resolve(message as Extract<Told, Record<Key, unknown>>);
    };
    child.on("message", heard);
  });
}

async function wholeBytes(answer: IncomingMessage): Promise<number> {
  let bytes = 0;
  for await (const part of answer) bytes += (part as Buffer).length;
  return bytes;
}

export async function startPageServer(database: string, words: string[] = []): Promise<PageServer> {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production" };
  const child = fork(serverFile, [database, ...words], { execArgv: ["--import", "tsx"], env });
  const { origin } = await told(child, "origin");
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (path: string, headers: Record<string, string>, body?: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const asking = request(new URL(path, origin), { agent, headers, method: body ? "POST" : "GET" }, resolve);
      asking.on("error", reject);
      asking.end(body);
    });
  return {
    origin,
    tell: (asked) => void child.send(asked),
    async statements() {
      const answer = told(child, "statements");
      child.send("statements");
      return (await answer).statements;
    },
    async processor_ms() {
      const answer = told(child, "processor_ms");
      child.send("processor");
      return (await answer).processor_ms;
    },
    async signIn(email) {
      const body = new URLSearchParams({ intent: "sign-in", email, password, back: "" }).toString();
      const type = "application/x-www-form-urlencoded";
      const length = String(body.length);
      const answer = await ask("/sign-in", { origin, "content-type": type, "content-length": length }, body);
      await wholeBytes(answer);
      const [cookie] = (answer.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]!);
      if (cookie === undefined) throw new Error(`${email} could not sign in: ${answer.statusCode}.`);
      return cookie;
    },
    async get(path, cookie) {
      const started = performance.now();
      const answer = await ask(path, { accept: "text/html", ...(cookie === null ? {} : { cookie }) });
      const bytes = await wholeBytes(answer);
      const took_ms = performance.now() - started;
      return { status: answer.statusCode!, bytes, took_ms, location: answer.headers.location };
    },
    async close() {
      agent.destroy();
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.send("end");
      await ended;
    },
  };
}
