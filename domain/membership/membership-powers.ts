/** Who may keep the register of members, people, committees and seats, and who declares interests. Rules M1 to M5, W4, W5, X1. */
import type { CandidateThing } from "../candidate/candidate-powers.ts";
import { type Answer, isRefusal, notFound, type Refusal, refuse } from "../refusal.ts";
import { type Actor, type HeldRole, type RoleName, roleIn, seatsOf } from "./role.ts";
import { anyOf, holdsSeat, inCircle, keepsProcedure, presides, reviewsFor, type Standing } from "./standing.ts";

/** A request to a second person, and who may answer it (rule W6). */
export type SecondThing = {
  committeeId: string;
  askedBy: string;
  /** The office under which it was asked. */
  askedAs: RoleName;
  /** Ids of the people who may consent. */
  seconds: readonly string[];
};

function answersRequest(actor: Actor, request: SecondThing): Standing | Refusal {
  const outside = inCircle(actor, request);
  if (isRefusal(outside)) return outside;
  if (actor.kind !== "person") return notFound();
  if (actor.personId === request.askedBy)
    return refuse("second-person", "W6", "You asked for this yourself; the second is another person.");
  if (!request.seconds.includes(actor.personId))
    return refuse(
      "second-person",
      "W6",
      "The second is the chair or vice-chair who is not asking, or the longest-seated expert if they are barred; you are not.",
    );
  const held =
    roleIn(actor, request.committeeId, "chair", "vice-chair") ?? seatsOf(actor, request.committeeId)[0] ?? null;
  if (held === null) return refuse("second-person", "W6", "You hold neither office nor seat in this committee.");
  return { allowed: true, role: held.role, seatId: held.seatId, memberId: held.memberId };
}

const regimeSecretariat = (rule: string) => (actor: Actor) => keepsProcedure(actor, null, rule);

export const membershipPowers = {
  "consent-second": answersRequest,
  "decline-second": answersRequest,
  "withdraw-request": (actor: Actor, request: SecondThing): Standing | Refusal => {
    const outside = inCircle(actor, request);
    if (isRefusal(outside)) return outside;
    if (actor.kind === "person" && actor.personId === request.askedBy)
      return { allowed: true, role: request.askedAs, seatId: null, memberId: actor.memberId };
    return refuse("second-person", "W6", "A request is withdrawn by who made it; you did not.");
  },
  "register-member": regimeSecretariat("M1"),
  "register-organisation": regimeSecretariat("M2"),
  "register-person": regimeSecretariat("W4"),
  "found-committee": regimeSecretariat("M4"),
  "create-seat": (actor: Actor, committee: { committeeId: string }) =>
    keepsProcedure(actor, committee.committeeId, "M2"),
  "give-role": (actor: Actor, committee: { committeeId: string | null }) =>
    keepsProcedure(actor, committee.committeeId, "W4"),
  "end-role": (actor: Actor, committee: { committeeId: string | null }) =>
    keepsProcedure(actor, committee.committeeId, "W4"),

  /** Rule X1; the powers matrix: seats, chairs and government reviewers declare, the secretariat and observers do not. */
  "declare-interest": (actor: Actor, candidate: CandidateThing): Standing | Refusal => {
    const who = anyOf(
      holdsSeat(actor, candidate.committeeId, "X1"),
      presides(actor, { committeeId: candidate.committeeId }, "X1", true),
      reviewsFor(actor, null, "X1"),
    );
    if (isRefusal(who))
      return who.code === "not-found"
        ? who
        : refuse("role", "X1", "Interests are declared by those who take part in the decision; you do not.");
    if (["declined", "withdrawn", "lapsed", "merged", "delisted"].includes(candidate.state))
      return refuse(
        "state",
        "X1",
        `The candidate is ${candidate.state}; interests are declared while it is before the committee.`,
      );
    return who;
  },
};

/** Rule W5: nobody is both chair and government reviewer, or secretariat and seat holder. */
export function checkIncompatible(held: HeldRole[], given: RoleName): Answer {
  const holds = (...names: RoleName[]) => held.find((one) => names.includes(one.role));
  const clash =
    given === "chair" || given === "vice-chair"
      ? holds("government-reviewer")
      : given === "government-reviewer"
        ? holds("chair", "vice-chair")
        : given === "secretariat"
          ? holds("holder", "alternate")
          : given === "holder" || given === "alternate"
            ? holds("secretariat")
            : undefined;
  if (!clash) return { allowed: true };
  return refuse(
    "role",
    "W5",
    `The person is ${clash.role} already; nobody is ${clash.role} and ${given} at once.`,
    "role",
  );
}
