/**
 * Takes a proposed candidate into drafting. Rule C3: the chair answers, or the chair's silence of ten working days accepts.
 * Who: the chair; the clock. Minute: candidate-accepted.
 */
import { z } from "zod";
import { refuse } from "../../../domain/refusal.ts";
import { handle } from "../../fields.ts";
import { candidateMove } from "./candidate-move.ts";

export const acceptCandidate = candidateMove({
  act: "accept-candidate",
  rules: ["C3"],
  input: z.object({ candidate: handle }),
  check(tx, actor, candidate) {
    if (actor.kind !== "clock" || (candidate.dueAt !== null && candidate.dueAt <= tx.now)) return null;
    return refuse("state", "C3", "The chair still has time to answer.");
  },
});
