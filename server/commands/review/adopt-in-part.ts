/**
 * Adopts a recommendation for the members that can join; the others stand in the list with a reservation of full scope.
 * Rules V14, L2, L6. Who: the clock, one hour after the round's end. Minute: adopted-in-part.
 */

import { adoptEntry } from "../../../db/store/entry-adoption.ts";
import { certifyRound } from "./certify-round.ts";

export const adoptInPart = certifyRound({
  act: "adopt-in-part",
  rules: ["V14", "L2", "L6"],
  write: async (tx, actor, found, context) => {
    const adopted = await adoptEntry(tx, actor, { ...found, act: "adopt-in-part" }, context);
    if ("refused" in adopted) return adopted;
    return { values: { ...adopted, absent: found.nameOf(found.account.absent) }, marking: "CLEAR" };
  },
});
