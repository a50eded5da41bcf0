/** What the clock does with a round when its time has come. Rules V14, V15, V20. */
import type { RoundOutcome } from "./round.ts";

export const certifyingActs = ["adopt-by-silence", "adopt-in-part", "return-to-committee"] as const;
export type CertifyingAct = (typeof certifyingActs)[number];

/** The act that the account's outcome asks for; null while the round waits. */
export function certifyingAct(outcome: RoundOutcome): CertifyingAct | null {
  if (outcome === "adopted") return "adopt-by-silence";
  if (outcome === "adopted-in-part") return "adopt-in-part";
  return outcome === "broken" ? "return-to-committee" : null;
}
