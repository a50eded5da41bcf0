/**
 * Enters a government or other authority into the register, under the name it registers. Rule M1. Its working calendar
 * decides its ends in silence rounds (rule V5). Who: the regime's secretariat. Minute: member-registered.
 */
import { z } from "zod";
import { findMember } from "../../../db/store/membership.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, refuse } from "../../../domain/refusal.ts";
import { isZone } from "../../../domain/review/working-day.ts";
import { command } from "../../command.ts";
import { line, several, wholeNumber } from "../../fields.ts";

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "it is no date of the form 2026-12-24");

export const registerMember = command({
  act: "register-member",
  rules: ["M1", "V5"],
  input: z.object({
    code: z
      .string("it is missing")
      .trim()
      .regex(/^[A-Z]{2,3}$/, "it is no code of two or three capital letters"),
    name: line(120),
    zone: z.string("it is missing").refine(isZone, "it is no time zone such as Europe/Vienna"),
    city: line(80),
    weekend: several(wholeNumber(1, 7), 6),
    holidays: several(date, 400),
    extraWorkingDays: several(date, 100),
    contact: line(200),
  }),
  async decide(tx, actor, input, context) {
    const answer = powers["register-member"](actor);
    if (isRefusal(answer)) return answer;
    if (await findMember(tx, input.code))
      return refuse("state", "M1", `A member with the code "${input.code}" is registered already.`, "code");
    const id = context.newId();
    await tx.insert(tx.t.members).values({ ...input, id, joinedAt: tx.now });
    return {
      value: { id },
      minute: {
        object: ["member", id],
        role: roleOf(answer),
        committeeId: null,
        candidateId: null,
        values: { code: input.code, name: input.name },
        marking: "GREEN",
      },
    };
  },
});
