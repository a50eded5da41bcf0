/**
 * Brings the result of a secret ballot back from its Belenios election as the account: the counts, the address of the
 * election and its fingerprint, with which anybody can look the election up and verify it there. Rules B43, B30, B44.
 * Who: the chair; the secretariat. Minute: secret-result-recorded.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { accountHash, reckon, storedAccount } from "../../../db/store/ballot-account.ts";
import { recusedOnRoll } from "../../../db/store/ballot-roll.ts";
import { challengeTime_ms } from "../../../domain/ballot/closing.ts";
import { answersOf, electionCountsCheck, readElectionResult } from "../../../domain/ballot/secret-bridge.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { lockedBallot } from "../../ballot-at-hand.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle, line, wholeNumber } from "../../fields.ts";
import { optionsOf } from "../../secret-election.ts";

export const recordSecretResult = command({
  act: "record-secret-result",
  rules: ["B43"],
  input: z.object({
    ballot: handle,
    url: z
      .string("it is missing")
      .trim()
      .max(500, "it is too long")
      .regex(/^https:\/\/\S+$/, "it is no https address"),
    /** As the election's page shows it: the hash of its parameters in base64. */
    fingerprint: z
      .string("it is missing")
      .trim()
      .regex(/^[A-Za-z0-9+/=]{40,48}$/, "it is no fingerprint of an election"),
    /** How many ballots the election accepted. */
    ballots: wholeNumber(0, 10_000),
    result: line(20_000),
  }),
  async decide(tx, actor, input) {
    const at = await lockedBallot(tx, input.ballot);
    if (!at || actor.kind !== "person") return notFound();
    const { ballot, thing } = at;
    const answer = powers["record-secret-result"](actor, thing);
    if (isRefusal(answer)) return answer;
    if (ballot.mode !== "SECRET" || ballot.account !== null)
      return refuse(
        "state",
        "B43",
        `The ballot is ${ballot.mode} and ${ballot.account === null ? "has no" : "has its"} result.`,
      );
    const options = optionsOf(ballot);
    const answers = answersOf({ options });
    const counts = readElectionResult(input.result, answers.length, input.ballots);
    if (isRefusal(counts)) return counts;
    const eligible = thing.roll.length - (await recusedOnRoll(tx, ballot, ballot.closedAt!)).length;
    const checked = electionCountsCheck(counts, eligible, options === undefined ? 1 : answers.length);
    if (isRefusal(checked)) return checked;
    const { url, fingerprint, result, ballots } = input;
    await tx.insert(tx.t.secretResults).values({
      ...{ ballotId: ballot.id, personId: actor.personId, url, fingerprint, result, ballots, at: tx.now },
    });
    const reckoning = await reckon(tx, ballot, ballot.closedAt!);
    const { outcome } = reckoning.account;
    const stored = storedAccount(reckoning);
    await tx
      .update(tx.t.ballots)
      .set({ outcome, account: stored, unsealedAt: tx.now, dueAt: tx.now + challengeTime_ms })
      .where(eq(tx.t.ballots.id, ballot.id));
    return {
      value: { reference: ballot.reference, outcome },
      minute: ballotMinute(ballot, answer, {
        ...{ outcome, counts: { ...reckoning.account.counts }, accountHash: accountHash(stored) },
        ...{ url, fingerprint },
      }),
    };
  },
});
