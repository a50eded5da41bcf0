/** An open page tells by itself what others did: server-sent events, no polling. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { slugOf } from "../../domain/record/reference.ts";
import { candidateFields, givenRegime } from "../given/regime.ts";
import { enterByLink, inState, press } from "./acting.ts";
import { type House, openHouse } from "./house.ts";

const password = "four words of my own";
const within_ms = 2_000;
/** Longer than any page's wait before it asks again, and long enough for a poll to show. */
const quiet_ms = 4_000;

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(async () => {
  await house?.close();
});

/** The requests that a page makes from now on, by their path. */
function requestsOf(page: Page): string[] {
  const paths: string[] = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

it("shows another person's act within two seconds by one request, and asks for nothing while nothing happens", async () => {
  const { context } = house.product;
  const regime = await givenRegime({
    stage: { db: context.db, context, clock: house.clock, url: house.databaseUrl, close: async () => undefined },
  });
  const { reference } = await regime.done(regime.holders.NO, "propose-candidate", candidateFields(regime));
  const address = `/candidates/${slugOf(reference)}`;
  const [reader, chair] = await Promise.all([
    enterByLink(house, regime.holders.FR.personId, password),
    enterByLink(house, regime.chair.personId, password),
  ]);
  const isListening = reader.waitForResponse((response) => response.url().includes("/announcements?"));
  await reader.goto(address);
  await isListening;
  await chair.goto(address);

  const requests = requestsOf(reader);
  await reader.waitForTimeout(quiet_ms);
  expect(requests).toEqual([]);

  const shows = async (state: string) => {
    const from = performance.now();
    await inState(reader, state);
    return performance.now() - from;
  };
  const moves = [
    { button: "Accept for drafting", state: "Drafting" },
    { button: "Park the candidate", state: "Parked", reason: "Until the spring meeting." },
    { button: "Take the candidate up again", state: "Drafting" },
  ];
  const took: number[] = [];
  for (const { button, state, reason } of moves) {
    if (reason) {
      await chair.locator("summary").filter({ hasText: button }).click();
      await chair.getByLabel("Reason", { exact: true }).first().fill(reason);
    }
    await press(chair, button);
    took.push(await shows(state));
  }
  // The quickest of three: what is tried is the way, not how busy this machine is.
  expect(Math.min(...took)).toBeLessThan(within_ms);
  await reader.waitForTimeout(quiet_ms);
  expect(requests).toEqual(moves.map(() => `${address}.data`));
  expect(house.complaints).toEqual([]);
});
