/** Who may seal a ballot, hold its shares and open it, and who may bring a secret result back. Rules B39 to B43, X5. */
import { type Actor, seatsOf } from "../membership/role.ts";
import { anyOf, inCircle, keepsProcedure, presides, type Standing } from "../membership/standing.ts";
import { isRefusal, notFound, type Refusal, refuse } from "../refusal.ts";
import type { BallotThing } from "./ballot-powers.ts";

const inState = (answer: Standing | Refusal, ballot: BallotThing, rule: string, state: string): Standing | Refusal =>
  isRefusal(answer) || ballot.state === state
    ? answer
    : refuse("state", rule, `The ballot is ${ballot.state}; this act needs it to be ${state}.`);

/** Somebody who holds a share of the ballot's key, and whose seat is not recused (rule X5). */
function holdsShare(actor: Actor, ballot: BallotThing): Standing | Refusal {
  const outside = inCircle(actor, ballot);
  if (isRefusal(outside)) return outside;
  if (actor.kind !== "person") return notFound();
  const seat = seatsOf(actor, ballot.committeeId)[0];
  if (!(ballot.shareHolders ?? []).includes(actor.personId) || seat === undefined)
    return refuse("role", "B39", "This is for those who hold a share of the ballot's key; you hold none.");
  if (ballot.recusedSeats.includes(seat.seatId!) || (ballot.barredPeople ?? []).includes(actor.personId))
    return refuse("recused", "X5", "You are recused from this candidate, so your share is not used.");
  return { allowed: true, role: seat.role, seatId: seat.seatId, memberId: seat.memberId };
}

export const sealingPowers = {
  /** A key belongs to the person, for all committees: anybody on a seat may have one. */
  "register-holder-key": (actor: Actor): Standing | Refusal => {
    const seat = actor.kind === "person" ? actor.roles.find((held) => held.seatId !== null) : undefined;
    if (actor.kind !== "person" || actor.roles.length === 0) return notFound();
    if (seat === undefined)
      return refuse("seat", "B39", "Shares of a ballot's key are held by people on seats; you are on none.");
    return { allowed: true, role: seat.role, seatId: seat.seatId, memberId: seat.memberId };
  },
  "seal-ballot": (actor: Actor, ballot: BallotThing): Standing | Refusal =>
    inState(presides(actor, ballot, "B39"), ballot, "B39", "drafted"),
  "give-shares": (actor: Actor, ballot: BallotThing): Standing | Refusal =>
    inState(
      anyOf(presides(actor, ballot, "B39"), keepsProcedure(actor, ballot.committeeId, "B39")),
      ballot,
      "B39",
      "drafted",
    ),
  "confirm-share": (actor: Actor, ballot: BallotThing): Standing | Refusal =>
    inState(holdsShare(actor, ballot), ballot, "B39", "drafted"),
  "submit-share": (actor: Actor, ballot: BallotThing): Standing | Refusal =>
    inState(holdsShare(actor, ballot), ballot, "B39", "sealed"),
  "unseal-ballot": (actor: Actor, ballot: BallotThing): Standing | Refusal =>
    inState(holdsShare(actor, ballot), ballot, "B39", "sealed"),
  "unseal-overdue": (actor: Actor, ballot: BallotThing): Standing | Refusal => {
    const outside = inCircle(actor, ballot);
    if (isRefusal(outside)) return outside;
    if (actor.kind !== "clock")
      return refuse("role", "B41", "A sealed ballot becomes void by the clock, when nobody opened it in time.");
    return inState(presides(actor, ballot, "B41"), ballot, "B41", "sealed");
  },
  "bridge-ballot": (actor: Actor, ballot: BallotThing): Standing | Refusal =>
    inState(presides(actor, ballot, "B43"), ballot, "B43", "drafted"),
  "record-secret-result": (actor: Actor, ballot: BallotThing): Standing | Refusal =>
    inState(
      anyOf(presides(actor, ballot, "B43"), keepsProcedure(actor, ballot.committeeId, "B43")),
      ballot,
      "B43",
      "closed",
    ),
};
