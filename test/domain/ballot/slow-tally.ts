/**
 * The rules of a ballot a second time, written from the rule book and not from the product: slow, one seat after the other,
 * by looking at every possibility where the product computes. It exists to disagree with.
 */
import type { BallotCase, BallotEvent, Position } from "../../../domain/ballot/ballot-case.ts";
import { slowApproval, slowRunoff, slowSchulze } from "./slow-options.ts";

const hour = 60 * 60 * 1000;

type Taken = Position & { index: number };
type Refused = { index: number; code: string };
type SeatStory = { seat: string; taken: Taken[]; refused: Refused[]; duplicates: { index: number; of: number }[] };
/** The letters of B11, or what an option type counts; X is recused. */
type Letter = "X" | "S" | "Y" | "O" | "D" | "N" | "A" | "choice";
type Counted = { seat: string; letter: Letter; current: Taken | undefined; kind: string | undefined; weight: number };

export type SlowAccount = Record<string, unknown> & { closesAt: number; outcome: string; failing: string[] };

/** Table B, word by word. */
const wordsOfType: Record<string, string> = {
  recommendation: "yes no-objection discuss no abstain recuse",
  iso: "yes no abstain recuse",
  "simple-majority": "yes no abstain recuse",
  "two-thirds": "yes no abstain recuse",
  consensus: "yes no-objection discuss abstain recuse",
  weighted: "yes no abstain recuse",
  approval: "abstain recuse",
  "ranked-irv": "abstain recuse",
  "ranked-schulze": "abstain recuse",
  "straw-poll": "yes no-objection discuss no abstain recuse",
};
const withQuorum = ["iso", "simple-majority", "consensus", "approval", "ranked-irv", "ranked-schulze"];

/** Whether part/whole ≥ share/of, as fractions; a whole of nothing has every share of it. */
const isShare = (part: number, whole: number, share: bigint, of: bigint) => BigInt(part) * of >= share * BigInt(whole);

/** B3, B6, B8, B9, B47: every happening that may move the close, taken in order of time. */
function slowClose(ballot: BallotCase): number {
  const down = (ballot.outages ?? []).filter((one) => one.to > one.from).map((one) => ({ ...one }));
  // Outages that overlap or touch are one; joined until no two are left that do.
  for (let joined = true; joined; ) {
    joined = false;
    for (const one of down)
      for (const other of down) {
        if (one === other || one.from > other.to || other.from > one.to) continue;
        one.from = Math.min(one.from, other.from);
        one.to = Math.max(one.to, other.to);
        down.splice(down.indexOf(other), 1);
        joined = true;
      }
  }
  type Extension = Extract<BallotEvent, { type: "extend" }>;
  const happenings: { at: number; outage?: (typeof down)[number]; extension?: Extension }[] = [
    ...down.map((outage) => ({ at: outage.to, outage })),
    ...ballot.events.flatMap((event) => (event.type === "extend" ? [{ at: event.at, extension: event }] : [])),
  ];
  let close = ballot.closesAt;
  let extensions = 0;
  for (const { at, outage, extension } of happenings.sort((one, other) => one.at - other.at)) {
    if (outage) {
      const isLong = outage.to - outage.from >= hour / 12;
      const overlapsLastDay = outage.from < close && outage.to > close - 24 * hour;
      if (isLong && overlapsLastDay) close = outage.to + 24 * hour;
      if (!isLong && outage.from < close && close < outage.to) close = outage.to;
    }
    if (!extension) continue;
    const longer = extension.closesAt - close;
    const twoPersons = new Set(extension.by).size > 1;
    const inTime = at >= ballot.opensAt && close - at >= 24 * hour;
    if (!twoPersons || !inTime || extensions === 2 || longer <= 0 || longer > 336 * hour) continue;
    close = extension.closesAt;
    extensions += 1;
  }
  return ballot.closedEarlyAt !== undefined && ballot.closedEarlyAt < close ? ballot.closedEarlyAt : close;
}

/** P1: a word of the type; for options a set or a ranking of options of the ballot, none twice. */
function isWord({ type, mode, options }: BallotCase, { said }: Position): boolean {
  if ("word" in said) {
    if (said.word === "discuss" && mode === "SEALED") return false;
    return wordsOfType[type]!.split(" ").includes(said.word);
  }
  if (options === undefined) return false;
  const named = "set" in said ? [...said.set] : said.ranking.flat();
  if (named.some((one, at) => !options.includes(one) || named.lastIndexOf(one) !== at)) return false;
  if ("set" in said) return type === "approval" || type === "straw-poll";
  const sizes = said.ranking.map((place) => [place].flat().length);
  if (type === "ranked-irv") return sizes.every((size) => size === 1);
  return (type === "ranked-schulze" || type === "straw-poll") && sizes.every((size) => size > 0);
}

/** P10, as it is known at an instant. */
function isNeverMade(one: Position, close: number, known: number): boolean {
  const { recordedBy, disputedAt } = one;
  if (recordedBy === undefined || disputedAt === undefined) return false;
  return one.at <= disputedAt && disputedAt <= known && disputedAt - close < 48 * hour;
}

/** What a seat did, position by position, in the order of P1. */
function seatStory(ballot: BallotCase, seat: string, recused: readonly string[], close: number): SeatStory {
  const story: SeatStory = { seat, taken: [], refused: [], duplicates: [] };
  const own = ballot.positions.map((one, index) => ({ ...one, index })).filter((one) => one.seat === seat);
  for (const position of own.sort((one, other) => one.at - other.at || one.index - other.index)) {
    const before = story.taken.filter((one) => !isNeverMade(one, close, position.at));
    const saidBefore = (word: string) => before.some((one) => "word" in one.said && one.said.word === word);
    const word = "word" in position.said ? position.said.word : "";
    const first = before.find((one) => one.key !== undefined && one.key === position.key);
    const tests: [string, boolean][] = [
      ["seat", !ballot.roll.some((line) => line.seat === seat)],
      ["state", position.at < ballot.opensAt],
      ["late", position.at >= close],
      ["recused", recused.includes(seat) || saidBefore("recuse")],
      ["word", !isWord(ballot, position)],
      ["reason-missing", ["no", "discuss", "recuse"].includes(word) && !/\S/.test(position.reason ?? "")],
      ["limit", word === "discuss" && saidBefore("discuss")],
    ];
    const failed = tests.find(([, fails]) => fails);
    if (first) story.duplicates.push({ index: position.index, of: first.index });
    else if (failed) story.refused.push({ index: position.index, code: failed[0] });
    else story.taken.push(position);
  }
  return story;
}

/** P14 to P19: what becomes of the Discuss that is the seat's current position. */
function discussLetter(ballot: BallotCase, made: Taken, close: number, eligibleAt: (at: number) => string[]): Letter {
  const of = (type: string) =>
    ballot.events.filter((one) => one.type === type && "seat" in one && one.seat === made.seat).map((one) => one.at);
  const answers = of("answer").filter((at) => at > made.at);
  const answered = answers.length > 0 ? Math.min(...answers) : null;
  let lapse: number | null = answered === null ? null : answered + 240 * hour;
  if (answered !== null) {
    const renewals = of("renew").filter((at) => at >= answered && at < answered + 240 * hour);
    if (renewals.length > 0) lapse = Math.min(...renewals) + 240 * hour;
  }
  const isOver = ballot.events.some((event) => {
    if (event.type !== "override" || event.seat !== made.seat || ballot.type === "consensus") return false;
    const others = eligibleAt(event.at).filter((seat) => seat !== made.seat);
    const inE = eligibleAt(event.at).length;
    const [F, U] = [event.for, event.against].map((said) => others.filter((seat) => said.includes(seat)).length);
    const stillOpen = lapse === null || event.at < lapse;
    const inOrder = event.announcedAt > made.at && event.at - event.announcedAt >= 48 * hour && event.at < close;
    return stillOpen && inOrder && isShare(F!, inE - 1, 2n, 3n) && U! <= 2;
  });
  if (isOver) return "N";
  return lapse !== null && lapse <= close ? "A" : "D";
}

const letters: Record<string, Letter> = { yes: "Y", "no-objection": "O", no: "N", abstain: "A", recuse: "X" };

function countSeats(ballot: BallotCase, recused: readonly string[], close: number) {
  const names = [...new Set([...ballot.roll.map((line) => line.seat), ...ballot.positions.map((one) => one.seat)])];
  const stories = names.map((seat) => seatStory(ballot, seat, recused, close));
  const stands = new Map(
    stories.map(({ seat, taken }) => [seat, taken.filter((one) => !isNeverMade(one, close, Number.MAX_VALUE))]),
  );
  const hasLeft = (seat: string, at: number) =>
    recused.includes(seat) ||
    stands.get(seat)!.some((one) => one.at <= at && "word" in one.said && one.said.word === "recuse");
  const eligibleAt = (at: number) => ballot.roll.map((line) => line.seat).filter((seat) => !hasLeft(seat, at));
  const seats = ballot.roll.map(({ seat, class: kind, weight = 0 }): Counted => {
    const current = stands.get(seat)!.at(-1);
    const line = { seat, kind, weight, current };
    if (hasLeft(seat, Number.MAX_VALUE)) return { ...line, letter: "X" };
    if (!current) return { ...line, letter: "S" };
    if (!("word" in current.said)) return { ...line, letter: "choice" };
    if (current.said.word !== "discuss") return { ...line, letter: letters[current.said.word]! };
    return { ...line, letter: discussLetter(ballot, current, close, eligibleAt) };
  });
  const byIndex = (one: { index: number }, other: { index: number }) => one.index - other.index;
  const refused = stories.flatMap((one) => one.refused).sort(byIndex);
  return { seats, refused, duplicates: stories.flatMap((one) => one.duplicates).sort(byIndex) };
}

type Numbers = Record<"R" | "X" | "E" | "P" | "Y" | "O" | "D" | "N" | "A" | "S", number>;

function numbersOf(seats: readonly Counted[]): Numbers {
  const of = (letter: Letter) => seats.filter((one) => one.letter === letter).length;
  const [R, X, S] = [seats.length, of("X"), of("S")];
  return { R, X, E: R - X, P: R - X - S, Y: of("Y"), O: of("O"), D: of("D"), N: of("N"), A: of("A"), S };
}

/** The conditions of the type that are not met; B12 goes before all others and then stands alone. */
function judged(ballot: BallotCase, seats: readonly Counted[], n: Numbers, result: Record<string, unknown>) {
  if (ballot.type === "straw-poll") return { outcome: "advisory", failing: [] };
  const void_ = [
    ...(n.E < 5 ? ["B12a"] : []),
    ...(isShare(n.E, n.R, 1n, 2n) ? [] : ["B12b"]),
    ...(withQuorum.includes(ballot.type) && n.P <= n.E - n.P ? ["B12c"] : []),
  ];
  if (void_.length > 0) return { outcome: "void", failing: void_ };
  const ofP = (letter: Letter) => seats.filter((one) => one.kind === "P" && one.letter === letter).length;
  const weigh = (some: readonly Counted[]) => some.reduce((sum, one) => sum + one.weight, 0);
  const [wY, wE] = [weigh(seats.filter((one) => one.letter === "Y")), weigh(seats.filter((one) => one.letter !== "X"))];
  const last = Object.values((result.rounds as Record<string, number>[] | undefined)?.at(-1) ?? {});
  const isSupported = n.Y >= 3 && isShare(n.Y, n.E, 1n, 5n);
  const met: Record<string, Record<string, boolean>> = {
    recommendation: {
      B13: isShare(n.Y + n.O, n.E, 2n, 3n),
      B14: isSupported,
      B15: isShare(n.Y + n.O, n.N, 3n, 1n),
      B16: n.D === 0,
    },
    iso: {
      B17: ofP("Y") + ofP("N") > 0 && isShare(ofP("Y"), ofP("Y") + ofP("N"), 2n, 3n),
      B18: isShare(n.Y, n.Y + n.N, 3n, 4n),
    },
    "simple-majority": { B19: n.Y > n.N },
    "two-thirds": { B20: isShare(n.Y, n.R, 2n, 3n) },
    consensus: { B14: isSupported, B16: n.D === 0 },
    weighted: { B21: isShare(n.Y, n.E, 55n, 100n), B22: isShare(wY, wE, 65n, 100n) || n.E - n.Y < 4 },
    approval: { B24: ((result.adoptedOptions as string[] | undefined) ?? []).length > 0 },
    "ranked-irv": { B26: last.length < 2 || last[0] !== last[1] },
    "ranked-schulze": { B28: (result.order as string[][] | undefined)?.[0]?.length === 1 },
  };
  const failing = Object.entries(met[ballot.type]!).flatMap(([id, isMet]) => (isMet ? [] : [id]));
  return { outcome: failing.length === 0 ? "adopted" : "not-adopted", failing };
}

function resultOf(ballot: BallotCase, seats: readonly Counted[]): Record<string, unknown> {
  const options = ballot.options ?? [];
  const said = seats.flatMap((one) => (one.letter === "choice" && one.current ? [one.current.said] : []));
  const sets = said.flatMap((one) => ("set" in one ? [one.set] : []));
  const rankings = said.flatMap((one) => ("ranking" in one ? [one.ranking] : []));
  if (ballot.type === "approval") return slowApproval(options, sets, ballot.atMost);
  if (ballot.type === "straw-poll" && ballot.options)
    return { approvals: slowApproval(options, sets, undefined).approvals };
  if (ballot.type === "ranked-schulze") return slowSchulze(options, rankings);
  if (ballot.type !== "ranked-irv") return {};
  return slowRunoff(
    options,
    ballot.tieOrder ?? options,
    rankings.map((one) => one.flat()),
    [],
  );
}

function slowCount(ballot: BallotCase, recused: readonly string[], close: number) {
  const { seats, refused, duplicates } = countSeats(ballot, recused, close);
  const { R, X, E, P, Y, O, D, N, A, S } = numbersOf(seats);
  const isOfOptions =
    ["approval", "ranked-irv", "ranked-schulze"].includes(ballot.type) ||
    (ballot.type === "straw-poll" && ballot.options !== undefined);
  const counts = isOfOptions ? { R, X, E, P, A, S } : { R, X, E, Y, O, D, N, A, S };
  const result = resultOf(ballot, seats);
  const verdict = judged(ballot, seats, { R, X, E, P, Y, O, D, N, A, S }, result);
  if (verdict.outcome === "void") {
    if ("adoptedOptions" in result) result.adoptedOptions = [];
    if ("winner" in result) result.winner = null;
    if ("rounds" in result) result.order = null;
  }
  return { ...verdict, counts, refused, duplicates, ...result };
}

/** The account by the slow way, X8 included. */
export function slowTally(ballot: BallotCase): SlowAccount {
  const close = slowClose(ballot);
  const first = slowCount(ballot, ballot.recused, close);
  const found = ballot.events.flatMap((event) => {
    if (event.type !== "interest-found" || event.at < close) return [];
    return ballot.roll.some((line) => line.seat === event.seat) ? [event.seat] : [];
  });
  if (found.length === 0) return { ...first, closesAt: close, flagged: false };
  const { outcome, failing, counts } = slowCount(ballot, [...ballot.recused, ...found], close);
  return { ...first, closesAt: close, flagged: true, recount: { outcome, failing, counts } };
}
