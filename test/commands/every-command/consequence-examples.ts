/** Examples of the acts on term lists and on the table of real systems. */
import { eq } from "drizzle-orm";
import type { Intent } from "../../../server/acts.ts";
import type { Given } from "./examples.ts";
import type { World } from "./world.ts";

const system = async (world: World, name: string) => {
  const { systems } = world.db.t;
  const [found] = await world.db.read(async (tx) => tx.select().from(systems).where(eq(systems.name, name)));
  return found!.id;
};

const figure = {
  quantity: "C-NOT error",
  value: "0.0007",
  unit: "1",
  source: "A later paper of the maker",
  address: "https://example.org/paper",
  sourceDate: "2026-10",
  note: "",
};

const outsiders = ["Anton Gruber", "Miriam Achieng", "Riikka Salonen"];

export const consequenceExamples = {
  "define-term": async (world) => ({
    by: "Aino Laine",
    fields: {
      committee: world.committee("QTAC"),
      candidate: "",
      term: "cooling power",
      definition: "Heat that is taken away at a stated temperature.",
    },
    wrong: outsiders,
  }),
  "redefine-term": async (world) => ({
    by: "Claire Bouchard",
    fields: {
      committee: world.committee("QTAC"),
      candidate: "",
      term: "use",
      definition: "Operation, installation, maintenance, repair and calibration.",
      reason: "Calibration is half of the work on such machines.",
    },
    wrong: outsiders,
  }),
  "record-system": async (world) => ({
    by: "Aino Laine",
    fields: {
      committee: world.committee("QTAC"),
      area: "quantum computers",
      name: "Machine of the next year",
      maker: "Revontuli Quantum Oy",
      country: "FI",
      kind: "superconducting circuits",
      year: "2026",
      ...figure,
    },
    wrong: outsiders,
  }),
  "correct-figure": async (world) => ({
    by: "Aino Laine",
    fields: { system: await system(world, "Helios"), ...figure, reason: "The paper was revised." },
    wrong: outsiders,
  }),
  "import-systems": async (world) => ({
    by: "Claire Bouchard",
    fields: {
      committee: world.committee("QTAC"),
      table: [
        "area,name,maker,country,kind,year,quantity,value,unit,source,address,source date,note",
        "quantum computers,Machine A,Maker A,FI,trapped ions,2026,physical qubits,40,qubits,Paper,https://example.org/a,2026,",
      ].join("\n"),
      area: "",
    },
    wrong: outsiders,
  }),
  "withdraw-system": async (world) => ({
    by: "Claire Bouchard",
    fields: { system: await system(world, "Wukong"), reason: "No figure of its error was ever published." },
    wrong: outsiders,
  }),
} satisfies Partial<Record<Intent, Given>>;
