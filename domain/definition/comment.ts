/** Comments in the ISO form and their dispositions. Rules K1 to K9, table K. */
import type { CandidateState } from "../candidate/candidate-life.ts";
import { type Answer, allowed, refuse } from "../refusal.ts";

export const commentTypes = ["general", "technical", "editorial"] as const;
export type CommentType = (typeof commentTypes)[number];

export const commentStates = ["open", "disposed", "reopened", "final", "sustained", "withdrawn"] as const;
export type CommentState = (typeof commentStates)[number];

export const dispositionWords = ["accepted", "partially-accepted", "noted", "rejected"] as const;
export type DispositionWord = (typeof dispositionWords)[number];

/** What may stand in a comment's thread: an answer, a disposition, the new argument with which it was reopened. */
export const threadEntryKinds = ["answer", "disposition", "argument"] as const;
export type ThreadEntryKind = (typeof threadEntryKinds)[number];

/** Working days within which the commenter may reopen (rule K7). */
export const reopenDays = 5;

/** Rule K1: a technical comment needs a proposed change. */
export function checkComment(comment: { type: CommentType; body: string; proposedChange: string }): Answer {
  if (comment.body.trim() === "") return refuse("reason-missing", "K1", "The comment is empty.", "body");
  if (comment.type === "technical" && comment.proposedChange.trim() === "")
    return refuse(
      "reason-missing",
      "K1",
      "A technical comment needs a proposed change; this one has none.",
      "proposedChange",
    );
  return allowed;
}

/** Table K: from which states a disposition is made, and where it leads (rules K7, K8). */
export function stateAfterDisposition(state: CommentState): CommentState | ReturnType<typeof refuse> {
  if (state === "open") return "disposed";
  if (state === "reopened") return "final";
  return refuse("state", "K8", `The comment is ${state}; only an open or reopened comment gets a disposition.`);
}

/** Rule K4: all words but `accepted` need a reason; `accepted` names what carries it. */
export function checkDisposition(word: DispositionWord, reason: string): Answer {
  if (reason.trim() !== "") return allowed;
  return word === "accepted"
    ? refuse(
        "reason-missing",
        "K4",
        "An accepted comment names the amendment or version that carries it; none is named.",
        "reason",
      )
    : refuse("reason-missing", "K4", `The disposition "${word}" needs a reason; none is given.`, "reason");
}

/** Rule K3: a comment is late once the round has closed; while the text is drafted the next round is still to come. */
export function isLateIn(state: CandidateState): boolean {
  return !["proposed", "drafting", "commenting"].includes(state);
}

/** Rule K9: several comments are disposed of in one act only if they have one type; they get one reason by the act's form. */
export function checkTogether(types: CommentType[]): Answer {
  const [first, ...others] = types;
  const other = others.find((type) => type !== first);
  if (other === undefined) return allowed;
  return refuse(
    "word",
    "K9",
    `One disposition for several comments needs one type; these are ${first} and ${other}.`,
    "comment",
  );
}

/** Rule K5: whether the comment still holds up the opening of a ballot. */
export function holdsUpBallot(comment: { type: CommentType; state: CommentState; late: boolean }): boolean {
  return comment.type === "technical" && !comment.late && (comment.state === "open" || comment.state === "reopened");
}
