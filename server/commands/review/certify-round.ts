/**
 * The shape of the three acts by which the clock ends a round: compute the account anew, refuse unless it asks for this act
 * and its time has come, write, minute. Rules V14, V15, V18, V20.
 */
import { z } from "zod";
import type { Tx } from "../../../db/open.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import {
  findRoundOf,
  loadRoundAccount,
  loadRoundMembers,
  lockRound,
  type Recommendation,
  type RoundMemberRow,
  type RoundRow,
  roundThing,
} from "../../../db/store/review.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { instantOf, sayInstant } from "../../../domain/instant.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import type { Marking } from "../../../domain/record/marking.ts";
import type { MinuteValue } from "../../../domain/record/minute.ts";
import { isRefusal, notFound, type Refusal, refuse } from "../../../domain/refusal.ts";
import { type CertifyingAct, certifyingAct } from "../../../domain/review/certification.ts";
import { certification_ms, type RoundAccount } from "../../../domain/review/round.ts";
import { command } from "../../command.ts";
import type { Context } from "../../context.ts";
import { handle } from "../../fields.ts";

export type FoundRound = {
  round: RoundRow;
  recommendation: Recommendation;
  candidate: Candidate;
  members: RoundMemberRow[];
  account: RoundAccount;
  /** The registered names of members, as frozen at dispatch. */
  nameOf: (memberIds: readonly string[]) => string[];
};

type CertifyDescription = {
  act: CertifyingAct;
  rules: [string, ...string[]];
  write(
    tx: Tx,
    actor: Actor,
    found: FoundRound,
    context: Context,
  ): Promise<{ values: Record<string, MinuteValue>; marking?: Marking } | Refusal>;
};

export function certifyRound({ act, rules, write }: CertifyDescription) {
  return command({
    act,
    rules,
    input: z.object({ round: handle }),
    async decide(tx, actor, input, context) {
      const known = await findRoundOf(tx, input.round);
      if (!known) return notFound();
      const { round, recommendation } = known;
      const members = await loadRoundMembers(tx, round.id);
      const answer = powers["certify-round"](actor, await roundThing(tx, round, recommendation, members));
      if (isRefusal(answer)) return answer;
      await lockRound(tx, round);
      const account = (await loadRoundAccount(tx, round))!;
      const due = dueCheck(act, account, tx.now);
      if (due) return due;
      const candidate = (await findCandidate(tx, recommendation.candidateId))!;
      const names = new Map(members.map((one) => [one.memberId, one.name]));
      const nameOf = (ids: readonly string[]) => ids.map((id) => names.get(id)!);
      const written = await write(tx, actor, { round, recommendation, candidate, members, account, nameOf }, context);
      if (isRefusal(written)) return written;
      const { values, marking } = written;
      return {
        value: { reference: round.reference },
        minute: {
          object: ["round", round.id],
          role: null,
          committeeId: recommendation.committeeId,
          candidateId: recommendation.candidateId,
          values: { reference: round.reference, recommendation: recommendation.reference, ...values },
          marking,
        },
      };
    },
  });
}

/** Whether the account asks for this act, and the hour after Z is over (rule V20). */
function dueCheck(act: CertifyingAct, account: RoundAccount, now: number): Refusal | null {
  const wanted = certifyingAct(account.outcome);
  if (wanted !== act) {
    const until = account.endsAt ? ` Its end is ${account.endsAt}.` : "";
    return refuse(
      "state",
      "V20",
      `The account of the round says ${account.outcome}, which asks for no ${act}.${until}`,
    );
  }
  const from = instantOf(account.endsAt!) + certification_ms;
  return now < from ? refuse("state", "V20", `The round is certified from ${sayInstant(from)} on.`) : null;
}
