/**
 * Closes the text for its ballot. Rules B4, D7, K5: no fault stands that is neither gone nor waived, each technical comment in
 * time has its disposition; the version that will be balloted is frozen in the same transaction (D9, D11).
 * Who: the chair. Minute: candidate-marked-ready.
 */
import { z } from "zod";
import { findDefinition } from "../../../db/store/definition.ts";
import { raiseEpoch } from "../../../db/store/definition-text.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { handle, optionalProse } from "../../fields.ts";
import { freezeHead } from "../../freeze-head.ts";
import { checkComments, checkFaults } from "../../text-gate.ts";
import { candidateMove } from "./candidate-move.ts";

export const markReady = candidateMove({
  act: "mark-ready",
  rules: ["B4", "D7", "K5", "D9"],
  input: z.object({ candidate: handle, reason: optionalProse(2000) }),
  check: async (tx, _actor, candidate) => (await checkComments(tx, candidate)) ?? (await checkFaults(tx, candidate)),
  async also(tx, actor, candidate, _input, context) {
    const frozen = await freezeHead(tx, context.newId, { candidate, actor, reason: "For the ballot" });
    if (isRefusal(frozen)) return frozen;
    await raiseEpoch(tx, (await findDefinition(tx, candidate.id))!.id);
    return { version: frozen.number, textHash: frozen.textHash };
  },
});
