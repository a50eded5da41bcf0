/** Who may keep the register of members, people, committees and seats, and who declares interests. Rules M1 to M5, W4, W5, X1. */
import type { CandidateThing } from "../candidate/candidate-powers.ts";
import { type Answer, isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { Actor, HeldRole, RoleName } from "./role.ts";
import { anyOf, holdsSeat, keepsProcedure, presides, reviewsFor, type Standing } from "./standing.ts";

const regimeSecretariat = (rule: string) => (actor: Actor) => keepsProcedure(actor, null, rule);

export const membershipPowers = {
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
