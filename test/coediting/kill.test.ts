import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { openDatabase } from "../../db/open.ts";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { readHead } from "../../server/coediting/head.ts";
import { openCommittee } from "./committee.ts";
import { openPage, until } from "./page.ts";

const kills = 5;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function start(path: string, port: number): Promise<ChildProcess> {
  const file = fileURLToPath(new URL("./child-server.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", file, path, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.stdout!.on("data", (data: Buffer) => data.includes("listening") && resolve(child));
    child.on("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
  });
}

function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.on("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

/** Somebody who types words, each with its own number, and knows which of them the server has called saved. */
function openTypist(address: { url: string; origin: string }, personId: string) {
  const page = openPage(address, personId);
  const words: { word: string; socket: number; frame: number }[] = [];
  const saved = new Set<string>();
  const look = () => {
    for (const { word, socket, frame } of words) {
      if (page.isSaved() || (socket === page.count.socket && frame <= page.count.durable)) saved.add(word);
    }
  };
  const typing = setInterval(() => {
    look();
    const word = `${personId}${words.length};`;
    page.text.insert((words.length * 31) % (page.text.length + 1) === 0 ? 0 : page.text.length, word, {});
    const frame = page.provider.wsconnected ? page.count.sent : Number.POSITIVE_INFINITY;
    words.push({ word, socket: page.count.socket, frame });
  }, 3);
  return {
    page,
    words,
    saved,
    look,
    rest: () => clearInterval(typing),
  };
}

let committee: Awaited<ReturnType<typeof openCommittee>>;
let child: ChildProcess | null = null;

afterEach(async () => {
  if (child !== null) await kill(child);
  await committee.remove();
});

test("kill -9 while two people type, five times: every edit that was called saved is in the database and in the text afterwards", async () => {
  committee = await openCommittee();
  await committee.db.close();
  const port = await freePort();
  const address = { url: `ws://127.0.0.1:${port}/live`, origin: `http://127.0.0.1:${port}` };
  child = await start(committee.url, port);
  const typists = ["ana", "bo"].map((personId) => openTypist(address, personId));
  const stored = async () => {
    const db = await openDatabase({ url: committee.url });
    const head = await db.read((tx) => readHead(tx, "d1"));
    await db.close();
    return definitionRoots(head!.doc).text.toString();
  };
  const missing = (text: string, words: Iterable<string>) => [...words].filter((word) => text.split(word).length !== 2);
  for (let round = 0; round < kills; round += 1) {
    const before = typists.map(({ saved }) => saved.size);
    await until(
      () => typists.every(({ saved }, index) => saved.size > before[index]! + 15),
      "both have saved words",
      20_000,
    );
    await kill(child);
    // What was acknowledged before the end, and nobody has come back yet: only the disk can know it.
    for (const { look } of typists) look();
    const text = await stored();
    for (const { saved } of typists) expect(missing(text, saved)).toEqual([]);
    child = await start(committee.url, port);
  }
  for (const { rest } of typists) rest();
  for (const { page } of typists) await page.saved();
  const [ana, bo] = typists;
  await until(() => ana!.page.text.toString() === bo!.page.text.toString(), "both copies equal");
  const text = await stored();
  expect(text).toBe(ana!.page.text.toString());
  // Nobody's words were lost, acknowledged or not: the pages stayed open.
  for (const { words } of typists)
    expect(
      missing(
        text,
        words.map(({ word }) => word),
      ),
    ).toEqual([]);
  for (const { page } of typists) {
    expect(page.closes.filter((code) => code >= 4400 && code < 4500)).toEqual([]);
    page.leave();
  }
}, 90_000);
