/**
 * Ends the comment round: the committee resolves what came in. Rules K3, C6: not before 14 × 24 h.
 * Who: the clock; the chair. Minute: comment-round-closed.
 */
import { z } from "zod";
import { sayInstant } from "../../../domain/instant.ts";
import { refuse } from "../../../domain/refusal.ts";
import { handle } from "../../fields.ts";
import { candidateMove } from "./candidate-move.ts";

export const closeCommentRound = candidateMove({
  act: "close-comment-round",
  rules: ["K3", "C6"],
  input: z.object({ candidate: handle }),
  check(tx, _actor, candidate) {
    if (candidate.dueAt === null || candidate.dueAt <= tx.now) return null;
    return refuse("duration", "C6", `The comment round lasts until ${sayInstant(candidate.dueAt)}; it is not over.`);
  },
});
