/**
 * Opens the text for drafting again; the frozen versions stay as they are. Rule D10. Who: the chair. Minute: text-revised.
 */
import { z } from "zod";
import { handle, optionalProse } from "../../fields.ts";
import { candidateMove } from "./candidate-move.ts";

export const reviseText = candidateMove({
  act: "revise-text",
  rules: ["D10"],
  input: z.object({ candidate: handle, reason: optionalProse(2000) }),
});
