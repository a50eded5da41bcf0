/** The console and the calendar through the front door of the built product: pages, refusals in words, files, and the reminder's form. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { slugOf } from "../../domain/record/reference.ts";
import { givenDrafted } from "../given/ballot.ts";
import { givenRegime, type Regime } from "../given/regime.ts";
import { type FrontDoor, openFrontDoor } from "./front-door.ts";

const title = "Cryogenic amplifiers, kept AMBER";

let regime: Regime;
let door: FrontDoor;
let address = "";
beforeAll(async () => {
  regime = await givenRegime();
  const { reference } = await givenDrafted(regime, { title });
  address = `/ballots/${slugOf(reference)}/console`;
  door = await openFrontDoor(regime);
});
afterAll(async () => {
  await door?.close();
  await regime?.close();
});

const as = async (who: { personId: string }, path: string) => door.ask(path, { token: await door.tokenFor(who) });

it("[B46 W2] the console of a draft: the chair's page, a refusal in words, nothing for strangers, sign-in for the public", async () => {
  const page = await as(regime.chair, address);
  expect(page.status).toBe(200);
  for (const said of ["Next legal step", "Before the opening", "Who has not answered the interest question", "Notices"])
    expect(page.body).toContain(said);
  const refused = await as(regime.holders.JP, address);
  expect(refused.status).toBe(403);
  expect(refused.body).toContain("The console is kept by the chairs and the secretariat");
  expect(refused.body).not.toContain("Who has not answered");
  expect((await as(regime.stranger, address)).status).toBe(404);
  expect((await door.ask(address)).headers.location).toMatch(/^\/sign-in\?back=/);
});

it("[B46] a reminder is a plain form, and the mail that it offers has a neutral subject and no title", async () => {
  const token = await door.tokenFor(regime.secretariat);
  const before = (await door.ask(address, { token })).body;
  const mails = [...before.matchAll(/href="(mailto:[^"]+)"/g)].map(([, mail]) => decodeURIComponent(mail!));
  expect(mails.length).toBeGreaterThan(0);
  for (const mail of mails) {
    expect(mail).toContain("subject=Ballot QTAC/B/1: the interest question");
    expect(mail).not.toContain(title);
  }
  const form = { intent: "remind-seat", part: regime.seats.JP.id, seat: regime.seats.JP.id };
  expect(await door.post(address, form, { token })).toMatchObject({ status: 303, headers: { location: address } });
  const again = await door.post(address, form, { token });
  expect(again.status).toBe(409);
  expect(again.body).toContain("a seat is reminded once in 24 hours");
  const desk = await as(regime.holders.JP, "/");
  expect(desk.body).toContain("You were reminded");
});

it("[Z7] the calendar as page and files; the calendar file names no title above CLEAR", async () => {
  await regime.done(regime.holders.NO, "propose-candidate", {
    ...{ committee: regime.committee.id, title, class: "emerging", rationale: "r", producers: "p" },
    ...{ foreignAvailability: "f", evidence: "e", harms: ["wmd"], harmsOfControl: "h", touches: [] },
  });
  const page = await as(regime.chair, "/calendar?committee=QTAC&kind=candidate-answer&mine=yes");
  expect(page.status).toBe(200);
  expect(page.body).toContain(title);
  const file = async (kind: string) => as(regime.chair, `/calendar.${kind}`);
  const [ics, csv, json] = [await file("ics"), await file("csv"), await file("json")];
  expect(ics.headers["content-type"]).toMatch(/^text\/calendar/);
  expect(ics.body).toContain("SUMMARY:QTAC/2026/");
  expect(ics.body).not.toContain("Cryogenic");
  expect(csv.body).toContain(title);
  expect(JSON.parse(json.body)).toMatchObject({ format: "plenary-clocks/1", clocks: [{ rule: "C3" }] });
  for (const kind of ["ics", "csv", "json"]) expect((await door.ask(`/calendar.${kind}`)).status).toBe(302);
});
