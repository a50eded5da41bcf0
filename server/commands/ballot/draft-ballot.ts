/**
 * Drafts a ballot of any type: on the latest frozen version of a candidate that is ready, or on a question of procedure of a
 * candidate or of the committee. Rules B1, B5, B22 to B29, B36, C10, M6: a draft on text names the ballot before it, and
 * holds the candidate's place for a ballot until it is opened or discarded.
 * Who: the chair; the secretariat. Minute: ballot-drafted.
 */
import type { Tx } from "../../../db/open.ts";
import { findBallotsOf, findLatestFrozen } from "../../../db/store/ballot.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { findCommittee, loadRecusals } from "../../../db/store/membership.ts";
import { nextNumber } from "../../../db/store/record.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { day_ms } from "../../../domain/instant.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { ballotReference } from "../../../domain/record/reference.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { askingCheck, plainQuestion, questionInput, questionOf } from "../../ballot-question.ts";
import { command } from "../../command.ts";

export const draftBallot = command({
  act: "draft-ballot",
  rules: ["B1", "B5", "B29", "B36", "C10"],
  input: questionInput,
  async decide(tx, actor, input, context) {
    const candidate = await findCandidate(tx, input.candidate);
    if (input.candidate !== null && !candidate) return notFound();
    const committee = await findCommittee(tx, candidate?.committeeId ?? input.committee ?? "");
    if (!committee) return notFound();
    const thing = candidate
      ? await candidateThing(tx, candidate)
      : { committeeId: committee.id, ...(await loadRecusals(tx, committee.id, null)) };
    const answer = powers["draft-ballot"](actor, thing);
    if (isRefusal(answer)) return answer;
    const question = questionOf(input);
    const latest = candidate ? await findLatestFrozen(tx, candidate.id) : null;
    const asking = await askingCheck(tx, question, committee.id, candidate, latest);
    if (isRefusal(asking)) return asking;
    const version = question.subject === "text" ? latest : null;
    const words = input.question || plainQuestion(question, version);
    if (!words) return refuse("reason-missing", "B1", "A ballot asks one question; none is given.", "question");
    const reference = ballotReference(committee.code, await nextNumber(tx, `ballot/${committee.code}`));
    const id = context.newId();
    const previous = version && candidate ? await previousOnText(tx, candidate) : null;
    const { type, subject, mode, days, options, tieOrder, atMost, chosenType, marks } = question;
    await tx.insert(tx.t.ballots).values({
      id,
      reference,
      committeeId: committee.id,
      candidateId: candidate?.id ?? null,
      versionId: version?.id ?? null,
      previousBallotId: previous?.id ?? null,
      subject,
      type,
      mode,
      question: words,
      state: "drafted",
      length_ms: days * day_ms,
      draftedAt: tx.now,
      options: options ? [...options] : null,
      tieOrder: tieOrder ? [...tieOrder] : null,
      atMost: atMost ?? null,
      chosenType: chosenType ?? null,
      rollMarks: marks,
    });
    return {
      value: { id, reference },
      minute: {
        object: ["ballot", id],
        role: roleOf(answer),
        committeeId: committee.id,
        candidateId: candidate?.id ?? null,
        values: {
          reference,
          type,
          subject,
          version: version?.number ?? null,
          days,
          previous: previous?.reference ?? null,
          ...(chosenType && { chosenType }),
        },
      },
    };
  },
});

/** The ballot on the candidate's text that this one comes after (rule B36). */
async function previousOnText(tx: Tx, candidate: Candidate) {
  const before = await findBallotsOf(tx, candidate.id);
  return before.find((one) => one.subject === "text" && one.state !== "discarded");
}
