/**
 * Returns a recommendation whose round broke at its end, because more than a third of the members cannot join. Rules V15, V21;
 * a round broken by a reply is returned with that reply. Who: the clock. Minute: returned-to-committee.
 */
import { returnToCommitteeRows } from "../../../db/store/round-return.ts";
import { certifyRound } from "./certify-round.ts";

export const returnToCommittee = certifyRound({
  act: "return-to-committee",
  rules: ["V15", "V21"],
  write: async (tx, actor, found) => {
    const { absent, brokenAt } = found.account;
    const reason = `${absent.length} of ${found.members.length} members cannot join.`;
    const returned = await returnToCommitteeRows(tx, actor, { ...found, reason });
    return returned ?? { values: { absent: found.nameOf(absent), brokenAt } };
  },
});
