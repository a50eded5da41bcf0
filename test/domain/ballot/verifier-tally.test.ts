/** The product's account against the verifier's, which was written from the rule book alone: published cases, and random ones. */
import { describe, expect, test } from "vitest";
import { account } from "../../../domain/ballot/account.ts";
import type { BallotCase, BallotEvent, Position, Said } from "../../../domain/ballot/ballot-case.ts";
import { ballotTypes, positionWords } from "../../../domain/ballot/ballot-type.ts";
import { hour_ms, writeInstant } from "../../../domain/instant.ts";
import examples from "./voting-examples.json";

type Json = Record<string, unknown>;

/** The verifier is plain JavaScript without types, as whoever checks an export reads it. */
const { tally: outside } = (await import(new URL("../../../verifier/tally.mjs", import.meta.url).href)) as {
  tally(ballot: unknown): Json;
};
const published = examples.cases.filter((one) => one.kind === "ballot") as unknown as {
  title: string;
  ballot: Json;
  expected: Json;
}[];

test.each(published.map((one) => [one.title, one] as const))(
  "[B34] the verifier computes the published case: %s",
  (_, one) => {
    const computed = outside(one.ballot);
    for (const [key, value] of Object.entries(one.expected)) {
      if (key === "closesAt") expect(writeInstant(computed.closesAt as number)).toBe(value);
      else expect(computed[key], key).toEqual(value);
    }
  },
);

/** Numbers from 0 up to, not including, `below`; the same for the same seed. */
function chanceOf(seed: number) {
  let state = seed * 2_654_435_769 + 1;
  return (below: number) => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_507) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

const opensAt = Date.UTC(2026, 8, 1);
const names = ["A", "B", "C", "D", "E"];

function randomSaid(chance: (below: number) => number, type: string, options: string[]): Said {
  const some = options.filter(() => chance(2) === 0);
  const isAboutOptions = ["approval", "ranked-irv", "ranked-schulze"].includes(type);
  const kind = isAboutOptions ? chance(6) : 5 + chance(6);
  if (type === "approval" && kind < 5) return { set: some };
  if (isAboutOptions && kind < 5) {
    const mixed = some.sort(() => chance(3) - 1);
    return { ranking: type === "ranked-schulze" && mixed.length > 2 ? [mixed.slice(0, 2), ...mixed.slice(2)] : mixed };
  }
  return { word: chance(20) === 0 ? "veto" : positionWords[chance(isAboutOptions ? 6 : 5) % 6]! };
}

function randomCase(seed: number): BallotCase {
  const chance = chanceOf(seed);
  const type = ballotTypes[chance(ballotTypes.length)]!;
  const options = names.slice(0, 1 + chance(names.length));
  const seats = Array.from({ length: 1 + chance(16) }, (_, index) => `S${index}`);
  const someSeat = () => (chance(30) === 0 ? "X" : seats[chance(seats.length)]!);
  const length_ms = 336 * hour_ms;
  const when = () => opensAt + (chance(380) - 10) * hour_ms;
  const positions = Array.from({ length: chance(40) }, (): Position => {
    const at = when();
    return {
      ...{ seat: someSeat(), said: randomSaid(chance, type, options), at },
      ...(chance(8) === 0 ? {} : { reason: "A reason." }),
      ...(chance(6) === 0 ? { key: `k${chance(3)}` } : {}),
      ...(chance(10) === 0
        ? { recordedBy: "chair", ...(chance(2) === 0 ? { disputedAt: at + chance(500) * hour_ms } : {}) }
        : {}),
    };
  });
  const events = Array.from({ length: chance(12) }, (): BallotEvent => {
    const [seat, at] = [someSeat(), when()];
    const kind = chance(5);
    if (kind === 0) return { type: "renew", seat, at };
    if (kind === 1) {
      const voices = { for: seats.filter(() => chance(4) > 0), against: seats.filter(() => chance(6) === 0) };
      return { type: "override", seat, at, announcedAt: at - chance(100) * hour_ms, ...voices };
    }
    if (kind === 2)
      return { type: "extend", by: chance(4) === 0 ? ["p"] : ["p", "q"], at, closesAt: at + chance(700) * hour_ms };
    if (kind === 3 && chance(3) === 0) return { type: "interest-found", seat, at: at + 200 * hour_ms };
    return { type: "answer", seat, at };
  });
  const outages = Array.from({ length: chance(3) }, () => {
    const from = when();
    return { from, to: from + (chance(3) === 0 ? 60_000 : (1 + chance(20)) * hour_ms) };
  });
  return {
    ...{ type, mode: "RECORDED" as const, opensAt, closesAt: opensAt + length_ms, positions, events, outages },
    roll: seats.map((seat) => ({ seat, class: chance(2) === 0 ? "P" : "O", weight: chance(9) })),
    recused: seats.filter(() => chance(10) === 0),
    ...(["approval", "ranked-irv", "ranked-schulze"].includes(type)
      ? { options, tieOrder: [...options].reverse() }
      : {}),
    ...(type === "approval" && chance(2) === 0 ? { atMost: 1 + chance(3) } : {}),
  };
}

/** The case as the verifier reads it: instants as text, what is said beside the position. */
function written({ opensAt: from, closesAt: to, positions, events, outages, ...rest }: BallotCase) {
  const instants = ["at", "announcedAt", "closesAt", "disputedAt", "from", "to"];
  const text = (value: object) =>
    Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, instants.includes(name) ? writeInstant(one as number) : one]),
    );
  return {
    ...{ ...rest, opensAt: writeInstant(from), closesAt: writeInstant(to) },
    positions: positions.map(({ said, ...position }) => ({ ...text(position), ...said })),
    events: events.map(text),
    outages: (outages ?? []).map(text),
  };
}

const compared = [
  "outcome",
  "failing",
  "counts",
  "refused",
  "duplicates",
  "weights",
  "approvals",
  "adoptedOptions",
  "rounds",
  "pairwise",
  "order",
  "winner",
  "flagged",
  "recount",
] as const;

describe("random ballots", () => {
  test.each(Array.from({ length: 20 }, (_, block) => block))(
    "[B34 B33] five hundred of block %i come out alike",
    (block) => {
      for (let seed = block * 500; seed < (block + 1) * 500; seed += 1) {
        const ballot = randomCase(seed);
        const inside = account(ballot);
        const other = outside(written(ballot));
        for (const key of compared) expect(other[key], `${key} of seed ${seed} (${ballot.type})`).toEqual(inside[key]);
        expect(writeInstant(other.closesAt as number)).toBe(inside.closesAt ?? writeInstant(ballot.closesAt));
      }
    },
  );
});
