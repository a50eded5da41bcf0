/**
 * Every act of the committee and the minute it writes: the command's file, its function, the form's intent and the
 * minute's type are one act said four ways (rule T1). A minute's type is never reused for another act.
 */
export const minuteTypes = {
  // membership
  "register-member": "member-registered",
  "register-organisation": "organisation-registered",
  "register-person": "person-registered",
  "found-committee": "committee-founded",
  "create-seat": "seat-created",
  "give-role": "role-given",
  "end-role": "role-ended",
  "declare-interest": "interest-declared",
  "request-second": "second-requested",
  "decline-second": "second-declined",
  "withdraw-request": "second-request-withdrawn",
  // candidate
  "propose-candidate": "candidate-proposed",
  "accept-candidate": "candidate-accepted",
  "decline-candidate": "candidate-declined",
  "open-comment-round": "comment-round-opened",
  "close-comment-round": "comment-round-closed",
  "revise-text": "text-revised",
  "mark-ready": "candidate-marked-ready",
  "park-candidate": "candidate-parked",
  "resume-candidate": "candidate-resumed",
  "withdraw-candidate": "candidate-withdrawn",
  "draft-scope": "scope-drafted",
  // definition
  "start-definition": "definition-started",
  "freeze-version": "version-frozen",
  "waive-fault": "fault-waived",
  "make-comment": "comment-made",
  "follow-up-comment": "comment-followed-up",
  "dispose-comment": "comment-disposed",
  "reopen-comment": "comment-reopened",
  "agree-disposition": "disposition-agreed",
  "withdraw-comment": "comment-withdrawn",
  "admit-comment": "comment-admitted",
  "sustain-comment": "comment-sustained",
  "acknowledge-mention": "mention-acknowledged",
  "define-term": "term-defined",
  "redefine-term": "term-redefined",
  "record-system": "system-recorded",
  "correct-figure": "figure-corrected",
  "import-systems": "systems-imported",
  "withdraw-system": "system-withdrawn",
  "propose-amendment": "amendment-proposed",
  "restore-version": "version-restoration-proposed",
  "support-amendment": "amendment-supported",
  "withdraw-support": "amendment-support-withdrawn",
  "follow-up-amendment": "amendment-followed-up",
  "object-amendment": "amendment-objected",
  "accept-amendment": "amendment-accepted",
  "reject-amendment": "amendment-rejected",
  "bracket-amendment": "amendment-bracketed",
  "rebase-amendment": "amendment-rebased",
  "withdraw-amendment": "amendment-withdrawn",
  "base-changed": "amendment-base-changed",
  "another-adopted": "amendment-fallen",
  // ballot
  "draft-ballot": "ballot-drafted",
  "discard-ballot": "ballot-discarded",
  "open-ballot": "ballot-opened",
  "extend-ballot": "ballot-extended",
  "void-ballot": "ballot-voided",
  "cast-position": "position-cast",
  "answer-discuss": "discuss-answered",
  "renew-discuss": "discuss-renewed",
  "remind-seat": "seat-reminded",
  "close-ballot": "ballot-closed",
  "certify-ballot": "ballot-certified",
  // review
  "transmit-recommendation": "recommendation-transmitted",
  "prepare-round": "round-prepared",
  "dispatch-round": "round-dispatched",
  "acknowledge-delivery": "delivery-acknowledged",
  "reply-round": "round-replied",
  "lengthen-round": "round-lengthened",
  "cancel-round": "round-cancelled",
  "adopt-by-silence": "adopted-by-silence",
  "adopt-in-part": "adopted-in-part",
  "return-to-committee": "returned-to-committee",
  "enter-reservation": "reservation-entered",
  "withdraw-reservation": "reservation-withdrawn",
} as const;

/** Acts that write the minute of another act: consent does what was asked for, and its minute names both persons. */
export const consentingActs = ["consent-second"] as const;

export type MinutedAct = keyof typeof minuteTypes;
export type ActName = MinutedAct | (typeof consentingActs)[number];
export type MinuteType = (typeof minuteTypes)[MinutedAct];

export const objectKinds = [
  "member",
  "organisation",
  "person",
  "committee",
  "seat",
  "candidate",
  "definition",
  "version",
  "comment",
  "term",
  "system",
  "amendment",
  "ballot",
  "recommendation",
  "round",
  "reservation",
] as const;
export type ObjectKind = (typeof objectKinds)[number];
