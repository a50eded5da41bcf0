/** Examples of the acts on ballots. */
import { eq } from "drizzle-orm";
import { loadSilentSeats } from "../../../db/store/attention.ts";
import { theClock } from "../../../domain/membership/role.ts";
import type { Intent } from "../../../server/acts.ts";
import type { Given } from "./examples.ts";
import type { World } from "./world.ts";

const computers = "Gate-model";
const hotMaterials = "Materials for hypersonic";
const day_ms = 24 * 60 * 60 * 1000;

async function discussSeat(world: World): Promise<string> {
  const { positions } = world.db.t;
  const { id } = await world.ballot(computers);
  const rows = await world.db.read(async (tx) => tx.select().from(positions).where(eq(positions.ballotId, id)));
  return rows.find((row) => row.word === "discuss")!.seatId;
}

async function drafted(world: World): Promise<string> {
  const { id: candidate } = await world.candidate(hotMaterials);
  const question = "Shall this definition be recommended to the members?";
  return (await world.act("Étienne Varenne", "draft-ballot", { candidate, question, days: 14 })).id;
}

export const ballotExamples = {
  "answer-discuss": async (world) => ({
    by: "Marcus Whitfield",
    fields: { ballot: (await world.ballot(computers)).id, seat: await discussSeat(world), text: "A second answer." },
    wrong: ["Claire Bouchard", "Maarten de Wit"],
  }),
  "cast-position": async (world) => {
    const { id, versionId } = await world.ballot(computers);
    const textHash = await world.textHash(versionId!);
    return {
      by: "Aino Laine",
      fields: { ballot: id, seat: "", word: "yes", reason: "", clause: "", change: "", textHash, key: "" },
      wrong: ["Anton Gruber", "Helena Nováková", "Nicolas Berthier", "Ellen Brandt"],
    };
  },
  "certify-ballot": async (world) => {
    const { id, closesAt } = await world.ballot(computers);
    world.moveTo(closesAt!);
    await world.act(theClock, "close-ballot", { ballot: id });
    world.moveTo(closesAt! + 3 * day_ms);
    return { by: theClock, fields: { ballot: id }, wrong: ["Anton Gruber", "Aino Laine"] };
  },
  "close-ballot": async (world) => {
    const { id, closesAt } = await world.ballot(computers);
    world.moveTo(closesAt!);
    return { by: theClock, fields: { ballot: id }, wrong: ["Anton Gruber", "Aino Laine"] };
  },
  "discard-ballot": async (world) => ({
    by: "Étienne Varenne",
    fields: { ballot: await drafted(world) },
    wrong: ["Jens Hartwig", "Beatriz Almeida"],
  }),
  "draft-ballot": async (world) => ({
    by: "Étienne Varenne",
    fields: { candidate: (await world.candidate(hotMaterials)).id, question: "Shall it be recommended?", days: 14 },
    wrong: ["Jens Hartwig", "Urs Zollinger"],
  }),
  "extend-ballot": async (world) => ({
    by: "Claire Bouchard",
    fields: { ballot: (await world.ballot(computers)).id, hours: 48 },
    wrong: ["Anton Gruber", "Aino Laine", "Nicolas Berthier"],
  }),
  "open-ballot": async (world) => {
    const ballot = await drafted(world);
    world.pass(20);
    return { by: "Étienne Varenne", fields: { ballot }, wrong: ["Jens Hartwig", "Beatriz Almeida"] };
  },
  "remind-seat": async (world) => {
    const ballot = await world.ballot(computers);
    const [seat] = await world.db.read((tx) => loadSilentSeats(tx, ballot, "position"));
    return {
      by: "Claire Bouchard",
      fields: { ballot: ballot.id, seat: seat!.seatId },
      wrong: ["Aino Laine", "Helena Nováková", "Étienne Varenne"],
    };
  },
  "renew-discuss": async (world) => ({
    by: "Maarten de Wit",
    fields: { ballot: (await world.ballot(computers)).id, seat: await discussSeat(world), text: "A note is no rung." },
    wrong: ["Marcus Whitfield", "Claire Bouchard"],
  }),
  "void-ballot": async (world) => ({
    by: "Claire Bouchard",
    fields: { ballot: (await world.ballot(computers)).id, wrong: "roll", reason: "A seat was left out of the roll." },
    wrong: ["Anton Gruber", "Aino Laine", "Nicolas Berthier"],
  }),
} satisfies Partial<Record<Intent, Given>>;
