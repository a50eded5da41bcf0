/** Examples of the acts on texts and comments. */
import { findCandidate } from "../../../db/store/candidate.ts";
import type { Intent } from "../../../server/acts.ts";
import { readHeadText } from "../../../server/freeze-head.ts";
import { faultStandings } from "../../../server/text-gate.ts";
import type { Given } from "./examples.ts";

const peptides = "Automated peptide";
const interfaces = "Implanted";

export const definitionExamples = {
  "acknowledge-mention": async (world) => {
    const { id: candidate } = await world.candidate(peptides);
    const said = { candidate, nid: "", quote: "", anchor: "", proposedChange: "", type: "general" };
    const { id } = await world.act("Lars Tveit", "make-comment", { ...said, body: "What says @Riikka Salonen?" });
    return { by: "Riikka Salonen", fields: { comment: id }, wrong: ["Dana Okafor", "Harriet Nwosu"] };
  },
  "admit-comment": async (world) => {
    const { id: candidate } = await world.candidate(peptides);
    const said = { candidate, nid: "", quote: "", anchor: "", proposedChange: "", type: "general" };
    const { id } = await world.act("Lars Tveit", "make-comment", { ...said, body: "Late, but not idle." });
    return { by: "Harriet Nwosu", fields: { comment: id }, wrong: ["Lars Tveit", "Dana Okafor"] };
  },
  "agree-disposition": async (world) => ({
    by: "Renee Thibodeaux",
    fields: { comment: await world.comment(peptides, "Renee Thibodeaux", "disposed") },
    wrong: ["Dana Okafor", "Harriet Nwosu"],
  }),
  "dispose-comment": async (world) => ({
    by: "Harriet Nwosu",
    fields: { comment: await world.comment(peptides, "Lars Tveit", "open"), word: "noted", reason: "For the head." },
    wrong: ["Dana Okafor", "Beatriz Almeida"],
  }),
  "follow-up-comment": async (world) => ({
    by: "Riikka Salonen",
    fields: { comment: await world.comment(peptides, "Lars Tveit", "open"), body: "Once in the head is enough." },
    wrong: ["Rohan Desai"],
  }),
  "freeze-version": async (world) => ({
    by: "Harriet Nwosu",
    fields: { candidate: (await world.candidate(interfaces)).id, reason: "Before the meeting" },
    wrong: ["Sanne Verhoeven", "Beatriz Almeida"],
  }),
  "make-comment": async (world) => ({
    by: "Juhani Korpela",
    fields: {
      candidate: (await world.candidate("Cryogenic")).id,
      nid: "",
      quote: "",
      anchor: "",
      type: "technical",
      body: "The band in b.2 is wider than the evidence.",
      proposedChange: "from 4 GHz to 12 GHz",
    },
    wrong: ["Anton Gruber", "Rohan Desai"],
  }),
  "reopen-comment": async (world) => ({
    by: "Miriam Achieng",
    fields: {
      comment: await world.comment(peptides, "Miriam Achieng", "disposed"),
      argument: "Two more makers have begun to screen since.",
    },
    wrong: ["Renee Thibodeaux", "Harriet Nwosu"],
  }),
  "sustain-comment": async (world) => {
    const comment = await world.comment(peptides, "Miriam Achieng", "disposed");
    await world.act("Miriam Achieng", "reopen-comment", { comment, argument: "Two more makers screen now." });
    await world.act("Harriet Nwosu", "dispose-comment", { comment, word: "rejected", reason: "Not enough." });
    return { by: "Miriam Achieng", fields: { comment }, wrong: ["Renee Thibodeaux", "Harriet Nwosu"] };
  },
  "start-definition": async (world) => {
    const { id: candidate } = await world.candidate("Software for cooperative");
    await world.act("Étienne Varenne", "accept-candidate", { candidate });
    return {
      by: "Lin Wei-han",
      fields: { candidate, list: "us", entry: "9A012" },
      wrong: ["Beatriz Almeida", "Urs Zollinger"],
    };
  },
  "waive-fault": async (world) => {
    const { id: candidate } = await world.candidate(interfaces);
    const [fault] = await world.db.read(async (tx) => {
      const head = (await readHeadText(tx, (await findCandidate(tx, candidate))!))!;
      return faultStandings(tx, head);
    });
    if (!fault) throw new Error("The drafted text has no fault to waive.");
    const { code, nid, detail } = fault;
    return {
      by: "Harriet Nwosu",
      fields: { candidate, code, nid, detail, reason: "To be settled in the meeting." },
      wrong: ["Sanne Verhoeven", "Beatriz Almeida"],
    };
  },
  "withdraw-comment": async (world) => ({
    by: "Lars Tveit",
    fields: { comment: await world.comment(peptides, "Lars Tveit", "open") },
    wrong: ["Harriet Nwosu", "Dana Okafor"],
  }),
} satisfies Partial<Record<Intent, Given>>;
