/**
 * Prepares a silence round on a transmitted recommendation. Rules V1, V2: a new entry has 20 working days, an amendment 10, a
 * correction 5, and a correction is editorial only. Who: the secretariat. Minute: round-prepared.
 */
import { z } from "zod";
import type { Tx } from "../../../db/open.ts";
import { findFrozen } from "../../../db/store/ballot.ts";
import { findEntry } from "../../../db/store/list.ts";
import { nextNumber } from "../../../db/store/record.ts";
import { findRecommendation, findRoundsOf, type Recommendation } from "../../../db/store/review.ts";
import { classifyChanges } from "../../../domain/definition/change-class.ts";
import type { ControlText } from "../../../domain/definition/control-text.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { roundReference } from "../../../domain/record/reference.ts";
import { type Answer, isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { roundKindCheck } from "../../../domain/review/dispatch.ts";
import { roundKinds, roundLengthDays } from "../../../domain/review/round-clock.ts";
import { command } from "../../command.ts";
import { handle, oneOfWords, optionalHandle } from "../../fields.ts";

const liveStates: readonly string[] = ["prepared", "dispatched", "running"];

export const prepareRound = command({
  act: "prepare-round",
  rules: ["V1", "V2"],
  input: z.object({ recommendation: handle, kind: oneOfWords(roundKinds), entry: optionalHandle }),
  async decide(tx, actor, input, context) {
    const recommendation = await findRecommendation(tx, input.recommendation);
    if (!recommendation) return notFound();
    const answer = powers["prepare-round"](actor, recommendation);
    if (isRefusal(answer)) return answer;
    const live = (await findRoundsOf(tx, recommendation.id)).find((one) => liveStates.includes(one.state));
    if (live)
      return refuse(
        "state",
        "V1",
        `${live.reference} on this recommendation is ${live.state}; there is one at a time.`,
      );
    const kind = await kindCheck(tx, recommendation, input);
    if (isRefusal(kind)) return kind;
    const id = context.newId();
    const reference = roundReference(await nextNumber(tx, "round"));
    const entryCode = input.kind === "new-entry" ? null : input.entry;
    await tx.insert(tx.t.rounds).values({
      id,
      reference,
      recommendationId: recommendation.id,
      kind: input.kind,
      entryCode,
      state: "prepared",
      preparedAt: tx.now,
    });
    return {
      value: { id, reference },
      minute: {
        object: ["round", id],
        role: roleOf(answer),
        committeeId: recommendation.committeeId,
        candidateId: recommendation.candidateId,
        values: {
          reference,
          recommendation: recommendation.reference,
          kind: input.kind,
          entry: entryCode,
          workingDays: roundLengthDays[input.kind],
        },
      },
    };
  },
});

/** An amendment or correction names a standing entry of the same committee; a correction may differ from it editorially only. */
async function kindCheck(
  tx: Tx,
  recommendation: Recommendation,
  { kind, entry: code }: { kind: (typeof roundKinds)[number]; entry: string | null },
): Promise<Answer> {
  if (kind === "new-entry") return roundKindCheck(kind, []);
  const entry = code ? await findEntry(tx, code) : null;
  if (!entry || entry.committeeId !== recommendation.committeeId || entry.delistedAt !== null)
    return refuse(
      "malformed",
      "V2",
      `A round of kind ${kind} names an entry of this committee's list; ${code === null ? "none is named" : `"${code}" is none`}.`,
      "entry",
    );
  const [before, after] = await Promise.all([
    findFrozen(tx, entry.versionId),
    findFrozen(tx, recommendation.versionId),
  ]);
  const read = (text: string) => JSON.parse(text) as ControlText;
  const changes = classifyChanges(read(before!.text), read(after!.text));
  return roundKindCheck(
    kind,
    changes.map((change) => change.class),
  );
}
