/** kill -9 of the whole product while two people type in their browsers: what a page called saved is never lost. */
import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openMigrated } from "../../db/migrate.ts";
import { slugOf } from "../../domain/record/reference.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { createSessions } from "../../server/auth/sessions.ts";
import { createSignIn } from "../../server/auth/sign-in.ts";
import { createContext } from "../../server/create-context.ts";
import { newLogKey } from "../../server/record/log-key.ts";
import { ballotText } from "../given/ballot.ts";
import { givenDrafting, givenRegime } from "../given/regime.ts";
import { signIn } from "./acting.ts";
import { clausesOf, soon } from "./editor/stage.ts";
import { openBrowser, openPage } from "./house.ts";
import { freePort, killMain, startMain } from "./kill/main.ts";
import { openTypist, type Typist } from "./kill/typist.ts";

const kills = 5;
const password = "four words of my own";

let folder: string;
let browser: Browser;
let child: ChildProcess | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plenary-kill-"));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  if (child) await killMain(child);
  await rm(folder, { recursive: true, force: true });
});

/** A regime with a text under drafting, and three people who may sign in. */
async function foundRegime(url: string) {
  const clock = { offset_ms: 0 };
  const db = await openMigrated({ url, clock });
  const context = createContext(db, newLogKey("regime.example/log"));
  const regime = await givenRegime({ stage: { db, context, clock, url, close: async () => undefined } });
  const candidate = await givenDrafting(regime);
  await regime.done(regime.holders.NO, "start-definition", {
    candidate: candidate.id,
    text: ballotText("34") as unknown as Record<string, unknown>,
  });
  const auth = createSignIn(db, createSessions(db));
  for (const { personId } of [regime.holders.NO, regime.chair, regime.holders.FR])
    expect(isRefusal(await auth.setPassword(await auth.makeLink(personId), password))).toBe(false);
  await db.close();
  return `/candidates/${slugOf(candidate.reference)}/definition`;
}

it("keeps every edit that a page called saved, over five kills while two people type", async () => {
  const url = join(folder, "plenary.sqlite");
  const text = await foundRegime(url);
  const port = await freePort();
  child = await startMain(url, port);
  const house = { browser, origin: `http://127.0.0.1:${port}`, complaints: [] };
  const enter = async (name: string) => {
    const page = await openPage(house);
    await signIn(page, `${name}@example.org`, password);
    await page.goto(text);
    return page;
  };
  const [one, other, reader] = [await enter("holder.no"), await enter("holder.ca"), await enter("holder.fr")];
  await reader.goto("/rules");
  const typists = [
    await openTypist(one, "ana", "Quantum computers as follows:"),
    await openTypist(other, "bo", "Qubit devices for these."),
  ];
  const savedMore = async (typist: Typist, than: number) => {
    const words = await soon(typist.saved, (saved) => saved.length >= than + 8);
    expect(words.length).toBeGreaterThanOrEqual(than + 8);
  };
  for (let round = 0; round < kills; round++) {
    for (const typist of typists) await savedMore(typist, (await typist.saved()).length);
    await killMain(child);
    // The pages may not tell the server again what they hold before it was asked what is on its disk.
    for (const { page } of typists) await page.context().setOffline(true);
    const saved = (await Promise.all(typists.map((typist) => typist.saved()))).flat();
    child = await startMain(url, port);
    const stored = await (await reader.request.get(text)).text();
    expect(saved.filter((word) => !stored.includes(word))).toEqual([]);
    for (const { page } of typists) await page.context().setOffline(false);
  }
  for (const typist of typists) await savedMore(typist, (await typist.saved()).length);
  for (const typist of typists) await typist.rest();
  // Nobody reloaded anything: both pages came back by themselves, are equal, and hold each word once, saved or not.
  const both = async () => [await clausesOf(one), await clausesOf(other)] as const;
  const [first, second] = await soon(both, ([mine, theirs]) => JSON.stringify(mine) === JSON.stringify(theirs));
  expect(second).toEqual(first);
  const words = first.join(" ").split(" ");
  for (const { typed } of typists)
    expect(
      typed.filter((word) => words.filter((each) => each === word).length !== 1),
      first.join("\n"),
    ).toEqual([]);
}, 300_000);
