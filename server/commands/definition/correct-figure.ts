/**
 * Gives a system a further figure, or one of its figures another value: a new row, which replaces; the old one stays in the
 * record. Rule D3. Who: holders of seats, their alternates and the chairs. Minute: figure-corrected.
 */
import { z } from "zod";
import { findSystem, saveFigure } from "../../../db/store/system.ts";
import { quantityKey } from "../../../domain/definition/quantity-key.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, optionalProse } from "../../fields.ts";
import { figureFields, figureOf } from "../../figure-fields.ts";

export const correctFigure = command({
  act: "correct-figure",
  rules: ["D3"],
  input: z.object({ system: handle, ...figureFields, reason: optionalProse(1000) }),
  async decide(tx, actor, input) {
    const system = await findSystem(tx, input.system);
    if (!system) return notFound();
    const answer = powers["correct-figure"](actor, { committeeId: system.committeeId });
    if (isRefusal(answer)) return answer;
    if (system.withdrawnAt !== null)
      return refuse("state", "D3", `${system.maker} ${system.name} is withdrawn from the table.`);
    const figure = figureOf(input);
    const before = system.figures.find((one) => quantityKey(one.quantity) === quantityKey(figure.quantity));
    if (before && input.reason === "")
      return refuse(
        "reason-missing",
        "D3",
        `The figure ${before.value} ${before.unit} stands in the record; say why ${figure.value} replaces it.`,
        "reason",
      );
    if (
      before &&
      (["value", "unit", "source", "address", "sourceDate", "note"] as const).every(
        (part) => before[part] === figure[part],
      )
    )
      return refuse("state", "D3", `The figure is ${before.value} ${before.unit} from this source already.`, "value");
    const personId = actor.kind === "person" ? actor.personId : "";
    const number = await saveFigure(tx, { systemId: system.id, figure, reason: before ? input.reason : "", personId });
    return {
      value: { id: system.id, number },
      minute: {
        object: ["system", system.id],
        role: roleOf(answer),
        committeeId: system.committeeId,
        candidateId: null,
        values: {
          name: system.name,
          quantity: figure.quantity,
          from: before ? `${before.value} ${before.unit}` : null,
          to: `${figure.value} ${figure.unit}`,
          reason: input.reason,
        },
      },
    };
  },
});
