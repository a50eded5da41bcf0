/** Ends a role; what was done under it stays. Rule W4. Who: the secretariat. Minute: role-ended. */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { sayInstant } from "../../../domain/instant.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const endRole = command({
  act: "end-role",
  rules: ["W4"],
  input: z.object({ role: handle }),
  async decide(tx, actor, input) {
    const { roles } = tx.t;
    const [held] = await tx.select().from(roles).where(eq(roles.id, input.role));
    if (!held) return notFound();
    const answer = powers["end-role"](actor, { committeeId: held.committeeId });
    if (isRefusal(answer)) return answer;
    if (held.toAt !== null && held.toAt <= tx.now)
      return refuse("state", "W4", `The role ended at ${sayInstant(held.toAt)} already.`);
    await tx.update(roles).set({ toAt: tx.now }).where(eq(roles.id, held.id));
    return {
      value: { id: held.id },
      minute: {
        object: ["person", held.personId],
        role: roleOf(answer),
        committeeId: held.committeeId,
        candidateId: null,
        values: { role: held.role, seat: held.seatId, member: held.memberId },
        marking: "GREEN",
      },
    };
  },
});
