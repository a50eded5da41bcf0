/**
 * Accepts one fault of the text as it stands. Rules D7, D8: with a reason, for this fault on this clause text alone.
 * Who: the chair. Minute: fault-waived.
 */
import { z } from "zod";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { saveWaiver } from "../../../db/store/definition.ts";
import { faultCodes } from "../../../domain/definition/linter.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, line, oneOfWords, prose } from "../../fields.ts";
import { readHeadText } from "../../freeze-head.ts";
import { clauseTextHash, faultStandings } from "../../text-gate.ts";

export const waiveFault = command({
  act: "waive-fault",
  rules: ["D7", "D8"],
  input: z.object({
    candidate: handle,
    code: oneOfWords(faultCodes),
    /** Empty where the fault belongs to the text as a whole. */
    nid: z.string().max(64).default(""),
    detail: line(4000),
    reason: prose(2000),
  }),
  async decide(tx, actor, { candidate: named, ...given }, context) {
    const candidate = await findCandidate(tx, named);
    if (!candidate || actor.kind !== "person") return notFound();
    const answer = powers["waive-fault"](actor, await candidateThing(tx, candidate));
    if (isRefusal(answer)) return answer;
    const head = await readHeadText(tx, candidate);
    if (!head) return notFound();
    const isNamed = (fault: { code: string; nid: string; detail: string }) =>
      fault.code === given.code && fault.nid === given.nid && fault.detail.trim() === given.detail;
    const fault = (await faultStandings(tx, head)).find(isNamed);
    if (!fault)
      return refuse("state", "D8", `The text has no such fault (${given.code}) any more; somebody changed the clause.`);
    if (fault.waiver) return refuse("state", "D8", `${fault.waiver.personName} waived this fault already.`);
    await saveWaiver(tx, {
      id: context.newId(),
      definitionId: head.definition.id,
      code: fault.code,
      nid: fault.nid,
      detail: fault.detail,
      clauseTextHash: clauseTextHash(head.text, fault.nid)!,
      reason: given.reason,
      personId: actor.personId,
    });
    return {
      value: { code: fault.code, nid: fault.nid },
      minute: {
        object: ["definition", head.definition.id],
        role: roleOf(answer),
        committeeId: candidate.committeeId,
        candidateId: candidate.id,
        values: { reference: candidate.reference, code: fault.code, nid: fault.nid },
      },
    };
  },
});
