/** Says something about an amendment. Rule A1: what was said stays. Who: whoever reads it. Minute: amendment-followed-up. */
import { z } from "zod";
import { addEntry } from "../../../db/store/amendment-record.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, prose } from "../../fields.ts";
import { amendmentMinute, amendmentOf } from "./amendment-of.ts";

export const followUpAmendment = command({
  act: "follow-up-amendment",
  rules: ["A1"],
  input: z.object({ amendment: handle, body: prose(4000) }),
  async decide(tx, actor, { amendment, body }) {
    const at = await amendmentOf(tx, amendment);
    if (!at || actor.kind !== "person") return notFound();
    const answer = powers["follow-up-amendment"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const { personId, memberId } = actor;
    const entry = await addEntry(tx, at.amendment.id, { kind: "answer", personId, memberId, body });
    return { value: { number: at.amendment.number, entry }, minute: amendmentMinute(at, null, { entry }) };
  },
});
