/** What a reader last looked at is remembered by a form or the page's script, and never because an address was opened. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../domain/membership/role.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { ballotPage } from "../../server/queries/ballot/ballot-page.ts";
import { givenOpen, givenPositions } from "../given/ballot.ts";
import { givenRegime, type Regime, rowCounts } from "../given/regime.ts";
import { passUntil, textHashOf } from "../given/round.ts";
import { type FrontDoor, openFrontDoor } from "./front-door.ts";

let regime: Regime;
let door: FrontDoor;
let open: Awaited<ReturnType<typeof givenOpen>>;

const pageFor = async (who: Actor, ballot: string, since: string | null = null) => {
  const page = await ballotPage(regime.context, who, { ballot, since });
  if (isRefusal(page)) throw new Error(page.reason);
  return page;
};
const looks = async () => (await rowCounts(regime.db)).person_looks;

beforeAll(async () => {
  regime = await givenRegime();
  open = await givenOpen(regime);
  door = await openFrontDoor(regime);
});
afterAll(async () => {
  await door?.close();
  await regime?.close();
});

describe("looking at the text of a ballot", () => {
  const look = "/ballots/qtac-b-1/look";

  it("[Z7] opening the page, or the address itself, is no look: a scanner of mail does that", async () => {
    const token = await door.tokenFor(regime.holders.JP);
    expect((await door.ask("/ballots/qtac-b-1", { token })).status).toBe(200);
    expect(await door.ask(look, { token })).toMatchObject({ status: 302 });
    expect(await looks()).toBe(0);
  });

  it("[W2] strangers and other sites can write none", async () => {
    const stranger = await door.tokenFor(regime.stranger);
    expect((await door.post(look, {}, { token: stranger })).status).toBe(404);
    expect((await door.post(look, {})).status).toBe(404);
    const token = await door.tokenFor(regime.holders.JP);
    const headers = { origin: "https://elsewhere.example" };
    expect((await door.post(look, {}, { token, headers })).status).toBe(403);
    expect(await looks()).toBe(0);
  });

  it("the form leads back to the text, the script's word changes nothing on the page; neither writes a minute", async () => {
    const { minutes } = await rowCounts(regime.db);
    const token = await door.tokenFor(regime.holders.JP);
    const back = await door.post(look, {}, { token });
    expect(back).toMatchObject({ status: 303, headers: { location: "/ballots/qtac-b-1#text-of-ballot" } });
    expect((await door.post(look, { by: "script" }, { token })).status).toBe(204);
    expect(await rowCounts(regime.db)).toMatchObject({ minutes, person_looks: 1 });
    expect((await pageFor(regime.holders.JP, "qtac-b-1")).lookedAt).not.toBeNull();
    expect((await pageFor(regime.holders.NL, "qtac-b-1")).lookedAt).toBeNull();
  });
});

describe("the redline of the next ballot", () => {
  beforeAll(async () => {
    await givenPositions(regime, open, { CA: "yes", FR: "yes", NL: "no", US: "no", TW: "no" });
    const { closesAt } = (await pageFor(regime.chair, "qtac-b-1")).ballot;
    await passUntil(regime, closesAt!);
    await regime.byClock("close-ballot", { ballot: open.ballot });
    regime.pass({ hours: 72 });
    await regime.byClock("certify-ballot", { ballot: open.ballot });
    const candidate = open.candidate.id;
    const clauses = [{ nid: "c2", words: "Supporting 50 or more physical qubits;", doing: "change" as const }];
    const fields = { candidate, reason: "Measured.", clauses };
    const { reference: amendment } = await regime.done(regime.holders.JP, "propose-amendment", fields);
    regime.pass({ hours: 72 });
    await regime.done(regime.chair, "accept-amendment", { amendment } as never);
    await regime.done(regime.chair, "mark-ready", { candidate });
    const question = "Shall version 2 be recommended?";
    await regime.done(regime.secretariat, "draft-ballot", { candidate, question, days: 14 });
    expect(await textHashOf(regime, candidate)).not.toBe(open.textHash);
  });

  it("[P2] begins at the own position, else where the reader last looked, else at the version before", async () => {
    expect((await pageFor(regime.holders.JP, "qtac-b-2")).since).toMatchObject({ why: "look", number: 1 });
    expect((await pageFor(regime.holders.TW, "qtac-b-2")).since).toMatchObject({ why: "version", number: 1 });
    expect((await pageFor(regime.holders.JP, "qtac-b-2", "whole")).since).toBeNull();
    expect((await pageFor(regime.holders.JP, "qtac-b-2")).since!.changes).toMatchObject([{ nid: "c2" }]);
  });

  it("[P2] a seat's former position shows its version and in which ways the text has changed since", async () => {
    const page = await pageFor(regime.holders.NL, "qtac-b-2");
    await regime.byTwo(regime.chair, "open-ballot", { ballot: "qtac-b-2" });
    const opened = await pageFor(regime.holders.NL, "qtac-b-2");
    expect(page.result).toBeNull();
    expect(opened.since).toMatchObject({ why: "position", number: 1 });
    const own = opened.result!.lines.find((line) => line.own)!;
    expect(own.former).toMatchObject([{ word: "no", version: 1, ballot: "QTAC/B/1" }]);
    expect(opened.changedSince![1]!.length).toBeGreaterThan(0);
  });
});
