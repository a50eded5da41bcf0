/** The page of what is still bracketed, the search for references, and who may ask (rules D5, D6). */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ControlText } from "../../domain/definition/control-text.ts";
import { type Actor, thePublic } from "../../domain/membership/role.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { candidatePage } from "../../server/queries/candidate/candidate-page.ts";
import { bracketsPage } from "../../server/queries/definition/brackets-page.ts";
import { definitionPage } from "../../server/queries/definition/definition-page.ts";
import { referencesFile } from "../../server/queries/definition/references-file.ts";
import { typeInto } from "../given/definition.ts";
import { givenDrafting, givenRegime, type Regime } from "../given/regime.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime();
});
afterAll(() => regime?.close());

async function shown<T>(page: Promise<T | Refusal>): Promise<T> {
  const answer = await page;
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}

const item = { level: 1, kind: "item" as const, marking: "AMBER" as const, caveat: [] };
const text: ControlText = {
  format: "plenary-control-text/1",
  reference: "",
  title: "",
  terms: [],
  clauses: [
    { ...item, nid: "a", content: [{ text: "Computers, other than " }, { xref: "b" }] },
    {
      ...item,
      nid: "b",
      content: [
        { text: "having " },
        { bracket: { id: "k", delegations: ["JP", "NO"], content: [{ text: "34" }] } },
        { bracket: { id: "l", delegations: ["CA"], alternativeOf: "k", content: [{ text: "50" }] } },
        { text: " qubits" },
        { bracket: { delegations: [], content: [{ text: " or more" }] } },
      ],
    },
  ],
};

async function givenText(): Promise<string> {
  const { id } = await givenDrafting(regime);
  await regime.done(regime.chair, "start-definition", { candidate: id, text: structuredClone(text) });
  return id;
}

const ask = (actor: Actor, candidate: string) => bracketsPage(regime.context, actor, { candidate });

describe("the page of brackets", () => {
  it("[D6] lists each open question with its clause, its wordings and their delegations", async () => {
    const candidate = await givenText();
    const page = await shown(ask(regime.observer, candidate));
    expect(page.questions).toMatchObject([
      {
        clauses: [{ nid: "b", label: "b" }],
        wordings: [
          { words: "34", delegations: ["JP", "NO"], since: null },
          { words: "50", delegations: ["CA"], since: null },
        ],
      },
      { wordings: [{ words: " or more", delegations: [], since: null }] },
    ]);
    expect(page.delegations.map(({ code }) => code)).toContain("JP");
  });

  it("[D6] says since which version each has stood without a gap", async () => {
    const candidate = await givenText();
    await regime.done(regime.chair, "freeze-version", { candidate });
    await typeInto(regime, candidate, " And more.");
    await regime.done(regime.chair, "freeze-version", { candidate });
    await typeInto(regime, candidate, "with", { nid: "b", instead: "having" });
    const [first, second] = (await shown(ask(regime.chair, candidate))).questions;
    expect(first!.wordings.map(({ since }) => since?.number)).toEqual([1, 1]);
    expect(second!.wordings[0]!.since?.number).toBe(1);
  });

  it("[D6] is linked with its count from the candidate and the text", async () => {
    const candidate = await givenText();
    const params = { candidate };
    expect((await shown(candidatePage(regime.context, regime.chair, params))).openQuestions).toBe(2);
    const definition = await shown(definitionPage(regime.context, regime.holders.JP, params));
    expect(definition.waiting.brackets).toBe(3);
    expect(definition.ownDelegation).toBe("JP");
    expect(definition.delegations).toContainEqual({ code: "NO", name: "Norway" });
  });

  it("[W2] answers not found to whoever is outside the committee", async () => {
    const candidate = await givenText();
    for (const actor of [regime.stranger, thePublic]) {
      expect(await ask(actor, candidate)).toMatchObject({ code: "not-found" });
      const search = referencesFile(regime.context, actor, { candidate, words: "4A906" });
      expect(await search).toMatchObject({ code: "not-found" });
    }
    expect(await ask(regime.chair, "qtac-2000-999")).toMatchObject({ code: "not-found" });
  });
});

describe("the search for references", () => {
  it("[D5] finds entries by code and words, an item by its path, and nothing for what no list has", async () => {
    const candidate = await givenText();
    const search = async (words: string) =>
      shown(referencesFile(regime.context, regime.holders.NO, { candidate, words }));
    expect((await search("4a906")).exact).toMatchObject({ target: "4A906", to: "/library/4A906" });
    const item = (await search("4A906.a.1")).exact;
    expect(item?.target).toBe("4A906.a.1");
    expect(item?.words).not.toBe("");
    expect((await search("4A906.z.99")).exact).toBeNull();
    expect((await search("9Z999")).exact).toBeNull();
    const quantum = await search("quantum computers");
    expect(quantum.hits.map(({ target }) => target)).toContain("4A906");
    expect(await search("  ")).toEqual({ exact: null, hits: [] });
  });
});
