/** The committee's table of real systems: a page of it, one system with every figure it ever had, and the table as a file. */
import { findCommittee } from "../../../db/store/membership.ts";
import {
  countSystems,
  findSystem,
  findSystems,
  loadFigurePast,
  type SystemRow,
  systemsAtOnce,
} from "../../../db/store/system.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { type ComparedRow, compareFigureRows, figureTable, readFigureTable } from "../../figure-table.ts";
import { libraryAreas } from "../../library/published-systems.ts";
import { query } from "../../query.ts";
import { asRefusals } from "../candidate/candidate-page.ts";

const rowsMax = 50;

const view = ({ id, name, maker, country, kind, year, area, figures, withdrawnReason }: SystemRow) => ({
  ...{ id, name, maker, country, kind, year, area, withdrawnReason },
  figures: figures.map(({ quantity, value, unit, source, address, sourceDate, note }) => ({
    ...{ quantity, value, unit, source, address, sourceDate, note },
  })),
});

export type SystemsParams = { committee: string; area?: string | null; after?: string | null; system?: string | null };

export const systemsPage = query(async (tx, actor, params: SystemsParams) => {
  const committee = await findCommittee(tx, params.committee);
  if (!committee || !isInCircle(actor, committee.id)) return notFound();
  const areas = await countSystems(tx, committee.id);
  const area = areas.find((one) => one.area === params.area)?.area ?? null;
  const found = await findSystems(tx, committee.id, {
    area,
    after: params.after,
    most: rowsMax + 1,
    withdrawnToo: true,
  });
  const chosen = params.system ? await findSystem(tx, params.system) : null;
  const thing = { committeeId: committee.id };
  return {
    committee: { id: committee.id, code: committee.code, name: committee.name },
    areas,
    area,
    systems: found.slice(0, rowsMax).map(view),
    next: found.length > rowsMax ? found[rowsMax - 1]!.key : null,
    /** The system that is looked at, with every figure it ever had, the newest first. */
    chosen:
      chosen && chosen.committeeId === committee.id
        ? {
            ...view(chosen),
            past: (await loadFigurePast(tx, chosen.id)).map(
              ({ quantity, number, value, unit, source, address, sourceDate, note, reason, personName, at }) => ({
                ...{ quantity, number, value, unit, source, address, sourceDate, note, reason, personName, at },
              }),
            ),
          }
        : null,
    may: asRefusals({
      "record-system": powers["record-system"](actor, thing),
      "correct-figure": powers["correct-figure"](actor, thing),
      "import-systems": powers["import-systems"](actor, thing),
      "withdraw-system": powers["withdraw-system"](actor, thing),
    }),
    topics: [`committee:${committee.id}`],
  };
});

/** The table as a file; systems that were withdrawn are not in it. */
export const systemsFile = query(async (tx, actor, params: { committee: string; area?: string | null }) => {
  const committee = await findCommittee(tx, params.committee);
  if (!committee || !isInCircle(actor, committee.id)) return notFound();
  const systems: SystemRow[] = [];
  for (let after: string | null = null; ; ) {
    const found: SystemRow[] = await findSystems(tx, committee.id, { area: params.area, after, most: systemsAtOnce });
    systems.push(...found);
    if (found.length < systemsAtOnce) break;
    after = found.at(-1)!.key;
  }
  return { name: `${committee.code.toLowerCase()}-systems.csv`, characters: figureTable(systems) };
});

export type SystemsImportParams = { committee: string; table?: string };

const shown = ({ line, cells, faults, fate, why, read, known }: ComparedRow) => {
  const before = known?.figures.find(({ quantity }) => quantity === read?.figure.quantity);
  return { line, cells, faults, fate, why, before: before ? { value: before.value, unit: before.unit } : null };
};

export const systemsImportPage = query(async (tx, actor, params: SystemsImportParams) => {
  const committee = await findCommittee(tx, params.committee);
  if (!committee || !isInCircle(actor, committee.id)) return notFound();
  const rows = params.table === undefined ? null : readFigureTable(params.table);
  return {
    committee: { id: committee.id, code: committee.code, name: committee.name },
    areas: libraryAreas(),
    fault: isRefusal(rows) ? rows : null,
    /** What each row of the table would do; null before one is brought. */
    rows: rows === null || isRefusal(rows) ? null : (await compareFigureRows(tx, committee.id, rows)).map(shown),
    may: asRefusals({ "import-systems": powers["import-systems"](actor, { committeeId: committee.id }) }),
  };
});
