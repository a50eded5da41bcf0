/** Withdraws a candidate before its ballot. Rule C9. Who: its sponsor, with a reason. Minute: candidate-withdrawn. */
import { z } from "zod";
import { handle, prose } from "../../fields.ts";
import { candidateMove } from "./candidate-move.ts";

export const withdrawCandidate = candidateMove({
  act: "withdraw-candidate",
  rules: ["C9"],
  input: z.object({ candidate: handle, reason: prose(2000) }),
});
