/**
 * Enters a real product or system with one published figure; further figures come by `correct-figure` or by import. Rule D3.
 * Who: holders of seats, their alternates and the chairs. Minute: system-recorded.
 */
import { z } from "zod";
import { findCommittee } from "../../../db/store/membership.ts";
import { countSystems, findSystemsByKey, saveFigure, saveSystem, systemsMax } from "../../../db/store/system.ts";
import { systemKey } from "../../../domain/definition/system.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { figureFields, figureOf, systemFields, systemOf } from "../../figure-fields.ts";

export const recordSystem = command({
  act: "record-system",
  rules: ["D3"],
  input: z.object({ committee: handle, ...systemFields, ...figureFields }),
  async decide(tx, actor, input, context) {
    const committee = await findCommittee(tx, input.committee);
    if (!committee) return notFound();
    const answer = powers["record-system"](actor, { committeeId: committee.id });
    if (isRefusal(answer)) return answer;
    const system = systemOf(input);
    const [known] = await findSystemsByKey(tx, committee.id, [systemKey(system)]);
    if (known)
      return refuse(
        "state",
        "D3",
        `${known.maker} ${known.name} is ${known.withdrawnAt === null ? "recorded already; add or correct its figures" : "withdrawn from the table"}.`,
        "name",
      );
    const recorded = (await countSystems(tx, committee.id)).reduce((sum, { systems }) => sum + systems, 0);
    if (recorded >= systemsMax)
      return refuse("limit", "D3", `The table holds at most ${systemsMax} systems; it is full.`, "name");
    const id = context.newId();
    const personId = actor.kind === "person" ? actor.personId : "";
    await saveSystem(tx, { ...system, id, committeeId: committee.id, personId });
    const figure = figureOf(input);
    await saveFigure(tx, { systemId: id, figure, reason: "", personId });
    return {
      value: { id, name: system.name },
      minute: {
        object: ["system", id],
        role: roleOf(answer),
        committeeId: committee.id,
        candidateId: null,
        values: {
          name: system.name,
          maker: system.maker,
          quantity: figure.quantity,
          value: figure.value,
          unit: figure.unit,
          address: figure.address,
        },
      },
    };
  },
});
