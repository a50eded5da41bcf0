/** The calendar: every open clock of the next 120 days that the reader may see, by filters of the address. */
import { asc } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { day_ms } from "../../../domain/instant.ts";
import { type Actor, isInCircle, type Person } from "../../../domain/membership/role.ts";
import { notFound } from "../../../domain/refusal.ts";
import { workingDaysLeft } from "../../../domain/review/working-day.ts";
import { query } from "../../query.ts";
import { type ClockKind, clockKinds, type OpenClock, readCursor, writeCursor } from "./clocks/clock.ts";
import { openClocks } from "./clocks/open-clocks.ts";

/** How far the calendar looks ahead. */
export const calendarDays = 120;
const rowsMax = 100;
/** A file holds the whole time ahead; more clocks than this would be no calendar. */
const fileRowsMax = 2_000;

export type CalendarParams = {
  committee?: string | null;
  kinds?: string[];
  mine?: boolean;
  after?: string | null;
  whole?: boolean;
};

type Committee = { id: string; code: string; name: string; zone: string; city: string };

export type ClockLine = Omit<OpenClock, "place" | "committeeId"> & {
  committee: string;
  /** The second zone: the member's for its own end, else the committee's secretariat's. */
  zone: string;
  city: string;
  workingDays: number;
};

/** A clock as pages and files show it, with the working days that are left in its own calendar. */
export function clockLine(
  { place, committeeId, ...clock }: OpenClock,
  houses: Map<string, Committee>,
  now: number,
): ClockLine {
  const house = houses.get(committeeId)!;
  const { zone, city } = place ?? house;
  return {
    ...clock,
    committee: house.code,
    zone,
    city,
    workingDays: workingDaysLeft(now, clock.at, place ?? { zone }),
  };
}

export async function committeesOfReader(tx: Reader, actor: Actor): Promise<Committee[]> {
  const { committees } = tx.t;
  const { id, code, name, zone, city } = committees;
  const rows = await tx.select({ id, code, name, zone, city }).from(committees).orderBy(asc(name));
  return rows.filter((row) => isInCircle(actor, row.id));
}

export const calendarPage = query(async (tx, actor, params: CalendarParams) => {
  if (actor.kind !== "person") return notFound();
  const houses = await committeesOfReader(tx, actor);
  const code = params.committee?.toUpperCase();
  const chosen = code ? houses.filter((one) => one.code === code) : houses;
  const kinds = clockKinds.filter((kind) => params.kinds?.includes(kind));
  const mine = params.mine ?? false;
  const found = await read(tx, actor, { committees: chosen.map((one) => one.id), kinds, mine, params });
  const byId = new Map(houses.map((one) => [one.id, one]));
  return {
    committees: houses.map(({ code, name }) => ({ code, name })),
    chosen: { committee: code ?? "", kinds, mine },
    kinds: [...clockKinds],
    days: calendarDays,
    clocks: found.clocks.map((clock) => clockLine(clock, byId, tx.now)),
    next: found.next === null ? null : writeCursor(found.next),
    topics: chosen.map((one) => `committee:${one.id}`),
  };
});

function read(
  tx: Reader,
  person: Person,
  asked: { committees: string[]; kinds: ClockKind[]; mine: boolean; params: CalendarParams },
) {
  const { committees, kinds, mine, params } = asked;
  const asking = {
    ...{ person, committees, from: tx.now, until: tx.now + calendarDays * day_ms },
    after: params.whole ? null : readCursor(params.after),
    most: params.whole ? fileRowsMax : rowsMax,
  };
  return openClocks(tx, asking, { kinds, mine });
}
