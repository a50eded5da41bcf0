/** Examples of what one person does in a ballot's life: recorded positions, overrides, challenges, outages. */
import { eq } from "drizzle-orm";
import { theClock } from "../../../domain/membership/role.ts";
import type { Intent } from "../../../server/acts.ts";
import type { Given } from "./examples.ts";
import type { World } from "./world.ts";

const computers = "Gate-model";
const hour_ms = 60 * 60 * 1000;
const evidence = "Said in the meeting of the committee, item 4.";

/** The seat that the person holds on the ballot's roll. */
async function seatOf(world: World, name: string): Promise<string> {
  const { roles, rollSeats } = world.db.t;
  const { personId } = world.person(name) as { personId: string };
  const { id } = await world.ballot(computers);
  const rows = await world.db.read(async (tx) =>
    tx
      .select({ seatId: rollSeats.seatId, personId: roles.personId })
      .from(rollSeats)
      .innerJoin(roles, eq(roles.seatId, rollSeats.seatId))
      .where(eq(rollSeats.ballotId, id)),
  );
  return rows.find((row) => row.personId === personId)!.seatId;
}

async function recordedFields(world: World) {
  const { id, versionId } = await world.ballot(computers);
  const { personId } = world.person("Aino Laine") as { personId: string };
  return {
    ...{ ballot: id, seat: await seatOf(world, "Aino Laine"), person: personId, word: "yes", reason: "", clause: "" },
    ...{ change: "", evidence, textHash: await world.textHash(versionId!), key: "" },
  };
}

const discussOf = async (world: World) => ({
  ballot: (await world.ballot(computers)).id,
  seat: await seatOf(world, "Maarten de Wit"),
});

async function announced(world: World) {
  const fields = await discussOf(world);
  await world.act("Claire Bouchard", "announce-override", { ...fields, text: "It blocks alone." });
  return fields;
}

async function closed(world: World): Promise<string> {
  const { id, closesAt } = await world.ballot(computers);
  world.moveTo(closesAt!);
  await world.act(theClock, "close-ballot", { ballot: id });
  return id;
}

async function challenged(world: World): Promise<string> {
  const ballot = await closed(world);
  await world.act("Aino Laine", "challenge-ballot", { ballot, rule: "M4", fact: "The roll lacks a seat." });
  return ballot;
}

const written = (at: number) => new Date(at).toISOString();

export const ballotActsExamples = {
  "announce-override": async (world) => ({
    by: "Claire Bouchard",
    fields: { ...(await discussOf(world)), text: "It blocks alone." },
    wrong: ["Maarten de Wit", "Anton Gruber"],
  }),
  "answer-challenge": async (world) => ({
    by: "Claire Bouchard",
    fields: { ballot: await challenged(world), text: "No seat was filled later." },
    wrong: ["Aino Laine", "Anton Gruber"],
  }),
  "apply-outage": async (world) => {
    const { id, closesAt } = await world.ballot(computers);
    world.moveTo(closesAt! - hour_ms);
    const fields = {
      from: written(closesAt! - 3 * hour_ms),
      to: written(closesAt! - 2 * hour_ms),
      reason: "No power.",
    };
    await world.act("Sigrid Thoresen", "record-outage", fields);
    return { by: theClock, fields: { ballot: id }, wrong: ["Anton Gruber", "Claire Bouchard"] };
  },
  "challenge-ballot": async (world) => ({
    by: "Aino Laine",
    fields: { ballot: await closed(world), rule: "M4", fact: "The roll lacks a seat." },
    wrong: ["Anton Gruber", "Helena Nováková", "Ellen Brandt"],
  }),
  "decide-override": async (world) => {
    const { opensAt } = await world.ballot(computers);
    const fields = await announced(world);
    const [event] = await world.db.read(async (tx) =>
      tx.select().from(tx.t.ballotEvents).where(eq(tx.t.ballotEvents.type, "announce")),
    );
    world.moveTo(Math.max(event!.at, opensAt!) + 48 * hour_ms);
    return { by: "Claire Bouchard", fields, wrong: ["Maarten de Wit", "Anton Gruber"] };
  },
  "dispute-position": async (world) => {
    const fields = await recordedFields(world);
    await world.act("Anton Gruber", "record-position", fields);
    const rows = await world.db.read(async (tx) =>
      tx.select().from(tx.t.positions).where(eq(tx.t.positions.ballotId, fields.ballot)),
    );
    const sequence = Math.max(...rows.map((row) => row.sequence));
    return {
      by: "Aino Laine",
      fields: { ballot: fields.ballot, sequence, reason: "We said nothing." },
      wrong: ["Claire Bouchard", "Anton Gruber"],
    };
  },
  "end-outage": async (world) => {
    const from = await world.db.read(async (tx) => tx.now - hour_ms);
    const { id } = await world.act("Sigrid Thoresen", "record-outage", { from: written(from), reason: "No power." });
    return { by: "Sigrid Thoresen", fields: { outage: id }, wrong: ["Anton Gruber", "Claire Bouchard"] };
  },
  "explain-position": async (world) => ({
    by: "Claire Bouchard",
    fields: { ballot: (await world.ballot(computers)).id, text: "For this year only." },
    wrong: ["Anton Gruber", "Helena Nováková"],
  }),
  "give-override-voice": async (world) => ({
    by: "Aino Laine",
    fields: { ...(await announced(world)), voice: "for" },
    wrong: ["Maarten de Wit", "Anton Gruber", "Helena Nováková"],
  }),
  "record-outage": async (world) => {
    const now = await world.db.read(async (tx) => tx.now);
    const fields = { from: written(now - 2 * hour_ms), to: written(now - hour_ms), reason: "No power." };
    return { by: "Sigrid Thoresen", fields, wrong: ["Anton Gruber", "Claire Bouchard"] };
  },
  "record-position": async (world) => ({
    by: "Anton Gruber",
    fields: await recordedFields(world),
    wrong: ["Aino Laine", "Helena Nováková", "Ellen Brandt"],
  }),
  "support-challenge": async (world) => ({
    by: "Marcus Whitfield",
    fields: { ballot: await challenged(world) },
    wrong: ["Aino Laine", "Anton Gruber"],
  }),
} satisfies Partial<Record<Intent, Given>>;
