/** The list of candidates, page by page: nothing is left out, nothing comes twice, whatever is filtered. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CandidateFilter, findCandidates } from "../../db/store/candidate.ts";
import type { Candidate } from "../../domain/candidate/candidate.ts";
import type { CandidateState } from "../../domain/candidate/candidate-life.ts";
import { givenContext, type Stage } from "../given/regime.ts";

const states = ["drafting", "ready", "listed"] as const satisfies CandidateState[];
const committees = ["alpha", "beta", "gamma"];
let stage: Stage;
const all: Pick<Candidate, "id" | "committeeId" | "state" | "class" | "changedAt">[] = [];

beforeAll(async () => {
  stage = await givenContext();
  const place = { zone: "UTC", city: "Vienna" };
  await stage.db.write(async (tx) => {
    const at = { ...place, foundedAt: tx.now };
    for (const id of committees)
      await tx.insert(tx.t.committees).values({ ...at, id, code: id, name: id, field: id, listCode: id });
    await tx
      .insert(tx.t.people)
      .values({ ...place, id: "p", name: "P", email: "p@example.org", title: "Dr", colour: 0, registeredAt: tx.now });
    for (let index = 0; index < 90; index += 1) {
      // Three candidates change in the same millisecond, so that only the id tells them apart.
      const candidate = {
        id: `c${String((index * 37) % 90).padStart(2, "0")}`,
        committeeId: committees[index % 3]!,
        state: states[index % 7 > 4 ? 2 : index % 2]!,
        class: index % 4 === 0 ? ("foundational" as const) : ("emerging" as const),
        changedAt: 1000 + Math.floor(index / 3),
      };
      all.push(candidate);
      await tx.insert(tx.t.candidates).values({
        ...candidate,
        reference: `X/2026/${index}`,
        title: "T",
        proposedBy: "p",
        rationale: "",
        producers: "",
        foreignAvailability: "",
        evidence: "",
        harms: [],
        harmsOfControl: "",
        touches: [],
        marking: "AMBER",
        proposedAt: 1000,
      });
    }
  });
});

afterAll(() => stage.close());

async function readThrough(filter: Omit<CandidateFilter, "most" | "after">): Promise<string[]> {
  const ids: string[] = [];
  let after: CandidateFilter["after"];
  for (let page = 0; page < 100; page += 1) {
    const found = await stage.db.read((tx) => findCandidates(tx, { ...filter, after, most: 7 }));
    if (found.length === 0) return ids;
    ids.push(...found.map((one) => one.id));
    const last = found.at(-1)!;
    after = { changedAt: last.changedAt, id: last.id };
  }
  throw new Error("The pages have no end.");
}

const expected = (keep: (one: (typeof all)[number]) => boolean) =>
  all
    .filter(keep)
    .sort((one, other) => other.changedAt - one.changedAt || (one.id < other.id ? 1 : -1))
    .map((one) => one.id);

test("pages by key give every candidate of all committees once, the latest changed first", async () => {
  expect(await readThrough({ committeeIds: committees })).toEqual(expected(() => true));
});

test("filters by committee, states and class hold over all pages", async () => {
  expect(await readThrough({ committeeIds: ["beta"] })).toEqual(expected((one) => one.committeeId === "beta"));
  expect(await readThrough({ committeeIds: committees, states: ["listed", "drafting", "listed"] })).toEqual(
    expected((one) => one.state !== "ready"),
  );
  expect(await readThrough({ committeeIds: ["alpha", "gamma"], states: ["ready"], class: "emerging" })).toEqual(
    expected((one) => one.committeeId !== "beta" && one.state === "ready" && one.class === "emerging"),
  );
});

test("a reader of no committee is given no candidate", async () => {
  expect(await readThrough({ committeeIds: [] })).toEqual([]);
});
