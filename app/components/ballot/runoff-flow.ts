/**
 * Where the bars and bands of a run-off stand. Rounds follow each other along one axis, options stand beside each other
 * across it; the picture turns the two as its room allows. Bars are as long as their ballots, so that lengths compare.
 */
import type { RunoffRound } from "../../../domain/ballot/runoff-story.ts";

export type FlowBar = {
  round: number;
  /** Null stands for the exhausted ballots. */
  option: string | null;
  votes: number;
  state: "standing" | "leaving" | "winning" | "tied" | "exhausted";
  from: number;
  length: number;
};

/** Ballots that go from a bar of one round to one of the next; `moved` where their option left. */
export type FlowBand = {
  round: number;
  option: string | null;
  to: string | null;
  ballots: number;
  moved: boolean;
  from: number;
  toFrom: number;
  length: number;
};

export type Flow = { bars: FlowBar[]; bands: FlowBand[]; across: number };

export type FlowMeasures = { unit: number; slotMin: number; gap: number };

/** Options in the order in which they stay: the last to stand first, so that who leaves a round always stands last in it. */
export function stayingOrder(story: readonly RunoffRound[]): string[] {
  const gone = story.flatMap(({ leaving }) => (leaving ? [leaving.option] : []));
  const first = story[0]?.standing.map((one) => one.option) ?? [];
  return [...first.filter((option) => !gone.includes(option)), ...gone.reverse()];
}

/** Lays out bars and bands; `decides` is false for a void ballot, in which nobody wins. */
export function layFlow(story: readonly RunoffRound[], decides: boolean, measures: FlowMeasures): Flow {
  const order = stayingOrder(story);
  const bars = story.flatMap((round, index) => barsOf(round, order, decides && index === story.length - 1, measures));
  const bands = story.slice(0, -1).flatMap((round, index) => bandsOf(round, bars, order, index, measures));
  const across = Math.max(0, ...bars.map((bar) => bar.from + Math.max(bar.length, measures.slotMin)));
  return { bars, bands, across };
}

function barsOf(round: RunoffRound, order: readonly string[], isLast: boolean, measures: FlowMeasures): FlowBar[] {
  const { unit, slotMin, gap } = measures;
  const votesOf = new Map(round.standing.map((one) => [one.option, one.votes]));
  const bars: FlowBar[] = [];
  let from = 0;
  const add = (option: string | null, votes: number, state: FlowBar["state"]) => {
    bars.push({ round: round.number, option, votes, state, from, length: votes * unit });
    from += Math.max(votes * unit, slotMin) + gap;
  };
  for (const option of order.filter((one) => votesOf.has(one))) {
    const leaves = option === round.leaving?.option;
    const lasts = round.leaving === null ? "tied" : isLast ? "winning" : "standing";
    add(option, votesOf.get(option)!, leaves ? "leaving" : lasts);
  }
  if (round.exhausted > 0) add(null, round.exhausted, "exhausted");
  return bars;
}

function bandsOf(
  round: RunoffRound,
  bars: readonly FlowBar[],
  order: readonly string[],
  index: number,
  { unit }: FlowMeasures,
): FlowBand[] {
  const own = bars.filter((bar) => bar.round === index + 1);
  const next = new Map(bars.filter((bar) => bar.round === index + 2).map((bar) => [bar.option, bar]));
  const filled = new Map<string | null, number>();
  const band = (from: FlowBar, to: string | null, ballots: number, offset: number): FlowBand => {
    const start = filled.get(to) ?? 0;
    filled.set(to, start + ballots);
    const [length, moved] = [ballots * unit, from.option !== to];
    const toFrom = next.get(to)!.from + start * unit;
    return {
      round: round.number,
      option: from.option,
      to,
      ballots,
      moved,
      from: from.from + offset * unit,
      toFrom,
      length,
    };
  };
  const staying = own
    .filter((bar) => bar.votes > 0 && bar.option !== round.leaving?.option)
    .map((bar) => band(bar, bar.option, bar.votes, 0));
  const leaving = own.find((bar) => bar.option !== null && bar.option === round.leaving?.option);
  if (!leaving || !round.leaving) return staying;
  const { transfers, exhausts } = round.leaving;
  const placeOf = ({ to }: { to: string | null }) => (to === null ? order.length : order.indexOf(to));
  const parts = [...transfers, ...(exhausts > 0 ? [{ to: null, ballots: exhausts }] : [])];
  let offset = 0;
  const moving = parts
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map(({ to, ballots }) => {
      offset += ballots;
      return band(leaving, to, ballots, offset - ballots);
    });
  return [...staying, ...moving];
}
