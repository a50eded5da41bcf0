/**
 * The page that brings a text in: what the brought text would be as clauses, the faults it would have, and where a text stands
 * already, what is different. Nothing is written here.
 */

import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { classifyRedline } from "../../../domain/definition/change-class.ts";
import type { ControlText } from "../../../domain/definition/control-text.ts";
import { redline } from "../../../domain/definition/redline.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { readHeadText } from "../../freeze-head.ts";
import { query } from "../../query.ts";
import { faultsOf } from "../../text-gate.ts";
import { candidateHead } from "../candidate/candidate-head.ts";
import { clauseNames } from "./comment-view.ts";

export type DefinitionImportParams = { candidate: string; text?: ControlText };

export const definitionImportPage = query(async (tx, actor, params: DefinitionImportParams) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate || !isInCircle(actor, candidate.committeeId)) return notFound();
  const head = await readHeadText(tx, candidate);
  if (!head) return notFound();
  const answer = powers["start-definition"](actor, await candidateThing(tx, candidate));
  const standing = head.text.clauses.length > 0 ? head.text : null;
  const { text } = params;
  const lines = text && standing ? redline(standing, text) : [];
  const faults = text ? await faultsOf(tx, text) : [];
  const nameOf = clauseNames(text?.clauses ?? []);
  return {
    candidate: candidateHead(candidate),
    /** Why this person may not begin the text; null where it may. */
    mayNot: isRefusal(answer) ? answer : null,
    isEmpty: standing === null,
    comparison:
      text && standing
        ? {
            lines,
            changes: classifyRedline(standing, text, lines),
            isSame: lines.every(({ status }) => status === "same"),
          }
        : null,
    faults: faults.map((fault) => ({ ...fault, clause: nameOf(fault.nid) })),
  };
});
