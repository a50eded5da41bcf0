/**
 * A person of another committee asks for every object page, and gets what anybody gets who asks for what does not exist: the
 * same status and the same body (rule W2, security §4.5).
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "../../../domain/membership/role.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { givenOpen } from "../../given/ballot.ts";
import { givenRegime, type Regime, rowCounts } from "../../given/regime.ts";
import { givenDispatched } from "../../given/round.ts";
import { bodyWithout, type FrontDoor, openFrontDoor } from "../front-door.ts";

let regime: Regime;
let door: FrontDoor;
/** Page of a thing in QTAC, and of a thing of the same kind that is nowhere. */
let pages: [string, string][];
let outsider: Person;

/** A second committee, with a seat and a holder of its own. */
async function givenOutsider(): Promise<Person> {
  const place = { zone: "Europe/Oslo", city: "Oslo" };
  const committee = await regime.done(regime.regimeSecretariat, "found-committee", {
    ...{ code: "STAC", name: "Semiconductor Technical Advisory Committee", field: "Semiconductors.", listCode: "ST" },
    ...place,
  });
  const member = regime.members.NO.id;
  const seat = await regime.done(regime.regimeSecretariat, "create-seat", {
    ...{ committee: committee.id, member, kind: "delegation" },
  });
  const { id } = await regime.done(regime.regimeSecretariat, "register-person", {
    ...{ name: "Outer Person", email: "outer.person@example.org", title: "Expert", member, ...place },
  });
  await regime.done(regime.regimeSecretariat, "give-role", { person: id, role: "holder", seat: seat.id });
  return { kind: "person", personId: id, name: "Outer Person", memberId: member, roles: [] };
}

beforeAll(async () => {
  regime = await givenRegime();
  const round = await givenDispatched(regime, { title: "A secret title of QTAC" });
  const open = await givenOpen(regime, { title: "Another secret title of QTAC" });
  outsider = await givenOutsider();
  const references = await regime.db.read(async (tx) => {
    const { candidates, recommendations, rounds } = tx.t;
    const [[recommendation], [row], found] = await Promise.all([
      tx.select({ reference: recommendations.reference }).from(recommendations),
      tx.select({ reference: rounds.reference }).from(rounds),
      tx.select({ id: candidates.id, reference: candidates.reference }).from(candidates),
    ]);
    const candidate = found.find((one) => one.id === round.candidate)!;
    return [candidate, recommendation, row].map((one) => slugOf(one!.reference));
  });
  const [candidate, recommendation, dispatched] = references as [string, string, string];
  const both = (path: string, handle: string, nowhere: string): [string, string] => [
    path.replace("X", handle),
    path.replace("X", nowhere),
  ];
  pages = [
    ...["/candidates/X", "/candidates/X/definition", "/candidates/X/definition/1", "/candidates/X/comments"].map(
      (path) => both(path, candidate, "qtac-2026-999"),
    ),
    both("/candidates/X/comments.csv", candidate, "qtac-2026-999"),
    both("/candidates/X", round.candidate, "0".repeat(32)),
    both("/ballots/X", slugOf(open.reference), "qtac-b-999"),
    both("/ballots/X", open.ballot, "0".repeat(32)),
    both("/recommendations/X", recommendation, "qtac-r-999"),
    both("/review-rounds/X", dispatched, "round-999"),
    both("/review-rounds/X", round.round, "0".repeat(32)),
  ];
  door = await openFrontDoor(regime);
}, 120_000);
afterAll(async () => {
  await door.close();
  await regime.close();
});

/** What an answer tells somebody who compares: all of it but the address that was asked for. */
const toldBy = async (path: string, token: string | undefined, word: string) => {
  const answer = await door.ask(path, { token });
  const { date, "content-security-policy": _, ...headers } = answer.headers;
  return { status: answer.status, headers, body: bodyWithout(answer, word) };
};

const lastPart = (path: string, other: string) => {
  const parts = path.split("/");
  return parts.find((part, at) => part !== other.split("/")[at])!;
};

describe("pages", () => {
  test("the committee's own people see them", async () => {
    const token = await door.tokenFor(regime.chair);
    for (const [path] of pages) expect([path, (await door.ask(path, { token })).status]).toEqual([path, 200]);
  });

  test("[W2] a person of another committee gets the answer of an absent thing", async () => {
    const token = await door.tokenFor(outsider);
    for (const [path, nowhere] of pages)
      for (const [there, absent] of [
        [path, nowhere],
        [`${path}.data`, `${nowhere}.data`],
      ] as const) {
        const [one, other] = [
          await toldBy(there, token, lastPart(path, nowhere)),
          await toldBy(absent, token, lastPart(nowhere, path)),
        ];
        expect([there, one.status]).toEqual([there, 404]);
        expect(one).toEqual(other);
      }
  });

  test("[W2] a person with no role anywhere, and an observer of the committee before a round, get it too", async () => {
    const stranger = await door.tokenFor(regime.stranger);
    for (const [path, nowhere] of pages) {
      const one = await toldBy(path, stranger, lastPart(path, nowhere));
      expect([path, one.status]).toEqual([path, 404]);
      expect(one).toEqual(await toldBy(nowhere, stranger, lastPart(nowhere, path)));
    }
    const observer = await door.tokenFor(regime.observer);
    for (const [path, nowhere] of pages.filter(([one]) => one.startsWith("/review-rounds"))) {
      const one = await toldBy(path, observer, lastPart(path, nowhere));
      expect([path, one.status]).toEqual([path, 404]);
      expect(one).toEqual(await toldBy(nowhere, observer, lastPart(nowhere, path)));
    }
  });

  test("[W2] without a session both lead to the sign-in alike", async () => {
    for (const [path, nowhere] of pages) {
      const [one, other] = [await door.ask(path), await door.ask(nowhere)];
      expect([path, one.status, one.body]).toEqual([path, 302, other.body]);
      expect(one.headers.location).toBe(`/sign-in?back=${encodeURIComponent(path)}`);
      expect(other.headers.location).toBe(`/sign-in?back=${encodeURIComponent(nowhere)}`);
    }
  });

  test("no list, desk or search of the outsider holds a word of the other committee", async () => {
    const token = await door.tokenFor(outsider);
    const lists = [
      "/",
      "/candidates",
      "/ballots",
      "/recommendations",
      "/review-rounds",
      "/members",
      "/account",
      "/public",
      "/list",
    ];
    for (const path of lists.flatMap((list) => [list, `${list === "/" ? "/_root" : list}.data`])) {
      const answer = await door.ask(path, { token });
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.body).not.toContain("secret title");
      expect(answer.body).not.toMatch(/QTAC\/2026/);
    }
  });
});

describe("acts", () => {
  const intents: [RegExp, string, Record<string, string>][] = [
    [/^\/candidates\/[^/]+$/, "accept-candidate", {}],
    [/^\/candidates\/[^/]+$/, "declare-interest", { kind: "none", class: "none" }],
    [/^\/candidates\/[^/]+\/definition$/, "freeze-version", { reason: "x" }],
    [/^\/ballots\//, "cast-position", { word: "yes", textHash: "a".repeat(64) }],
    [/^\/review-rounds\//, "reply-round", { word: "agree" }],
  ];

  test("[W2] an act on a thing of another committee is answered as one on an absent thing, and writes nothing", async () => {
    const token = await door.tokenFor(outsider);
    const before = await rowCounts(regime.db);
    let tried = 0;
    for (const [pattern, intent, fields] of intents)
      for (const [path, nowhere] of pages.filter(([one]) => pattern.test(one))) {
        const [one, other] = [
          await door.post(path, { intent, ...fields }, { token }),
          await door.post(nowhere, { intent, ...fields }, { token }),
        ];
        expect([path, intent, one.status]).toEqual([path, intent, 404]);
        expect(bodyWithout(one, lastPart(path, nowhere))).toBe(bodyWithout(other, lastPart(nowhere, path)));
        tried += 1;
      }
    expect(tried).toBeGreaterThanOrEqual(9);
    expect(await rowCounts(regime.db)).toEqual(before);
  });

  test("an act that a page does not offer is refused there, also one that the clock does", async () => {
    const token = await door.tokenFor(regime.chair);
    const before = await rowCounts(regime.db);
    for (const intent of ["certify-ballot", "adopt-by-silence", "register-person", "__proto__", "toString", ""]) {
      const answer = await door.post(pages[0]![0], { intent }, { token });
      expect([intent, answer.status]).toEqual([intent, 400]);
    }
    expect(await rowCounts(regime.db)).toEqual(before);
  });
});
