/**
 * A plain model of a ballot's life and the acts of it, written from tables B2 and B and not from the product. Whoever walks
 * draws acts from `lifeActs`, asks the product for each, and compares the answer with `may`; `apply` moves the model on.
 */
import { hour_ms, type Instant } from "../../../domain/instant.ts";
import { type Chance, oneOf } from "./chance.ts";

export type LifeSeat = {
  name: string;
  word: string | null;
  saidDiscuss: boolean;
  discussAt: Instant;
  answeredAt: Instant | null;
};

export type LifeModel = {
  now: Instant;
  mode: "RECORDED" | "SEALED";
  state: string;
  /** Every state it was in, the present one last. */
  path: string[];
  opensAt: Instant;
  closesAt: Instant;
  /** When it closed, or was unsealed: the challenge time runs from here (rule B44). */
  resultAt: Instant;
  extensions: number;
  seats: LifeSeat[];
};

/** `fields` are what the act is asked with; the rest is the model's word on it. */
export type LifeAct = {
  name: string;
  fields: { seat?: string; word?: string; closesAt?: Instant; persons?: number; hours?: number };
  may(model: LifeModel): boolean;
  apply(model: LifeModel): void;
};

export const lifeLength_ms = 336 * hour_ms;

export function newLife(now: Instant, mode: LifeModel["mode"], seats: readonly string[]): LifeModel {
  const line = { word: null, saidDiscuss: false, discussAt: 0, answeredAt: null };
  const times = { opensAt: 0, closesAt: 0, resultAt: 0, extensions: 0 };
  return { now, mode, state: "drafted", path: ["drafted"], ...times, seats: seats.map((name) => ({ name, ...line })) };
}

function moveTo(model: LifeModel, state: string): void {
  model.state = state;
  model.path.push(state);
}

/** A Discuss that nothing ended: it is the seat's last word, and its 240 hours have not run out (rules P14, P16). */
const isOpenDiscuss = ({ word, answeredAt }: LifeSeat, at: Instant) =>
  word === "discuss" && (answeredAt === null || answeredAt + 240 * hour_ms > at);

const seatOf = (model: LifeModel, name: string) => model.seats.find((one) => one.name === name)!;

const simple = (
  name: string,
  from: string[],
  to: string,
  more: (model: LifeModel) => boolean = () => true,
  also: (model: LifeModel) => void = () => {},
): LifeAct => ({
  ...{ name, fields: {} },
  may: (model) => from.includes(model.state) && more(model),
  apply: (model) => {
    moveTo(model, to);
    also(model);
  },
});

function closing(model: LifeModel, at: Instant): void {
  model.closesAt = Math.min(model.closesAt, at);
  model.resultAt = model.closesAt;
}

const open = () =>
  simple("open-ballot", ["drafted"], "open", undefined, (model) => {
    model.opensAt = model.now;
    model.closesAt = model.now + lifeLength_ms;
  });

const closeByClock = (model: LifeModel) =>
  simple(
    "close-by-clock",
    ["open"],
    model.mode === "SEALED" ? "sealed" : "closed",
    ({ now, closesAt }) => now >= closesAt,
    (one) => closing(one, one.closesAt),
  );

function closeEarly(chance: Chance, model: LifeModel): LifeAct {
  const persons = 1 + chance(2);
  const mayEarly = ({ seats, now, closesAt }: LifeModel) => {
    const inE = seats.filter((seat) => seat.word !== "recuse");
    const allSaid = inE.every((seat) => seat.word !== null) && !inE.some((seat) => isOpenDiscuss(seat, now));
    return persons === 2 && now < closesAt && allSaid;
  };
  const to = model.mode === "SEALED" ? "sealed" : "closed";
  return { ...simple("close-early", ["open"], to, mayEarly, (one) => closing(one, one.now)), fields: { persons } };
}

function extend(chance: Chance, model: LifeModel): LifeAct {
  const persons = chance(4) === 0 ? 1 : 2;
  const closesAt = model.closesAt + (chance(360) - 5) * hour_ms;
  return {
    ...{ name: "extend-ballot", fields: { persons, closesAt } },
    may: (one) =>
      one.state === "open" &&
      persons === 2 &&
      one.now <= one.closesAt - 24 * hour_ms &&
      one.extensions < 2 &&
      closesAt > one.closesAt &&
      closesAt <= one.closesAt + 336 * hour_ms,
    apply: (one) => {
      one.closesAt = closesAt;
      one.extensions += 1;
    },
  };
}

function cast(chance: Chance, model: LifeModel): LifeAct {
  const seat = oneOf(chance, model.seats).name;
  const word = oneOf(chance, [
    "yes",
    "yes",
    "no-objection",
    "discuss",
    "no",
    "abstain",
    chance(8) === 0 ? "recuse" : "yes",
  ]);
  return {
    ...{ name: "cast-position", fields: { seat, word } },
    may: (one) => {
      const line = seatOf(one, seat);
      const isOpen = one.state === "open" && one.now < one.closesAt;
      const isWord = word !== "discuss" || (one.mode === "RECORDED" && !line.saidDiscuss);
      return isOpen && line.word !== "recuse" && isWord;
    },
    apply: (one) => {
      const line = seatOf(one, seat);
      line.word = word;
      if (word !== "discuss") return;
      Object.assign(line, { saidDiscuss: true, discussAt: one.now, answeredAt: null });
    },
  };
}

function answer(chance: Chance, model: LifeModel): LifeAct {
  const seat = oneOf(chance, model.seats).name;
  return {
    ...{ name: "answer-discuss", fields: { seat } },
    may: (one) => {
      const line = seatOf(one, seat);
      const isOpen = one.state === "open" && one.now < one.closesAt;
      return isOpen && isOpenDiscuss(line, one.now) && line.answeredAt === null && one.now > line.discussAt;
    },
    apply: (one) => {
      seatOf(one, seat).answeredAt = one.now;
    },
  };
}

function wait(chance: Chance): LifeAct {
  const hours = oneOf(chance, [1, 12, 24, 72, 100, 240]);
  return {
    ...{ name: "wait", fields: { hours } },
    may: () => true,
    apply: (one) => {
      one.now += hours * hour_ms;
    },
  };
}

const unsealingEnds = ({ resultAt }: LifeModel) => resultAt + 240 * hour_ms;

/** One act of each kind, drawn by chance; those that happen most stand more than once. */
export const lifeActs: readonly ((chance: Chance, model: LifeModel) => LifeAct)[] = [
  open,
  open,
  () => simple("discard-ballot", ["drafted"], "discarded"),
  cast,
  cast,
  cast,
  cast,
  cast,
  cast,
  answer,
  answer,
  extend,
  wait,
  wait,
  (_, model) => closeByClock(model),
  closeEarly,
  () =>
    simple(
      "unseal-ballot",
      ["sealed"],
      "closed",
      (one) => one.now < unsealingEnds(one),
      (one) => {
        one.resultAt = one.now;
      },
    ),
  () => simple("unseal-overdue", ["sealed"], "void", (one) => one.now >= unsealingEnds(one)),
  () => simple("challenge-ballot", ["closed"], "challenged", (one) => one.now < one.resultAt + 72 * hour_ms),
  () => simple("answer-challenge", ["challenged"], "closed"),
  () => simple("certify-ballot", ["closed"], "certified", (one) => one.now >= one.resultAt + 72 * hour_ms),
];

/** Voiding ends most walks, so that it is drawn apart and seldom. */
export const voidAct = (): LifeAct => simple("void-ballot", ["open", "sealed", "closed"], "void");

/** An act for the next step of a walk; what the model forbids is often drawn again, so that walks get far and still try it. */
export function drawAct(chance: Chance, model: LifeModel): LifeAct {
  if (chance(150) === 0) return voidAct();
  let act = oneOf(chance, lifeActs)(chance, model);
  for (let again = 0; again < 4 && !act.may(model) && chance(3) > 0; again += 1)
    act = oneOf(chance, lifeActs)(chance, model);
  return act;
}
