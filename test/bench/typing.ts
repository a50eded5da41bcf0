/**
 * Typing in a large definition, on the product's own page in Chromium: how long a keystroke keeps the page busy, how long
 * until its frame is painted, with numbers, faults and offers live, and how long the page takes to open.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import * as Y from "yjs";
import { openMigrated } from "../../db/migrate.ts";
import { appendTextUpdates, bindTextClients } from "../../db/store/definition-text.ts";
import { commonTerms } from "../../domain/definition/common-terms.ts";
import type { Clause } from "../../domain/definition/control-text.ts";
import { withTypedThresholds } from "../../domain/definition/embed-parameters.ts";
import { slugOf } from "../../domain/record/reference.ts";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { writeClauses } from "../../protocol/definition-text.ts";
import { loadText } from "../../server/coediting/head.ts";
import { entryClauses } from "../../server/library/entry-clauses.ts";
import { library } from "../../server/library/published-lists.ts";
import { signIn } from "../browser/acting.ts";
import { openBrowser } from "../browser/house.ts";
import { fill } from "./fill/fill.ts";
import { password } from "./fill/house.ts";
import { startPageServer } from "./page-visit.ts";

export type TypingRow = {
  measure: string;
  samples: number;
  p50_ms: number;
  p95_ms: number;
  most_ms: number;
  over: boolean;
};

export const keyMax_ms = 16;
export const openMax_ms = 1_000;

const clauseCount = 500;
/** Texts in force have next to no faults; so many clauses lie between two that are put in. */
const clausesBetweenFaults = 20;
const opens = 5;
const keys = 240;
/** Pauses fall in so often that the looks of idle time meet keystrokes. */
const keysBetweenPauses = 12;
const betweenKeys_ms = 55;
const pause_ms = 420;

/** Real paragraphs in force, with their thresholds as parameters. */
function realClauses(): Clause[] {
  const clauses: Clause[] = [];
  let number = 0;
  const nextNid = () => {
    number += 1;
    return `b${number}`;
  };
  for (const code of library().codes) {
    const published = library().find("us", code)?.published;
    if (published) clauses.push(...entryClauses(published, { nextNid, terms: commonTerms }));
    if (clauses.length >= clauseCount) break;
  }
  return withTypedThresholds(clauses.slice(0, clauseCount)).map((clause, index) => ({
    ...clause,
    content: index % clausesBetweenFaults === 0 ? [...clause.content, { xref: "b0" }] : clause.content,
  }));
}

/** Puts the clauses in the place of the text of a candidate in drafting; the address of its page. */
async function writeLargeText(database: string, email: string): Promise<string> {
  const db = await openMigrated({ url: database });
  try {
    return await db.write(async (tx) => {
      const { candidates, definitions } = tx.t;
      const rows = await tx
        .select({
          id: candidates.id,
          reference: candidates.reference,
          state: candidates.state,
          committee: candidates.committeeId,
        })
        .from(candidates);
      const texts = await tx.select({ id: definitions.id, candidateId: definitions.candidateId }).from(definitions);
      const drafted = rows.filter(({ state, reference }) => state === "drafting" && reference.startsWith("QTAC"));
      const chosen = texts.find(({ candidateId }) => drafted.some(({ id }) => id === candidateId));
      if (chosen === undefined) throw new Error(`No text in drafting that ${email} may edit.`);
      const { doc, head } = (await loadText(tx, chosen.id))!;
      const before = Y.encodeStateVector(doc);
      const { text } = definitionRoots(doc);
      text.delete(0, text.length);
      writeClauses(doc, realClauses());
      await bindTextClients(tx, chosen.id, [{ clientId: doc.clientID, personId: null, sessionId: null }]);
      await appendTextUpdates(tx, head, [
        { bytes: Y.encodeStateAsUpdate(doc, before), personId: null, sessionId: null },
      ]);
      return `/candidates/${slugOf(drafted.find(({ id }) => id === chosen.candidateId)!.reference)}/definition`;
    });
  } finally {
    await db.close();
  }
}

type Times = { dispatch: number[]; frame: number[] };

declare global {
  interface Window {
    typed: Times;
  }
}

/** From the key to the end of its dispatch through editor and live text, and to the painted frame. */
async function takeTimes(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.typed = { dispatch: [], frame: [] };
    document.addEventListener(
      "keydown",
      (event) => {
        const pressed = performance.now();
        // A message to oneself comes when all script of the moment is done and the frame is painted.
        const painted = new MessageChannel();
        painted.port1.onmessage = () => window.typed.frame.push(performance.now() - pressed);
        requestAnimationFrame(() => painted.port2.postMessage(null));
        if (event.key.length > 1) return;
        // The editor reads the change in a microtask that was asked for before this one.
        document.addEventListener(
          "input",
          () => queueMicrotask(() => window.typed.dispatch.push(performance.now() - pressed)),
          { once: true },
        );
      },
      { capture: true },
    );
  });
}

function rowOf(measure: string, times: number[], most: number | null): TypingRow {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  const p95 = at(0.95);
  return {
    measure,
    samples: times.length,
    p50_ms: at(0.5),
    p95_ms: p95,
    most_ms: at(1),
    over: most !== null && p95 >= most,
  };
}

/** From the start of the navigation until the text can be written in, every clause laid out. */
async function timeToOpen(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: "commit" });
  const handle = await page.waitForFunction(
    (count) => {
      const law = document.querySelector(".law[contenteditable=true]");
      if (law === null || law.closest(".not-yet") !== null || law.children.length < count) return false;
      return law.getBoundingClientRect().height > 0 ? performance.now() : false;
    },
    clauseCount,
    { polling: "raf", timeout: 60_000 },
  );
  return (await handle.jsonValue()) as number;
}

async function typeInTheMiddle(page: Page): Promise<Times> {
  await takeTimes(page);
  const clause = page.locator(".law .clause-text").nth(Math.floor(clauseCount / 2));
  await clause.scrollIntoViewIfNeeded();
  await clause.click();
  await page.keyboard.press("End");
  await page.waitForTimeout(2 * pause_ms);
  await page.evaluate(() => {
    window.typed = { dispatch: [], frame: [] };
  });
  const words = " a mass of 5 kg or more and a pitch of 45 nm or less;";
  for (let count = 0; count < keys; count++) {
    await page.keyboard.type(words[count % words.length]!);
    await page.waitForTimeout((count + 1) % keysBetweenPauses === 0 ? pause_ms : betweenKeys_ms);
  }
  return page.evaluate(() => window.typed);
}

export async function benchTyping(say: (line: string) => void): Promise<TypingRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "plenary-typing-"));
  const database = join(folder, "plenary.sqlite");
  const { viewers } = await fill(database, { candidates: 60, minutes: 500 }, () => {});
  const address = await writeLargeText(database, viewers.expert);
  const server = await startPageServer(database);
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: server.origin });
    const page = await context.newPage();
    await signIn(page, viewers.expert, password);
    page.on("pageerror", (fault) => say(`The page threw: ${fault.message}`));
    const times: number[] = [];
    for (let count = 0; count <= opens; count++) times.push(await timeToOpen(page, address));
    await page.locator(".clause-faulty").first().waitFor();
    const faults = await page.locator(".clause-faulty").count();
    const chips = await page.locator(".param-chip").count();
    say(`${clauseCount} clauses, ${chips} parameters, ${faults} clauses with faults.`);
    const typed = await typeInTheMiddle(page);
    return [
      rowOf("open, first", times.slice(0, 1), openMax_ms),
      rowOf("open, again", times.slice(1), openMax_ms),
      rowOf("keystroke, dispatched", typed.dispatch, keyMax_ms),
      rowOf("key to painted frame", typed.frame, null),
    ];
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
