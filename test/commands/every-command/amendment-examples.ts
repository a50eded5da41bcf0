/** Examples of the acts on amendments, on a text that is being drafted. */
import { findCandidate } from "../../../db/store/candidate.ts";
import { changesBetween } from "../../../domain/definition/amendment-change.ts";
import { clauseText } from "../../../domain/definition/control-text.ts";
import { theClock } from "../../../domain/membership/role.ts";
import type { Intent } from "../../../server/acts.ts";
import { readHeadText } from "../../../server/freeze-head.ts";
import type { Given } from "./examples.ts";
import type { World } from "./world.ts";

const interfaces = "Implanted";
const [author, other] = ["Yuko Morimoto", "Dana Okafor"];
const [chair, objector] = ["Harriet Nwosu", "Lars Tveit"];
const reason = "The measures in force say so.";

/** Other words for the clause in whose words some stand, as the editor sends them. */
async function otherWords(world: World, where: string, words: string) {
  const { id: candidate } = await world.candidate(interfaces);
  const clauses = await world.db.read(async (tx) => {
    const head = await readHeadText(tx, (await findCandidate(tx, candidate))!);
    return head!.text.clauses;
  });
  const nid = clauses.find((clause) => clauseText(clause).includes(where))!.nid;
  const after = clauses.map((clause) => (clause.nid === nid ? { ...clause, content: [{ text: words }] } : clause));
  return { candidate, nid, changes: JSON.stringify(changesBetween(clauses, after)) };
}

async function proposed(world: World, by = author, words = "Hearing implants are not covered."): Promise<string> {
  const { candidate, changes } = await otherWords(world, "Hearing implants", words);
  return (await world.act(by, "propose-amendment", { candidate, changes, reason })).id;
}

async function contested(world: World): Promise<string> {
  const amendment = await proposed(world);
  await world.act(objector, "object-amendment", { amendment, reason: "It is too short." });
  return amendment;
}

/** Another of the same clause has been adopted beneath this one. */
async function overtaken(world: World, isContested: boolean): Promise<string> {
  const amendment = isContested ? await contested(world) : await proposed(world);
  const adopted = await proposed(world, other, "Hearing implants and retinal implants are not covered.");
  world.pass(3);
  await world.act(chair, "accept-amendment", { amendment: adopted });
  return amendment;
}

export const amendmentExamples = {
  "accept-amendment": async (world) => {
    const amendment = await proposed(world);
    world.pass(3);
    return { by: chair, fields: { amendment, reason: "As announced." }, wrong: [author, other, "Beatriz Almeida"] };
  },
  "another-adopted": async (world) => ({
    by: theClock,
    fields: { amendment: await overtaken(world, true) },
    wrong: [chair, author],
  }),
  "base-changed": async (world) => ({
    by: theClock,
    fields: { amendment: await overtaken(world, false) },
    wrong: [chair, author],
  }),
  "bracket-amendment": async (world) => ({
    by: chair,
    fields: { amendment: await contested(world), reason: "Until the meeting." },
    wrong: [author, objector],
  }),
  "follow-up-amendment": async (world) => ({
    by: other,
    fields: { amendment: await proposed(world), body: "Which implants are meant?" },
    wrong: ["Rohan Desai"],
  }),
  "object-amendment": async (world) => ({
    by: objector,
    fields: { amendment: await proposed(world), reason: "It is too short." },
    wrong: [author, "Beatriz Almeida"],
  }),
  "propose-amendment": async (world) => {
    const { candidate, changes } = await otherWords(world, "Hearing implants", "Hearing implants are not covered.");
    return { by: author, fields: { candidate, changes, reason }, wrong: ["Beatriz Almeida", "Rohan Desai"] };
  },
  "rebase-amendment": async (world) => {
    const amendment = await overtaken(world, false);
    await world.act(theClock, "base-changed", { amendment });
    const { changes } = await otherWords(world, "Hearing implants", "Hearing implants are not covered.");
    return { by: author, fields: { amendment, changes, note: "Onto the new words." }, wrong: [other, chair] };
  },
  "reject-amendment": async (world) => ({
    by: chair,
    fields: { amendment: await contested(world), reason: "The list in force stays." },
    wrong: [author, objector],
  }),
  "restore-version": async (world) => {
    const { id: candidate } = await world.candidate(interfaces);
    await world.act(chair, "freeze-version", { candidate, reason: "Before the meeting" });
    const adopted = await proposed(world);
    world.pass(3);
    await world.act(chair, "accept-amendment", { amendment: adopted });
    return { by: other, fields: { candidate, version: 1, reason }, wrong: ["Beatriz Almeida", "Rohan Desai"] };
  },
  "support-amendment": async (world) => ({
    by: objector,
    fields: { amendment: await proposed(world) },
    wrong: [author, "Beatriz Almeida"],
  }),
  "withdraw-amendment": async (world) => ({
    by: author,
    fields: { amendment: await proposed(world), reason: "A better one follows." },
    wrong: [other, chair],
  }),
  "withdraw-support": async (world) => {
    const amendment = await proposed(world);
    await world.act(objector, "support-amendment", { amendment });
    return { by: objector, fields: { amendment }, wrong: [author, chair] };
  },
} satisfies Partial<Record<Intent, Given>>;
