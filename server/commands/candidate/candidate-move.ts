/**
 * The shape of every act that only moves a candidate by table C: ask `powers`, check what is the act's own, move, minute.
 */
import type { z } from "zod";
import type { Tx } from "../../../db/open.ts";
import { candidateThing, findCandidate, moveCandidate } from "../../../db/store/candidate.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { type Power, powers, roleOf } from "../../../domain/powers.ts";
import type { ActName } from "../../../domain/record/act.ts";
import type { MinuteValue } from "../../../domain/record/minute.ts";
import { isRefusal, notFound, type Refusal } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import type { Context } from "../../context.ts";

type Input = z.ZodType<{ candidate: string; reason?: string }>;

type CandidateMoveDescription<I extends Input> = {
  act: Extract<ActName, Power>;
  rules: [string, ...string[]];
  input: I;
  /** What the act asks beside its power; a refusal, or null. */
  check?(tx: Tx, actor: Actor, candidate: Candidate, input: z.output<I>): Refusal | null | Promise<Refusal | null>;
  /** When the clock acts next, in milliseconds. */
  dueAt?(tx: Tx, candidate: Candidate, input: z.output<I>): number | null;
  /** What is written beside the move, in the same transaction; what it answers goes into the minute. */
  also?(
    tx: Tx,
    actor: Actor,
    candidate: Candidate,
    input: z.output<I>,
    context: Context,
  ): Promise<Refusal | Record<string, MinuteValue> | null>;
};

export function candidateMove<I extends Input>({ act, rules, input, check, dueAt, also }: CandidateMoveDescription<I>) {
  return command<I, { reference: string }>({
    act,
    rules,
    input,
    async decide(tx, actor, given, context) {
      const candidate = await findCandidate(tx, given.candidate);
      if (!candidate) return notFound();
      const power = powers[act] as (typeof powers)["accept-candidate"];
      const answer = power(actor, await candidateThing(tx, candidate));
      if (isRefusal(answer)) return answer;
      const own = (await check?.(tx, actor, candidate, given)) ?? null;
      if (own) return own;
      const moved = await moveCandidate(tx, candidate, act, {
        actor,
        reason: given.reason || null,
        dueAt: dueAt?.(tx, candidate, given) ?? null,
      });
      if (isRefusal(moved)) return moved;
      const beside = (await also?.(tx, actor, candidate, given, context)) ?? null;
      if (isRefusal(beside)) return beside;
      return {
        value: { reference: candidate.reference },
        minute: {
          object: ["candidate", candidate.id],
          role: roleOf(answer),
          committeeId: candidate.committeeId,
          candidateId: candidate.id,
          values: { reference: candidate.reference, from: candidate.state, to: moved, ...beside },
        },
      };
    },
  });
}
