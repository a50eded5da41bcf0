/**
 * Takes a system out of the table, with a reason; its row and figures stay in the record. Rule D3. Who: holders of seats,
 * their alternates and the chairs. Minute: system-withdrawn.
 */
import { z } from "zod";
import { findSystem, withdrawSystemRow } from "../../../db/store/system.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, prose } from "../../fields.ts";

export const withdrawSystem = command({
  act: "withdraw-system",
  rules: ["D3"],
  input: z.object({ system: handle, reason: prose(1000) }),
  async decide(tx, actor, input) {
    const system = await findSystem(tx, input.system);
    if (!system) return notFound();
    const answer = powers["withdraw-system"](actor, { committeeId: system.committeeId });
    if (isRefusal(answer)) return answer;
    if (system.withdrawnAt !== null)
      return refuse("state", "D3", `${system.maker} ${system.name} was withdrawn already.`);
    const personId = actor.kind === "person" ? actor.personId : "";
    await withdrawSystemRow(tx, system.id, { personId, reason: input.reason });
    return {
      value: { id: system.id },
      minute: {
        object: ["system", system.id],
        role: roleOf(answer),
        committeeId: system.committeeId,
        candidateId: null,
        values: { name: system.name, maker: system.maker, reason: input.reason },
      },
    };
  },
});
