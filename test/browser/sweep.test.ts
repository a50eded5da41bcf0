/** Every page of the demo under the eyes of five readers; and the main acts without script. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoPassword, demoSignIns, seedDemo } from "../../server/seed/seed-demo.ts";
import { fill, press, signIn } from "./acting.ts";
import { type House, openHouse, openPage } from "./house.ts";
import { patternsOf } from "./sweep/site.ts";
import { walk } from "./sweep/walk.ts";

let house: House;

beforeAll(async () => {
  house = await openHouse(async (context, clock) => {
    await seedDemo(context, clock);
    return { people: demoSignIns, password: demoPassword };
  });
}, 300_000);

afterAll(async () => {
  await house?.close();
});

const emailOf = (name: string) => demoSignIns.find((one) => one.name === name)!.email;

describe("every page", () => {
  it("has a title, one head, nothing that axe finds in light or dark, no complaint of the browser, and fits a narrow screen", async () => {
    const build = (await import(
      /* @vite-ignore */ pathToFileURL(resolve("build/server/index.js")).href
    )) as ServerBuild;
    const patterns = patternsOf(build);
    const seen = { kinds: new Set<string>(), patterns: new Set<string>() };
    const readers = [
      { person: "the chair", name: "Claire Bouchard", most: 3 },
      { person: "an expert", name: "Aino Laine", most: 1 },
      { person: "a government official", name: "Inés Rubio", most: 1 },
      { person: "the secretariat", name: "Anton Gruber", most: 1 },
      { person: "a reader without sign-in", name: null, most: 2 },
    ];
    const visited = new Set<string>();
    const wrong: string[] = [];
    const go = async ({ person, name, most }: (typeof readers)[number]) => {
      const page = await openPage(house);
      if (name !== null) await signIn(page, emailOf(name), demoPassword);
      const found = await walk({ page, person, patterns, most, seen });
      for (const path of found.visited) visited.add(path);
      wrong.push(...found.wrong);
      await page.context().close();
    };
    await Promise.all(readers.map(go));
    expect(wrong).toEqual([]);
    expect(house.complaints).toEqual([]);
    const pages = patterns.filter(({ isPage, path }) => isPage && path !== "/links/:link").map(({ path }) => path);
    expect(pages.filter((path) => !visited.has(path))).toEqual([]);
  }, 300_000);
});

describe("without script", () => {
  it("lets an expert sign in, propose a candidate and take a position by plain forms", async () => {
    const page = await openPage(house, { javaScriptEnabled: false });
    await page.goto("/sign-in");
    await page.getByRole("button", { name: /^Sign in.*Aino Laine/ }).click();
    await page.getByRole("heading", { level: 1, name: "What awaits you" }).waitFor();

    await page.goto("/candidates/new");
    const title = "Cryogenic wafer probing equipment for qubit devices";
    await fill(page, {
      Technology: title,
      Rationale: "It finds the few good qubit devices of a wafer within hours instead of months.",
      "Who produces it": "Two firms in members.",
      "Foreign availability": "None outside the membership as of this year.",
      Evidence: "Catalogues of both makers.",
      "Existing entries it touches": "3B001",
    });
    await page.getByRole("radio", { name: /^Emerging/ }).check();
    await page.getByRole("checkbox", { name: "Military end use" }).check();
    await press(page, "Propose the candidate");
    await page.getByRole("heading", { level: 1, name: title }).waitFor();

    await page.goto("/ballots?state=open");
    await page.getByRole("row").filter({ hasText: "No position yet" }).getByRole("link").first().click();
    await page.getByRole("radio", { name: /^No objection/ }).check();
    await fill(page, { Reason: "We can live with this text." });
    await press(page, /^Take position/);
    await page.getByText("We can live with this text.").first().waitFor({ state: "attached" });
  });
});
