/** Who may do what to a candidate. Rules C1 to C9, W1, W8; powers matrix. */

import { type Actor, seatsOf } from "../membership/role.ts";
import {
  anyOf,
  type CommitteeThing,
  holdsSeat,
  keepsProcedure,
  presides,
  reviewsFor,
  type Standing,
} from "../membership/standing.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import { type CandidateState, moveFrom } from "./candidate-life.ts";

export type CandidateThing = CommitteeThing & {
  state: CandidateState;
  sponsorSeatId: string | null;
  sponsorMemberId: string | null;
  proposedBy: string;
};

/** The act moves the candidate by table C, and the chair does it. */
const chairMoves = (act: string, rule: string) => (actor: Actor, candidate: CandidateThing) => {
  const office = presides(actor, candidate, rule);
  if (isRefusal(office)) return office;
  const move = moveFrom(candidate.state, act);
  return isRefusal(move) ? move : office;
};

function isSponsor(actor: Actor, candidate: CandidateThing): Standing | Refusal {
  const seat = holdsSeat(actor, candidate.committeeId, "C9");
  if (candidate.sponsorSeatId !== null) {
    const own = seatsOf(actor, candidate.committeeId).find((held) => held.seatId === candidate.sponsorSeatId);
    if (own) return { allowed: true, role: own.role, seatId: own.seatId, memberId: own.memberId };
    return isRefusal(seat)
      ? seat
      : refuse("seat", "C9", "Your seat does not sponsor this candidate; its sponsor alone may do this.");
  }
  return reviewsFor(actor, candidate.sponsorMemberId, "C9");
}

export const candidatePowers = {
  "propose-candidate": (actor: Actor, committee: CommitteeThing): Standing | Refusal => {
    const who = anyOf(holdsSeat(actor, committee.committeeId, "C1"), reviewsFor(actor, null, "C1"));
    if (!isRefusal(who) || who.code === "not-found") return who;
    return refuse(
      "role",
      "C1",
      "Candidates are proposed by holders of seats, their alternates and government reviewers.",
    );
  },
  "accept-candidate": chairMoves("accept-candidate", "C3"),
  "decline-candidate": chairMoves("decline-candidate", "C4"),
  "open-comment-round": chairMoves("open-comment-round", "C6"),
  "close-comment-round": chairMoves("close-comment-round", "K3"),
  "revise-text": chairMoves("revise-text", "D10"),
  "mark-ready": chairMoves("mark-ready", "B4"),
  "park-candidate": chairMoves("park-candidate", "C8"),
  "resume-candidate": chairMoves("resume-candidate", "C8"),
  "withdraw-candidate": (actor: Actor, candidate: CandidateThing) => {
    const sponsor = isSponsor(actor, candidate);
    if (isRefusal(sponsor)) return sponsor;
    const move = moveFrom(candidate.state, "withdraw-candidate");
    return isRefusal(move) ? move : sponsor;
  },
  /** The scope is drafted by the committee while the text is not before the governments (rules R2 to R8, B4). */
  "draft-scope": (actor: Actor, candidate: CandidateThing) => {
    const standing = anyOf(
      presides(actor, candidate, "R2", true),
      holdsSeat(actor, candidate.committeeId, "R2"),
      keepsProcedure(actor, candidate.committeeId, "R2"),
    );
    if (isRefusal(standing)) return standing;
    const open: CandidateState[] = ["drafting", "commenting", "resolving", "ready"];
    return open.includes(candidate.state)
      ? standing
      : refuse("state", "R2", `The candidate is ${candidate.state}; its scope is drafted before a ballot opens.`);
  },
};
