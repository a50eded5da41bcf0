/** Who may read, edit, freeze and comment on a definition. Rules D7, D9, K1 to K10, W8; powers matrix. */

import { mayEditIn } from "../candidate/candidate-life.ts";
import type { CandidateThing } from "../candidate/candidate-powers.ts";
import { type Actor, roleIn } from "../membership/role.ts";
import { anyOf, holdsSeat, inCircle, presides, reviewsFor, type Standing, writesFor } from "../membership/standing.ts";
import { type Answer, isRefusal, notFound, type Refusal, refuse } from "../refusal.ts";
import { type CommentState, stateAfterDisposition } from "./comment.ts";

export type CommentThing = CandidateThing & {
  commentState: CommentState;
  commenterId: string;
  /** The delegation of the commenter; null for an observer. */
  commenterMemberId: string | null;
  reopened: boolean;
  late: boolean;
  admitted: boolean;
};

const beforeBalloting = ["proposed", "drafting", "commenting", "resolving", "ready", "returned", "parked"];

export const definitionPowers = {
  "read-definition": (actor: Actor, candidate: CandidateThing): Answer => inCircle(actor, candidate),

  "edit-definition": (actor: Actor, candidate: CandidateThing): Standing | Refusal => {
    const outside = inCircle(actor, candidate);
    if (isRefusal(outside)) return outside;
    const who = writesFor(actor, candidate.committeeId);
    if (isRefusal(who))
      return refuse(
        "role",
        "W8",
        "The text is edited by holders of seats, their alternates and the chairs; you read it.",
      );
    const state = mayEditIn(candidate.state);
    return isRefusal(state) ? state : who;
  },

  "start-definition": (actor: Actor, candidate: CandidateThing): Standing | Refusal =>
    definitionPowers["edit-definition"](actor, candidate),

  "freeze-version": (actor: Actor, candidate: CandidateThing): Standing | Refusal => {
    const office = presides(actor, candidate, "D9");
    if (isRefusal(office)) return office;
    const state = mayEditIn(candidate.state);
    return isRefusal(state) ? state : office;
  },

  "waive-fault": (actor: Actor, candidate: CandidateThing): Standing | Refusal => {
    const office = presides(actor, candidate, "D7");
    if (isRefusal(office)) return office;
    return ["drafting", "commenting", "resolving", "ready"].includes(candidate.state)
      ? office
      : refuse("state", "D7", `The candidate is ${candidate.state}; faults are waived from drafting to ready.`);
  },

  /** Rule K3: after the round a comment is kept as late; observers comment while the round is open only. */
  "make-comment": (actor: Actor, candidate: CandidateThing): Standing | Refusal => {
    const outside = inCircle(actor, candidate);
    if (isRefusal(outside)) return outside;
    if (!beforeBalloting.includes(candidate.state))
      return refuse("state", "K3", `The candidate is ${candidate.state}; comments are made before its ballot opens.`);
    const who = anyOf(
      holdsSeat(actor, candidate.committeeId, "K1"),
      presides(actor, { committeeId: candidate.committeeId }, "K1", true),
      reviewsFor(actor, null, "K1"),
    );
    if (!isRefusal(who)) return who;
    if (roleIn(actor, candidate.committeeId, "secretariat"))
      return refuse("role", "W8", "The secretariat keeps procedure and comments on no text.");
    const observer = roleIn(actor, candidate.committeeId, "observer");
    if (!observer) return notFound();
    if (candidate.state !== "commenting")
      return refuse(
        "state",
        "K1",
        `The candidate is ${candidate.state}; observers comment while a comment round is open.`,
      );
    return { allowed: true, role: "observer", seatId: null, memberId: null };
  },

  "follow-up-comment": (actor: Actor, comment: CommentThing): Answer => {
    const outside = inCircle(actor, comment);
    if (isRefusal(outside)) return outside;
    if (comment.commentState === "withdrawn") return refuse("state", "K2", "The comment is withdrawn.");
    return { allowed: true };
  },

  /** Whoever may read a comment may say that it was looked at. */
  "acknowledge-mention": (actor: Actor, comment: CommentThing): Answer => inCircle(actor, comment),

  /** Rule K10: nobody disposes of a comment of the own delegation. */
  "dispose-comment": (actor: Actor, comment: CommentThing): Standing | Refusal => {
    const office = presides(actor, comment, "K4", true);
    if (isRefusal(office)) return office;
    if (actor.kind === "person" && comment.commenterMemberId !== null && actor.memberId === comment.commenterMemberId)
      return refuse(
        "own-delegation",
        "K10",
        "The comment comes from your own delegation; the other chair disposes of it.",
      );
    if (comment.commentState === "reopened" && office.role === "vice-chair")
      return refuse("role", "K8", "The comment was reopened; its disposition is the chair's.");
    const state = stateAfterDisposition(comment.commentState);
    return typeof state === "string" ? office : state;
  },

  /** Rule K3: a late comment waits for a disposition only once the chair has admitted it. */
  "admit-comment": (actor: Actor, comment: CommentThing): Standing | Refusal => {
    const office = presides(actor, comment, "K3", true);
    if (isRefusal(office)) return office;
    if (!comment.late) return refuse("state", "K3", "The comment was made in time; only a late one is admitted.");
    if (comment.admitted) return refuse("state", "K3", "The comment was admitted already.");
    return comment.commentState === "open"
      ? office
      : refuse("state", "K3", `The comment is ${comment.commentState}; only an open one is admitted.`);
  },

  /** Rule K8: the author of a reopened comment may sustain it once its second disposition stands. */
  "sustain-comment": (actor: Actor, comment: CommentThing): Answer => {
    const outside = inCircle(actor, comment);
    if (isRefusal(outside)) return outside;
    if (actor.kind !== "person" || actor.personId !== comment.commenterId)
      return refuse("own-delegation", "K8", "The commenter alone sustains; this comment is another person's.");
    if (comment.commentState !== "final")
      return refuse("state", "K8", `The comment is ${comment.commentState}; only a final one is sustained.`);
    return comment.reopened
      ? { allowed: true }
      : refuse(
          "state",
          "K8",
          "The comment was never reopened; only the disposition of a reopened one is contested so.",
        );
  },

  "reopen-comment": (actor: Actor, comment: CommentThing): Answer => {
    const outside = inCircle(actor, comment);
    if (isRefusal(outside)) return outside;
    if (actor.kind !== "person" || actor.personId !== comment.commenterId)
      return refuse("own-delegation", "K7", "The commenter alone may reopen; this comment is another person's.");
    if (comment.reopened) return refuse("state", "K7", "The comment was reopened once already.");
    return comment.commentState === "disposed"
      ? { allowed: true }
      : refuse("state", "K7", `The comment is ${comment.commentState}; only a disposed one is reopened.`);
  },

  /** Rule K7: the commenter may agree before the time to reopen is over. */
  "agree-disposition": (actor: Actor, comment: CommentThing): Answer => {
    const outside = inCircle(actor, comment);
    if (isRefusal(outside)) return outside;
    if (actor.kind !== "person" || actor.personId !== comment.commenterId)
      return refuse("own-delegation", "K7", "The commenter alone agrees; this comment is another person's.");
    return comment.commentState === "disposed"
      ? { allowed: true }
      : refuse("state", "K7", `The comment is ${comment.commentState}; agreement is with a disposition that stands.`);
  },

  "withdraw-comment": (actor: Actor, comment: CommentThing): Answer => {
    const outside = inCircle(actor, comment);
    if (isRefusal(outside)) return outside;
    if (actor.kind !== "person" || actor.personId !== comment.commenterId)
      return refuse("own-delegation", "K2", "The commenter alone may withdraw; this comment is another person's.");
    return comment.commentState === "open"
      ? { allowed: true }
      : refuse("state", "K2", `The comment is ${comment.commentState}; only an open one is withdrawn.`);
  },
};
