/** Supports another's amendment in its present wording. Rule A1. Who: seats and government reviewers. Minute: amendment-supported. */
import { z } from "zod";
import { saveSupport } from "../../../db/store/amendment-record.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { amendmentMinute, amendmentOf } from "./amendment-of.ts";

export const supportAmendment = command({
  act: "support-amendment",
  rules: ["A1"],
  input: z.object({ amendment: handle }),
  async decide(tx, actor, input) {
    const at = await amendmentOf(tx, input.amendment);
    if (!at || actor.kind !== "person") return notFound();
    const answer = powers["support-amendment"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const memberId = answer.memberId ?? actor.memberId;
    await saveSupport(tx, at.amendment, { personId: actor.personId, seatId: answer.seatId, memberId });
    return {
      value: { number: at.amendment.number, supporters: at.supporters.length + 1 },
      minute: amendmentMinute(at, answer.role, { wording: at.amendment.wording }),
    };
  },
});
