/** The page of a candidate's interests over the built product: the list, what the graph proposes to whom, files, and who sees nothing. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isRefusal } from "../../domain/refusal.ts";
import { interestsFile, interestsPage, publicInterestsPage } from "../../server/queries/membership/interests-page.ts";
import { givenReady } from "../given/ballot.ts";
import { givenRegime, type Regime } from "../given/regime.ts";
import { type FrontDoor, openFrontDoor } from "./front-door.ts";

let regime: Regime;
let door: FrontDoor;
let candidate: Awaited<ReturnType<typeof givenReady>>;
const here = "/candidates/qtac-2026-001/interests";

const pageFor = async (who: Parameters<typeof interestsPage>[1], filter = {}) => {
  const page = await interestsPage(regime.context, who, { candidate: candidate.id, ...filter });
  if (isRefusal(page)) throw new Error(page.reason);
  return page;
};

beforeAll(async () => {
  regime = await givenRegime();
  candidate = await givenReady(regime);
  await regime.done(regime.secretariat, "record-patent", {
    ...{ candidate: candidate.id, number: "1234567", office: "European Patent Office", title: "Readout of qubits" },
    ...{ holder: regime.organisation.id, inventors: "", keywords: "Physical Qubit, maser" },
  });
  await regime.done(regime.holders.JP, "declare-interest", {
    ...{ candidate: candidate.id, kind: "ownership", class: "direct", share: "4,5", amount: "120000" },
    ...{ statement: "=Shares of a maker.", since: "2021-01-01", organisation: regime.organisation.id },
    more: [
      { kind: "grant", class: "sectoral", reference: "RCN 314159", issuer: "Research Council", statement: "A grant." },
      { kind: "", class: "sectoral" } as never,
    ],
  });
  await regime.done(regime.holders.NL, "declare-interest", {
    ...{ candidate: candidate.id, kind: "none", class: "none", statement: "" },
  });
  door = await openFrontDoor(regime);
});
afterAll(async () => {
  await door?.close();
  await regime?.close();
});

describe("the list", () => {
  test("[X1 X10] shows each interest of a declaration with its facts, and who declared none or nothing", async () => {
    const page = await pageFor(regime.holders.NO);
    expect(page.rows).toMatchObject([
      { person: "Holder JP", number: 1, kind: "ownership", class: "direct", share: 4.5, amount_eur: 120_000 },
      { person: "Holder JP", number: 2, kind: "grant", class: "sectoral", reference: "RCN 314159" },
    ]);
    expect(page.none).toMatchObject([{ person: "Holder NL" }]);
    expect(page.silent).toContain("Holder NO");
    expect((await pageFor(regime.chair, { class: "sectoral" })).rows).toHaveLength(1);
    expect((await pageFor(regime.chair, { organisation: regime.organisation.id })).rows).toHaveLength(1);
  });

  test("[X2] proposes to the person with its path, and to the offices for all; it recuses nobody", async () => {
    const own = await pageFor(regime.industryHolder);
    expect(own.ownProposals).toMatchObject([
      {
        ...{ kind: "patent", reference: "European Patent Office 1234567", answered: "silent" },
        path: [
          { relation: "nominated-by" },
          { relation: "holds" },
          { relation: "shares-words", words: ["Physical Qubit"] },
        ],
      },
    ]);
    expect(own.proposals).toBeNull();
    expect((await pageFor(regime.holders.NO)).ownProposals).toEqual([]);
    expect((await pageFor(regime.secretariat)).proposals).toMatchObject([{ person: "Industry Holder" }]);
    expect((await pageFor(regime.secretariat)).rows.map((row) => row.person)).not.toContain("Industry Holder");
  });

  test("[X10 W2] is not there for those outside, and for the public only where the candidate is CLEAR", async () => {
    const params = { candidate: candidate.id };
    expect(await interestsPage(regime.context, regime.stranger, params)).toMatchObject({ code: "not-found" });
    expect(await publicInterestsPage(regime.context, { kind: "public" }, params)).toMatchObject({ code: "not-found" });
    expect(await interestsFile(regime.context, { kind: "public" }, { ...params, as: "json" })).toMatchObject({
      code: "not-found",
    });
    expect((await door.ask(here)).status).toBe(302);
    const { candidates } = regime.db.t;
    await regime.db.write(async (tx) => tx.update(candidates).set({ marking: "CLEAR" }));
    const seen = await door.ask(here);
    expect(seen.status).toBe(200);
    expect(seen.body).toContain("Fjord Quantum AS");
    expect(seen.body).not.toContain("Holder JP");
    expect(seen.body).not.toContain("Shares of a maker");
    await regime.db.write(async (tx) => tx.update(candidates).set({ marking: "AMBER" }));
  });
});

describe("the page", () => {
  test("[X2 X10] draws the graph on the server, and says each line in words beside it", async () => {
    const token = await door.tokenFor(regime.industryHolder);
    const { status, body } = await door.ask(here, { token });
    expect(status).toBe(200);
    expect(body).toContain("<svg");
    expect(body).toContain("You hold a seat nominated by Fjord Quantum AS, which holds the patent");
    expect(body).toContain("which names Physical Qubit, words of this candidate.");
    expect(body).toContain("declares: Ownership, direct");
    expect(body).toMatch(/All \d lines in words/);
  });

  test("[X10 T5] gives the list as separated values and as data", async () => {
    const token = await door.tokenFor(regime.holders.NO);
    const csv = await door.ask(`${here}.csv?kind=ownership`, { token });
    expect(csv.headers["content-type"]).toContain("text/csv");
    expect(csv.body).toContain('"Holder JP","ownership","direct","Fjord Quantum AS","4.5","120000"');
    expect(csv.body).toContain("'=Shares of a maker.");
    expect(csv.body).not.toContain("RCN 314159");
    const json = JSON.parse((await door.ask(`${here}.json`, { token })).body) as {
      interests: object[];
      none: object[];
    };
    expect(json).toMatchObject({ format: "plenary-interests/1", none: [{ person: "Holder NL" }] });
    expect(json.interests).toHaveLength(2);
  });

  test("[X1] takes a declaration of several interests from the form, as a browser without script sends it", async () => {
    const token = await door.tokenFor(regime.holders.NO);
    const answer = await door.post(
      here,
      {
        ...{
          intent: "declare-interest",
          kind: "employment",
          class: "sectoral",
          organisation: "",
          statement: "A firm.",
        },
        ...{ "more.0.kind": "family", "more.0.class": "sectoral", "more.0.statement": "My sister works there." },
        ...{ "more.1.kind": "", "more.1.class": "sectoral", "more.1.statement": "" },
      },
      { token },
    );
    expect(answer.status).toBe(303);
    const rows = (await pageFor(regime.holders.NO)).rows.filter((row) => row.person === "Holder NO");
    expect(rows.map((row) => row.kind)).toEqual(["employment", "family"]);
  });
});
