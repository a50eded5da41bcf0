/** Founds a committee. Rules M4, L3. Who: the regime's secretariat. Minute: committee-founded. */
import { eq, or } from "drizzle-orm";
import { z } from "zod";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, refuse } from "../../../domain/refusal.ts";
import { isZone } from "../../../domain/review/working-day.ts";
import { command } from "../../command.ts";
import { line, prose } from "../../fields.ts";

export const foundCommittee = command({
  act: "found-committee",
  rules: ["M4", "L3"],
  input: z.object({
    code: z
      .string("it is missing")
      .trim()
      .regex(/^[A-Z]{2,8}$/, "it is no code of two to eight capital letters"),
    name: line(120),
    field: prose(1000),
    listCode: z
      .string("it is missing")
      .trim()
      .regex(/^[A-Z]{2,4}$/, "it is no code of two to four capital letters"),
    zone: z.string("it is missing").refine(isZone, "it is no time zone such as Europe/Vienna"),
    city: line(80),
  }),
  async decide(tx, actor, input, context) {
    const answer = powers["found-committee"](actor);
    if (isRefusal(answer)) return answer;
    const { committees } = tx.t;
    const [known] = await tx
      .select()
      .from(committees)
      .where(
        or(eq(committees.code, input.code), eq(committees.name, input.name), eq(committees.listCode, input.listCode)),
      );
    if (known)
      return refuse(
        "state",
        "M4",
        `The committee "${known.name}" (${known.code}, list ${known.listCode}) has one of these already.`,
        "code",
      );
    const id = context.newId();
    await tx.insert(committees).values({ ...input, id, foundedAt: tx.now });
    return {
      value: { id },
      minute: {
        object: ["committee", id],
        role: roleOf(answer),
        committeeId: id,
        candidateId: null,
        values: { code: input.code, name: input.name },
        marking: "GREEN",
      },
    };
  },
});
