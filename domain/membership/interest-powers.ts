/** Who sees interests and what the graph proposes, who disputes and classifies them, and who keeps the graph. Rules X2, X6, X10. */
import type { CandidateThing } from "../candidate/candidate-powers.ts";
import { type Answer, allowed, isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { Actor } from "./role.ts";
import {
  anyOf,
  type CommitteeThing,
  holdsSeat,
  inCircle,
  keepsProcedure,
  presides,
  type Standing,
} from "./standing.ts";

const over = ["declined", "withdrawn", "lapsed", "merged", "delisted"];

function whileBefore(standing: Standing | Refusal, candidate: CandidateThing, rule: string): Standing | Refusal {
  if (isRefusal(standing) || !over.includes(candidate.state)) return standing;
  const reason = `The candidate is ${candidate.state}; its interests are classified while it is before the committee.`;
  return refuse("state", rule, reason);
}

const secretariatOf = (actor: Actor, committee: { committeeId: string }) =>
  keepsProcedure(actor, committee.committeeId, "X2");

export const interestPowers = {
  /** Rule X10: the committee sees who declared what. */
  "see-interests": (actor: Actor, candidate: CommitteeThing): Answer => {
    const outside = inCircle(actor, candidate);
    return isRefusal(outside) ? outside : allowed;
  },
  /** What the graph proposes to others; to oneself everybody sees it who may declare. */
  "see-proposals": (actor: Actor, candidate: CommitteeThing): Standing | Refusal =>
    anyOf(
      presides(actor, { committeeId: candidate.committeeId }, "X2", true),
      keepsProcedure(actor, candidate.committeeId, "X2"),
    ),
  "record-patent": secretariatOf,
  "record-grant": secretariatOf,
  "record-tie": secretariatOf,
  "dispute-interest": (actor: Actor, candidate: CandidateThing): Standing | Refusal => {
    const who = anyOf(
      holdsSeat(actor, candidate.committeeId, "X6"),
      presides(actor, { committeeId: candidate.committeeId }, "X6", true),
      keepsProcedure(actor, candidate.committeeId, "X6"),
    );
    return whileBefore(who, candidate, "X6");
  },
  /** Chair and vice-chair, each for themselves; whom an interest bars does not preside (rule X3). */
  "classify-interest": (actor: Actor, candidate: CandidateThing): Standing | Refusal =>
    whileBefore(presides(actor, candidate, "X6", true), candidate, "X6"),
  /** The outcome of the question of procedure is entered by whoever keeps the record. */
  "settle-classification": (actor: Actor, candidate: CandidateThing): Standing | Refusal =>
    whileBefore(
      anyOf(presides(actor, candidate, "X6", true), keepsProcedure(actor, candidate.committeeId, "X6")),
      candidate,
      "X6",
    ),
};
