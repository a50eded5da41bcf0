/**
 * Enters the first person of an empty regime, as its secretariat: somebody has to register all others. Rule W4. It is no
 * act of the committee, for there is none yet; it writes its minute all the same, as one of the clock.
 */
import { count } from "drizzle-orm";
import { z } from "zod";
import { saveMinute } from "../db/store/record.ts";
import { isRefusal, type Refusal, refuse } from "../domain/refusal.ts";
import { isZone } from "../domain/review/working-day.ts";
import type { Context } from "./context.ts";
import { line } from "./fields.ts";

const input = z.object({
  name: line(120),
  email: z.email().max(200),
  title: line(160),
  zone: z.string().refine(isZone),
  city: line(80),
});

export type FirstSecretariat = z.input<typeof input>;

/** Refused when there is anybody already. @returns the person's id */
export async function enterFirstSecretariat(
  context: Context,
  given: FirstSecretariat,
): Promise<{ personId: string } | Refusal> {
  const read = input.safeParse(given);
  if (!read.success) {
    const issue = read.error.issues[0]!;
    return refuse("malformed", "W4", `The field "${issue.path.join(".")}" cannot be read: ${issue.message}.`);
  }
  const outcome = await context.db.record(async (tx) => {
    const { people, roles } = tx.t;
    const [{ total } = { total: 0 }] = await tx.select({ total: count() }).from(people);
    if (total > 0)
      return refuse("state", "W4", `There are ${total} people already; the secretariat among them registers others.`);
    const personId = context.newId();
    const { email, ...said } = read.data;
    await tx.insert(people).values({
      ...said,
      email: email.toLowerCase(),
      id: personId,
      memberId: null,
      organisationId: null,
      colour: 0,
      registeredAt: tx.now,
    });
    await tx.insert(roles).values({
      id: context.newId(),
      personId,
      role: "secretariat",
      committeeId: null,
      seatId: null,
      memberId: null,
      fromAt: tx.now,
      toAt: null,
    });
    const minute = {
      id: context.newId(),
      type: "role-given" as const,
      personId: null,
      secondPersonId: null,
      role: null,
      committeeId: null,
      candidateId: null,
      objectKind: "person" as const,
      objectId: personId,
      values: { role: "secretariat", seat: null, member: null },
      rules: ["W4"],
      marking: "GREEN" as const,
      at: tx.now,
    };
    await saveMinute(tx, minute);
    return { personId, minute };
  });
  if (isRefusal(outcome)) return outcome;
  context.announce([outcome.minute]);
  return { personId: outcome.personId };
}
