/** Notices that are ready to send: neutral words, references, three zones, and nothing above CLEAR. */
import { expect, test } from "vitest";
import { type NoticeFacts, noticesOf } from "../../app/components/ballot/notices.ts";
import { createWords } from "../../app/messages/catalogue.ts";
import { day_ms } from "../../domain/instant.ts";

const opensAt = Date.UTC(2026, 10, 18, 16, 22);
const facts = (ballot: Partial<NoticeFacts["ballot"]>, marking: "AMBER" | "CLEAR" = "AMBER"): NoticeFacts => ({
  ballot: {
    ...{ reference: "QTAC/B/1", slug: "qtac-b-1", state: "open", outcome: null, length_ms: 14 * day_ms },
    ...{ opensAt, closesAt: opensAt + 14 * day_ms, closedAt: null, certifiedAt: null },
    ...ballot,
  },
  candidate: { reference: "QTAC/2026/001", marking },
  version: { number: 2, words: ["nearby", "chair", "finish", "show", "enter", "premise"] },
  ...{ certifiesAt: opensAt + 17 * day_ms, origin: "https://plenary.example" },
  places: [
    { zone: "Europe/Vienna", city: "Vienna" },
    { zone: "Asia/Tokyo", city: "Tokyo" },
  ],
});
const t = createWords().getFixedT("en", "console");
const written = (given: NoticeFacts) => noticesOf(t as never, given);

test("[B46] the opening names references, the close in three zones, the hash in words and a link", () => {
  const [opening, ...rest] = written(facts({}));
  expect(rest).toEqual([]);
  expect(opening!.name).toBe("opening");
  for (const part of [
    "Ballot QTAC/B/1 is open on version 2 of candidate QTAC/2026/001.",
    "Wed 2 Dec 2026, 17:22 Vienna (Thu 3 Dec 2026 01:22 Tokyo, 16:22 UTC)",
    "nearby chair finish show enter premise",
    "https://plenary.example/ballots/qtac-b-1",
  ])
    expect(opening!.text).toContain(part);
});

test("[B8] a close that was moved is a notice of its own", () => {
  const [extension] = written(facts({ closesAt: opensAt + 21 * day_ms }));
  expect(extension).toMatchObject({ name: "extension", text: expect.stringContaining("Wed 9 Dec 2026, 17:22 Vienna") });
});

test("[Z7] an outcome stands in a notice only where the ballot is CLEAR", () => {
  const closed = { state: "certified", outcome: "adopted", closedAt: opensAt, certifiedAt: opensAt } as const;
  expect(written(facts(closed)).some(({ text }) => /adopted/.test(text))).toBe(false);
  expect(written(facts(closed, "CLEAR"))[0]!.text).toContain(": adopted.");
});

test("every state has the notices that belong to it, and none leaves a value out", () => {
  const named = (["drafted", "discarded", "open", "closed", "certified", "void"] as const).map((state) => {
    const at = state === "drafted" ? { opensAt: null, closesAt: null } : { closedAt: opensAt, certifiedAt: opensAt };
    const notices = written(facts({ state, ...at }));
    for (const { text } of notices) expect(text).not.toMatch(/\{\{|undefined|null|NaN/);
    return notices.map(({ name }) => name);
  });
  expect(named).toEqual([["opening"], [], ["opening"], ["closing"], ["result", "closing"], ["void"]]);
});
