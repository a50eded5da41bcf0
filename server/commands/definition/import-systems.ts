/**
 * Enters a table of systems and figures, the committee's own or an area of the library's. Rule D3. Rows with a fault are left
 * out and counted; a figure that differs from the one on record replaces it. Who: holders of seats, their alternates and the
 * chairs. Minute: systems-imported.
 */
import { z } from "zod";
import type { Tx } from "../../../db/open.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import { countSystems, saveFigure, saveSystem, systemsMax } from "../../../db/store/system.ts";
import { systemKey } from "../../../domain/definition/system.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { type ComparedRow, compareFigureRows, readFigureTable, tableCharactersMax } from "../../figure-table.ts";
import { libraryAreas, librarySystems } from "../../library/published-systems.ts";

const input = z.object({
  committee: handle,
  table: z.string().max(tableCharactersMax, "it is larger than a table may be").optional(),
  /** An area of the library's own table instead. */
  area: z.string().trim().max(60, "it may have at most 60 characters").optional(),
});

type Keeping = { committeeId: string; personId: string; newId: () => string };

async function keepRows(tx: Tx, rows: ComparedRow[], { committeeId, personId, newId }: Keeping): Promise<void> {
  const ids = new Map<string, string>();
  for (const { read, fate, known } of rows) {
    if (!read || fate === "left-out" || fate === "unchanged") continue;
    const key = systemKey(read.system);
    let systemId = known?.id ?? ids.get(key);
    if (systemId === undefined) {
      systemId = newId();
      ids.set(key, systemId);
      await saveSystem(tx, { ...read.system, id: systemId, committeeId, personId });
    }
    const reason = fate === "correction" ? "Imported from a table." : "";
    await saveFigure(tx, { systemId, figure: read.figure, reason, personId });
  }
}

export const importSystems = command({
  act: "import-systems",
  rules: ["D3"],
  input,
  async decide(tx, actor, given, context) {
    const committee = await findCommittee(tx, given.committee);
    if (!committee) return notFound();
    const answer = powers["import-systems"](actor, { committeeId: committee.id });
    if (isRefusal(answer)) return answer;
    const characters = given.area ? librarySystems(given.area) : (given.table ?? "");
    if (characters === null)
      return refuse(
        "word",
        "D3",
        `The library has no systems of "${given.area}"; it has ${libraryAreas().join(", ")}.`,
        "area",
      );
    const read = readFigureTable(characters);
    if (isRefusal(read)) return read;
    const rows = await compareFigureRows(tx, committee.id, read);
    const counted = (fate: ComparedRow["fate"]) => rows.filter((row) => row.fate === fate).length;
    const counts = {
      systems: counted("new-system"),
      figures: counted("new-system") + counted("new-figure"),
      corrected: counted("correction"),
      leftOut: counted("left-out"),
    };
    if (counts.figures + counts.corrected === 0)
      return refuse("state", "D3", `None of the ${rows.length} rows brings a figure that is not on record.`, "table");
    const recorded = (await countSystems(tx, committee.id)).reduce((sum, one) => sum + one.systems, 0);
    if (recorded + counts.systems > systemsMax)
      return refuse("limit", "D3", `The table holds at most ${systemsMax} systems; this would make more.`, "table");
    const personId = actor.kind === "person" ? actor.personId : "";
    await keepRows(tx, rows, { committeeId: committee.id, personId, newId: context.newId });
    return {
      value: counts,
      minute: {
        object: ["committee", committee.id],
        role: roleOf(answer),
        committeeId: committee.id,
        candidateId: null,
        values: { ...counts, from: given.area ? `library: ${given.area}` : "table" },
      },
    };
  },
});
