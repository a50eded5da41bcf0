/** Rows of systems and figures ⇄ domain values. */
import { and, asc, count, eq, gt, inArray, isNull, max } from "drizzle-orm";
import { quantityKey } from "../../domain/definition/quantity-key.ts";
import { type Figure, type System, type SystemHead, systemKey } from "../../domain/definition/system.ts";
import type { Reader, Tx } from "../open.ts";

/** More systems than this are no picture any more. */
export const systemsMax = 5000;
export const systemsAtOnce = 600;

export type SystemRow = System & {
  committeeId: string;
  key: string;
  recordedAt: number;
  withdrawnAt: number | null;
  withdrawnReason: string | null;
};

export type RecordedFigure = Figure & {
  systemId: string;
  quantityKey: string;
  number: number;
  reason: string;
  at: number;
};

/** The figures in force of these systems: of each quantity the one with the highest number. */
export async function loadFigures(tx: Reader, systemIds: string[]): Promise<RecordedFigure[]> {
  if (systemIds.length === 0) return [];
  const { figures } = tx.t;
  const rows = await tx
    .select()
    .from(figures)
    .where(inArray(figures.systemId, systemIds))
    .orderBy(asc(figures.systemId), asc(figures.quantityKey), asc(figures.number));
  const inForce = new Map(rows.map((row) => [`${row.systemId} ${row.quantityKey}`, row]));
  return [...inForce.values()];
}

/** Every figure that the system ever had, the newest first. */
export async function loadFigurePast(tx: Reader, systemId: string) {
  const { figures, people } = tx.t;
  const rows = await tx
    .select({ figure: figures, personName: people.name })
    .from(figures)
    .innerJoin(people, eq(people.id, figures.personId))
    .where(eq(figures.systemId, systemId))
    .orderBy(asc(figures.quantityKey), asc(figures.number));
  return rows.map(({ figure, personName }) => ({ ...figure, personName })).reverse();
}

async function withFigures(tx: Reader, rows: Omit<SystemRow, "figures">[]): Promise<SystemRow[]> {
  const figures = await loadFigures(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, figures: figures.filter(({ systemId }) => systemId === row.id) }));
}

export type SystemFilter = { area?: string | null; after?: string | null; most: number; withdrawnToo?: boolean };

/** A page of the committee's systems by area and name, with their figures in force. */
export async function findSystems(tx: Reader, committeeId: string, filter: SystemFilter): Promise<SystemRow[]> {
  const { systems } = tx.t;
  const rows = await tx
    .select()
    .from(systems)
    .where(
      and(
        eq(systems.committeeId, committeeId),
        filter.area ? eq(systems.area, filter.area) : undefined,
        filter.after ? gt(systems.key, filter.after) : undefined,
        filter.withdrawnToo ? undefined : isNull(systems.withdrawnAt),
      ),
    )
    .orderBy(asc(systems.key))
    .limit(filter.most);
  return withFigures(tx, rows);
}

/** The systems of which at least one of these quantities is known. */
export async function findSystemsWith(tx: Reader, committeeId: string, quantityKeys: string[]): Promise<SystemRow[]> {
  if (quantityKeys.length === 0) return [];
  const { systems, figures } = tx.t;
  const rows = await tx
    .selectDistinct({ system: systems })
    .from(systems)
    .innerJoin(figures, and(eq(figures.systemId, systems.id), inArray(figures.quantityKey, quantityKeys)))
    .where(and(eq(systems.committeeId, committeeId), isNull(systems.withdrawnAt)))
    .orderBy(asc(systems.key))
    .limit(systemsAtOnce);
  return withFigures(
    tx,
    rows.map(({ system }) => system),
  );
}

export async function findSystem(tx: Reader, id: string): Promise<SystemRow | null> {
  const rows = await tx.select().from(tx.t.systems).where(eq(tx.t.systems.id, id));
  return (await withFigures(tx, rows))[0] ?? null;
}

/** Those of the committee's systems that have one of these keys, withdrawn ones too. */
export async function findSystemsByKey(tx: Reader, committeeId: string, keys: string[]): Promise<SystemRow[]> {
  const { systems } = tx.t;
  const rows: Omit<SystemRow, "figures">[] = [];
  for (let from = 0; from < keys.length; from += systemsAtOnce) {
    const some = keys.slice(from, from + systemsAtOnce);
    rows.push(
      ...(await tx
        .select()
        .from(systems)
        .where(and(eq(systems.committeeId, committeeId), inArray(systems.key, some)))),
    );
  }
  return withFigures(tx, rows);
}

export async function countSystems(tx: Reader, committeeId: string): Promise<{ area: string; systems: number }[]> {
  const { systems } = tx.t;
  return tx
    .select({ area: systems.area, systems: count() })
    .from(systems)
    .where(and(eq(systems.committeeId, committeeId), isNull(systems.withdrawnAt)))
    .groupBy(systems.area)
    .orderBy(asc(systems.area));
}

export async function saveSystem(
  tx: Tx,
  system: SystemHead & { id: string; committeeId: string; personId: string },
): Promise<void> {
  const { personId, ...head } = system;
  await tx.insert(tx.t.systems).values({ ...head, key: systemKey(system), recordedBy: personId, recordedAt: tx.now });
}

/** Adds a figure behind those of its quantity, which it replaces. */
export async function saveFigure(
  tx: Tx,
  { systemId, figure, reason, personId }: { systemId: string; figure: Figure; reason: string; personId: string },
): Promise<number> {
  const { figures } = tx.t;
  const key = quantityKey(figure.quantity);
  const [{ last } = { last: null }] = await tx
    .select({ last: max(figures.number) })
    .from(figures)
    .where(and(eq(figures.systemId, systemId), eq(figures.quantityKey, key)));
  const number = (last ?? 0) + 1;
  const { quantity, value, unit, source, address, sourceDate, note } = figure;
  const row = { quantity, value, unit, source, address, sourceDate, note };
  await tx.insert(figures).values({ ...row, systemId, quantityKey: key, number, reason, personId, at: tx.now });
  return number;
}

export async function withdrawSystemRow(tx: Tx, id: string, by: { personId: string; reason: string }): Promise<void> {
  const { systems } = tx.t;
  await tx
    .update(systems)
    .set({ withdrawnBy: by.personId, withdrawnAt: tx.now, withdrawnReason: by.reason })
    .where(eq(systems.id, id));
}
