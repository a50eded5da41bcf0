/** Takes back the support of an open amendment. Rule A1. Who: the supporter. Minute: amendment-support-withdrawn. */
import { z } from "zod";
import { withdrawSupport as withdrawIt } from "../../../db/store/amendment-record.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { amendmentMinute, amendmentOf } from "./amendment-of.ts";

export const withdrawSupport = command({
  act: "withdraw-support",
  rules: ["A1"],
  input: z.object({ amendment: handle }),
  async decide(tx, actor, input) {
    const at = await amendmentOf(tx, input.amendment);
    if (!at || actor.kind !== "person") return notFound();
    const answer = powers["withdraw-support"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    await withdrawIt(tx, at.amendment.id, actor.personId);
    return { value: { number: at.amendment.number }, minute: amendmentMinute(at, null, {}) };
  },
});
