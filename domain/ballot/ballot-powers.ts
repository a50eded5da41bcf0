/** Who may draft, open, cast and close. Rules B2, B6, P8, P12, W8; powers matrix. What takes two persons is asked here of the first (W7). */
import { sayInstant } from "../instant.ts";
import { type Actor, isInCircle, roleIn, seatsOf } from "../membership/role.ts";
import {
  anyOf,
  type CommitteeThing,
  inCircle,
  keepsProcedure,
  presides,
  type Standing,
} from "../membership/standing.ts";
import { type Answer, allowed, isRefusal, notFound, type Refusal, refuse } from "../refusal.ts";
import type { BallotMode } from "./ballot-type.ts";
import { askedBy } from "./reminder.ts";

export type BallotThing = CommitteeThing & {
  state: string;
  /** Seats on the roll, frozen at opening. */
  roll: string[];
  recusedSeats: string[];
  sponsorSeatId: string | null;
  /** Instants in milliseconds; null while drafted. */
  closesAt: number | null;
  /** Left out, the ballot is RECORDED. */
  mode?: BallotMode;
  /** Whether positions are still sealed (rule B39), and who holds a share of the key. */
  isSealed?: boolean;
  shareHolders?: string[];
};

const chairIn =
  (rule: string, ...states: string[]) =>
  (actor: Actor, ballot: BallotThing): Standing | Refusal => {
    const office = presides(actor, ballot, rule);
    if (isRefusal(office)) return office;
    return states.includes(ballot.state)
      ? office
      : refuse("state", rule, `The ballot is ${ballot.state}; this act needs it to be ${states.join(" or ")}.`);
  };

export const ballotPowers = {
  "draft-ballot": (actor: Actor, candidate: CommitteeThing): Standing | Refusal =>
    anyOf(presides(actor, candidate, "B1"), keepsProcedure(actor, candidate.committeeId, "B1")),
  "discard-ballot": chairIn("B1", "drafted"),
  "open-ballot": chairIn("B2", "drafted"),
  "extend-ballot": chairIn("B8", "open"),
  /** A sealed or secret ballot closes at its time, by the clock (table B2): nobody sees what an early close would rest on. */
  "close-ballot": (actor: Actor, ballot: BallotThing): Standing | Refusal => {
    const answer = chairIn("B9", "open")(actor, ballot);
    if (isRefusal(answer) || actor.kind === "clock" || (ballot.mode ?? "RECORDED") === "RECORDED") return answer;
    return refuse("state", "B39", `A ballot in ${ballot.mode} mode closes at its time; nobody closes it before.`);
  },
  "void-ballot": chairIn("B37", "open", "sealed", "closed"),
  "certify-ballot": (actor: Actor, ballot: BallotThing): Standing | Refusal => {
    const outside = inCircle(actor, ballot);
    if (isRefusal(outside)) return outside;
    if (actor.kind !== "clock")
      return refuse("role", "B44", "A result is certified by the clock when nobody challenged it in time.");
    return chairIn("B44", "closed")(actor, ballot);
  },

  /** Rules P8, P5, P12 in the order of P1; the word itself is checked by the position's own rules. */
  "cast-position": (actor: Actor, ballot: BallotThing, now: number): Standing | Refusal => {
    if (!isInCircle(actor, ballot.committeeId)) return notFound();
    if (actor.kind !== "person") return notFound();
    const held = seatsOf(actor, ballot.committeeId);
    const onRoll = held.find((seat) => ballot.roll.includes(seat.seatId!));
    if (!onRoll) {
      const office = actor.roles.find((role) => role.committeeId === ballot.committeeId || role.committeeId === null);
      if (held.length === 0 && office && ["secretariat", "government-reviewer"].includes(office.role))
        return refuse("role", "W8", `You are ${office.role} here; positions are taken by the seats on the roll.`);
      return refuse("seat", "P8", "Your seat is not on the roll that was frozen when this ballot opened.");
    }
    if (ballot.state === "drafted") return refuse("state", "P5", "The ballot is not open yet.");
    if (ballot.state !== "open" || (ballot.closesAt !== null && now >= ballot.closesAt))
      return refuse(
        "late",
        "P5",
        `The ballot closed at ${sayInstant(ballot.closesAt ?? now)}; it is now ${sayInstant(now)}.`,
      );
    if (ballot.recusedSeats.includes(onRoll.seatId!))
      return refuse("recused", "P12", "Your seat is recused from this candidate and takes no position on it.");
    if ((ballot.barredPeople ?? []).includes(actor.personId))
      return refuse(
        "recused",
        "X3",
        "You declared a direct interest in this candidate, so you take no position on it.",
      );
    return { allowed: true, role: onRoll.role, seatId: onRoll.seatId, memberId: onRoll.memberId };
  },

  /** Rule P15: the sponsor answers; where a government reviewer or nobody sponsors, the chair does. */
  "answer-discuss": (actor: Actor, ballot: BallotThing): Standing | Refusal => {
    const outside = inCircle(actor, ballot);
    if (isRefusal(outside)) return outside;
    if (ballot.state !== "open")
      return refuse("state", "P15", `The ballot is ${ballot.state}; a Discuss is answered while it is open.`);
    const sponsor = seatsOf(actor, ballot.committeeId).find((seat) => seat.seatId === ballot.sponsorSeatId);
    if (sponsor) return { allowed: true, role: sponsor.role, seatId: sponsor.seatId, memberId: sponsor.memberId };
    if (ballot.sponsorSeatId === null) return presides(actor, ballot, "P15", true);
    return refuse("seat", "P15", "A Discuss is answered by the seat that sponsors the candidate; yours does not.");
  },

  /** Rule P16: the seat that made the Discuss renews it. */
  "renew-discuss": (actor: Actor, ballot: BallotThing, seatId: string): Standing | Refusal => {
    const outside = inCircle(actor, ballot);
    if (isRefusal(outside)) return outside;
    if (ballot.state !== "open")
      return refuse("state", "P16", `The ballot is ${ballot.state}; a Discuss is renewed while it is open.`);
    const own = seatsOf(actor, ballot.committeeId).find((seat) => seat.seatId === seatId);
    if (own) return { allowed: true, role: own.role, seatId: own.seatId, memberId: own.memberId };
    return refuse("seat", "P16", "A Discuss is renewed by the seat that made it; yours did not.");
  },

  /** Rule B46: the chair sees who has not answered, and the secretariat keeps the procedure; both may remind a seat. */
  "remind-seat": (actor: Actor, ballot: BallotThing): Standing | Refusal => {
    const office = anyOf(presides(actor, ballot, "B46"), keepsProcedure(actor, ballot.committeeId, "B46"));
    if (isRefusal(office) || askedBy(ballot.state) !== null) return office;
    return refuse("state", "B46", `The ballot is ${ballot.state}; seats are reminded while it is drafted or open.`);
  },

  /** The console is the chairs' and the secretariat's page. It shows nothing of text or positions that others do not see. */
  "read-console": (actor: Actor, ballot: CommitteeThing): Standing | Refusal => {
    const outside = inCircle(actor, ballot);
    if (isRefusal(outside)) return outside;
    const office = roleIn(actor, ballot.committeeId, "chair", "vice-chair", "secretariat");
    return office
      ? { allowed: true, role: office.role, seatId: office.seatId, memberId: office.memberId }
      : refuse("role", "B46", "The console is kept by the chairs and the secretariat; you hold neither office here.");
  },

  /** The export of one ballot (rule T5) holds what the committee sees of it; the chairs and the secretariat hand it out. */
  "export-ballot": (actor: Actor, ballot: BallotThing): Standing | Refusal => {
    const outside = inCircle(actor, ballot);
    if (isRefusal(outside)) return outside;
    if (ballot.state === "drafted" || ballot.state === "discarded")
      return refuse("state", "T5", `The ballot is ${ballot.state}; what is exported is a ballot that was opened.`);
    const office = roleIn(actor, ballot.committeeId, "chair", "vice-chair", "secretariat");
    if (office && ballot.isSealed)
      return refuse(
        "state",
        "B40",
        "The export names the seats that took a position; it waits until they are unsealed.",
      );
    return office
      ? { allowed: true, role: office.role, seatId: office.seatId, memberId: office.memberId }
      : refuse("role", "T5", "The export is handed out by the chairs and the secretariat; you hold neither office.");
  },

  /** RECORDED positions show to the committee as they are made (rule B38); government reviewers see the outcome. */
  "see-positions": (actor: Actor, ballot: BallotThing): Answer => {
    const outside = inCircle(actor, ballot);
    if (isRefusal(outside)) return outside;
    if (ballot.isSealed)
      return refuse(
        "state",
        "B39",
        "Positions of a sealed ballot show to nobody before it is unsealed; until then only turnout does.",
      );
    if (ballot.mode === "SECRET")
      return refuse("state", "B43", "Positions of a secret ballot are in its election; only the result comes back.");
    if (actor.kind === "clock") return allowed;
    const seated =
      actor.kind === "person" &&
      actor.roles.some((held) => held.committeeId === ballot.committeeId || held.role === "secretariat");
    if (seated || ballot.state === "certified" || ballot.state === "void") return allowed;
    return refuse(
      "role",
      "B38",
      "Positions show to the committee; government reviewers see them with the certified outcome.",
    );
  },
};
