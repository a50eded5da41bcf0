/** Examples of the acts on interests: disputes, the graph, and ballots that a found interest flags. */
import { eq } from "drizzle-orm";
import { theClock } from "../../../domain/membership/role.ts";
import type { Intent } from "../../../server/acts.ts";
import type { Given } from "./examples.ts";
import type { World } from "./world.ts";

const computers = "Gate-model";
const day_ms = 24 * 60 * 60 * 1000;
const idOf = (world: World, name: string) => (world.person(name) as { personId: string }).personId;

/** The ballot on computers, certified, and somebody who took a position on it. */
async function certified(world: World): Promise<{ ballot: string; person: string }> {
  const { id, closesAt } = await world.ballot(computers);
  world.moveTo(closesAt!);
  await world.act(theClock, "close-ballot", { ballot: id });
  world.moveTo(closesAt! + 3 * day_ms);
  await world.act(theClock, "certify-ballot", { ballot: id });
  const { positions } = world.db.t;
  const rows = await world.db.read(async (tx) => tx.select().from(positions).where(eq(positions.ballotId, id)));
  const chairs = ["Claire Bouchard", "Kenji Takahashi"].map((name) => idOf(world, name));
  return { ballot: id, person: rows.find((row) => row.word === "yes" && !chairs.includes(row.personId))!.personId };
}

const found = ({ ballot, person }: { ballot: string; person: string }) => ({
  ...{
    ballot,
    person,
    kind: "ownership",
    organisation: "",
    since: "2021-03-01",
    statement: "Holds a fifth of a maker.",
  },
});

async function flagged(world: World): Promise<string> {
  const one = await certified(world);
  await world.act("Claire Bouchard", "find-interest", found(one));
  return one.ballot;
}

/** Interests are found until the second account has another outcome, and the chair asks to confirm the first. */
async function asked(world: World): Promise<string> {
  const { ballot } = await certified(world);
  const { positions, ballots } = world.db.t;
  const rows = await world.db.read(async (tx) => tx.select().from(positions).where(eq(positions.ballotId, ballot)));
  const chairs = ["Claire Bouchard", "Kenji Takahashi"].map((name) => idOf(world, name));
  const others = rows.filter((row) => !chairs.includes(row.personId));
  for (const { personId } of others.sort((one, other) =>
    one.word === "discuss" ? -1 : other.word === "discuss" ? 1 : 0,
  )) {
    await world.tried("Sigrid Thoresen", "find-interest", found({ ballot, person: personId }));
    const [row] = await world.db.read(async (tx) => tx.select().from(ballots).where(eq(ballots.id, ballot)));
    const { outcome, recount } = JSON.parse(row!.account!) as { outcome: string; recount?: { outcome: string } };
    if (recount && recount.outcome !== outcome) break;
  }
  await world.act("Claire Bouchard", "confirm-ballot", {
    ballot,
    reason: "They were sold before the text was written.",
  });
  return ballot;
}

/** The declared ownership of Nicolas Berthier, disputed. */
async function disputed(world: World): Promise<string> {
  const { id: candidate } = await world.candidate(computers);
  const fields = {
    candidate,
    person: idOf(world, "Nicolas Berthier"),
    number: 1,
    reason: "The company sells no such machine.",
  };
  return (await world.act("Aino Laine", "dispute-interest", fields)).id;
}

const organisation = (world: World) => world.organisation("Revontuli Quantum Oy");

export const interestExamples = {
  "dispute-interest": async (world) => ({
    by: "Aino Laine",
    fields: {
      candidate: (await world.candidate(computers)).id,
      person: idOf(world, "Nicolas Berthier"),
      number: 1,
      reason: "The company sells no such machine.",
    },
    wrong: ["Helena Nováková", "Ellen Brandt"],
  }),
  "classify-interest": async (world) => ({
    by: "Claire Bouchard",
    fields: { dispute: await disputed(world), class: "sectoral" },
    wrong: ["Anton Gruber", "Aino Laine"],
  }),
  "settle-classification": async (world) => {
    const { ballot } = await certified(world);
    const dispute = await disputed(world);
    await world.act("Claire Bouchard", "classify-interest", { dispute, class: "sectoral" });
    await world.act("Kenji Takahashi", "classify-interest", { dispute, class: "direct" });
    // Ballots of procedure are drafted elsewhere; this one stands for one that opened after the dispute.
    await world.db.write(async (tx) => {
      const { ballots, interestDisputes } = tx.t;
      await tx.update(ballots).set({ type: "simple-majority" }).where(eq(ballots.id, ballot));
      await tx.update(interestDisputes).set({ raisedAt: 0 }).where(eq(interestDisputes.id, dispute));
    });
    return { by: "Claire Bouchard", fields: { dispute, ballot }, wrong: ["Ellen Brandt", "Aino Laine"] };
  },
  "record-patent": async (world) => ({
    by: "Sigrid Thoresen",
    fields: {
      candidate: (await world.candidate(computers)).id,
      number: "3 911 204",
      office: "European Patent Office",
      title: "Readout of superconducting qubits",
      holder: organisation(world),
      inventors: [idOf(world, "Aino Laine")],
      keywords: "qubit, readout",
    },
    wrong: ["Claire Bouchard", "Aino Laine"],
  }),
  "record-grant": async (world) => ({
    by: "Sigrid Thoresen",
    fields: {
      candidate: (await world.candidate(computers)).id,
      number: "Decision 341288",
      title: "Error correction",
      giver: world.organisation("Fjordkeram AS"),
      receiver: organisation(world),
      leaders: [idOf(world, "Aino Laine")],
      keywords: "error correction",
    },
    wrong: ["Claire Bouchard", "Aino Laine"],
  }),
  "record-tie": async (world) => ({
    by: "Sigrid Thoresen",
    fields: {
      candidate: (await world.candidate(computers)).id,
      from: organisation(world),
      kind: "supplies",
      to: world.organisation("Fjordkeram AS"),
    },
    wrong: ["Claire Bouchard", "Aino Laine"],
  }),
  "find-interest": async (world) => ({
    by: "Claire Bouchard",
    fields: found(await certified(world)),
    wrong: ["Aino Laine", "Helena Nováková"],
  }),
  "confirm-ballot": async (world) => ({
    by: "Claire Bouchard",
    fields: { ballot: await flagged(world), reason: "It was sold before the text was written." },
    wrong: ["Aino Laine", "Anton Gruber"],
  }),
  "agree-confirmation": async (world) => ({
    by: "Kenji Takahashi",
    fields: { ballot: await asked(world) },
    wrong: ["Claire Bouchard", "Aino Laine"],
  }),
  "re-ballot": async (world) => ({
    by: "Claire Bouchard",
    fields: { ballot: await flagged(world), reason: "The support was lost." },
    wrong: ["Aino Laine", "Anton Gruber"],
  }),
} satisfies Partial<Record<Intent, Given>>;
