/** Who may propose, support, contest, decide and take back an amendment. Rules A1 to A8, W8; powers matrix, table A. */
import type { CandidateThing } from "../candidate/candidate-powers.ts";
import type { Actor } from "../membership/role.ts";
import { anyOf, holdsSeat, inCircle, presides, reviewsFor, type Standing } from "../membership/standing.ts";
import { type Answer, allowed, isRefusal, notFound, type Refusal, refuse } from "../refusal.ts";
import { checkTextOpen, preparableStates } from "./amendment.ts";
import { type AmendmentAct, type AmendmentState, amendmentMove, isAmendmentOver } from "./amendment-life.ts";

export type AmendmentThing = CandidateThing & {
  amendmentState: AmendmentState;
  authorId: string;
  /** The seat for which the amendment was proposed; null for a government reviewer's. */
  authorSeatId: string | null;
  authorMemberId: string | null;
  /** People whose support stands. */
  supporterIds: string[];
};

/** Seats and government reviewers, who may propose and support (table A). */
function delegate(actor: Actor, committeeId: string): Standing | Refusal {
  return anyOf(holdsSeat(actor, committeeId, "A1"), reviewsFor(actor, null, "A1"));
}

function isAuthor(actor: Actor, amendment: AmendmentThing): boolean {
  return actor.kind === "person" && actor.personId === amendment.authorId;
}

/** The standing, if table A lets the act move the amendment. */
function moving(who: Standing | Refusal, amendment: AmendmentThing, act: AmendmentAct): Standing | Refusal {
  if (isRefusal(who)) return who;
  const move = amendmentMove(amendment.amendmentState, act);
  return isRefusal(move) ? move : who;
}

/** The chair as a person: the clock decides no amendment. */
function chairInPerson(actor: Actor, amendment: AmendmentThing): Standing | Refusal {
  const office = presides(actor, amendment, "A4");
  if (isRefusal(office) || actor.kind === "person") return office;
  return refuse("role", "A4", "What becomes of a contested amendment is decided by the chair, a person.");
}

const byAuthor =
  (act: AmendmentAct) =>
  (actor: Actor, amendment: AmendmentThing): Answer => {
    const outside = inCircle(actor, amendment);
    if (isRefusal(outside)) return outside;
    if (!isAuthor(actor, amendment))
      return refuse("own-delegation", "A1", "This is the author's to do; the amendment is another person's.");
    const move = amendmentMove(amendment.amendmentState, act);
    return isRefusal(move) ? move : allowed;
  };

const byClock =
  (act: AmendmentAct, rule: string) =>
  (actor: Actor, amendment: AmendmentThing): Answer => {
    if (actor.kind !== "clock")
      return refuse("role", rule, "This is found by the clock when the text has changed; no person says it.");
    const move = amendmentMove(amendment.amendmentState, act);
    return isRefusal(move) ? move : allowed;
  };

export const amendmentPowers = {
  /** Rule A8: it may be prepared while no amendment enters the text. */
  "propose-amendment": (actor: Actor, candidate: CandidateThing): Standing | Refusal => {
    const outside = inCircle(actor, candidate);
    if (isRefusal(outside)) return outside;
    const who = delegate(actor, candidate.committeeId);
    if (isRefusal(who))
      return refuse("role", "A1", "Amendments are proposed by seats and government reviewers; you hold neither.");
    if ((preparableStates as readonly string[]).includes(candidate.state)) return who;
    return refuse(
      "state",
      "A8",
      `The candidate is ${candidate.state}; amendments are prepared for a text that may still be drafted.`,
    );
  },

  "restore-version": (actor: Actor, candidate: CandidateThing): Standing | Refusal =>
    amendmentPowers["propose-amendment"](actor, candidate),

  "support-amendment": (actor: Actor, amendment: AmendmentThing): Standing | Refusal => {
    const outside = inCircle(actor, amendment);
    if (isRefusal(outside)) return outside;
    const who = delegate(actor, amendment.committeeId);
    if (isRefusal(who)) return who;
    if (isAuthor(actor, amendment) || (who.seatId !== null && who.seatId === amendment.authorSeatId))
      return refuse("own-delegation", "A1", "The amendment is your own seat's; others support it.");
    if (isAmendmentOver(amendment.amendmentState))
      return refuse("state", "A1", `The amendment is ${amendment.amendmentState}; only an open one is supported.`);
    if (actor.kind === "person" && amendment.supporterIds.includes(actor.personId))
      return refuse("state", "A1", "You support this amendment already.");
    return who;
  },

  "withdraw-support": (actor: Actor, amendment: AmendmentThing): Answer => {
    const outside = inCircle(actor, amendment);
    if (isRefusal(outside)) return outside;
    if (actor.kind !== "person" || !amendment.supporterIds.includes(actor.personId))
      return refuse("own-delegation", "A1", "You do not support this amendment; there is nothing to take back.");
    if (isAmendmentOver(amendment.amendmentState))
      return refuse("state", "A1", `The amendment is ${amendment.amendmentState}; its supporters stay in the record.`);
    return allowed;
  },

  "follow-up-amendment": (actor: Actor, amendment: AmendmentThing): Answer => {
    const outside = inCircle(actor, amendment);
    if (isRefusal(outside)) return outside;
    return amendment.amendmentState === "withdrawn" ? refuse("state", "A1", "The amendment is withdrawn.") : allowed;
  },

  /** Rule A3; the 72 h are asked apart, since they depend on the time. */
  "object-amendment": (actor: Actor, amendment: AmendmentThing): Standing | Refusal => {
    const who = holdsSeat(actor, amendment.committeeId, "A3");
    if (isRefusal(who)) return who;
    if (isAuthor(actor, amendment) || who.seatId === amendment.authorSeatId)
      return refuse("own-delegation", "A3", "The amendment is your own seat's; its author may withdraw it.");
    return moving(who, amendment, "object-amendment");
  },

  /** Rules A7, A8; what A3 and A4 ask for besides is asked apart. */
  "accept-amendment": (actor: Actor, amendment: AmendmentThing): Standing | Refusal => {
    const office = presides(actor, amendment, "A3", true);
    if (isRefusal(office)) return office;
    if (actor.kind !== "person") return notFound();
    if (amendment.authorMemberId !== null && actor.memberId === amendment.authorMemberId)
      return refuse(
        "own-delegation",
        "A7",
        "The amendment comes from your own delegation; the other chair accepts it or not.",
      );
    const move = moving(office, amendment, "accept-amendment");
    if (isRefusal(move)) return move;
    const text = checkTextOpen(amendment.state);
    return isRefusal(text) ? text : office;
  },

  "reject-amendment": (actor: Actor, amendment: AmendmentThing): Standing | Refusal =>
    moving(chairInPerson(actor, amendment), amendment, "reject-amendment"),

  "bracket-amendment": (actor: Actor, amendment: AmendmentThing): Standing | Refusal => {
    const office = moving(chairInPerson(actor, amendment), amendment, "bracket-amendment");
    if (isRefusal(office)) return office;
    const text = checkTextOpen(amendment.state);
    return isRefusal(text) ? text : office;
  },

  "rebase-amendment": byAuthor("rebase-amendment"),
  "withdraw-amendment": byAuthor("withdraw-amendment"),
  "base-changed": byClock("base-changed", "A6"),
  "another-adopted": byClock("another-adopted", "A5"),
};
