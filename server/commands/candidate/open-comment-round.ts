/**
 * Puts the text before the committee and its governments for comment. Rules C6, D9, D11: at least 14 × 24 h, on a frozen
 * version, made in the same transaction. Who: the chair. Minute: comment-round-opened.
 */
import { z } from "zod";
import { findDefinition } from "../../../db/store/definition.ts";
import { raiseEpoch } from "../../../db/store/definition-text.ts";
import { day_ms } from "../../../domain/instant.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { handle, optionalProse, wholeNumber } from "../../fields.ts";
import { freezeHead } from "../../freeze-head.ts";
import { candidateMove } from "./candidate-move.ts";

const roundDaysMin = 14;
const roundDaysMax = 120;

export const openCommentRound = candidateMove({
  act: "open-comment-round",
  rules: ["C6", "D9", "D11"],
  input: z.object({
    candidate: handle,
    /** Whole days of 24 h. */
    days: wholeNumber(roundDaysMin, roundDaysMax).default(roundDaysMin),
    reason: optionalProse(2000),
  }),
  dueAt: (tx, _candidate, { days }) => tx.now + days * day_ms,
  async also(tx, actor, candidate, { days }, context) {
    const frozen = await freezeHead(tx, context.newId, { candidate, actor, reason: "For comment" });
    if (isRefusal(frozen)) return frozen;
    await raiseEpoch(tx, (await findDefinition(tx, candidate.id))!.id);
    return { version: frozen.number, textHash: frozen.textHash, days };
  },
});
