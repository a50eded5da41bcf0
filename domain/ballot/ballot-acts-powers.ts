/**
 * Who may do what one person does in a ballot's life: record and dispute positions (P9, P10), explain one (P21), override a
 * Discuss (P17), challenge a result (B44), and what the clock does of outages (B47). Powers matrix.
 */
import { type Instant, sayInstant } from "../instant.ts";
import { type Actor, roleIn, seatsOf } from "../membership/role.ts";
import { anyOf, inCircle, keepsProcedure, presides, type Standing } from "../membership/standing.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { BallotThing } from "./ballot-powers.ts";
import { challengeTime_ms, disputeTime_ms } from "./closing.ts";

/** A challenge that waits for its answer: whose it is, and which office answers it (rule B44). */
export type OpenChallenge = { seatId: string; supporters: string[]; answerer: "chair" | "vice-chair" };

/** Whether the ballot still runs: open, and before the closing time in force. */
function openCheck(ballot: BallotThing, now: Instant, rule: string, what: string): Refusal | null {
  if (ballot.state === "drafted" || ballot.state === "discarded")
    return refuse("state", rule, `The ballot is ${ballot.state}; ${what} while it is open.`);
  if (ballot.state !== "open" || (ballot.closesAt !== null && now >= ballot.closesAt))
    return refuse(
      "late",
      rule,
      `The ballot closed at ${sayInstant(ballot.closesAt ?? now)}; ${what} while it is open.`,
    );
  return null;
}

/** The actor's seat on the roll; people without any seat hold another office, so this is not theirs to do. */
function seatOnRoll(actor: Actor, ballot: BallotThing, rule: string, what: string): Standing | Refusal {
  const outside = inCircle(actor, ballot);
  if (isRefusal(outside)) return outside;
  const held = seatsOf(actor, ballot.committeeId);
  if (held.length === 0) return refuse("role", rule, `${what} is done by the seats on the roll; you hold none.`);
  const own = held.find((seat) => ballot.roll.includes(seat.seatId!));
  if (!own) return refuse("seat", rule, "Your seat is not on the roll that was frozen when this ballot opened.");
  return { allowed: true, role: own.role, seatId: own.seatId, memberId: own.memberId };
}

/** A seat on the roll that is not recused, and a person whom no direct interest bars (rules X3, X5). */
function voiceOnRoll(actor: Actor, ballot: BallotThing, rule: string, what: string): Standing | Refusal {
  const seat = seatOnRoll(actor, ballot, rule, what);
  if (isRefusal(seat)) return seat;
  if (ballot.recusedSeats.includes(seat.seatId!))
    return refuse("recused", "X5", `Your seat is recused from this candidate; ${what.toLowerCase()} is not for it.`);
  if (actor.kind === "person" && (ballot.barredPeople ?? []).includes(actor.personId))
    return refuse("recused", "X3", "You declared a direct interest in this candidate, so you have no voice on it.");
  return seat;
}

/** The chairs decide on an override, but neither on one of the own seat's Discuss. */
function overrides(actor: Actor, ballot: BallotThing, seatId: string, now: Instant): Standing | Refusal {
  const office = presides(actor, ballot, "P17", true);
  if (isRefusal(office)) return office;
  const late = openCheck(ballot, now, "P17", "a Discuss is overridden");
  if (late) return late;
  if (seatsOf(actor, ballot.committeeId).some((held) => held.seatId === seatId))
    return refuse("seat", "P17", "The Discuss is your own seat's; its override is announced and decided by others.");
  return office;
}

export const ballotActsPowers = {
  /** Rule P9. */
  "record-position": (actor: Actor, ballot: BallotThing, now: Instant): Standing | Refusal => {
    const outside = inCircle(actor, ballot);
    if (isRefusal(outside)) return outside;
    const office = anyOf(presides(actor, ballot, "P9", true), keepsProcedure(actor, ballot.committeeId, "P9"));
    if (isRefusal(office)) return office;
    return openCheck(ballot, now, "P9", "a position is recorded") ?? office;
  },

  /** Rule P10: the seat itself, until 48 h after the close. */
  "dispute-position": (actor: Actor, ballot: BallotThing, seatId: string, now: Instant): Standing | Refusal => {
    const outside = inCircle(actor, ballot);
    if (isRefusal(outside)) return outside;
    const held = seatsOf(actor, ballot.committeeId);
    if (held.length === 0)
      return refuse("role", "P10", "A recorded position is disputed by the seat it was recorded for; you hold none.");
    const own = held.find((seat) => seat.seatId === seatId);
    if (!own) return refuse("seat", "P10", "A recorded position is disputed by the seat it was recorded for only.");
    if (!["open", "closed", "challenged", "certified"].includes(ballot.state))
      return refuse("state", "P10", `The ballot is ${ballot.state}; there is no count that a dispute could change.`);
    const until = ballot.closesAt! + disputeTime_ms;
    if (now >= until) return refuse("late", "P10", `A recorded position could be disputed until ${sayInstant(until)}.`);
    return { allowed: true, role: own.role, seatId: own.seatId, memberId: own.memberId };
  },

  /** Rule P21: a seat on the roll, until the certification. */
  "explain-position": (actor: Actor, ballot: BallotThing): Standing | Refusal => {
    const seat = seatOnRoll(actor, ballot, "P21", "Explaining a position");
    if (isRefusal(seat)) return seat;
    if (ballot.state === "certified" || ballot.state === "void")
      return refuse("late", "P21", `The ballot is ${ballot.state}; a position is explained until the certification.`);
    if (!["open", "sealed", "closed", "challenged"].includes(ballot.state))
      return refuse("state", "P21", `The ballot is ${ballot.state}; nobody has a position on it yet.`);
    return seat;
  },

  /** Rule P17. `seatId` is that of the Discuss. */
  "announce-override": overrides,
  "decide-override": overrides,

  /** Rules P17, X5: the seats of E without the holder. */
  "give-override-voice": (actor: Actor, ballot: BallotThing, seatId: string, now: Instant): Standing | Refusal => {
    const seat = voiceOnRoll(actor, ballot, "P17", "A voice on an override");
    if (isRefusal(seat)) return seat;
    const late = openCheck(ballot, now, "P17", "voices on an override are given");
    if (late) return late;
    if (seat.seatId === seatId)
      return refuse("seat", "P17", "The Discuss is your own seat's; the other seats say for or against its override.");
    return seat;
  },

  /** Rules B44, X5: a seat on the roll, within 72 h after the close. */
  "challenge-ballot": (actor: Actor, ballot: BallotThing, now: Instant): Standing | Refusal => {
    const seat = voiceOnRoll(actor, ballot, "B44", "A challenge");
    if (isRefusal(seat)) return seat;
    if (ballot.state !== "closed")
      return refuse("state", "B44", `The ballot is ${ballot.state}; a result is challenged while it is closed.`);
    const until = ballot.closesAt! + challengeTime_ms;
    if (now >= until) return refuse("late", "B44", `The result could be challenged until ${sayInstant(until)}.`);
    return seat;
  },

  /** Rule B44: a second seat's support sends the challenge to the vice-chair. */
  "support-challenge": (actor: Actor, ballot: BallotThing, challenge: OpenChallenge | null): Standing | Refusal => {
    const seat = voiceOnRoll(actor, ballot, "B44", "Supporting a challenge");
    if (isRefusal(seat)) return seat;
    if (ballot.state !== "challenged" || challenge === null)
      return refuse("state", "B44", `The ballot is ${ballot.state}; there is no open challenge to support.`);
    if (challenge.seatId === seat.seatId)
      return refuse("seat", "B44", "Your own seat made this challenge; a second seat supports it.");
    if (challenge.supporters.includes(seat.seatId!))
      return refuse("limit", "B44", "Your seat supports this challenge already; that is done once.");
    return seat;
  },

  /** Rule B44: the chair; the vice-chair where a second seat supports it, or where the chair's own seat made it. */
  "answer-challenge": (actor: Actor, ballot: BallotThing, challenge: OpenChallenge | null): Standing | Refusal => {
    const office = presides(actor, ballot, "B44", true);
    if (isRefusal(office)) return office;
    if (ballot.state !== "challenged" || challenge === null)
      return refuse("state", "B44", `The ballot is ${ballot.state}; there is no open challenge to answer.`);
    const answers = roleIn(actor, ballot.committeeId, challenge.answerer);
    if (answers) return { allowed: true, role: answers.role, seatId: answers.seatId, memberId: answers.memberId };
    return refuse(
      "role",
      "B44",
      `This challenge is answered by the ${challenge.answerer}; the vice-chair answers one that a second seat supports, and nobody one of the own seat.`,
    );
  },

  /** Table B2: the clock moves the close. */
  "apply-outage": (actor: Actor, ballot: BallotThing): Standing | Refusal => {
    const outside = inCircle(actor, ballot);
    if (isRefusal(outside)) return outside;
    if (actor.kind !== "clock")
      return refuse("role", "B47", "An outage moves the close by the clock, once it is on record.");
    if (ballot.state !== "open")
      return refuse("state", "B47", `The ballot is ${ballot.state}; an outage moves the close of an open one.`);
    return { allowed: true, role: "clock", seatId: null, memberId: null };
  },
};
