/**
 * Declines a proposed candidate. Rule C4: with a reason. Who: the chair. Minute: candidate-declined.
 */
import { z } from "zod";
import { handle, prose } from "../../fields.ts";
import { candidateMove } from "./candidate-move.ts";

export const declineCandidate = candidateMove({
  act: "decline-candidate",
  rules: ["C4"],
  input: z.object({ candidate: handle, reason: prose(2000) }),
});
