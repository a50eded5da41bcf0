/** 2,000 lives of 50 random acts: the rules of the domain and a plain model say yes to the same acts, and reach the same states. */
import { expect, test } from "vitest";
import { account } from "../../../domain/ballot/account.ts";
import type { BallotCase, Position } from "../../../domain/ballot/ballot-case.ts";
import { type BallotAct, type BallotState, ballotMove, isBallotOver } from "../../../domain/ballot/ballot-life.ts";
import {
  challengeTime_ms,
  closingTime,
  earlyCloseCheck,
  extensionCheck,
  unsealingTime_ms,
} from "../../../domain/ballot/closing.ts";
import { discussClock } from "../../../domain/ballot/discuss.ts";
import { positionCheck } from "../../../domain/ballot/position.ts";
import { allowed, isRefusal } from "../../../domain/refusal.ts";
import { drawAct, type LifeAct, lifeLength_ms, newLife } from "./ballot-life-acts.ts";
import { chanceOf } from "./chance.ts";
import { opensAt as begin, seats } from "./given-ballot.ts";

const lives = 2000;
const actsPerLife = 50;
const names = seats(6);
const people = (count = 0) => ["chair", "vice-chair"].slice(0, count);

/** A ballot as the rules of the domain carry it; every answer is theirs. */
class Ballot {
  state: BallotState = "drafted";
  resultAt = 0;
  readonly ballot: BallotCase & { positions: Position[] };

  constructor(readonly mode: "RECORDED" | "SEALED") {
    const roll = names.map((seat) => ({ seat }));
    const frozen = { type: "recommendation", mode, opensAt: 0, closesAt: 0, roll } as const;
    this.ballot = { ...frozen, recused: [], positions: [], events: [] };
  }

  closesAt = () => closingTime(this.ballot);

  /** Moves along table B2 where it has a row and the rule of the row is met. */
  private move(act: BallotAct, isMet: () => boolean, then: () => void = () => {}): boolean {
    const row = ballotMove(this.state, act, this.mode);
    if (isRefusal(row) || !isMet()) return false;
    this.state = row.to;
    then();
    return true;
  }

  private accepted(): Position[] {
    const { refused } = account(this.ballot);
    return this.ballot.positions.filter((_, index) => !refused.some((one) => one.index === index));
  }

  /** Whether the rules allow the act now; if so, it is done. */
  does({ name, fields }: LifeAct, now: number): boolean {
    const { ballot } = this;
    const always = () => true;
    switch (name) {
      case "wait":
        return true;
      case "open-ballot":
        return this.move(name, always, () => Object.assign(ballot, { opensAt: now, closesAt: now + lifeLength_ms }));
      case "close-by-clock":
        return this.move(
          "close-ballot",
          () => now >= this.closesAt(),
          () => this.end(),
        );
      case "close-early":
        return this.move(
          "close-ballot",
          () => this.mayCloseEarly(fields.persons!, now),
          () => this.end(now),
        );
      case "extend-ballot":
        return this.move(name, () => this.extends(fields, now));
      case "unseal-ballot":
        return this.move(
          name,
          () => now < this.resultAt + unsealingTime_ms,
          () => this.result(now),
        );
      case "unseal-overdue":
        return this.move(name, () => now >= this.resultAt + unsealingTime_ms);
      case "challenge-ballot":
        return this.move(name, () => now < this.resultAt + challengeTime_ms);
      case "certify-ballot":
        return this.move(name, () => now >= this.resultAt + challengeTime_ms);
      case "cast-position":
        return this.takes(fields, now);
      case "answer-discuss":
        return this.answers(fields.seat!, now);
      default:
        return this.move(name as BallotAct, always);
    }
  }

  private result(at: number): void {
    this.resultAt = at;
  }

  private end(early?: number): void {
    if (early !== undefined) Object.assign(this.ballot, { closedEarlyAt: early });
    this.result(this.closesAt());
  }

  private mayCloseEarly(persons: number, now: number): boolean {
    if (now >= this.closesAt()) return false;
    const { counts } = account({ ...this.ballot, closedEarlyAt: now });
    return earlyCloseCheck({ S: counts.S, D: "D" in counts ? counts.D : 0 }, people(persons)) === allowed;
  }

  private extends({ closesAt, persons }: LifeAct["fields"], now: number): boolean {
    const { ballot } = this;
    const times = {
      opensAt: ballot.opensAt,
      closesAt: this.closesAt(),
      extensions: ballot.events.filter((one) => one.type === "extend").length,
    };
    if (extensionCheck({ ...times, by: people(persons), newClosesAt: closesAt!, now }) !== allowed) return false;
    const event = { type: "extend", by: people(persons), at: now, closesAt: closesAt! } as const;
    Object.assign(ballot, { events: [...ballot.events, event] });
    return true;
  }

  private takes({ seat = "", word = "" }: LifeAct["fields"], now: number): boolean {
    if (this.state !== "open") return false;
    const { ballot } = this;
    const rules = { ...ballot, closesAt: this.closesAt(), roll: new Set(names), recused: new Set<string>() };
    const position = { seat, said: { word }, at: now, reason: "A reason." };
    const earlier = this.accepted().filter((one) => one.seat === seat);
    if (positionCheck(rules, earlier, position) !== allowed) return false;
    ballot.positions.push(position);
    return true;
  }

  /** Only an open Discuss is answered, and only the first answer starts its clock (rule P15). */
  private answers(seat: string, now: number): boolean {
    const last = this.ballot.positions.findLast((one) => one.seat === seat);
    if (this.state !== "open" || now >= this.closesAt() || !last || !("word" in last.said)) return false;
    const isAnswered = discussClock(last, this.ballot.events).answeredAt !== null;
    if (last.said.word !== "discuss" || isAnswered || now <= last.at) return false;
    Object.assign(this.ballot, { events: [...this.ballot.events, { type: "answer", seat, at: now }] });
    return true;
  }
}

const ends = new Map<string, number>();
const done = new Map<string, number>();
const count = (of: Map<string, number>, key: string) => of.set(key, (of.get(key) ?? 0) + 1);

test("[B1 B2 B6 B8 B9 B12 B37 B39 B41 B44 P12 P13 P15] 2,000 lives of 50 acts agree with the model and reach no forbidden state", () => {
  for (let seed = 0; seed < lives; seed += 1) {
    const chance = chanceOf(seed);
    const model = newLife(begin, chance(3) === 0 ? "SEALED" : "RECORDED", names);
    const product = new Ballot(model.mode);
    const told: string[] = [];
    for (let step = 0; step < actsPerLife; step += 1) {
      // No two acts are at one instant: the transactions stand in line.
      model.now += 1;
      const act = drawAct(chance, model);
      const may = act.may(model);
      told.push(`${act.name} ${JSON.stringify(act.fields)}: ${may ? "done" : "refused"}`);
      const did = product.does(act, model.now);
      if (did !== may) expect(did, `seed ${seed}\n${told.join("\n")}`).toBe(may);
      if (!may) continue;
      const wasOver = isBallotOver(product.state) && isBallotOver(model.state as BallotState) && act.name !== "wait";
      act.apply(model);
      count(done, act.name);
      if (wasOver && model.path.at(-2) === model.state) expect.fail(`seed ${seed}: moved from a final state`);
      if (product.state !== model.state) expect(product.state, `seed ${seed}\n${told.join("\n")}`).toBe(model.state);
      if (model.opensAt > 0 && product.closesAt() !== model.closesAt)
        expect(product.closesAt(), `seed ${seed}\n${told.join("\n")}`).toBe(model.closesAt);
    }
    count(ends, model.state);
    checkEnd(seed, product, model.path, told);
    const words = account({ ...product.ballot }).rollCall.map(({ index }) => wordAt(product.ballot, index));
    if (model.opensAt > 0)
      expect(words, `seed ${seed}\n${told.join("\n")}`).toEqual(model.seats.map((seat) => seat.word));
  }
});

function wordAt({ positions }: BallotCase, index: number | null): string | null {
  const said = index === null ? null : positions[index]!.said;
  return said && "word" in said ? said.word : null;
}

/** What no walk may come to, whatever it did: each is a sentence of the rule book. */
function checkEnd(seed: number, { ballot, state }: Ballot, path: string[], told: string[]): void {
  const fault = (sentence: string) => expect.fail(`seed ${seed}: ${sentence}\n${told.join("\n")}`);
  if (path.includes("certified") && !path.includes("closed")) fault("certified without having been closed");
  if (ballot.mode === "SEALED" && path[path.indexOf("closed") - 1] === "open") fault("closed without being unsealed");
  if (ballot.mode === "RECORDED" && path.includes("sealed")) fault("sealed though it is recorded");
  if (["discarded", "drafted"].includes(state) && ballot.positions.length > 0) fault("positions without an opening");
  const result = account(ballot);
  if (ballot.positions.length > 0 && result.refused.length > 0) fault("a position was taken that the account refuses");
  for (const seat of names) {
    const discusses = ballot.positions.filter(
      (one) => one.seat === seat && "word" in one.said && one.said.word === "discuss",
    );
    if (discusses.length > 1) fault(`two Discusses of ${seat}`);
  }
}

test("[B2] the lives ended in every final state, and every act was done", () => {
  for (const state of ["discarded", "certified", "void"]) expect(ends.get(state), state).toBeGreaterThan(20);
  const acts = ["open-ballot", "discard-ballot", "cast-position", "answer-discuss", "extend-ballot", "close-by-clock"];
  for (const name of [
    ...acts,
    "close-early",
    "unseal-ballot",
    "unseal-overdue",
    "challenge-ballot",
    "answer-challenge",
  ])
    expect(done.get(name) ?? 0, name).toBeGreaterThan(20);
});
