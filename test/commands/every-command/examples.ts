/** For every act a world in which it may be done, by whom, with which fields, and some who may not do it. */
import { eq } from "drizzle-orm";
import { theClock } from "../../../domain/membership/role.ts";
import type { Intent } from "../../../server/acts.ts";
import { amendmentExamples } from "./amendment-examples.ts";
import { ballotActsExamples } from "./ballot-acts-examples.ts";
import { ballotExamples } from "./ballot-examples.ts";
import { consequenceExamples } from "./consequence-examples.ts";
import { definitionExamples } from "./definition-examples.ts";
import { interestExamples } from "./interest-examples.ts";
import { reviewExamples } from "./review-examples.ts";
import { sealingExamples } from "./sealing-examples.ts";
import { secondExamples } from "./second-examples.ts";
import type { World } from "./world.ts";

export type Example = {
  /** The name of the person, or the clock, who may do it. */
  by: string | typeof theClock;
  fields: Record<string, unknown>;
  /** Names of people who may not. */
  wrong: string[];
};

export type Given = (world: World) => Promise<Example>;

const scope = {
  rows: [{ countries: ["D:5"], endUses: ["military-end-use"], endUsers: ["military-end-user"] }],
  allReason: "",
  exclusions: ["Transfers between members."],
  relations: [{ regime: "wassenaar", word: "none-found", entries: [], note: "Searched." }],
  reviewByDays: 365,
};

const membershipExamples = {
  "create-seat": async (world) => ({
    by: "Sigrid Thoresen",
    fields: {
      committee: world.committee("QTAC"),
      member: world.member("NO"),
      kind: "industry",
      organisation: world.organisation("Fjordkeram AS"),
    },
    wrong: ["Claire Bouchard", "Beatriz Almeida"],
  }),
  "declare-interest": async (world) => ({
    by: "Aino Laine",
    fields: {
      candidate: (await world.candidate("Cryogenic")).id,
      kind: "employment",
      class: "direct",
      organisation: world.organisation("Revontuli Quantum Oy"),
      statement: "My employer sells such circuits.",
    },
    wrong: ["Anton Gruber", "Helena Nováková"],
  }),
  "end-role": async (world) => {
    const { roles } = world.db.t;
    const [role] = await world.db.read(async (tx) =>
      tx.select().from(roles).where(eq(roles.role, "alternate")).limit(1),
    );
    return { by: "Sigrid Thoresen", fields: { role: role!.id }, wrong: ["Claire Bouchard", "Ellen Brandt"] };
  },
  "found-committee": async () => ({
    by: "Sigrid Thoresen",
    fields: {
      code: "SPAC",
      name: "Space Technical Advisory Committee",
      field: "Launchers and what they carry.",
      listCode: "SP",
      zone: "Europe/Vienna",
      city: "Vienna",
    },
    wrong: ["Anton Gruber", "Claire Bouchard"],
  }),
  "give-role": async (world) => ({
    by: "Sigrid Thoresen",
    fields: {
      person: (world.person("Jasmine Teoh") as { personId: string }).personId,
      role: "observer",
      committee: world.committee("BTAC"),
      seat: "",
      member: "",
    },
    wrong: ["Harriet Nwosu", "Anton Gruber"],
  }),
  "register-member": async () => ({
    by: "Sigrid Thoresen",
    fields: {
      code: "CH",
      name: "Switzerland",
      zone: "Europe/Zurich",
      city: "Bern",
      weekend: [6, 7],
      holidays: ["2026-08-01"],
      extraWorkingDays: [],
      contact: "Export control desk",
    },
    wrong: ["Anton Gruber", "Ellen Brandt"],
  }),
  "register-organisation": async (world) => ({
    by: "Sigrid Thoresen",
    fields: { name: "Institute of Cold Electronics", kind: "institute", member: world.member("FI") },
    wrong: ["Anton Gruber", "Aino Laine"],
  }),
  "register-person": async (world) => ({
    by: "Sigrid Thoresen",
    fields: {
      name: "Tuula Virtasalo",
      email: "tuula.virtasalo@finland.example",
      title: "Adviser",
      member: world.member("FI"),
      organisation: "",
      zone: "Europe/Helsinki",
      city: "Helsinki",
    },
    wrong: ["Anton Gruber", "Mikko Heikkinen"],
  }),
} satisfies Partial<Record<Intent, Given>>;

const candidateExamples = {
  "accept-candidate": async (world) => ({
    by: "Étienne Varenne",
    fields: { candidate: (await world.candidate("Software for cooperative")).id },
    wrong: ["Jens Hartwig", "Beatriz Almeida", "Liam O’Rourke"],
  }),
  "close-comment-round": async (world) => {
    world.pass(30);
    return {
      by: theClock,
      fields: { candidate: (await world.candidate("Cryogenic")).id },
      wrong: ["Aino Laine", "Anton Gruber"],
    };
  },
  "decline-candidate": async (world) => ({
    by: "Étienne Varenne",
    fields: { candidate: (await world.candidate("Software for cooperative")).id, reason: "It is another committee's." },
    wrong: ["Lin Wei-han", "Beatriz Almeida"],
  }),
  "draft-scope": async (world) => ({
    by: "Sanne Verhoeven",
    fields: { candidate: (await world.candidate("Implanted")).id, ...scope },
    wrong: ["Miriam Achieng", "Annelies Bakker"],
  }),
  "mark-ready": async (world) => {
    const title = "Automated peptide";
    const { id: candidate } = await world.candidate(title);
    const open = await world.comment(title, "Naoko Fujisawa", "open");
    await world.act("Harriet Nwosu", "dispose-comment", { comment: open, word: "noted", reason: "For the note." });
    return { by: "Harriet Nwosu", fields: { candidate, reason: "Whole." }, wrong: ["Dana Okafor", "Beatriz Almeida"] };
  },
  "open-comment-round": async (world) => ({
    by: "Harriet Nwosu",
    fields: { candidate: (await world.candidate("Implanted")).id, days: 14, reason: "First round." },
    wrong: ["Sanne Verhoeven", "Beatriz Almeida"],
  }),
  "park-candidate": async (world) => ({
    by: "Harriet Nwosu",
    fields: { candidate: (await world.candidate("Implanted")).id, reason: "The form is open." },
    wrong: ["Sanne Verhoeven", "Beatriz Almeida"],
  }),
  "propose-candidate": async (world) => ({
    by: "Aino Laine",
    fields: {
      committee: world.committee("QTAC"),
      title: "Dilution refrigerators of high cooling power",
      class: "emerging",
      rationale: "They set how many qubits can be cooled.",
      producers: "Makers in four members.",
      foreignAvailability: "One maker outside the membership.",
      evidence: "Data sheets of six makers.",
      harms: ["military-end-use"],
      harmsOfControl: "Laboratories buy the same machines.",
      touches: ["3A904"],
    },
    wrong: ["Anton Gruber", "Helena Nováková"],
  }),
  "resume-candidate": async (world) => ({
    by: "Claire Bouchard",
    fields: { candidate: (await world.candidate("Post-quantum")).id, reason: "The form is there." },
    wrong: ["Juhani Korpela", "Anton Gruber"],
  }),
  "revise-text": async (world) => ({
    by: "Harriet Nwosu",
    fields: { candidate: (await world.candidate("Automated peptide")).id, reason: "To carry comments." },
    wrong: ["Dana Okafor", "Beatriz Almeida"],
  }),
  "withdraw-candidate": async (world) => ({
    by: "Lin Wei-han",
    fields: { candidate: (await world.candidate("Software for cooperative")).id, reason: "Overtaken." },
    wrong: ["Étienne Varenne", "Jens Hartwig"],
  }),
} satisfies Partial<Record<Intent, Given>>;

/** An act without an example does not compile here, and fails the test of the registry. */
export const examples: Record<Intent, Given> = {
  ...membershipExamples,
  ...candidateExamples,
  ...definitionExamples,
  ...amendmentExamples,
  ...consequenceExamples,
  ...ballotExamples,
  ...ballotActsExamples,
  ...interestExamples,
  ...reviewExamples,
  ...sealingExamples,
  ...secondExamples,
};
