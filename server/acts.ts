/** Every act that a form or the clock may ask for, by its intent. `test/floors.test.ts` holds this list against the files. */
import { agreeConfirmation } from "./commands/ballot/agree-confirmation.ts";
import { announceOverride } from "./commands/ballot/announce-override.ts";
import { answerChallenge } from "./commands/ballot/answer-challenge.ts";
import { answerDiscuss } from "./commands/ballot/answer-discuss.ts";
import { applyOutage } from "./commands/ballot/apply-outage.ts";
import { bridgeBallot } from "./commands/ballot/bridge-ballot.ts";
import { castPosition } from "./commands/ballot/cast-position.ts";
import { castSealedPosition } from "./commands/ballot/cast-sealed-position.ts";
import { certifyBallot } from "./commands/ballot/certify-ballot.ts";
import { challengeBallot } from "./commands/ballot/challenge-ballot.ts";
import { closeBallot } from "./commands/ballot/close-ballot.ts";
import { confirmBallot } from "./commands/ballot/confirm-ballot.ts";
import { confirmShare } from "./commands/ballot/confirm-share.ts";
import { decideOverride } from "./commands/ballot/decide-override.ts";
import { discardBallot } from "./commands/ballot/discard-ballot.ts";
import { disputePosition } from "./commands/ballot/dispute-position.ts";
import { draftBallot } from "./commands/ballot/draft-ballot.ts";
import { explainPosition } from "./commands/ballot/explain-position.ts";
import { extendBallot } from "./commands/ballot/extend-ballot.ts";
import { findInterest } from "./commands/ballot/find-interest.ts";
import { giveOverrideVoice } from "./commands/ballot/give-override-voice.ts";
import { giveShares } from "./commands/ballot/give-shares.ts";
import { openBallot } from "./commands/ballot/open-ballot.ts";
import { reBallot } from "./commands/ballot/re-ballot.ts";
import { recordPosition } from "./commands/ballot/record-position.ts";
import { recordSecretResult } from "./commands/ballot/record-secret-result.ts";
import { registerHolderKey } from "./commands/ballot/register-holder-key.ts";
import { remindSeat } from "./commands/ballot/remind-seat.ts";
import { renewDiscuss } from "./commands/ballot/renew-discuss.ts";
import { sealBallot } from "./commands/ballot/seal-ballot.ts";
import { submitShare } from "./commands/ballot/submit-share.ts";
import { supportChallenge } from "./commands/ballot/support-challenge.ts";
import { unsealBallot } from "./commands/ballot/unseal-ballot.ts";
import { unsealOverdue } from "./commands/ballot/unseal-overdue.ts";
import { voidBallot } from "./commands/ballot/void-ballot.ts";
import { acceptCandidate } from "./commands/candidate/accept-candidate.ts";
import { closeCommentRound } from "./commands/candidate/close-comment-round.ts";
import { declineCandidate } from "./commands/candidate/decline-candidate.ts";
import { draftScope } from "./commands/candidate/draft-scope.ts";
import { markReady } from "./commands/candidate/mark-ready.ts";
import { openCommentRound } from "./commands/candidate/open-comment-round.ts";
import { parkCandidate } from "./commands/candidate/park-candidate.ts";
import { proposeCandidate } from "./commands/candidate/propose-candidate.ts";
import { resumeCandidate } from "./commands/candidate/resume-candidate.ts";
import { reviseText } from "./commands/candidate/revise-text.ts";
import { withdrawCandidate } from "./commands/candidate/withdraw-candidate.ts";
import { acceptAmendment } from "./commands/definition/accept-amendment.ts";
import { acknowledgeMention } from "./commands/definition/acknowledge-mention.ts";
import { admitComment } from "./commands/definition/admit-comment.ts";
import { agreeDisposition } from "./commands/definition/agree-disposition.ts";
import { anotherAdopted } from "./commands/definition/another-adopted.ts";
import { baseChanged } from "./commands/definition/base-changed.ts";
import { bracketAmendment } from "./commands/definition/bracket-amendment.ts";
import { correctFigure } from "./commands/definition/correct-figure.ts";
import { defineTerm } from "./commands/definition/define-term.ts";
import { disposeComment } from "./commands/definition/dispose-comment.ts";
import { followUpAmendment } from "./commands/definition/follow-up-amendment.ts";
import { followUpComment } from "./commands/definition/follow-up-comment.ts";
import { freezeVersion } from "./commands/definition/freeze-version.ts";
import { importSystems } from "./commands/definition/import-systems.ts";
import { makeComment } from "./commands/definition/make-comment.ts";
import { objectAmendment } from "./commands/definition/object-amendment.ts";
import { proposeAmendment } from "./commands/definition/propose-amendment.ts";
import { rebaseAmendment } from "./commands/definition/rebase-amendment.ts";
import { recordSystem } from "./commands/definition/record-system.ts";
import { redefineTerm } from "./commands/definition/redefine-term.ts";
import { rejectAmendment } from "./commands/definition/reject-amendment.ts";
import { reopenComment } from "./commands/definition/reopen-comment.ts";
import { restoreVersion } from "./commands/definition/restore-version.ts";
import { startDefinition } from "./commands/definition/start-definition.ts";
import { supportAmendment } from "./commands/definition/support-amendment.ts";
import { sustainComment } from "./commands/definition/sustain-comment.ts";
import { waiveFault } from "./commands/definition/waive-fault.ts";
import { withdrawAmendment } from "./commands/definition/withdraw-amendment.ts";
import { withdrawComment } from "./commands/definition/withdraw-comment.ts";
import { withdrawSupport } from "./commands/definition/withdraw-support.ts";
import { withdrawSystem } from "./commands/definition/withdraw-system.ts";
import { classifyInterest } from "./commands/membership/classify-interest.ts";
import { consentSecond } from "./commands/membership/consent-second.ts";
import { createSeat } from "./commands/membership/create-seat.ts";
import { declareInterest } from "./commands/membership/declare-interest.ts";
import { declineSecond } from "./commands/membership/decline-second.ts";
import { disputeInterest } from "./commands/membership/dispute-interest.ts";
import { endRole } from "./commands/membership/end-role.ts";
import { foundCommittee } from "./commands/membership/found-committee.ts";
import { giveRole } from "./commands/membership/give-role.ts";
import { recordGrant } from "./commands/membership/record-grant.ts";
import { recordPatent } from "./commands/membership/record-patent.ts";
import { recordTie } from "./commands/membership/record-tie.ts";
import { registerMember } from "./commands/membership/register-member.ts";
import { registerOrganisation } from "./commands/membership/register-organisation.ts";
import { registerPerson } from "./commands/membership/register-person.ts";
import { requestSecond } from "./commands/membership/request-second.ts";
import { settleClassification } from "./commands/membership/settle-classification.ts";
import { withdrawRequest } from "./commands/membership/withdraw-request.ts";
import { acknowledgeDelivery } from "./commands/review/acknowledge-delivery.ts";
import { adoptBySilence } from "./commands/review/adopt-by-silence.ts";
import { adoptInPart } from "./commands/review/adopt-in-part.ts";
import { cancelRound } from "./commands/review/cancel-round.ts";
import { dispatchRound } from "./commands/review/dispatch-round.ts";
import { endOutage } from "./commands/review/end-outage.ts";
import { enterReservation } from "./commands/review/enter-reservation.ts";
import { lengthenRound } from "./commands/review/lengthen-round.ts";
import { prepareRound } from "./commands/review/prepare-round.ts";
import { recordOutage } from "./commands/review/record-outage.ts";
import { replyRound } from "./commands/review/reply-round.ts";
import { returnToCommittee } from "./commands/review/return-to-committee.ts";
import { transmitRecommendation } from "./commands/review/transmit-recommendation.ts";
import { withdrawReservation } from "./commands/review/withdraw-reservation.ts";

export const acts = {
  "accept-amendment": acceptAmendment,
  "accept-candidate": acceptCandidate,
  "acknowledge-delivery": acknowledgeDelivery,
  "acknowledge-mention": acknowledgeMention,
  "admit-comment": admitComment,
  "adopt-by-silence": adoptBySilence,
  "adopt-in-part": adoptInPart,
  "agree-confirmation": agreeConfirmation,
  "agree-disposition": agreeDisposition,
  "announce-override": announceOverride,
  "another-adopted": anotherAdopted,
  "answer-challenge": answerChallenge,
  "answer-discuss": answerDiscuss,
  "apply-outage": applyOutage,
  "base-changed": baseChanged,
  "bracket-amendment": bracketAmendment,
  "bridge-ballot": bridgeBallot,
  "cancel-round": cancelRound,
  "cast-position": castPosition,
  "cast-sealed-position": castSealedPosition,
  "certify-ballot": certifyBallot,
  "challenge-ballot": challengeBallot,
  "classify-interest": classifyInterest,
  "close-ballot": closeBallot,
  "close-comment-round": closeCommentRound,
  "confirm-ballot": confirmBallot,
  "confirm-share": confirmShare,
  "consent-second": consentSecond,
  "correct-figure": correctFigure,
  "create-seat": createSeat,
  "decide-override": decideOverride,
  "declare-interest": declareInterest,
  "decline-candidate": declineCandidate,
  "decline-second": declineSecond,
  "define-term": defineTerm,
  "discard-ballot": discardBallot,
  "dispatch-round": dispatchRound,
  "dispose-comment": disposeComment,
  "dispute-interest": disputeInterest,
  "dispute-position": disputePosition,
  "draft-ballot": draftBallot,
  "draft-scope": draftScope,
  "end-outage": endOutage,
  "end-role": endRole,
  "enter-reservation": enterReservation,
  "explain-position": explainPosition,
  "extend-ballot": extendBallot,
  "find-interest": findInterest,
  "follow-up-amendment": followUpAmendment,
  "follow-up-comment": followUpComment,
  "found-committee": foundCommittee,
  "freeze-version": freezeVersion,
  "give-override-voice": giveOverrideVoice,
  "give-role": giveRole,
  "give-shares": giveShares,
  "import-systems": importSystems,
  "lengthen-round": lengthenRound,
  "make-comment": makeComment,
  "mark-ready": markReady,
  "object-amendment": objectAmendment,
  "open-ballot": openBallot,
  "open-comment-round": openCommentRound,
  "park-candidate": parkCandidate,
  "prepare-round": prepareRound,
  "propose-amendment": proposeAmendment,
  "propose-candidate": proposeCandidate,
  "re-ballot": reBallot,
  "rebase-amendment": rebaseAmendment,
  "record-grant": recordGrant,
  "record-outage": recordOutage,
  "record-patent": recordPatent,
  "record-position": recordPosition,
  "record-secret-result": recordSecretResult,
  "record-system": recordSystem,
  "record-tie": recordTie,
  "redefine-term": redefineTerm,
  "register-holder-key": registerHolderKey,
  "register-member": registerMember,
  "register-organisation": registerOrganisation,
  "register-person": registerPerson,
  "reject-amendment": rejectAmendment,
  "remind-seat": remindSeat,
  "renew-discuss": renewDiscuss,
  "reopen-comment": reopenComment,
  "reply-round": replyRound,
  "request-second": requestSecond,
  "restore-version": restoreVersion,
  "resume-candidate": resumeCandidate,
  "return-to-committee": returnToCommittee,
  "revise-text": reviseText,
  "seal-ballot": sealBallot,
  "settle-classification": settleClassification,
  "start-definition": startDefinition,
  "submit-share": submitShare,
  "support-amendment": supportAmendment,
  "support-challenge": supportChallenge,
  "sustain-comment": sustainComment,
  "transmit-recommendation": transmitRecommendation,
  "unseal-ballot": unsealBallot,
  "unseal-overdue": unsealOverdue,
  "void-ballot": voidBallot,
  "waive-fault": waiveFault,
  "withdraw-amendment": withdrawAmendment,
  "withdraw-candidate": withdrawCandidate,
  "withdraw-comment": withdrawComment,
  "withdraw-request": withdrawRequest,
  "withdraw-reservation": withdrawReservation,
  "withdraw-support": withdrawSupport,
  "withdraw-system": withdrawSystem,
} as const;

export type Intent = keyof typeof acts;
