/**
 * Drafts a ballot on the latest frozen version of a candidate that is ready. Rules B1, B5, B36, C10: the draft names the
 * ballot before it, and holds the candidate's place for a ballot until it is opened or discarded.
 * Who: the chair; the secretariat. Minute: ballot-drafted.
 */
import { z } from "zod";
import { findBallotsOf, findLatestFrozen, notAdoptedAt } from "../../../db/store/ballot.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import { nextNumber } from "../../../db/store/record.ts";
import { isBallotOver } from "../../../domain/ballot/ballot-life.ts";
import { durationCheck, reballotCheck } from "../../../domain/ballot/opening.ts";
import { day_ms } from "../../../domain/instant.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { ballotReference } from "../../../domain/record/reference.ts";
import { firstRefusal, isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, line, wholeNumber } from "../../fields.ts";

/** A longer ballot would outlive the interests that it was opened under (rule X7). */
const daysMax = 120;
/** The least that a recommendation ballot stays open (rule B5). */
const daysDefault = 14;

export const draftBallot = command({
  act: "draft-ballot",
  rules: ["B1", "B5", "B36", "C10"],
  input: z.object({
    candidate: handle,
    /** Left out, it asks for the recommendation of the version. */
    question: line(300).or(z.literal("")).optional(),
    /** Whole days of 24 h from the opening. */
    days: wholeNumber(1, daysMax).default(daysDefault),
  }),
  async decide(tx, actor, input, context) {
    const candidate = await findCandidate(tx, input.candidate);
    if (!candidate) return notFound();
    const answer = powers["draft-ballot"](actor, await candidateThing(tx, candidate));
    if (isRefusal(answer)) return answer;
    const before = await findBallotsOf(tx, candidate.id);
    const live = before.find((one) => !isBallotOver(one.state));
    if (live)
      return refuse("limit", "C10", `${live.reference} is ${live.state}; a candidate has one ballot at a time.`);
    if (candidate.state !== "ready")
      return refuse("state", "B1", `The candidate is ${candidate.state}; its ballot is drafted while it is ready.`);
    const version = await findLatestFrozen(tx, candidate.id);
    if (!version) return refuse("state", "B1", "The definition has no frozen version; a ballot asks about one.");
    const answers = firstRefusal(
      durationCheck("recommendation", 0, input.days * day_ms),
      reballotCheck(await notAdoptedAt(tx, candidate.id, version.textHash), tx.now),
    );
    if (isRefusal(answers)) return answers.rule === "B5" ? { ...answers, field: "days" } : answers;
    const committee = (await findCommittee(tx, candidate.committeeId))!;
    const reference = ballotReference(committee.code, await nextNumber(tx, `ballot/${committee.code}`));
    const id = context.newId();
    const previous = before.find((one) => one.state !== "discarded");
    await tx.insert(tx.t.ballots).values({
      id,
      reference,
      committeeId: candidate.committeeId,
      candidateId: candidate.id,
      versionId: version.id,
      previousBallotId: previous?.id ?? null,
      type: "recommendation",
      mode: "RECORDED",
      question: input.question || `Shall version ${version.number} of this definition be recommended to the members?`,
      state: "drafted",
      length_ms: input.days * day_ms,
      draftedAt: tx.now,
    });
    return {
      value: { id, reference },
      minute: {
        object: ["ballot", id],
        role: roleOf(answer),
        committeeId: candidate.committeeId,
        candidateId: candidate.id,
        values: { reference, version: version.number, days: input.days, previous: previous?.reference ?? null },
      },
    };
  },
});
