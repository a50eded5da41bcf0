/**
 * Proposes that the text read again as in an earlier version. Rules A1, D10: never by overwriting; it is an amendment like
 * any other, over every clause that has changed since. Who: seats and government reviewers.
 * Minute: version-restoration-proposed.
 */
import { z } from "zod";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { findVersion } from "../../../db/store/definition.ts";
import type { ControlText } from "../../../domain/definition/control-text.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { triedChanges } from "../../amendment-text.ts";
import { command } from "../../command.ts";
import { handle, prose, wholeNumber } from "../../fields.ts";
import { readHeadText } from "../../freeze-head.ts";
import { saveProposal } from "./amendment-proposal.ts";

export const restoreVersion = command({
  act: "restore-version",
  rules: ["A1", "D10"],
  input: z.object({ candidate: handle, version: wholeNumber(1, 1_000_000), reason: prose(4000) }),
  async decide(tx, actor, { candidate: named, version: number, reason }, context) {
    const candidate = await findCandidate(tx, named);
    if (!candidate || actor.kind !== "person") return notFound();
    const answer = powers["restore-version"](actor, await candidateThing(tx, candidate));
    if (isRefusal(answer)) return answer;
    const head = await readHeadText(tx, candidate);
    const version = head ? await findVersion(tx, head.definition.id, number) : null;
    if (!head || !version) return refuse("word", "D10", `The text has no version ${number}.`, "version");
    const { clauses } = JSON.parse(version.text) as ControlText;
    const tried = triedChanges(head, clauses, context.newId);
    if (isRefusal(tried)) return tried;
    return saveProposal(tx, context.newId, {
      candidate,
      head,
      standing: answer,
      personId: actor.personId,
      memberId: answer.memberId ?? actor.memberId,
      reason,
      names: [],
      restores: number,
      changes: tried,
    });
  },
});
