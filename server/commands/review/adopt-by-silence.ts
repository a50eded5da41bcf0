/**
 * Adopts a recommendation to which every member of the round was silent or agreed, and makes the edition that holds it.
 * Rules V20, L1, L2. Who: the clock, one hour after the round's end. Minute: adopted-by-silence.
 */

import { adoptEntry } from "../../../db/store/entry-adoption.ts";
import { certifyRound } from "./certify-round.ts";

export const adoptBySilence = certifyRound({
  act: "adopt-by-silence",
  rules: ["V20", "L1", "L2"],
  write: async (tx, actor, found, context) => {
    const adopted = await adoptEntry(tx, actor, { ...found, act: "adopt-by-silence" }, context);
    return "refused" in adopted ? adopted : { values: adopted, marking: "CLEAR" };
  },
});
