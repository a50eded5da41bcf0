/** What each seat of the roll counts as at close, and the numbers that follow. Rules B10, B11, P12, P14, P18, P19. */
import type { Instant } from "../instant.ts";
import type { BallotCase, BallotEvent } from "./ballot-case.ts";
import type { PositionWord } from "./ballot-type.ts";
import { type DiscussState, discussState } from "./discuss.ts";
import { currentPositions, type IndexedPosition, says } from "./position.ts";

/** What a seat counts as: `none` has no position; a lapsed Discuss is `abstain`, an overridden one `no`. */
export type CountedAs = PositionWord | "set" | "ranking" | "none";

/** One seat. `index` is that of its current position, if it has one and is not recused by X4. */
export type RollCallLine = { seat: string; countedAs: CountedAs; index: number | null; discuss: DiscussState | null };

/** The numbers of B10 and B11, and those that ISO and weighted ballots add (B17, B22). All are whole. */
export type Figures = {
  R: number;
  X: number;
  E: number;
  Y: number;
  O: number;
  D: number;
  N: number;
  A: number;
  S: number;
  /** Seats of E with a position. */
  P: number;
  Yp: number;
  Np: number;
  wY: number;
  wE: number;
};

/** Reads the roll call from the standing positions, in order of the roll. `recused` are the seats recused by X4. */
export function rollCall(
  ballot: BallotCase,
  recused: ReadonlySet<string>,
  standing: readonly IndexedPosition[],
  closesAt: Instant,
): RollCallLine[] {
  const current = currentPositions(standing);
  const eligibleAt = eligibleSeats(ballot, recused, standing);
  const eventsOn = eventsBySeat(ballot.events);
  return ballot.roll.map(({ seat }): RollCallLine => {
    const position = current.get(seat);
    if (recused.has(seat)) return { seat, countedAs: "recuse", index: null, discuss: null };
    if (!position) return { seat, countedAs: "none", index: null, discuss: null };
    const { said, index, at } = position;
    if (!("word" in said)) return { seat, countedAs: "set" in said ? "set" : "ranking", index, discuss: null };
    if (said.word !== "discuss") return { seat, countedAs: said.word as PositionWord, index, discuss: null };
    const question = { type: ballot.type, discuss: { seat, at }, closesAt };
    const state = discussState(question, eventsOn.get(seat) ?? [], eligibleAt);
    return { seat, countedAs: countedDiscuss[state], index, discuss: state };
  });
}

const countedDiscuss = { open: "discuss", lapsed: "abstain", overridden: "no" } as const;

/** The events that name each seat, in the order of the list: a Discuss asks for those of its holder alone. */
function eventsBySeat(events: readonly BallotEvent[]): Map<string, BallotEvent[]> {
  const bySeat = new Map<string, BallotEvent[]>();
  for (const event of events) {
    if (!("seat" in event)) continue;
    const known = bySeat.get(event.seat);
    if (known) known.push(event);
    else bySeat.set(event.seat, [event]);
  }
  return bySeat;
}

/**
 * Gives the seats of E at an instant: the roll without those recused by X4, or by a position made until then (P12).
 * They change only where a seat recuses itself, so each such time is worked out once. `standing` is in order of time.
 */
export function eligibleSeats(
  ballot: Pick<BallotCase, "roll">,
  recused: ReadonlySet<string>,
  standing: readonly IndexedPosition[],
): (instant: Instant) => ReadonlySet<string> {
  const leaving = standing.filter((one) => says(one.said, "recuse"));
  const known = new Map<number, ReadonlySet<string>>();
  return (instant) => {
    const gone = leaving.filter((one) => one.at <= instant);
    const seats = known.get(gone.length) ?? rollWithout(ballot, recused, gone);
    known.set(gone.length, seats);
    return seats;
  };
}

function rollWithout(
  { roll }: Pick<BallotCase, "roll">,
  recused: ReadonlySet<string>,
  gone: readonly IndexedPosition[],
): Set<string> {
  const left = new Set(gone.map((one) => one.seat));
  return new Set(roll.map((one) => one.seat).filter((seat) => !recused.has(seat) && !left.has(seat)));
}

/** Counts the roll call over E (rule B11). */
export function figuresOf(ballot: Pick<BallotCase, "roll">, lines: readonly RollCallLine[]): Figures {
  const seats = ballot.roll.map((one, index) => ({ ...one, as: lines[index]!.countedAs }));
  const inE = seats.filter((one) => one.as !== "recuse");
  const count = (as: CountedAs) => inE.filter((one) => one.as === as).length;
  const countP = (as: CountedAs) => inE.filter((one) => one.as === as && one.class === "P").length;
  const weigh = (some: typeof seats) => some.reduce((sum, one) => sum + (one.weight ?? 0), 0);
  return {
    R: seats.length,
    X: seats.length - inE.length,
    E: inE.length,
    Y: count("yes"),
    O: count("no-objection"),
    D: count("discuss"),
    N: count("no"),
    A: count("abstain"),
    S: count("none"),
    P: inE.length - count("none"),
    Yp: countP("yes"),
    Np: countP("no"),
    wY: weigh(inE.filter((one) => one.as === "yes")),
    wE: weigh(inE),
  };
}
