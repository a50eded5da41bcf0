/**
 * Asks the second person for consent to an act that takes two. Rules W6, W7: the act is examined as if it were done now; what it
 * comes to is stored, shown to the second, and consented to as it stands. Asking again replaces the asker's earlier request.
 * Who: whoever may do the act itself. Minute: second-requested.
 */
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { loadSeconds } from "../../../db/store/second-request.ts";
import type { RoleName } from "../../../domain/membership/role.ts";
import { requestTime_ms, twoPersonActs } from "../../../domain/membership/second.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { oneOfWords } from "../../fields.ts";
import { twoPersonCommandOf } from "../../two-person-acts.ts";

export const requestSecond = command({
  act: "request-second",
  rules: ["W6", "W7"],
  input: z.object({ act: oneOfWords(twoPersonActs), fields: z.record(z.string(), z.unknown()) }),
  async decide(tx, actor, input, context) {
    if (actor.kind !== "person") return notFound();
    const asked = twoPersonCommandOf(input.act);
    const fields = asked.read(input.fields);
    if (isRefusal(fields)) return fields;
    const examined = await asked.examine(tx, actor, fields, context);
    if (isRefusal(examined)) return examined;
    const { committeeId, candidateId, object, role, values } = examined;
    const seconds = await loadSeconds(tx, { committeeId, candidateId }, actor.personId);
    if (seconds.length === 0)
      return refuse(
        "second-person",
        "W6",
        "There is no second: 0 chairs and experts of other members are free to consent.",
      );
    const { secondRequests } = tx.t;
    await tx
      .update(secondRequests)
      .set({ state: "withdrawn", answeredBy: actor.personId, answeredAt: tx.now })
      .where(
        and(
          eq(secondRequests.objectKind, object[0]),
          eq(secondRequests.objectId, object[1]),
          eq(secondRequests.act, input.act),
          eq(secondRequests.state, "pending"),
        ),
      );
    const id = context.newId();
    const expiresAt = tx.now + requestTime_ms;
    await tx.insert(secondRequests).values({
      ...{ id, act: input.act, committeeId, candidateId, objectKind: object[0], objectId: object[1] },
      ...{
        fields: input.fields,
        values,
        askedBy: actor.personId,
        askedAs: role as RoleName,
        askedAt: tx.now,
        expiresAt,
      },
      state: "pending",
    });
    return {
      value: { request: id, seconds, expiresAt },
      minute: {
        object,
        role,
        committeeId,
        candidateId,
        values: { act: input.act, request: id, asked: values, expiresAt },
      },
    };
  },
});
