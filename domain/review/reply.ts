/** A member's word in a silence round. Rules V8, V9, V10, V11, V12 and M8. */
import { type Instant, sayInstant } from "../instant.ts";
import { type Answer, allowed, firstRefusal, refuse } from "../refusal.ts";

export const replyWords = ["agree", "object", "amend", "cannot-join", "ask-time"] as const;
export type ReplyWord = (typeof replyWords)[number];

/** `by` is the role under which the person replied; only a government reviewer's reply counts (rule V9). */
export type Reply = { member: string; word: ReplyWord; at: Instant; by: string };

export const replyingRole = "government-reviewer";

/** The words that break a round at once (rule V12). */
export function breaks(word: ReplyWord): boolean {
  return word === "object" || word === "amend";
}

/** Whether these words of one member are silence: none, or only requests for time (rule V11). */
export function isSilence(words: readonly ReplyWord[]): boolean {
  return words.every((word) => word === "ask-time");
}

export type ReplyQuestion = {
  /** The round's state and Z; null until T0 (rules V4, V7). */
  round: { state: string; endsAt: Instant | null; kind: string };
  /** The role the person replies in, and whether it is held for that member. */
  by: string;
  ownMember: boolean;
  word: string;
  reason: string;
  /** The other text that `amend` proposes. */
  text: string;
  now: Instant;
};

/**
 * Whether a reply is taken. Refusals in this order: `role` (V9), `seat` (another member's), `late` (V10), `state`
 * (table V), `word` (V8, M8), `reason-missing` (V8).
 */
export function replyCheck(question: ReplyQuestion): Answer {
  return firstRefusal(whoReplies(question), whenReplied(question), whatReplied(question));
}

function whoReplies({ by, ownMember }: ReplyQuestion): Answer {
  if (by !== replyingRole)
    return refuse("role", "V9", `Only a government reviewer of the member replies; you act as ${by}.`);
  if (!ownMember) return refuse("seat", "V9", "You review for another member than the one this reply is for.");
  return allowed;
}

function whenReplied({ round, now }: ReplyQuestion): Answer {
  if (round.endsAt !== null && now >= round.endsAt)
    return refuse(
      "late",
      "V10",
      `The round ended at ${sayInstant(round.endsAt)}; your member may enter a reservation.`,
    );
  if (round.state === "dispatched" || round.state === "running") return allowed;
  return refuse("state", "V12", `The round is ${round.state}; replies are made while it is dispatched or running.`);
}

function whatReplied({ round, word, reason, text }: ReplyQuestion): Answer {
  if (!(replyWords as readonly string[]).includes(word))
    return refuse("word", "V8", `"${word}" is no reply; the words are ${replyWords.join(", ")}.`, "word");
  if (round.kind === "accession" && word === "cannot-join")
    return refuse("word", "M8", 'An accession is decided by all members: "cannot-join" is no reply to it.', "word");
  if (word !== "agree" && reason.trim() === "")
    return refuse("reason-missing", "V8", `The reply "${word}" needs a reason; the reason given is empty.`, "reason");
  if (word === "amend" && text.trim() === "")
    return refuse(
      "reason-missing",
      "V8",
      'The reply "amend" needs the text you propose; the text given is empty.',
      "text",
    );
  return allowed;
}
