/** Examples of the acts on recommendations, rounds and reservations. */
import { theClock } from "../../../domain/membership/role.ts";
import type { Intent } from "../../../server/acts.ts";
import type { Given } from "./examples.ts";
import type { World } from "./world.ts";

const printing = "Metal additive";
const layout = "Design automation";

async function transmitted(world: World): Promise<string> {
  const { id } = await world.recommendation(layout);
  await world.act("Anton Gruber", "transmit-recommendation", { recommendation: id });
  return id;
}

async function prepared(world: World): Promise<string> {
  const recommendation = await transmitted(world);
  return (await world.act("Anton Gruber", "prepare-round", { recommendation, kind: "new-entry", entry: "" })).id;
}

/** Replies, then the clock at the time when the round is certified. */
async function atItsEnd(world: World, replies: [string, string][]): Promise<string> {
  const { id } = await world.round(printing);
  for (const [by, word] of replies)
    await world.act(by, "reply-round", { round: id, word, reason: word === "agree" ? "" : "Our law.", text: "" });
  world.moveTo((await world.round(printing)).dueAt!);
  return id;
}

export const reviewExamples = {
  "acknowledge-delivery": async (world) => {
    const round = await prepared(world);
    await world.byTwo("Chen Yi-ting", "dispatch-round", { round });
    const { versionId } = await world.recommendation(layout);
    return {
      by: "Inés Rubio",
      fields: { round, textHash: await world.textHash(versionId) },
      wrong: ["Lucía Arroyo", "Anton Gruber"],
    };
  },
  "adopt-by-silence": async (world) => ({
    by: theClock,
    fields: { round: await atItsEnd(world, [["Annelies Bakker", "agree"]]) },
    wrong: ["Étienne Varenne", "Beatriz Almeida"],
  }),
  "adopt-in-part": async (world) => ({
    by: theClock,
    fields: { round: await atItsEnd(world, []) },
    wrong: ["Étienne Varenne", "Beatriz Almeida"],
  }),
  "cancel-round": async (world) => ({
    by: "Étienne Varenne",
    fields: { round: (await world.round(printing)).id, reason: "The text was sent without its note." },
    wrong: ["Beatriz Almeida", "Annelies Bakker"],
  }),
  "dispatch-round": async (world) => ({
    by: "Chen Yi-ting",
    fields: { round: await prepared(world) },
    wrong: ["Anton Gruber", "Inés Rubio"],
  }),
  "enter-reservation": async (world) => ({
    by: "Inés Rubio",
    fields: {
      round: (await world.round(printing)).id,
      rows: [{ countries: ["D:1"], endUses: ["military-end-use"], endUsers: ["military-end-user"] }],
      reason: "A law is before parliament.",
      sunset: new Date(Date.now() + 300 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10),
    },
    wrong: ["Lucía Arroyo", "Étienne Varenne"],
  }),
  "lengthen-round": async (world) => ({
    by: "Étienne Varenne",
    fields: { round: (await world.round(printing)).id },
    wrong: ["Beatriz Almeida", "Marco Santoro"],
  }),
  "prepare-round": async (world) => ({
    by: "Anton Gruber",
    fields: { recommendation: await transmitted(world), kind: "new-entry", entry: "" },
    wrong: ["Chen Yi-ting", "Inés Rubio"],
  }),
  "reply-round": async (world) => ({
    by: "Inés Rubio",
    fields: { round: (await world.round(printing)).id, word: "agree", reason: "In force soon.", text: "" },
    wrong: ["Lucía Arroyo", "Étienne Varenne"],
  }),
  "return-to-committee": async (world) => ({
    by: theClock,
    fields: {
      round: await atItsEnd(world, [
        ["Inés Rubio", "cannot-join"],
        ["Marco Santoro", "cannot-join"],
        ["Kari Haugland", "cannot-join"],
        ["Mikko Heikkinen", "cannot-join"],
      ]),
    },
    wrong: ["Étienne Varenne", "Beatriz Almeida"],
  }),
  "transmit-recommendation": async (world) => ({
    by: "Anton Gruber",
    fields: { recommendation: (await world.recommendation(layout)).id },
    wrong: ["Chen Yi-ting", "Inés Rubio"],
  }),
  "withdraw-reservation": async (world) => {
    const [reservation] = await world.db.read(async (tx) => tx.select().from(tx.t.reservations));
    return {
      by: "Lee Min-jae",
      fields: { reservation: reservation!.id },
      wrong: ["Inés Rubio", "Chen Yi-ting"],
    };
  },
} satisfies Partial<Record<Intent, Given>>;
