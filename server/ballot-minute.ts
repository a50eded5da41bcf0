/** The minute of an act on a ballot: its object, its committee and candidate, and the reference among its values. */
import type { Ballot } from "../db/store/ballot.ts";
import type { Standing } from "../domain/membership/standing.ts";
import { roleOf } from "../domain/powers.ts";
import type { MinuteValue } from "../domain/record/minute.ts";
import type { MinuteDraft } from "./command.ts";

/** `answer` is that of powers; it names the role acted under. */
export function ballotMinute(ballot: Ballot, answer: Standing, values: Record<string, MinuteValue>): MinuteDraft {
  return {
    object: ["ballot", ballot.id],
    role: roleOf(answer),
    committeeId: ballot.committeeId,
    candidateId: ballot.candidateId,
    values: { reference: ballot.reference, ...values },
  };
}
