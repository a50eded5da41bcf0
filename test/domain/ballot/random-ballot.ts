/** Random ballots of all ten types, the same for the same seed: near every threshold, around every time, with every event. */
import type { BallotCase, BallotEvent, Position, Ranking, Said } from "../../../domain/ballot/ballot-case.ts";
import { ballotTypes } from "../../../domain/ballot/ballot-type.ts";
import { hour_ms, minute_ms } from "../../../domain/instant.ts";
import { type Chance, chanceOf, oneOf, shuffled } from "./chance.ts";
import { opensAt } from "./given-ballot.ts";

const length_ms = 336 * hour_ms;
/** Schulze is checked by walking every path, so it has fewer options; ties of a run-off in late rounds need many. */
const names = ["A", "B", "C", "D", "E"];
const manyNames = [...names, "F", "G"];
const optionTypes = ["approval", "ranked-irv", "ranked-schulze"];

/** Most often at some hour while the ballot is open; now and then exactly at an edge, or a millisecond beside it. */
function instantIn(chance: Chance, from: number, to: number): number {
  if (chance(12) === 0) return oneOf(chance, [from, to, from - 1, to - 1, to + 1]);
  return from - 8 * hour_ms + chance(Math.ceil((to - from) / hour_ms) + 16) * hour_ms + chance(2) * chance(60) * 60_000;
}

function saidBy(chance: Chance, type: string, options: readonly string[] | undefined): Said {
  if (options !== undefined && (optionTypes.includes(type) || chance(2) === 0) && chance(8) > 0) {
    const some = shuffled(options, chance).slice(0, chance(3) > 0 ? options.length : chance(options.length + 1));
    if (chance(60) === 0) some.push(oneOf(chance, ["Y", some[0] ?? "A"]));
    if (type === "approval" || (type === "straw-poll" && chance(2) === 0)) return { set: some };
    return { ranking: rankingOf(chance, some, type !== "ranked-irv" || chance(40) === 0) };
  }
  const words = ["yes", "yes", "yes", "no-objection", "discuss", "no", "abstain"];
  if (chance(25) === 0) return { word: oneOf(chance, ["recuse", "veto"]) };
  return { word: oneOf(chance, words) };
}

function rankingOf(chance: Chance, options: string[], mayBeEqual: boolean): Ranking {
  if (!mayBeEqual) return options;
  const places: string[][] = [];
  for (const option of options) {
    if (places.length > 0 && chance(3) === 0) places.at(-1)!.push(option);
    else places.push([option]);
  }
  if (chance(50) === 0) places.push([]);
  return places.map((place) => (place.length === 1 && chance(2) === 0 ? place[0]! : place));
}

function positionBy(chance: Chance, seat: string, ballot: Pick<BallotCase, "type" | "options">): Position {
  const at = instantIn(chance, opensAt, opensAt + length_ms);
  const position: Position = { seat, said: saidBy(chance, ballot.type, ballot.options), at };
  if (chance(10) > 0) position.reason = chance(15) === 0 ? "  " : "A reason.";
  if (chance(5) === 0) position.key = `k${chance(2)}`;
  if (chance(8) > 0) return position;
  position.recordedBy = "secretariat";
  if (chance(2) === 0)
    position.disputedAt = chance(4) === 0 ? opensAt + length_ms + 48 * hour_ms - chance(2) : at + chance(200) * hour_ms;
  return position;
}

function eventOf(chance: Chance, seats: readonly string[], seat: string): BallotEvent {
  const at = instantIn(chance, opensAt, opensAt + length_ms);
  const kind = chance(8);
  // Lapsing at the very close, or a millisecond beside it, is the edge of P16.
  const lapsingAtClose = opensAt + length_ms - 240 * hour_ms + chance(3) - 1;
  if (kind < 3) return { type: "answer", seat, at: chance(3) === 0 ? lapsingAtClose : at - chance(3) * 72 * hour_ms };
  if (kind === 3) return { type: "renew", seat, at: chance(3) === 0 ? lapsingAtClose : at };
  if (kind === 4) return { type: "interest-found", seat, at: at + chance(2) * length_ms };
  if (kind === 5) {
    const by = oneOf(chance, [["chair"], ["chair", "vice"], ["chair", "chair"]]);
    return { type: "extend", by, at, closesAt: opensAt + length_ms + (chance(800) - 40) * hour_ms };
  }
  const against = seats.filter(() => chance(7) === 0);
  const voices = seats.filter((one) => !against.includes(one) && chance(5) > 0);
  return { type: "override", seat, at, announcedAt: at - (46 + chance(4)) * hour_ms, for: voices, against };
}

/** The ballot of a seed. */
export function randomBallot(seed: number): BallotCase {
  const chance = chanceOf(seed);
  const type = ballotTypes[seed % ballotTypes.length]!;
  const hasOptions = optionTypes.includes(type) || (type === "straw-poll" && chance(2) === 0);
  const known = type === "ranked-irv" ? manyNames : names;
  const options = hasOptions ? known.slice(0, chance(2) === 0 ? known.length : 1 + chance(known.length)) : undefined;
  const seats = Array.from({ length: 4 + chance(11) }, (_, index) => `S${index}`);
  const ballot: BallotCase = {
    type,
    mode: chance(5) === 0 ? "SEALED" : "RECORDED",
    opensAt,
    closesAt: opensAt + length_ms,
    roll: seats.map((seat) => ({ seat, class: chance(3) === 0 ? ("O" as const) : ("P" as const), weight: chance(9) })),
    recused: seats.filter(() => chance(12) === 0),
    positions: [],
    events: [],
    ...(options ? { options, tieOrder: shuffled(options, chance) } : {}),
    ...(type === "approval" && chance(2) === 0 ? { atMost: 1 + chance(3) } : {}),
    ...(chance(15) === 0 ? { closedEarlyAt: opensAt + chance(336) * hour_ms } : {}),
  };
  const speaking = seats.filter(() => chance(10) > 0);
  const again = Array.from({ length: chance(seats.length) }, () => (chance(25) === 0 ? "X" : oneOf(chance, seats)));
  const positions = [...speaking, ...again].map((seat) => positionBy(chance, seat, ballot));
  const events = Array.from({ length: chance(8) }, () => eventOf(chance, seats, oneOf(chance, seats)));
  const outages = Array.from({ length: chance(4) === 0 ? 1 + chance(2) : 0 }, () => {
    const from = opensAt + length_ms - chance(40) * hour_ms;
    return { from, to: from + oneOf(chance, [minute_ms, 5 * minute_ms, 5 * minute_ms - 1, chance(30) * hour_ms]) };
  });
  return { ...ballot, positions, events, outages };
}
