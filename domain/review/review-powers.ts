/** Who may transmit, dispatch, reply and reserve. Rules R10, V1, V3, V9, V19, S1, S3; powers matrix. */

import { type Actor, membersReviewedBy } from "../membership/role.ts";
import { keepsProcedure, presides, reviewsFor, type Standing } from "../membership/standing.ts";
import { type Answer, allowed, isRefusal, notFound, type Refusal, refuse } from "../refusal.ts";

export type RoundThing = {
  committeeId: string;
  state: string;
  /** Members of the round, frozen at dispatch (rule V1). */
  members: string[];
};

/** Rounds and replies are marked AMBER+STRICT: observers do not see them (table Z), so to them there are none (rule W2). */
function seesRound(actor: Actor, { committeeId }: { committeeId: string }): Answer {
  if (actor.kind === "clock") return allowed;
  if (actor.kind !== "person") return notFound();
  const held = actor.roles.filter((one) => one.committeeId === committeeId || one.committeeId === null);
  return held.some((one) => one.role !== "observer") ? allowed : notFound();
}

const needsState = (standing: Standing | Refusal, round: RoundThing, rule: string, ...states: string[]) => {
  if (isRefusal(standing) || states.includes(round.state)) return standing;
  return refuse("state", rule, `The round is ${round.state}; this act needs it to be ${states.join(" or ")}.`);
};

function presidesOn(actor: Actor, round: RoundThing, rule: string): Standing | Refusal {
  const unseen = seesRound(actor, round);
  return isRefusal(unseen) ? unseen : presides(actor, round, rule);
}

/** The member for which the actor reviews in this round; a reviewer of a later member finds no round (rule V1). */
function ownMember(actor: Actor, round: RoundThing, rule: string): Standing | Refusal {
  const unseen = seesRound(actor, round);
  if (isRefusal(unseen)) return unseen;
  const own = membersReviewedBy(actor).find((member) => round.members.includes(member));
  return own ? reviewsFor(actor, own, rule) : reviewsFor(actor, round.members[0] ?? null, rule);
}

export const reviewPowers = {
  "read-recommendation": (actor: Actor, thing: { committeeId: string }): Answer =>
    actor.kind === "person" &&
    actor.roles.some((held) => held.committeeId === thing.committeeId || held.committeeId === null)
      ? allowed
      : actor.kind === "clock"
        ? allowed
        : notFound(),
  "read-round": seesRound,
  "transmit-recommendation": (
    actor: Actor,
    recommendation: { committeeId: string; state: string },
  ): Standing | Refusal => {
    const office = keepsProcedure(actor, recommendation.committeeId, "R10");
    if (isRefusal(office) || recommendation.state === "drafted") return office;
    return refuse("state", "R10", `The recommendation is ${recommendation.state}; only a drafted one is transmitted.`);
  },
  "prepare-round": (actor: Actor, recommendation: { committeeId: string; state: string }): Standing | Refusal => {
    const office = keepsProcedure(actor, recommendation.committeeId, "V1");
    if (isRefusal(office) || recommendation.state === "transmitted") return office;
    return refuse(
      "state",
      "V1",
      `The recommendation is ${recommendation.state}; a round is prepared for a transmitted one.`,
    );
  },
  "dispatch-round": (actor: Actor, round: RoundThing) =>
    needsState(presidesOn(actor, round, "V1"), round, "V1", "prepared"),
  "lengthen-round": (actor: Actor, round: RoundThing) =>
    needsState(presidesOn(actor, round, "V19"), round, "V19", "running"),
  "cancel-round": (actor: Actor, round: RoundThing) =>
    needsState(presidesOn(actor, round, "R11"), round, "R11", "prepared", "dispatched", "running"),
  "acknowledge-delivery": (actor: Actor, round: RoundThing) =>
    needsState(ownMember(actor, round, "V3"), round, "V3", "dispatched", "running"),
  /** Rule V10: a reply at or after the end is late; the state says whether there is a round to reply to at all. */
  "reply-round": (actor: Actor, round: RoundThing): Standing | Refusal => {
    const reviewer = ownMember(actor, round, "V9");
    if (isRefusal(reviewer)) return reviewer;
    if (round.state === "prepared") return refuse("state", "V9", "The round is not dispatched yet.");
    if (round.state === "dispatched" || round.state === "running") return reviewer;
    return refuse("late", "V10", `The round is ${round.state}; you may enter a reservation instead.`);
  },
  /** Adoption, in whole or in part, and the return are the clock's alone (rules V14, V15, V20). */
  "certify-round": (actor: Actor, round: RoundThing): Standing | Refusal => {
    const unseen = seesRound(actor, round);
    if (isRefusal(unseen)) return unseen;
    if (actor.kind !== "clock")
      return refuse("role", "V20", "The clock certifies a round one hour after its end; no person does.");
    return needsState({ allowed: true, role: "clock", seatId: null, memberId: null }, round, "V20", "running");
  },
  "enter-reservation": (actor: Actor, round: RoundThing): Standing | Refusal => {
    const reviewer = ownMember(actor, round, "S1");
    if (isRefusal(reviewer)) return reviewer;
    return ["dispatched", "running", "adopted", "adopted-in-part"].includes(round.state)
      ? reviewer
      : refuse("state", "S3", `The round is ${round.state}; a reservation is entered from dispatch on.`);
  },
  "withdraw-reservation": (
    actor: Actor,
    reservation: { committeeId: string; memberId: string; state: string },
  ): Standing | Refusal => {
    const unseen = seesRound(actor, reservation);
    if (isRefusal(unseen)) return unseen;
    const reviewer = reviewsFor(actor, reservation.memberId, "S5");
    if (isRefusal(reviewer) || reservation.state === "active") return reviewer;
    return refuse("state", "S5", `The reservation is ${reservation.state}; only an active one is withdrawn.`);
  },
  /** Rule V16: the platform is the whole regime's, and so is its secretariat's record of when it was not there. */
  "record-outage": (actor: Actor): Standing | Refusal => keepsProcedure(actor, null, "V16"),
  "end-outage": (actor: Actor): Standing | Refusal => keepsProcedure(actor, null, "V16"),
};
