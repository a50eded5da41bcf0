/** What the pages of amendments and of the versions in time show, to whom, and that suggesting works without script. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ControlText } from "../../domain/definition/control-text.ts";
import { type Actor, thePublic } from "../../domain/membership/role.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { runDueActs } from "../../server/clock.ts";
import { amendmentPage } from "../../server/queries/definition/amendment-page.ts";
import { amendmentsPage } from "../../server/queries/definition/amendments-page.ts";
import { definitionPage } from "../../server/queries/definition/definition-page.ts";
import { newAmendmentPage } from "../../server/queries/definition/new-amendment-page.ts";
import { versionPage } from "../../server/queries/definition/version-page.ts";
import { versionsPage } from "../../server/queries/definition/versions-page.ts";
import { typeInto } from "../given/definition.ts";
import { givenDrafting, givenRegime, type Regime } from "../given/regime.ts";
import { type FrontDoor, openFrontDoor } from "./front-door.ts";

let regime: Regime;
let door: FrontDoor;
beforeAll(async () => {
  regime = await givenRegime();
  door = await openFrontDoor(regime);
});
afterAll(async () => {
  await door?.close();
  await regime?.close();
});

async function shown<T>(page: Promise<T | Refusal>): Promise<T> {
  const answer = await page;
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}

const common = { level: 1, marking: "AMBER" } as const;
const text: ControlText = {
  format: "plenary-control-text/1",
  reference: "",
  title: "",
  terms: [],
  clauses: [
    {
      ...common,
      caveat: [],
      nid: "a",
      kind: "item",
      content: [
        { text: "Machines of " },
        { param: { quantity: "qubits", comparator: ">=", value: "34", unit: "1", raw: "34 or more" } },
        { text: " qubits;" },
      ],
    },
    { ...common, caveat: [], nid: "b", kind: "item", content: [{ text: "Devices." }] },
  ],
};

async function givenText(): Promise<{ id: string; reference: string; slug: string }> {
  const { id, reference } = await givenDrafting(regime);
  await regime.done(regime.chair, "start-definition", { candidate: id, text: { ...text } });
  return { id, reference, slug: reference.toLowerCase().replaceAll("/", "-") };
}

type Words = [nid: string, words: string];
const propose = (by: Actor, candidate: string, ...words: Words[]) =>
  regime.done(by, "propose-amendment", {
    candidate,
    reason: "The measures in force say so.",
    clauses: words.map(([nid, said]) => ({ nid, words: said, doing: "change" as const })),
  });

const listOf = (actor: Actor, candidate: string, more: object = {}) =>
  shown(amendmentsPage(regime.context, actor, { candidate, ...more }));
const oneOf = (actor: Actor, candidate: string, number: number) =>
  shown(amendmentPage(regime.context, actor, { candidate, number: String(number) }));

describe("the list of amendments", () => {
  it("[W2] answers not found to whoever is outside the committee, as every page of amendments does", async () => {
    const { id: candidate } = await givenText();
    const { number } = await propose(regime.holders.JP, candidate, ["b", "Parts."]);
    for (const actor of [regime.stranger, thePublic])
      for (const answer of [
        await amendmentsPage(regime.context, actor, { candidate }),
        await amendmentPage(regime.context, actor, { candidate, number: String(number) }),
        await newAmendmentPage(regime.context, actor, { candidate }),
        await versionsPage(regime.context, actor, { candidate }),
      ])
        expect(answer).toMatchObject({ code: "not-found" });
    expect(await amendmentPage(regime.context, regime.chair, { candidate, number: "99" })).toMatchObject({
      code: "not-found",
    });
  });

  it("[A5] is filtered by state, clause and delegation, and shows what competes in the order of vote", async () => {
    const { id: candidate } = await givenText();
    await propose(regime.holders.JP, candidate, ["a", "Machines of 35 or more qubits;"]);
    await propose(regime.holders.NL, candidate, ["a", "All machines whatever they are."]);
    const third = await propose(regime.holders.TW, candidate, ["b", "Parts."]);
    await regime.done(regime.holders.NO, "object-amendment", { amendment: third.id, reason: "No." });
    const all = await listOf(regime.chair, candidate);
    expect(all.rows.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(all.counts).toMatchObject({ proposed: 2, contested: 1, accepted: 0 });
    expect(all.competing).toMatchObject([{ nid: "a", clause: { label: "a" } }]);
    expect(all.competing[0]!.amendments.map(({ number }) => number)).toEqual([2, 1]);
    const numbers = async (more: object) => (await listOf(regime.chair, candidate, more)).rows.map((row) => row.number);
    expect(await numbers({ states: ["contested"] })).toEqual([3]);
    expect(await numbers({ clause: "a" })).toEqual([2, 1]);
    expect(await numbers({ member: regime.members.JP.id })).toEqual([1]);
    expect(await numbers({ before: "2" })).toEqual([1]);
    const room = await shown(definitionPage(regime.context, regime.chair, { candidate }));
    expect(room.amendments.map(({ number, nids }) => [number, nids])).toEqual([
      [1, ["a"]],
      [2, ["a"]],
      [3, ["b"]],
    ]);
  });
});

describe("the page of an amendment", () => {
  it("[A3, W1] says what each may do and why not, before and after the 72 hours", async () => {
    const { id: candidate } = await givenText();
    const { id, number } = await propose(regime.holders.JP, candidate, ["a", "Machines of 100 or more qubits;"]);
    const chair = await oneOf(regime.chair, candidate, number);
    expect(chair.amendment.may["accept-amendment"]).toMatchObject({ code: "state", rule: "A3" });
    expect(chair.amendment.changes).toMatchObject([{ nid: "a", label: "a", class: "loosened", fault: null }]);
    expect(chair.amendment.changes[0]!.detail).toContain("34");
    const author = (await oneOf(regime.holders.JP, candidate, number)).amendment;
    expect(author).toMatchObject({ own: true, by: { name: "Holder JP" } });
    expect(author.may).toMatchObject({ "withdraw-amendment": null, "support-amendment": { code: "own-delegation" } });
    regime.pass({ hours: 72 });
    expect((await oneOf(regime.chair, candidate, number)).amendment.may["accept-amendment"]).toBeNull();
    expect((await oneOf(regime.holders.NL, candidate, number)).amendment.may).toMatchObject({
      "object-amendment": { code: "late", rule: "A3" },
      "accept-amendment": { code: "role" },
      "support-amendment": null,
    });
    await typeInto(regime, candidate, "All machines", { nid: "a", instead: "Machines" });
    const beneath = (await oneOf(regime.chair, candidate, number)).amendment;
    expect(beneath.changes[0]!.fault).toBe("changed");
    expect(beneath.may["accept-amendment"]).toMatchObject({ rule: "A6" });
    regime.pass({ hours: 1 });
    await runDueActs(regime.context);
    const rebase = await shown(
      newAmendmentPage(regime.context, regime.holders.JP, { candidate, rebase: String(number) }),
    );
    expect(rebase).toMatchObject({ may: null, rebaseId: id, begun: [{ nid: "a" }] });
    expect(rebase.choices[0]!.begunWords).toBe("Machines of 100 or more qubits;");
  });

  it("[A2] begins the fork of a combined amendment with the words of both", async () => {
    const { id: candidate } = await givenText();
    await propose(regime.holders.JP, candidate, ["a", "Machines of 35 or more qubits;"]);
    await propose(regime.holders.NL, candidate, ["b", "Parts."]);
    const page = await shown(newAmendmentPage(regime.context, regime.holders.TW, { candidate, names: ["1", "2"] }));
    expect(page).toMatchObject({ may: null, names: [1, 2], begun: [{ nid: "a" }, { nid: "b" }] });
    expect((await oneOf(regime.holders.TW, candidate, 1)).others).toEqual([2]);
  });
});

describe("over plain HTTP, without script", () => {
  it("[A1] a clause is chosen, its words are changed, and the amendment stands with its redline", async () => {
    const { slug } = await givenText();
    const token = await door.tokenFor(regime.holders.JP);
    const form = await door.ask(`/candidates/${slug}/amendments/new?clause=b`, { token });
    expect(form.status).toBe(200);
    expect(form.body).toContain("New words of b");
    const fields = {
      intent: "propose-amendment",
      part: "form",
      "clauses.0.nid": "b",
      "clauses.0.doing": "change",
      "clauses.0.words": "Devices and circuits.",
      reason: "Circuits are sold apart.",
    };
    const refused = await door.post(
      `/candidates/${slug}/amendments/new?clause=b`,
      { ...fields, reason: "" },
      { token },
    );
    expect(refused.status).toBe(400);
    expect(refused.body).toContain("Devices and circuits.");
    const done = await door.post(`/candidates/${slug}/amendments/new?clause=b`, fields, { token });
    expect(done.status).toBe(303);
    expect(done.headers.location).toBe(`/candidates/${slug}/amendments/1`);
    const page = await door.ask(`/candidates/${slug}/amendments/1`, { token });
    expect(page.body).toContain("<ins> and circuits</ins>");
    expect(page.body).toContain("Circuits are sold apart.");
    const chair = await door.tokenFor(regime.chair);
    regime.pass({ hours: 72 });
    const amendment = (await oneOf(regime.chair, slug, 1)).amendment.id;
    const accepted = await door.post(
      `/candidates/${slug}/amendments/1`,
      { intent: "accept-amendment", amendment },
      { token: chair },
    );
    expect(accepted.status).toBe(303);
    const after = await door.ask(`/candidates/${slug}/amendments/1`, { token: chair });
    expect(after.body).toContain("taken into the text");
  });

  it("[A1] an offer of clauses of which none is chosen is a slip, and takes nothing", async () => {
    const { id: candidate, slug } = await givenText();
    const { id: amendment } = await propose(regime.holders.JP, candidate, ["a", "Machines;"], ["b", "Parts."]);
    regime.pass({ hours: 72 });
    const token = await door.tokenFor(regime.chair);
    const path = `/candidates/${slug}/amendments/1`;
    const none = await door.post(path, { intent: "accept-amendment", amendment, choosing: "yes" }, { token });
    expect(none.status).toBe(409);
    expect(none.body).toContain("No clause is chosen");
  });
});

describe("versions in time", () => {
  it("[D9] say who wrote what between two of them, and name the amendments that each carries", async () => {
    const { id: candidate, slug } = await givenText();
    await regime.done(regime.chair, "freeze-version", { candidate, reason: "First" });
    await typeInto(regime, candidate, "Parts and devices", { nid: "b", instead: "Devices" });
    const { id: amendment } = await propose(regime.holders.JP, candidate, [
      "a",
      "Machines of 34 or more qubits, sold;",
    ]);
    await regime.done(regime.holders.NL, "support-amendment", { amendment });
    regime.pass({ hours: 72 });
    await regime.done(regime.chair, "accept-amendment", { amendment });
    await regime.done(regime.chair, "freeze-version", { candidate, reason: "Second" });
    await typeInto(regime, candidate, " More.");
    const page = await shown(versionsPage(regime.context, regime.holders.JP, { candidate }));
    expect(page.versions.map(({ number }) => number)).toEqual([2, 1]);
    const [second, first] = page.versions;
    expect(first!.authors).toMatchObject([{ person: null, amendment: null, clauses: [{ nid: "a" }, { nid: "b" }] }]);
    expect(second!.authors).toMatchObject([
      { person: { name: "Holder NO" }, characters: "Parts and devices".length, taken: "Devices".length },
      { person: null, amendment: 1, characters: ", sold".length, clauses: [{ nid: "a" }] },
    ]);
    expect(second!.amendments).toEqual([{ number: 1, by: "Holder JP", state: "accepted", supporters: ["Holder NL"] }]);
    expect(page.draft!.authors).toMatchObject([{ person: { name: "Holder NO" }, characters: " More.".length }]);
    const version = await shown(versionPage(regime.context, regime.chair, { candidate, version: "2" }));
    expect(version.amendments).toMatchObject([{ number: 1, by: "Holder JP" }]);
    expect((await oneOf(regime.chair, candidate, 1)).carriedBy).toBe(2);
    const token = await door.tokenFor(regime.holders.JP);
    const form = { intent: "restore-version", part: "1", version: "1", reason: "As it was." };
    const restored = await door.post(`/candidates/${slug}/definition/versions`, form, { token });
    expect(restored.headers.location).toBe(`/candidates/${slug}/amendments/2`);
    const told = await door.ask(`/candidates/${slug}/definition/versions`, { token });
    expect(told.body).toContain("Amendments that it carries");
  });
});
