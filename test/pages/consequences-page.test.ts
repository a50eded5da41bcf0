/** What the page of consequences is given, of which text, and by whom it may be read. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verdictOn } from "../../domain/definition/consequences/verdict.ts";
import type { Actor } from "../../domain/membership/role.ts";
import { thePublic } from "../../domain/membership/role.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { type ConsequencesParams, consequencesPage } from "../../server/queries/definition/consequences-page.ts";
import { givenDrafting, givenRegime, type Regime } from "../given/regime.ts";

let regime: Regime;
let candidate: string;
beforeAll(async () => {
  regime = await givenRegime();
  candidate = (await givenDrafting(regime)).id;
  await regime.done(regime.chair, "start-definition", { candidate, list: "us", entry: "4A906" });
  await regime.done(regime.chair, "import-systems", {
    committee: regime.committee.id,
    table: "",
    area: "quantum computers",
  });
});
afterAll(() => regime?.close());

async function shown(params: Partial<ConsequencesParams> = {}, actor: Actor = regime.chair) {
  const page = await consequencesPage(regime.context, actor, { candidate, ...params });
  if (isRefusal(page)) throw new Error(page.reason);
  return page;
}

describe("the page of consequences", () => {
  it("[W2] answers not found outside the committee, and for a version that is not there", async () => {
    for (const actor of [regime.stranger, thePublic])
      expect(await consequencesPage(regime.context, actor, { candidate })).toMatchObject({ code: "not-found" });
    const params = { candidate, version: "7" };
    expect(await consequencesPage(regime.context, regime.chair, params)).toMatchObject({ code: "not-found" });
  });

  it("[D3] brings each system with the figures that the text asks for, and whose it is", async () => {
    const page = await shown();
    expect(page.systems.length).toBeGreaterThanOrEqual(25);
    const willow = page.systems.find(({ name }) => name === "Willow")!;
    expect(willow.figures.map(({ key, value }) => [key, value]).sort()).toEqual([
      ["cnoterror", "0.0033"],
      ["physicalqubits", "105"],
    ]);
    const garnet = page.systems.find(({ name }) => name === "Garnet")!;
    expect([garnet.country, garnet.member]).toEqual(["FI", null]);
    expect(verdictOn(willow, page.conditions)).toMatchObject({ word: "out" });
    expect(page.notInNumbers.map(({ label }) => label)).toEqual(["b.", "c."]);
    expect(page.may["record-system"]).toBeNull();
    expect((await shown({}, regime.observer)).may["record-system"]).toMatchObject({ code: "role", rule: "W8" });
  });

  it("[D3] reads the threshold and the number from the address, and says what is no number", async () => {
    const [first] = (await shown()).thresholds;
    const asked = await shown({ threshold: first!.id, value: "1,000" });
    expect(asked.chosen).toEqual({ threshold: first!.id, value: "1000", unread: null });
    expect((await shown({ threshold: "nothing", value: "many" })).chosen).toEqual({
      threshold: null,
      value: null,
      unread: "many",
    });
  });

  it("[D10] shows a version as it was frozen, whatever became of the text", async () => {
    await regime.done(regime.chair, "freeze-version", { candidate, reason: "As the entry has it." });
    const version = await shown({ version: "1" });
    expect(version.version).toBe(1);
    expect(version.thresholds).toEqual((await shown()).thresholds);
  });
});
