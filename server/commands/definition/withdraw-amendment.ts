/** Takes an open amendment back; it stays readable. Rule A1, table A. Who: its author. Minute: amendment-withdrawn. */
import { z } from "zod";
import { changeAmendment } from "../../../db/store/amendment.ts";
import { addEntry } from "../../../db/store/amendment-record.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, optionalProse } from "../../fields.ts";
import { amendmentMinute, amendmentOf } from "./amendment-of.ts";

export const withdrawAmendment = command({
  act: "withdraw-amendment",
  rules: ["A1"],
  input: z.object({ amendment: handle, reason: optionalProse(2000) }),
  async decide(tx, actor, { amendment, reason }) {
    const at = await amendmentOf(tx, amendment);
    if (!at || actor.kind !== "person") return notFound();
    const answer = powers["withdraw-amendment"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const { personId, memberId } = actor;
    await changeAmendment(tx, at.amendment.id, {
      state: "withdrawn",
      decidedAt: tx.now,
      decidedBy: personId,
      dueAt: null,
    });
    await addEntry(tx, at.amendment.id, { kind: "withdrawal", personId, memberId, body: reason });
    return { value: { number: at.amendment.number }, minute: amendmentMinute(at, null, {}) };
  },
});
