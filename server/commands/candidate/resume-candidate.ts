/** Takes a parked candidate up again. Rule C8. Who: the chair. Minute: candidate-resumed. */
import { z } from "zod";
import { handle, optionalProse } from "../../fields.ts";
import { candidateMove } from "./candidate-move.ts";

export const resumeCandidate = candidateMove({
  act: "resume-candidate",
  rules: ["C8"],
  input: z.object({ candidate: handle, reason: optionalProse(2000) }),
});
