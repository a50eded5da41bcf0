/** The committee's year, told once and whole by people at pages: from a proposal to a new edition of the public list. */
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { type House, openHouse, tellPages } from "./house.ts";
import { closeBallot, openBallot, takePositions } from "./year/ballot.ts";
import { openYear } from "./year/cast.ts";
import { adopt, deliver, dispatch, readList } from "./year/review.ts";
import { coedit, comment, dispose, makeReady, openRound, propose } from "./year/text.ts";

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(async () => {
  await house?.close();
});

it("takes a technology from its proposal to the public list, by three people and their committee, in their browsers", async () => {
  onTestFailed(() => tellPages(house));
  const year = await openYear(house);
  const candidate = await propose(year);
  await coedit(year, candidate);
  await openRound(year, candidate);
  await comment(year, candidate);
  await dispose(year, candidate);
  await makeReady(year, candidate);
  const ballot = await openBallot(year, candidate);
  await takePositions(year, ballot);
  await closeBallot(year);
  const round = await dispatch(year);
  await deliver(year, round);
  await adopt(year, round);
  await readList(year);
  expect(house.complaints).toEqual([]);
}, 300_000);
