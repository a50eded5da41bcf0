/** Comments in the ISO form and their dispositions. Rules K1 to K9, table K. */
import type { CandidateState } from "../candidate/candidate-life.ts";
import { type Answer, allowed, type Refusal, refuse } from "../refusal.ts";

export const commentTypes = ["general", "technical", "editorial"] as const;
export type CommentType = (typeof commentTypes)[number];

export const commentStates = ["open", "disposed", "reopened", "final", "sustained", "withdrawn"] as const;
export type CommentState = (typeof commentStates)[number];

export const dispositionWords = ["accepted", "partially-accepted", "noted", "rejected"] as const;
export type DispositionWord = (typeof dispositionWords)[number];

/** How a table of comments may be narrowed beside its columns: to those that came late, to the reader's own. */
export const commentsOnly = ["late", "mine"] as const;
export type CommentsOnly = (typeof commentsOnly)[number];

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
export function checkDisposition(word: DispositionWord, reason: string, carrier: Carrier | null): Answer {
  if (word === "accepted")
    return carrier === null
      ? refuse(
          "reason-missing",
          "K4",
          "An accepted comment names the amendment or version that carries it; none is named.",
          "carriedBy",
        )
      : allowed;
  return reason.trim() === ""
    ? refuse("reason-missing", "K4", `The disposition "${word}" needs a reason; none is given.`, "reason")
    : allowed;
}

/** What carries an accepted comment into the text (rule K4): a version by its number, or an amendment by its id. */
export type Carrier = { version: number } | { amendment: string };

/** How a carrier is written where one word has to say it: `version-3`, `amendment-9f…`. */
export function carrierWord(carrier: Carrier): string {
  return "version" in carrier ? `version-${carrier.version}` : `amendment-${carrier.amendment}`;
}

export function readCarrier(word: string | null): Carrier | null {
  const [, kind, name] = /^(version|amendment)-([A-Za-z0-9]{1,64})$/.exec(word ?? "") ?? [];
  if (kind === undefined || name === undefined) return null;
  if (kind === "amendment") return { amendment: name };
  return /^[1-9]\d{0,5}$/.test(name) ? { version: Number(name) } : null;
}

/** Rule K4: the version that carries a comment is one made after that which was commented on; at most the next one. */
export function checkCarryingVersion(version: number, numbers: { commented: number | null; latest: number }): Answer {
  const first = (numbers.commented ?? 0) + 1;
  const next = numbers.latest + 1;
  if (version >= first && version <= next) return allowed;
  const range = first === next ? `only version ${next} can` : `versions ${first} to ${next} can`;
  return refuse(
    "word",
    "K4",
    `Version ${version} cannot carry this comment: ${range}, which come after the text that was commented on.`,
    "carriedBy",
  );
}

/** Rule K3: a comment is late once the round has closed; while the text is drafted the next round is still to come. */
export function isLateIn(state: CandidateState): boolean {
  return !["proposed", "drafting", "commenting"].includes(state);
}

/** Rule K9: several comments are disposed of in one act only if they have one type; they get one reason by the act's form. */
export function checkTogether(comments: { number: number; type: CommentType }[]): Answer {
  const [first, ...others] = comments;
  const other = others.find(({ type }) => type !== first?.type);
  if (first === undefined || other === undefined) return allowed;
  return refuse(
    "word",
    "K9",
    `One disposition for several comments needs one type; comment ${first.number} is ${first.type} and comment ${other.number} is ${other.type}.`,
    "comment",
  );
}

/** A refusal about one of several comments says which one stops the act. */
export function stoppedBy(refusal: Refusal, number: number): Refusal {
  return { ...refusal, reason: `Comment ${number}: ${refusal.reason}`, field: "comment" };
}

/** Rules K3, K5: whether the comment needs a disposition; a late one does only where the chair has admitted it. */
export function needsDisposition(comment: { type: CommentType; late: boolean; admittedAt: number | null }): boolean {
  return comment.type === "technical" && (!comment.late || comment.admittedAt !== null);
}

/** Rule K5: whether the comment still holds up the opening of a ballot. */
export function holdsUpBallot(comment: Parameters<typeof needsDisposition>[0] & { state: CommentState }): boolean {
  return needsDisposition(comment) && (comment.state === "open" || comment.state === "reopened");
}
