/** The term list: defined once, defined anew with a reason, carried by the versions that name it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadTerms } from "../../../db/store/term.ts";
import type { ControlText, Inline } from "../../../domain/definition/control-text.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { definitionPage } from "../../../server/queries/definition/definition-page.ts";
import { versionPage } from "../../../server/queries/definition/version-page.ts";
import { givenDrafting, givenRegime, type Regime } from "../../given/regime.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime();
});
afterAll(() => regime?.close());

const naming = (term: string): ControlText => {
  const content: Inline[] = [{ text: "Machines of high " }, { termRef: term }, { text: ";" }];
  return {
    format: "plenary-control-text/1",
    reference: "",
    title: "",
    terms: [],
    clauses: [{ nid: "a", level: 1, kind: "item", marking: "AMBER", caveat: [], content }],
  };
};

async function given(term: string) {
  const { id } = await givenDrafting(regime);
  await regime.done(regime.chair, "start-definition", { candidate: id, text: { ...naming(term) } });
  return id;
}

async function page(candidate: string) {
  const shown = await definitionPage(regime.context, regime.chair, { candidate });
  if (isRefusal(shown)) throw new Error(shown.reason);
  return shown;
}

async function frozenTerms(candidate: string, version: string) {
  const shown = await versionPage(regime.context, regime.chair, { candidate, version });
  if (isRefusal(shown)) throw new Error(shown.reason);
  return shown.terms;
}

describe("a term of the committee's list", () => {
  it("[D4] ends the fault of a reference to nothing; its definition at freezing stays in the version", async () => {
    const candidate = await given("cooling power");
    expect((await page(candidate)).faults).toMatchObject([{ code: "undefined-term", nid: "a" }]);
    const term = { committee: regime.committee.id, candidate: "", term: "Cooling power" };
    await regime.done(regime.holders.NO, "define-term", { ...term, definition: "Heat taken away at 20 mK." });
    const defined = await page(candidate);
    expect(defined.faults).toEqual([]);
    expect(defined.terms).toContainEqual({
      term: "Cooling power",
      definition: "Heat taken away at 20 mK.",
      scope: "committee",
    });
    await regime.done(regime.chair, "freeze-version", { candidate, reason: "First." });
    const anew = { ...term, term: "cooling power", definition: "Heat taken away at 100 mK." };
    await regime.done(regime.holders.NO, "redefine-term", { ...anew, reason: "As the makers state it." });
    // The text has moved on with the definition, and the version has not.
    expect((await page(candidate)).equalTo).toBeNull();
    await regime.done(regime.chair, "freeze-version", { candidate, reason: "Second." });
    expect(await frozenTerms(candidate, "1")).toEqual([
      { term: "Cooling power", definition: "Heat taken away at 20 mK." },
    ]);
    expect(await frozenTerms(candidate, "2")).toEqual([
      { term: "Cooling power", definition: "Heat taken away at 100 mK." },
    ]);
    const listed = await regime.context.db.read((tx) => loadTerms(tx, regime.committee.id));
    expect(listed[0]).toMatchObject({ number: 2, reason: "As the makers state it.", before: [{ number: 1 }] });
  });

  it("[D4] has one definition: a second one is refused without a reason, and so is one for what nobody defined", async () => {
    const term = { committee: regime.committee.id, candidate: "", term: "pulse tube" };
    await regime.done(regime.holders.NO, "define-term", { ...term, definition: "A cooler without cold moving parts." });
    const again = { ...term, term: "'Pulse  tube'", definition: "Something else." };
    expect(await regime.refused(regime.holders.NO, "define-term", again)).toMatchObject({ code: "state", rule: "D4" });
    expect(
      await regime.refused(regime.holders.NO, "define-term", { ...again, term: "Specially designed" }),
    ).toMatchObject({
      code: "state",
    });
    const nothing = { ...term, term: "no such term", definition: "Words.", reason: "Because." };
    expect(await regime.refused(regime.holders.NO, "redefine-term", nothing)).toMatchObject({
      code: "state",
      rule: "D4",
    });
  });

  it("[D4] goes before the common one, and one for a single text goes before both", async () => {
    const candidate = await given("use");
    const common = (await page(candidate)).terms.find(({ term }) => term === "use");
    expect(common).toMatchObject({ scope: "common" });
    const committee = { committee: regime.committee.id, term: "use" };
    await regime.done(regime.chair, "redefine-term", {
      ...committee,
      candidate: "",
      definition: "Operation and calibration.",
      reason: "Calibration is most of it.",
    });
    await regime.done(regime.chair, "define-term", { ...committee, candidate, definition: "Operation alone." });
    expect((await page(candidate)).terms.find(({ term }) => term === "use")).toEqual({
      term: "use",
      definition: "Operation alone.",
      scope: "candidate",
    });
    const other = await given("use");
    expect((await page(other)).terms.find(({ term }) => term === "use")).toMatchObject({
      definition: "Operation and calibration.",
      scope: "committee",
    });
  });

  it("[W8] is worded by seats and chairs, not by the secretariat or from outside", async () => {
    const fields = { committee: regime.committee.id, candidate: "", term: "cold plate", definition: "A plate." };
    expect(await regime.refused(regime.secretariat, "define-term", fields)).toMatchObject({ code: "role", rule: "W8" });
    expect(await regime.refused(regime.stranger, "define-term", fields)).toMatchObject({ code: "not-found" });
  });
});
