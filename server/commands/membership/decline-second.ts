/** Declines a two-person act with a reason; it may be asked again. Rule W6. Who: the second. Minute: second-declined. */
import { z } from "zod";
import { answerRequest, requestThing } from "../../../db/store/second-request.ts";
import { requestCheck } from "../../../domain/membership/second.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, optionalProse } from "../../fields.ts";

export const declineSecond = command({
  act: "decline-second",
  rules: ["W6"],
  input: z.object({ request: handle, reason: optionalProse(2000) }),
  async decide(tx, actor, input) {
    const found = await requestThing(tx, input.request);
    if (!found || actor.kind !== "person") return notFound();
    const { request, thing } = found;
    const answer = powers["decline-second"](actor, thing);
    if (isRefusal(answer)) return answer;
    const stands = requestCheck(request, tx.now);
    if (isRefusal(stands)) return stands;
    if (input.reason === "")
      return refuse("reason-missing", "W6", "Declining needs a reason; the reason given is empty.", "reason");
    await answerRequest(tx, request, { state: "declined", by: actor.personId, reason: input.reason });
    return {
      value: { request: request.id },
      minute: {
        object: [request.objectKind, request.objectId],
        role: roleOf(answer),
        committeeId: request.committeeId,
        candidateId: request.candidateId,
        values: { act: request.act, request: request.id, reason: input.reason },
      },
    };
  },
});
