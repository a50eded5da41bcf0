/** The twelve demonstration candidates as forms would bring them: rationale, evidence, harms and scope. */
import { readFileSync } from "node:fs";
import type { CandidateScope, Harm, Relation, ScopeRow } from "../../domain/candidate/candidate.ts";
import type { EntryNode } from "../../domain/definition/import-entry.ts";

export type SeedTechnology = {
  id: string;
  title: string;
  kind: "emerging" | "foundational";
  rationale: {
    why_it_matters: string;
    who_produces: string;
    foreign_availability: string;
    harms_of_control: string;
  };
  definition: EntryNode[];
  cross_references: string[];
  open_questions: string[];
};

const read: SeedTechnology[] = JSON.parse(readFileSync(new URL("./candidate_seeds.json", import.meta.url), "utf8"));

export function technology(id: string): SeedTechnology {
  const found = read.find((one) => one.id === id);
  if (!found) throw new Error(`There is no demonstration candidate ${id}.`);
  return found;
}

/** What the proposals do not say in their own file: evidence, and the harms as words of rule R5. */
const said: Record<string, { evidence: string; harms: Harm[] }> = {
  "CAND-01": {
    evidence:
      "Machine data published by nine makers since 2023, with qubit counts and two-qubit error as measured by the makers; two independent benchmark campaigns; the measures that five members already apply to such machines.",
    harms: ["military-end-use", "critical-infrastructure"],
  },
  "CAND-02": {
    evidence:
      "Conference papers on control circuits at 4 K from 2022 to this year; data sheets of three foundries that offer cryogenic device models; two requests for licences refused by members for receivers of the same kind.",
    harms: ["military-end-use", "supply-chain"],
  },
  "CAND-03": {
    evidence:
      "Process announcements of all producers at 3 nm and below; the suppliers' own statements on which tools know gate-all-around devices; tenders of producers outside the membership for such tools.",
    harms: ["civil-military-fusion", "military-end-use"],
  },
  "CAND-04": {
    evidence:
      "Qualification reports for printed turbine and rocket parts made with melt-pool control; catalogues of seven makers; procurement notices of engine programmes outside the membership.",
    harms: ["military-end-use", "wmd"],
  },
  "CAND-05": {
    evidence:
      "Published rates of the thirty circuits with the highest figures; delivery counts from customs data of four members; the redesigns that followed each earlier threshold.",
    harms: ["civil-military-fusion", "human-rights", "wmd"],
  },
  "CAND-06": {
    evidence:
      "Tool lists of two advanced-node plants; makers' data sheets for stage placement, stitching and voltage; a study of which laboratory instruments a careless threshold would catch.",
    harms: ["supply-chain", "civil-military-fusion"],
  },
  "CAND-07": {
    evidence:
      "Catalogues of eleven makers with system scale and degree of automation; reports on toxins of peptide kind within reach of solid-phase synthesis; the exemptions that public laboratories use today.",
    harms: ["wmd"],
  },
  "CAND-08": {
    evidence:
      "Clinical trial registers of six members; channel counts of implants in first human use; published decoding rates without an implant; two consultations on the subject.",
    harms: ["human-rights", "military-end-use"],
  },
  "CAND-09": {
    evidence:
      "Arc-jet and plasma wind-tunnel results in the open literature; damage thresholds measured at three institutes; export refusals for fibres and powders over five years.",
    harms: ["wmd", "military-end-use"],
  },
  "CAND-10": {
    evidence:
      "Output per run of the current instruments of five makers; procurement notices of security services for sequencing of whole populations; reports of two ombudsmen.",
    harms: ["human-rights", "wmd"],
  },
  "CAND-11": {
    evidence:
      "The published standards and their claimed strengths; licence statistics of three members that show delays of two to five months for products whose only controlled feature is such an algorithm.",
    harms: ["critical-infrastructure"],
  },
  "CAND-12": {
    evidence:
      "Field reports of coordinated use of uncrewed aircraft; tenders that ask for tasking without a central station; an inventory of what is published without restriction.",
    harms: ["military-end-use", "human-rights"],
  },
};

export function proposalFields(id: string, committee: string) {
  const { title, kind, rationale, cross_references } = technology(id);
  return {
    committee,
    title,
    class: kind,
    rationale: rationale.why_it_matters,
    producers: rationale.who_produces,
    foreignAvailability: rationale.foreign_availability,
    evidence: said[id]!.evidence,
    harms: said[id]!.harms,
    harmsOfControl: rationale.harms_of_control,
    touches: cross_references,
  };
}

const row = (countries: string[], endUses: string[], endUsers: string[]): ScopeRow => ({
  countries,
  endUses,
  endUsers,
});

const none = (regime: Relation["regime"]): Relation => ({
  regime,
  word: "none-found",
  entries: [],
  note: "Searched by the secretariat in the current lists.",
});

const relations = (
  wassenaar: Partial<Relation>,
  australia: Partial<Relation> = {},
  mtcr: Partial<Relation> = {},
): Relation[] => [
  { ...none("wassenaar"), ...wassenaar },
  { ...none("australia-group"), ...australia },
  { ...none("mtcr"), ...mtcr },
  none("nsg"),
];

const military = row(["D:1", "D:4", "D:5"], ["military-end-use"], ["military-end-user", "armed-forces"]);
const membersFree = "Transfers between members of the regime.";

type Scope = Omit<CandidateScope, "allReason">;

export const scopes: Record<string, Scope> = {
  "CAND-01": {
    rows: [
      row(
        ["D:1", "D:5"],
        ["cryptanalysis", "weapon-design", "military-intelligence"],
        ["armed-forces", "intelligence-services", "defence-research-institutes"],
      ),
      row(["D:1", "D:5"], ["military-end-use"], ["military-end-user"]),
    ],
    exclusions: [membersFree],
    relations: relations({
      note: "Nothing on quantum computers in the list of December 2025; searched by the secretariat.",
    }),
    reviewByDays: 1096,
  },
  "CAND-02": {
    rows: [
      row(["D:1", "D:5"], ["quantum-computing", "military-sensing"], ["armed-forces", "defence-research-institutes"]),
    ],
    exclusions: [membersFree],
    relations: relations({ word: "overlaps", entries: ["3A001"], note: "Amplifiers at ordinary temperature only." }),
    reviewByDays: 730,
  },
  "CAND-03": {
    rows: [row(["D:1", "D:4", "D:5"], ["advanced-node-integrated-circuits"], ["advanced-node-producers"]), military],
    exclusions: [membersFree],
    relations: relations({ word: "broader", entries: ["3D006"], note: "Ours adds libraries and models." }),
    reviewByDays: 1461,
  },
  "CAND-04": {
    rows: [
      row(
        ["D:1", "D:4", "D:5"],
        ["missile-and-engine-parts", "naval-nuclear-propulsion"],
        ["military-end-user", "missile-programmes"],
      ),
      military,
    ],
    exclusions: [membersFree, "Machines for dental and medical parts only, sealed by the maker for that use."],
    relations: relations(
      {},
      {},
      { word: "overlaps", entries: ["2B117"], note: "Process control for densification only." },
    ),
    reviewByDays: 1096,
  },
  "CAND-05": {
    rows: [
      row(
        ["D:1", "D:4", "D:5"],
        ["model-training-for-weapons", "mass-surveillance", "supercomputers-for-weapons"],
        ["military-end-user", "entities-headquartered-in-listed-destinations"],
      ),
    ],
    exclusions: [membersFree],
    relations: relations({
      word: "narrower",
      entries: ["4A003"],
      note: "By performance of the circuit, not of the computer.",
    }),
    reviewByDays: 1096,
  },
  "CAND-06": {
    rows: [row(["D:1", "D:5"], ["advanced-node-integrated-circuits"], ["advanced-node-producers"])],
    exclusions: [membersFree, "Instruments for life science specimens."],
    relations: relations({}),
    reviewByDays: 1827,
  },
  "CAND-07": {
    rows: [
      row(
        ["D:3"],
        ["biological-weapons", "toxin-production"],
        ["military-end-user", "entities-of-concern-for-biological-weapons"],
      ),
    ],
    exclusions: ["Transfers to members of the Australia Group."],
    relations: relations(
      {},
      { word: "overlaps", entries: ["2B352"], note: "Nucleic acid synthesizers are listed there." },
    ),
    reviewByDays: 730,
  },
  "CAND-09": {
    rows: [
      row(
        ["D:1", "D:4", "D:5"],
        ["hypersonic-vehicles", "directed-energy-weapons"],
        ["military-end-user", "missile-programmes"],
      ),
    ],
    exclusions: [membersFree, "Parts fitted in civil engines certified by a member authority."],
    relations: relations({ word: "overlaps", entries: ["1C007"], note: "By composition, not by time at temperature." }),
    reviewByDays: 1096,
  },
  "CAND-10": {
    rows: [
      row(
        ["D:1", "D:4", "D:5"],
        ["mass-surveillance", "biological-weapons"],
        ["security-services", "military-medical-institutes"],
      ),
    ],
    exclusions: [membersFree, "Supply to public health authorities for the surveillance of pathogens."],
    relations: relations({}, { note: "Sequencers were discussed and not listed." }),
    reviewByDays: 730,
  },
};

export const scopeOf = (id: string) => ({ ...scopes[id]!, allReason: "" });
