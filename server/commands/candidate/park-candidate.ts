/** Lays a candidate aside. Rule C8. Who: the chair, with a reason. Minute: candidate-parked. */
import { z } from "zod";
import { handle, prose } from "../../fields.ts";
import { candidateMove } from "./candidate-move.ts";

export const parkCandidate = candidateMove({
  act: "park-candidate",
  rules: ["C8"],
  input: z.object({ candidate: handle, reason: prose(2000) }),
});
