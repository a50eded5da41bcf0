/**
 * Drafts a new ballot on the same text in the place of a certified one, which stays with its outcome. Rules B36, X9: of a flagged
 * ballot while the chair has not confirmed it, and by the clock where nobody decided in time; of one not adopted, once its text has
 * rested. An adopted one's candidate is ready again, and its recommendation is superseded.
 * Who: the chair; the clock. Minute: ballot-repeated.
 */
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "../../../db/open.ts";
import { type Ballot, findBallotsOf, findFrozen, findLatestFrozen, notAdoptedAt } from "../../../db/store/ballot.ts";
import { saveFlagDecision } from "../../../db/store/ballot-flag.ts";
import { moveCandidate } from "../../../db/store/candidate.ts";
import { nextNumber } from "../../../db/store/record.ts";
import { isBallotOver } from "../../../domain/ballot/ballot-life.ts";
import { reballotCheck } from "../../../domain/ballot/opening.ts";
import { sayInstant } from "../../../domain/instant.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { ballotReference } from "../../../domain/record/reference.ts";
import { type Answer, allowed, isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, optionalProse } from "../../fields.ts";
import { type FlaggedBallot, readFlagged } from "../../flag-act.ts";

export const reBallot = command({
  act: "re-ballot",
  rules: ["B36", "X9"],
  input: z.object({ ballot: handle, reason: optionalProse(2000) }),
  async decide(tx, actor, { ballot: named, reason }, context) {
    const read = await readFlagged(tx, named);
    if (!read) return notFound();
    const { ballot, candidate, flag } = read;
    const answer = powers["re-ballot"](actor, read.thing);
    if (isRefusal(answer)) return answer;
    const called = calledFor(read, actor, tx.now);
    if (isRefusal(called)) return called;
    const possible = await draftable(tx, read);
    // A text that has gone another way in the meantime is not balloted again; the clock's decision stands all the same.
    if (isRefusal(possible) && actor.kind !== "clock") return possible;
    const next = isRefusal(possible) ? null : await repeat(tx, read, actor, { id: context.newId(), reason });
    if (isRefusal(next)) return next;
    if (flag.isUndecided)
      await saveFlagDecision(tx, ballot, flag, {
        ...{ word: "re-balloted", personId: actor.kind === "person" ? actor.personId : null, reason },
        newBallotId: next?.id ?? null,
      });
    return {
      value: { id: next?.id ?? null, reference: next?.reference ?? ballot.reference },
      minute: {
        object: ["ballot", ballot.id],
        role: roleOf(answer),
        committeeId: ballot.committeeId,
        candidateId: candidate.id,
        values: {
          ...{ reference: ballot.reference, next: next?.reference ?? null, flagged: flag.isUndecided },
          ...{ outcome: flag.outcome, recount: flag.recount },
        },
      },
    };
  },
});

/** Whether there is reason for a new ballot: an undecided flag, or an outcome that did not adopt (rules X9, B36). */
function calledFor({ ballot, flag }: FlaggedBallot, actor: Actor, now: number): Answer {
  if (actor.kind === "clock") {
    if (flag.isUndecided && now >= flag.dueAt!) return allowed;
    const until = flag.dueAt === null ? "nothing is undecided" : `the chair decides until ${sayInstant(flag.dueAt)}`;
    return refuse("state", "X9", `The ballot ${ballot.reference} is not balloted again by the clock: ${until}.`);
  }
  if (ballot.subject !== "text")
    return refuse("state", "B36", `The question is one of ${ballot.subject}; it is put again as a new ballot.`);
  if (flag.isUndecided || ballot.outcome === "not-adopted") return allowed;
  return refuse(
    "state",
    "X9",
    `The ballot ${ballot.reference} is ${ballot.outcome} and no found interest awaits a decision; it is not repeated.`,
  );
}

/** Whether a new ballot can stand on the same text now (rules B36, C10). */
async function draftable(tx: Tx, { ballot, candidate, flag }: FlaggedBallot): Promise<Answer> {
  const all = await findBallotsOf(tx, candidate.id);
  const live = all.find((one) => !isBallotOver(one.state) && one.state !== "certified");
  if (live) return refuse("limit", "C10", `${live.reference} is ${live.state}; a candidate has one ballot at a time.`);
  const last = all.find((one) => one.state !== "discarded");
  if (last?.id !== ballot.id)
    return refuse("state", "B36", `${last?.reference} came after ${ballot.reference}; it is the one to be repeated.`);
  const version = (await findFrozen(tx, ballot.versionId))!;
  const latest = await findLatestFrozen(tx, candidate.id);
  if (latest?.id !== version.id)
    return refuse("frozen", "B36", `The text has moved on to version ${latest?.number}; a new ballot asks about that.`);
  if (ballot.outcome === "adopted") return allowed;
  if (!["resolving", "ready"].includes(candidate.state))
    return refuse("state", "C2", `The candidate is ${candidate.state}; its ballot is repeated while it is resolving.`);
  // A flagged one is drafted at once, and opens when its text has rested.
  return flag.isUndecided ? allowed : reballotCheck(await notAdoptedAt(tx, candidate.id, version.textHash), tx.now);
}

/** Takes the result back and drafts the new ballot. */
async function repeat(
  tx: Tx,
  { ballot, candidate, committee }: FlaggedBallot,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
) {
  if (ballot.outcome === "adopted") {
    const because = reason || `An interest was found after ${ballot.reference} had closed.`;
    const moved = await moveCandidate(tx, candidate, "re-ballot", { actor, reason: because });
    if (isRefusal(moved)) return moved;
    const { recommendations } = tx.t;
    await tx
      .update(recommendations)
      .set({ state: "superseded" })
      .where(and(eq(recommendations.ballotId, ballot.id), eq(recommendations.state, "drafted")));
  }
  const reference = ballotReference(committee.code, await nextNumber(tx, `ballot/${committee.code}`));
  await tx.insert(tx.t.ballots).values(draftAfter(ballot, { id, reference, draftedAt: tx.now }));
  return { id, reference };
}

/** The same question on the same text, drafted; nothing of the roll, times or outcome is carried over. */
function draftAfter(ballot: Ballot, own: { id: string; reference: string; draftedAt: number }) {
  const { committeeId, candidateId, versionId, type, mode, question, length_ms } = ballot;
  return {
    ...{ ...own, committeeId, candidateId, versionId, type, mode, question, length_ms },
    ...{ previousBallotId: ballot.id, state: "drafted" as const },
  };
}
