/**
 * A sealed ballot in real browsers, each person in one of their own: three holders make their keys, the chair gives out the
 * ballot's key, seats seal their positions, and two of the three holders open it.
 */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findBallot, loadPositions } from "../../db/store/ballot.ts";
import { loadSealedPositions } from "../../db/store/sealing.ts";
import type { Person } from "../../domain/membership/role.ts";
import { runDueActs } from "../../server/clock.ts";
import { givenAnswers, givenDrafted, openBallot } from "../given/ballot.ts";
import { givenRegime } from "../given/regime.ts";
import { enterByLink, press, section } from "./acting.ts";
import { type House, openHouse, openPage } from "./house.ts";
import { look } from "./sweep/look.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const path = "/ballots/qtac-b-1";
const passphrase = "a long passphrase of mine";

it("[B39 B40 P20] sealed with 2 of 3 holders", { timeout: 300_000 }, async () => {
  const { context } = house.product;
  const stage = { db: context.db, context, clock: house.clock, url: house.databaseUrl, close: async () => undefined };
  const regime = await givenRegime({ stage });
  const { ballot, candidate } = await givenDrafted(regime);
  await givenAnswers(regime, candidate.id);
  const seen = { kinds: new Set<string>(), patterns: new Set<string>() };
  const faults: string[] = [];
  const see = async (page: Page) => void faults.push(...(await look(page, path, seen)));
  const enter = (who: Person) => enterByLink(house, who.personId, "four words of my own");
  const { JP, NL, NO } = regime.holders;
  const pages = new Map<Person, Page>();
  for (const who of [JP, NL, NO]) pages.set(who, await enter(who));

  // Each holder makes a key; the file of it is kept.
  const files = new Map<Person, string>();
  for (const [who, page] of pages) {
    await page.goto(path);
    const place = page.locator("#holder-key");
    await place.getByLabel("Passphrase for the key file").fill("short");
    await place.getByRole("button", { name: "Make my key and keep its file" }).click();
    await place.getByText("The passphrase has 5 characters; it needs 12.").waitFor();
    await place.getByLabel("Passphrase for the key file").fill(passphrase);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      place.getByRole("button", { name: "Make my key and keep its file" }).click(),
    ]);
    files.set(who, await download.path());
    expect(await readFile(files.get(who)!, "utf8")).toContain("plenary-holder-key/1");
    await place.getByText("Make another key").waitFor();
  }

  // The chair names them, and gives out the key.
  const chair = await enter(regime.chair);
  await chair.goto(path);
  const seal = section(chair, "Seal this ballot");
  await seal.locator("summary").click();
  for (const who of [JP, NL, NO]) await seal.getByRole("checkbox", { name: new RegExp(`^${who.name}`) }).check();
  await press(seal, "Seal to these holders");
  await press(section(chair, "Give out the key"), "Make the key and give its shares");
  await section(chair, "Holders of the key").getByText("has not confirmed").first().waitFor();

  await see(chair);

  // Each opens the own share; one of them on another device, from the file.
  for (const who of [JP, NO]) {
    const page = pages.get(who)!;
    await page.goto(path);
    await press(section(page, "Your share of the key"), "Open and confirm my share");
    await page.getByText(/You have confirmed your share/).waitFor();
  }
  // Coming in anew by a link ends the session of the first device.
  const otherDevice = await enter(NL);
  pages.set(NL, otherDevice);
  await otherDevice.goto(path);
  const share = section(otherDevice, "Your share of the key");
  await share.getByRole("button", { name: "Open and confirm my share" }).click();
  await share.getByText(/This browser does not hold the key/).waitFor();
  await share.getByText("Load my key file").click();
  await share.getByLabel("Key file", { exact: true }).setInputFiles(files.get(NL)!);
  await share.getByLabel("Passphrase for the key file").fill("not the passphrase");
  await share.getByRole("button", { name: "Load into this browser" }).click();
  await share.getByText(/the passphrase is another/).waitFor();
  await share.getByLabel("Passphrase for the key file").fill(passphrase);
  await share.getByRole("button", { name: "Load into this browser" }).click();
  await share.getByText("This browser holds the key now.").waitFor();
  await press(share, "Open and confirm my share");
  await otherDevice.getByText(/You have confirmed your share/).waitFor();
  await openBallot(regime, ballot);

  // Seats seal their positions; what was typed is never sent.
  const canary = "The threshold of forty-one is set too low.";
  const take = async (who: Person, word: RegExp, reason = "") => {
    const page = pages.get(who) ?? (await enter(who));
    pages.set(who, page);
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.postData() ?? ""));
    await page.goto(path);
    const form = section(page, "Your sealed position");
    await form.getByRole("radio", { name: word }).check();
    if (reason !== "") await form.getByLabel("Reason", { exact: true }).first().fill(reason);
    await press(form, "Seal and take position");
    await form.getByText(/You have a sealed position, number/).waitFor();
    expect(sent.join(" ")).not.toMatch(/forty-one|sealed-word|objection/);
    return page;
  };
  await take(JP, /^Yes/);
  await take(NL, /^No objection/);
  await take(NO, /^Yes/);
  await take(regime.holders.TW, /^Yes/);
  await take(regime.holders.US, /^Abstain/);
  const france = await take(regime.holders.FR, /^No\b(?! objection)/, canary);
  await section(france, "Your receipt").locator(".receipt-words").waitFor();
  await france.getByText("6 of 8 seats have a position. Nobody can say how it stands.").waitFor();
  await see(france);
  await chair.goto(path);
  const words = await chair.locator("main").innerText();
  expect(words).toContain("6 of 8 seats have a position");
  expect(words).not.toMatch(/forty-one|United States|Taiwan/);

  // Without script the page says what an envelope needs, and a recusal goes through, openly.
  const { industryHolder, industrySeat, organisation } = regime;
  await regime.done(industryHolder, "declare-interest", {
    ...{ candidate: candidate.id, kind: "employment", class: "sectoral", statement: "I teach there." },
    organisation: organisation.id,
  });
  const plain = await openPage(house, { javaScriptEnabled: false });
  await enterByLink(house, industryHolder.personId, "four words of my own", plain);
  await plain.goto(path);
  const plainForm = section(plain, "Your sealed position");
  await plainForm.getByText(/that needs script/).waitFor();
  await plainForm.locator("details summary").click();
  await plainForm.locator("details").getByLabel("Reason", { exact: true }).fill("A grant of the sector.");
  await press(plainForm, "Recuse openly");
  await plain.getByText("7 of 8 seats have a position. Nobody can say how it stands.").waitFor();
  await chair.reload();
  await chair.getByText(`Recused openly: ${industrySeat.name}.`).waitFor();

  // After the close two of three holders hand in their shares, and one of them opens.
  house.pass({ days: 15 });
  await runDueActs(context);
  const [first, second] = [pages.get(JP)!, pages.get(NO)!];
  await first.goto(path);
  await press(section(first, "Your share of the key"), "Hand in my share");
  await first.getByText(/1 more share opens it/).waitFor();
  expect(await section(first, "Open the ballot").count()).toBe(0);
  await second.goto(path);
  await press(section(second, "Your share of the key"), "Hand in my share");
  await section(second, "Open the ballot").waitFor();
  await see(second);
  await press(section(second, "Open the ballot"), "Open all positions");
  await section(second, "How it was opened").waitFor();
  await second.getByText(canary).waitFor({ state: "attached" });

  const { outcome, state, positions, sizes } = await context.db.read(async (tx) => {
    const row = (await findBallot(tx, ballot))!;
    const sealed = await loadSealedPositions(tx, row.id);
    return {
      ...{ outcome: row.outcome, state: row.state, positions: await loadPositions(tx, row.id) },
      sizes: new Set(sealed.map((one) => one.sealed.length)),
    };
  });
  expect(positions.map((one) => one.word)).toEqual(["yes", "no-objection", "yes", "yes", "abstain", "no", "recuse"]);
  expect(sizes.size).toBe(1);
  expect({ outcome, state }).toEqual({ outcome: "not-adopted", state: "closed" });
  await see(second);
  expect(faults).toEqual([]);
  expect(house.complaints).toEqual([]);
});
