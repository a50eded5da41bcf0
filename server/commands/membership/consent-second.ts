/**
 * Consents to a two-person act, which is then done in the same transaction. Rules W6, W7: everything is examined again as the
 * asker, with the roles held now; a value that changed since it was asked ends the request.
 * Who: the second. Minute: that of the act, which names both persons.
 */
import { z } from "zod";
import { loadPerson } from "../../../db/store/membership.ts";
import { answerRequest, requestThing } from "../../../db/store/second-request.ts";
import { requestCheck, unchangedCheck } from "../../../domain/membership/second.ts";
import { powers } from "../../../domain/powers.ts";
import { firstRefusal, isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { twoPersonCommandOf } from "../../two-person-acts.ts";

export const consentSecond = command({
  act: "consent-second",
  rules: ["W6", "W7"],
  input: z.object({ request: handle }),
  async decide(tx, actor, input, context) {
    const found = await requestThing(tx, input.request);
    if (!found || actor.kind !== "person") return notFound();
    const { request, thing } = found;
    const answer = firstRefusal(powers["consent-second"](actor, thing), requestCheck(request, tx.now));
    if (isRefusal(answer)) return answer;
    const asker = await loadPerson(tx, request.askedBy);
    if (!asker) return notFound();
    const asked = twoPersonCommandOf(request.act);
    const fields = asked.read(request.fields);
    if (isRefusal(fields)) return fields;
    const examined = await asked.examine(tx, asker, fields, context);
    if (isRefusal(examined)) return examined;
    const unchanged = unchangedCheck(request.values, examined.values);
    if (isRefusal(unchanged)) return unchanged;
    const both = [asker.personId, actor.personId] as const;
    const decision = await asked.carryOut(tx, examined, context, asker, both);
    if (isRefusal(decision) || decision.minute === null) return decision;
    await answerRequest(tx, request, { state: "consented", by: actor.personId });
    return {
      ...decision,
      minute: { ...decision.minute, asked: { act: request.act, by: asker.personId, rules: asked.rules } },
    };
  },
});
