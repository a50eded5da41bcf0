/** Takes back a request to the second person. Rule W6. Who: the person who asked. Minute: second-request-withdrawn. */
import { z } from "zod";
import { answerRequest, requestThing } from "../../../db/store/second-request.ts";
import { requestCheck } from "../../../domain/membership/second.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const withdrawRequest = command({
  act: "withdraw-request",
  rules: ["W6"],
  input: z.object({ request: handle }),
  async decide(tx, actor, input) {
    const found = await requestThing(tx, input.request);
    if (!found || actor.kind !== "person") return notFound();
    const { request, thing } = found;
    const answer = powers["withdraw-request"](actor, thing);
    if (isRefusal(answer)) return answer;
    const stands = requestCheck(request, tx.now);
    if (isRefusal(stands)) return stands;
    await answerRequest(tx, request, { state: "withdrawn", by: actor.personId });
    return {
      value: { request: request.id },
      minute: {
        object: [request.objectKind, request.objectId],
        role: roleOf(answer),
        committeeId: request.committeeId,
        candidateId: request.candidateId,
        values: { act: request.act, request: request.id },
      },
    };
  },
});
