/** Rejects an amendment, with a reason. Rule A4, table A. Who: the chair. Minute: amendment-rejected. */
import { z } from "zod";
import { changeAmendment } from "../../../db/store/amendment.ts";
import { addEntry } from "../../../db/store/amendment-record.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, prose } from "../../fields.ts";
import { amendmentMinute, amendmentOf } from "./amendment-of.ts";

export const rejectAmendment = command({
  act: "reject-amendment",
  rules: ["A4"],
  input: z.object({ amendment: handle, reason: prose(4000) }),
  async decide(tx, actor, { amendment, reason }) {
    const at = await amendmentOf(tx, amendment);
    if (!at || actor.kind !== "person") return notFound();
    const answer = powers["reject-amendment"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const { personId, memberId } = actor;
    await changeAmendment(tx, at.amendment.id, {
      state: "rejected",
      decidedAt: tx.now,
      decidedBy: personId,
      dueAt: null,
    });
    await addEntry(tx, at.amendment.id, { kind: "rejection", personId, memberId, body: reason });
    return { value: { number: at.amendment.number }, minute: amendmentMinute(at, roleOf(answer), {}) };
  },
});
