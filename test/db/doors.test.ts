/** The contract of the two doors, on the engine under test: SQLite by default, PostgreSQL where the environment names one. */
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tx } from "../../db/open.ts";
import { nextNumber } from "../../db/store/record.ts";
import { isRefusal, refuse } from "../../domain/refusal.ts";
import { day_ms, givenContext, type Stage } from "../given/regime.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await givenContext();
});
afterAll(() => stage.close());

async function lastOf(series: string): Promise<number | null> {
  return stage.db.read(async (tx) => {
    const { numberSeries } = tx.t;
    const [row] = await tx.select().from(numberSeries).where(eq(numberSeries.series, series));
    return row?.last ?? null;
  });
}

const begin = (series: string, last = 0) =>
  stage.db.write(async (tx) => {
    await tx.insert(tx.t.numberSeries).values({ series, last });
  });

async function readThenAdd(tx: Tx, series: string): Promise<void> {
  const { numberSeries } = tx.t;
  const [row] = await tx.select().from(numberSeries).where(eq(numberSeries.series, series));
  // A pause between reading and writing is what would lose an addition if two ran at once.
  await new Promise((resolve) => setImmediate(resolve));
  await tx
    .update(numberSeries)
    .set({ last: row!.last + 1 })
    .where(eq(numberSeries.series, series));
}

/** A promise with its handles outside, to hold a transaction open. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe("write", () => {
  test("is serial: 200 racing readings that each add one end at 200", async () => {
    await begin("race");
    await Promise.all(Array.from({ length: 200 }, () => stage.db.write((tx) => readThenAdd(tx, "race"))));
    expect(await lastOf("race")).toBe(200);
  });

  test("gives each of 50 racing acts a number of its own, also where the series begins", async () => {
    const numbers = await Promise.all(Array.from({ length: 50 }, () => stage.db.write((tx) => nextNumber(tx, "new"))));
    expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
  });

  test("[T1] hands a refusal back and rolls back what was written before it", async () => {
    const outcome = await stage.db.write(async (tx) => {
      await tx.insert(tx.t.numberSeries).values({ series: "refused", last: 1 });
      return refuse("state", "C2", "The candidate is declined; this act needs it to be proposed.");
    });
    expect(isRefusal(outcome)).toBe(true);
    expect(await lastOf("refused")).toBeNull();
  });

  test("throws what its work throws and rolls back what was written before it", async () => {
    const fault = stage.db.write(async (tx) => {
      await tx.insert(tx.t.numberSeries).values({ series: "thrown", last: 1 });
      throw new Error("a bug");
    });
    await expect(fault).rejects.toThrow("a bug");
    expect(await lastOf("thrown")).toBeNull();
  });

  test("goes on after a refusal, a throw and a constraint that was broken", async () => {
    const twice = () => stage.db.write(async (tx) => tx.insert(tx.t.numberSeries).values({ series: "once", last: 1 }));
    await twice();
    await expect(twice()).rejects.toThrow();
    await stage.db.write((tx) => readThenAdd(tx, "once"));
    expect(await lastOf("once")).toBe(2);
  });

  test("throws when it is begun inside a write, however deep, and the outer one is rolled back", async () => {
    const inner = async () => {
      await Promise.resolve();
      return stage.db.write(async () => 1);
    };
    const outer = stage.db.write(async (tx) => {
      await tx.insert(tx.t.numberSeries).values({ series: "outer", last: 1 });
      return inner();
    });
    await expect(outer).rejects.toThrow("A write was begun inside a write.");
    expect(await lastOf("outer")).toBeNull();
  });

  test("may be begun after another one in the same chain of calls", async () => {
    await begin("chain");
    await stage.db.write((tx) => readThenAdd(tx, "chain"));
    await stage.db.write((tx) => readThenAdd(tx, "chain"));
    expect(await lastOf("chain")).toBe(2);
  });

  test("sees what it has written itself", async () => {
    const seen = await stage.db.write(async (tx) => {
      await tx.insert(tx.t.numberSeries).values({ series: "own", last: 7 });
      const rows = await tx.select().from(tx.t.numberSeries).where(eq(tx.t.numberSeries.series, "own"));
      return rows[0]?.last;
    });
    expect(seen).toBe(7);
  });
});

describe("read", () => {
  test("sees one state from its first reading to its end, whatever is written meanwhile", async () => {
    await begin("snapshot", 1);
    const [readOnce, written] = [gate(), gate()];
    const reading = stage.db.read(async (tx) => {
      const { numberSeries } = tx.t;
      const look = async () =>
        (await tx.select().from(numberSeries).where(eq(numberSeries.series, "snapshot")))[0]!.last;
      const first = await look();
      readOnce.open();
      await written.opened;
      return [first, await look()];
    });
    await readOnce.opened;
    await stage.db.write((tx) => readThenAdd(tx, "snapshot"));
    written.open();
    expect(await reading).toEqual([1, 1]);
    expect(await lastOf("snapshot")).toBe(2);
  });

  test("does not see a write that has not committed, and does not wait for it", async () => {
    await begin("half", 1);
    const [wrote, go] = [gate(), gate()];
    const writing = stage.db.write(async (tx) => {
      await readThenAdd(tx, "half");
      wrote.open();
      await go.opened;
    });
    await wrote.opened;
    expect(await lastOf("half")).toBe(1);
    go.open();
    await writing;
    expect(await lastOf("half")).toBe(2);
  });

  test("cannot write, even with the handle of a writer", async () => {
    const slipped = stage.db.read(async (tx) => {
      await (tx as Tx).insert((tx as Tx).t.numberSeries).values({ series: "slipped", last: 1 });
    });
    await expect(slipped).rejects.toThrow();
    expect(await lastOf("slipped")).toBeNull();
  });

  test("gives its connection back after a throw: forty failed readings leave room for the next", async () => {
    const failing = Array.from({ length: 40 }, () =>
      stage.db.read(async () => {
        throw new Error("a bug");
      }),
    );
    expect((await Promise.allSettled(failing)).every((one) => one.status === "rejected")).toBe(true);
    expect(await lastOf("snapshot")).toBe(2);
  });
});

describe("time", () => {
  test("[B6] now is the database's, the same through a transaction, and never runs back from one to the next", async () => {
    const before = Date.now();
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const [first, last] = await stage.db.write(async (tx) => {
        const started = tx.now;
        await new Promise((resolve) => setTimeout(resolve, 5));
        return [started, tx.now];
      });
      expect(last).toBe(first);
      expect(Number.isInteger(first)).toBe(true);
      times.push(first!);
    }
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times[4]! - times[0]!).toBeGreaterThanOrEqual(20);
    expect(Math.abs(times[0]! - before)).toBeLessThan(5_000);
  });

  test("[B6] now moves with the clock's handle, in readings and writings alike", async () => {
    const now = () => stage.db.read(async (tx) => tx.now);
    const before = await now();
    stage.clock.offset_ms += 20 * day_ms;
    const written = await stage.db.write(async (tx) => tx.now);
    for (const after of [await now(), written]) {
      expect(after - before).toBeGreaterThanOrEqual(20 * day_ms);
      expect(after - before).toBeLessThan(20 * day_ms + 60_000);
    }
    stage.clock.offset_ms -= 20 * day_ms;
    expect((await now()) - before).toBeLessThan(60_000);
  });
});

describe("values", () => {
  test("instants, bytes, truth and json come back as they went in, in the order of code points", async () => {
    const { db } = stage;
    const codes = ["ZZ", "aa", "ÄÄ", "AA"];
    await db.write(async (tx) => {
      for (const code of codes)
        await tx.insert(tx.t.members).values({
          id: `id-${code}`,
          code,
          name: `Member ${code} – “quoted” 中文`,
          zone: "UTC",
          city: "City",
          weekend: [6, 7],
          holidays: ["2026-12-24"],
          extraWorkingDays: [],
          contact: "x",
          joinedAt: 8_640_000_000_000_000,
        });
    });
    const rows = await db.read(async (tx) => tx.select().from(tx.t.members).orderBy(asc(tx.t.members.code)));
    expect(rows.map((row) => row.code)).toEqual(["AA", "ZZ", "aa", "ÄÄ"]);
    expect(rows[0]).toMatchObject({
      name: "Member AA – “quoted” 中文",
      weekend: [6, 7],
      holidays: ["2026-12-24"],
      extraWorkingDays: [],
      joinedAt: 8_640_000_000_000_000,
    });
  });
});
