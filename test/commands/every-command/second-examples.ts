/** Examples of asking a second person, and of what becomes of it. */
import type { Intent } from "../../../server/acts.ts";
import type { Given } from "./examples.ts";
import type { World } from "./world.ts";

/** The chair asks for more time on the open ballot of the quantum committee. */
async function asked(world: World) {
  const fields = { ballot: (await world.ballot("Gate-model")).id, hours: 48 };
  const { request, seconds } = await world.ask("Claire Bouchard", "extend-ballot", fields);
  return { request, second: seconds[0]!.name };
}

export const secondExamples = {
  "consent-second": async (world) => {
    const { request, second } = await asked(world);
    return { by: second, fields: { request }, wrong: ["Claire Bouchard", "Anton Gruber", "Étienne Varenne"] };
  },
  "decline-second": async (world) => {
    const { request, second } = await asked(world);
    const fields = { request, reason: "Two weeks are enough." };
    return { by: second, fields, wrong: ["Claire Bouchard", "Anton Gruber", "Étienne Varenne"] };
  },
  "request-second": async (world) => ({
    by: "Claire Bouchard",
    fields: { act: "extend-ballot", fields: { ballot: (await world.ballot("Gate-model")).id, hours: 48 } },
    wrong: ["Anton Gruber", "Aino Laine", "Étienne Varenne"],
  }),
  "withdraw-request": async (world) => {
    const { request, second } = await asked(world);
    return { by: "Claire Bouchard", fields: { request }, wrong: [second, "Anton Gruber", "Étienne Varenne"] };
  },
} satisfies Partial<Record<Intent, Given>>;
