/**
 * Objects to an amendment, with a reason: it is contested from now on. Rule A3: within 72 h of its notice.
 * Who: seats other than the author's. Minute: amendment-objected.
 */
import { z } from "zod";
import { changeAmendment } from "../../../db/store/amendment.ts";
import { addEntry, withdrawSupport } from "../../../db/store/amendment-record.ts";
import { checkObjection } from "../../../domain/definition/amendment.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, prose } from "../../fields.ts";
import { amendmentMinute, amendmentOf } from "./amendment-of.ts";

export const objectAmendment = command({
  act: "object-amendment",
  rules: ["A3"],
  input: z.object({ amendment: handle, reason: prose(4000) }),
  async decide(tx, actor, { amendment, reason }) {
    const at = await amendmentOf(tx, amendment);
    if (!at || actor.kind !== "person") return notFound();
    const answer = powers["object-amendment"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const inTime = checkObjection(at.amendment.noticeAt, tx.now);
    if (isRefusal(inTime)) return inTime;
    const { personId } = actor;
    const memberId = answer.memberId ?? actor.memberId;
    await changeAmendment(tx, at.amendment.id, { state: "contested" });
    // Nobody supports and objects at once.
    if (at.thing.supporterIds.includes(personId)) await withdrawSupport(tx, at.amendment.id, personId);
    await addEntry(tx, at.amendment.id, { kind: "objection", personId, memberId, body: reason });
    return { value: { number: at.amendment.number }, minute: amendmentMinute(at, answer.role, {}) };
  },
});
