/** Pages that refresh themselves: who is told that a thing changed, and what is told. Security §1 and §4.6, rule W3. */
import { type ClientRequest, request } from "node:http";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Person } from "../../../domain/membership/role.ts";
import { acts } from "../../../server/acts.ts";
import { givenDrafting, givenRegime, type Regime } from "../../given/regime.ts";
import { type FrontDoor, loadBuild, openFrontDoor } from "../front-door.ts";

let regime: Regime;
let door: FrontDoor;
let candidate: { id: string; reference: string };
let open: ClientRequest[] = [];

beforeAll(loadBuild);
beforeEach(async () => {
  regime = await givenRegime();
  candidate = await givenDrafting(regime);
  door = await openFrontDoor(regime);
});
afterEach(async () => {
  for (const one of open) one.destroy();
  open = [];
  await door.close();
  await regime.close();
});

type Listening = { status: number; heard: string[]; raw: () => string; ended: () => boolean };

/** Opens the stream of a page that shows these topics. `heard` fills with the topics that were told. */
function listen(topics: string[], token?: string): Promise<Listening> {
  const search = topics.map((topic) => `topic=${encodeURIComponent(topic)}`).join("&");
  return new Promise((done, fail) => {
    const asked = request(`${door.origin}/announcements?${search}`, {
      agent: false,
      headers: token === undefined ? {} : { cookie: `__Host-session=${token}` },
    });
    open.push(asked);
    asked.on("error", fail);
    asked.on("response", (answer) => {
      let raw = "";
      let ended = false;
      const heard: string[] = [];
      answer.setEncoding("utf8");
      answer.on("error", () => undefined);
      answer.on("data", (part: string) => {
        raw += part;
        heard.splice(0, heard.length, ...[...raw.matchAll(/^event: changed\ndata: (.*)$/gm)].map((match) => match[1]!));
      });
      answer.on("end", () => {
        ended = true;
      });
      done({ status: answer.statusCode ?? 0, heard, raw: () => raw, ended: () => ended });
    });
    asked.end();
  });
}

/** A seat's holder declares that there is no interest: an act on the candidate, done in the product that is listened to. */
async function declare(who: Person): Promise<void> {
  const outcome = await acts["declare-interest"](door.product.context, who, {
    ...{ candidate: candidate.id, kind: "none", class: "none", statement: "" },
  });
  expect(outcome).toMatchObject({ done: true });
}

/** An act that everybody who is signed in may know of: whoever hears it has heard all that came before. */
async function actForAll(): Promise<void> {
  const outcome = await acts["give-role"](door.product.context, regime.regimeSecretariat, {
    ...{ person: regime.alternates.JP.personId, role: "government-reviewer", member: "JP" },
  });
  expect(outcome).toMatchObject({ done: true });
}

const topicsOfPage = () => [`candidate:${candidate.id}`, `committee:${regime.committee.id}`];

test("[T1] a page of the committee is told the topic after an act, once, and nothing of its content", async () => {
  const stream = await listen(topicsOfPage(), await door.tokenFor(regime.holders.JP));
  expect(stream.status).toBe(200);
  await declare(regime.holders.NO);
  await vi.waitFor(() => expect(stream.heard).toEqual([`candidate:${candidate.id}`]));
  await declare(regime.holders.NO);
  await vi.waitFor(() => expect(stream.heard.length).toBe(2));
  expect(stream.raw()).toMatch(/^retry: 3000\n\n(event: changed\ndata: candidate:[0-9a-f]{32}\n\n){2}$/);
});

test("a refused act, and one on a thing that the page does not show, tell nothing", async () => {
  const stream = await listen(topicsOfPage().slice(0, 1), await door.tokenFor(regime.holders.JP));
  const other = await acts["propose-candidate"](door.product.context, regime.chair, {
    ...{ committee: regime.committee.id, title: "", class: "emerging", rationale: "", producers: "" },
    ...{ foreignAvailability: "", evidence: "", harms: [], touches: [] },
  });
  expect(other).toMatchObject({ refused: true });
  await acts["register-organisation"](door.product.context, regime.regimeSecretariat, {
    name: "Body",
    kind: "company",
  });
  await declare(regime.holders.NO);
  await vi.waitFor(() => expect(stream.heard.length).toBe(1));
});

test("[W3] a person outside, and a reader without a session, are told nothing of the committee", async () => {
  const outside = await door.tokenFor(regime.stranger);
  // The outsider knows the names of all topics, as one who kept them from an earlier time would.
  const forAll = `person:${regime.alternates.JP.personId}`;
  const [stranger, nobody, member] = [
    await listen([...topicsOfPage(), forAll], outside),
    await listen([...topicsOfPage(), forAll]),
    await listen(topicsOfPage(), await door.tokenFor(regime.observer)),
  ];
  await declare(regime.holders.NO);
  await vi.waitFor(() => expect(member.heard.length).toBe(1));
  await actForAll();
  await vi.waitFor(() => expect(stranger.heard).toEqual([forAll]));
  expect(nobody.status).toBe(200);
  expect(nobody.heard).toEqual([]);
});

test("[W3] a role that ended while the page was open is asked again: nothing more is told", async () => {
  const keeper = regime.regimeSecretariat;
  const [role] = await regime.db.read(async (tx) =>
    (await tx.select().from(tx.t.roles)).filter((one) => one.personId === regime.observer.personId),
  );
  const [gone, stays] = [
    await listen(topicsOfPage(), await door.tokenFor(regime.observer)),
    await listen(topicsOfPage(), await door.tokenFor(regime.holders.JP)),
  ];
  await declare(regime.holders.NO);
  await vi.waitFor(() => expect([gone.heard.length, stays.heard.length]).toEqual([1, 1]));
  await regime.done(keeper, "end-role", { role: role!.id });
  await declare(regime.holders.US);
  await vi.waitFor(() => expect(stays.heard.length).toBe(2));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(gone.heard.length).toBe(1);
});

test("a stream ends with its session", async () => {
  const token = await door.tokenFor(regime.holders.JP);
  const stream = await listen(topicsOfPage(), token);
  await door.post("/sign-out", {}, { token });
  await declare(regime.holders.NO);
  await vi.waitFor(() => expect(stream.ended()).toBe(true));
  expect(stream.heard).toEqual([]);
});

test("one session has twenty streams at most, and may open one again when one is closed", async () => {
  const token = await door.tokenFor(regime.holders.JP);
  for (let turn = 1; turn <= 20; turn++) expect((await listen(["candidate:x"], token)).status).toBe(200);
  expect((await listen(["candidate:x"], token)).status).toBe(429);
  expect((await listen(["candidate:x"], await door.tokenFor(regime.chair))).status).toBe(200);
  open[0]!.destroy();
  await vi.waitFor(async () => expect((await listen(["candidate:x"], token)).status).toBe(200));
});

test("the stream carries the headers of every answer, and is never kept", async () => {
  const answer = await new Promise<Record<string, unknown>>((done) => {
    const asked = request(`${door.origin}/announcements?topic=x`, { agent: false });
    open.push(asked);
    asked.on("response", (one) => done(one.headers)).on("error", () => undefined);
    asked.end();
  });
  expect(answer).toMatchObject({
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
});
