/**
 * Bad input to every act of the registry: a field that is missing, an id of nothing, a person who may not, a form that is
 * too large. Each is refused with a rule and a reason, and the database holds the same bytes as before. A new act without
 * an example does not compile, and the same form without the fault is done with exactly one minute.
 */
import { createHash } from "node:crypto";
import { getTableName, is, Table } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { Database, Tx } from "../../../db/open.ts";
import { type Actor, thePublic } from "../../../domain/membership/role.ts";
import { isTwoPersonAct } from "../../../domain/membership/second.ts";
import { minuteTypes } from "../../../domain/record/act.ts";
import { isRefusal, type Refusal } from "../../../domain/refusal.ts";
import { acts, type Intent } from "../../../server/acts.ts";
import { createLoadContext } from "../../../server/load-context.ts";
import { type Example, examples } from "./examples.ts";
import { type Outcome, perform, tellYear, type World } from "./world.ts";

type Fields = Record<string, unknown>;

let year: Awaited<ReturnType<typeof tellYear>>;
beforeAll(async () => {
  year = await tellYear();
}, 240_000);
afterAll(() => year.remove());

/** Bytes are long as JSON. */
const plain = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value);

/** A digest of every row of every table. */
async function digest(db: Database): Promise<Record<string, string>> {
  return db.read(async (tx) => {
    const found: Record<string, string> = {};
    for (const table of Object.values(tx.t)) {
      if (!is(table, Table)) continue;
      const rows: unknown[] = await tx.select().from(table as never);
      const lines = rows.map((row) => JSON.stringify(Object.values(row as object).map(plain))).sort();
      found[getTableName(table)] = `${rows.length} rows ${createHash("sha256").update(lines.join("\n")).digest("hex")}`;
    }
    return found;
  });
}

class Undo extends Error {}

/** Does the act and undoes it: its outcome, and the minutes that its transaction wrote. */
async function tried(world: World, actor: Actor, intent: Intent, fields: Fields) {
  let minutes: string[] = [];
  /** A door through which everything is done, read and taken back. */
  const undone = (door: "write" | "record") =>
    async function through<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      let kept: { result: T } | undefined;
      await world.db[door](async (tx) => {
        const types = async () =>
          (await tx.select({ type: tx.t.minutes.type }).from(tx.t.minutes).orderBy(tx.t.minutes.sequence)).map(
            (row) => row.type,
          );
        const before = (await types()).length;
        kept = { result: await work(tx) };
        minutes = (await types()).slice(before);
        throw new Undo();
      }).catch((fault: unknown) => {
        if (!(fault instanceof Undo)) throw fault;
      });
      return kept!.result;
    };
  const db: Database = { ...world.db, write: undone("write"), record: undone("record") };
  const outcome = await perform({ ...world.context, db, announce: () => undefined }, actor, intent, fields);
  return { outcome, minutes };
}

const isId = (value: unknown) => typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
const nothingsId = "0".repeat(32);
const without = (fields: Fields, key: string) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));

/** The fields that the schema cannot do without. */
function requiredOf(intent: Intent, fields: Fields): string[] {
  const schema = acts[intent].input as z.ZodType;
  return Object.keys(fields).filter((key) => !schema.safeParse(without(fields, key)).success);
}

/** The same form with one field beyond every bound; fields whose words are chosen from a list are bounded by it. */
function oversized(value: unknown): unknown {
  if (typeof value === "number") return 1e12;
  if (Array.isArray(value)) return Array.from({ length: 10_000 }, () => value[0] ?? "x");
  return "x".repeat(2_100_000);
}

function expectRefusal(outcome: Outcome, what: string): Refusal {
  if (!isRefusal(outcome)) throw new Error(`${what} was done: ${JSON.stringify(outcome.value)}`);
  expect(outcome.rule, what).toMatch(/^[A-Z]\d+[a-z]?$/);
  expect(outcome.reason, what).toMatch(/^.{12,}\.$/su);
  expect(outcome.reason.length, what).toBeLessThan(600);
  return outcome;
}

describe.each(Object.keys(acts) as Intent[])("%s", (intent) => {
  let world: World;
  let example: Example;
  let actor: Actor;
  let before: Record<string, string>;
  beforeAll(async () => {
    world = await year.copy();
    example = await examples[intent](world);
    actor = typeof example.by === "string" ? world.person(example.by) : example.by;
    before = await digest(world.db);
  });
  afterAll(async () => {
    expect(await digest(world.db)).toEqual(before);
    await world.close();
  });

  /** Runs the work and holds that nothing was written and nobody was told. */
  async function writingNothing(work: () => Promise<void>) {
    let told = 0;
    const stop = world.context.onAnnounce(() => {
      told += 1;
    });
    await work();
    // On PostgreSQL, where reading everything takes longer, one look behind all tests of the act must do.
    if (world.db.engine === "sqlite") expect(await digest(world.db)).toEqual(before);
    expect(told).toBe(0);
    stop();
  }

  test("[T1] done as it should be, it writes exactly one minute of its own type", () =>
    writingNothing(async () => {
      // What takes two persons is asked for by the first; that it is done on consent is told in seconds.test.ts.
      const asks = isTwoPersonAct(intent) && actor.kind === "person";
      const { outcome, minutes } = asks
        ? await tried(world, actor, "request-second", { act: intent, fields: example.fields })
        : await tried(world, actor, intent, example.fields);
      expect(outcome).toMatchObject({ done: true });
      const written = asks ? "request-second" : intent === "consent-second" ? "extend-ballot" : intent;
      expect(minutes).toEqual([minuteTypes[written]]);
    }));

  test("[W1] a missing field is refused by its name", () =>
    writingNothing(async () => {
      const required = requiredOf(intent, example.fields);
      expect(required.length).toBeGreaterThan(0);
      for (const key of required) {
        const refusal = expectRefusal(await perform(world.context, actor, intent, without(example.fields, key)), key);
        expect(refusal).toMatchObject({ code: "malformed", rule: acts[intent].rules[0], field: key });
        expect(refusal.reason).toContain(`"${key}"`);
      }
      for (const form of [{}, null, "text", [], { [Object.keys(example.fields)[0]!]: { deep: {} } }])
        expectRefusal(await perform(world.context, actor, intent, form), JSON.stringify(form));
    }));

  test("[W2] an id of nothing is refused", () =>
    writingNothing(async () => {
      const named = Object.keys(example.fields).filter((key) => isId(example.fields[key]));
      const namesNothing = [
        "register-member",
        "found-committee",
        "register-holder-key",
        "request-second",
        "record-outage",
      ];
      if (!namesNothing.includes(intent)) expect(named.length).toBeGreaterThan(0);
      for (const key of named) {
        const fields = { ...example.fields, [key]: nothingsId };
        const refusal = expectRefusal(await perform(world.context, actor, intent, fields), key);
        expect(["not-found", "seat", "state"], key).toContain(refusal.code);
      }
    }));

  test("[W2] who may not is refused", () =>
    writingNothing(async () => {
      expect(example.wrong.length).toBeGreaterThan(0);
      const strangers: [string, Actor][] = [
        ["the public", thePublic],
        ["a person who is gone", { kind: "person", personId: nothingsId, name: "Nobody", memberId: null, roles: [] }],
        ...example.wrong.map((name): [string, Actor] => [name, world.person(name)]),
      ];
      for (const [name, stranger] of strangers)
        expectRefusal(await perform(world.context, stranger, intent, example.fields), name);
    }));

  test("[W10] an oversized form is refused", () =>
    writingNothing(async () => {
      for (const [key, value] of Object.entries(example.fields)) {
        const fields = { ...example.fields, [key]: oversized(value) };
        expectRefusal(await perform(world.context, actor, intent, fields), key);
      }
    }));
});

test("[W2] an unknown intent, and an act of the clock, are refused to every page", async () => {
  const world = await year.copy();
  const before = await digest(world.db);
  const [chair] = [world.person("Claire Bouchard") as { personId: string }];
  const parts = { context: world.context, signIn: {} as never, sessions: {} as never, demo: null, origin: "http://x" };
  const signedIn = { sessionId: "s", personId: chair.personId };
  const load = await createLoadContext(parts, { nonce: "n", signedIn, address: "127.0.0.1" });
  const intents = [
    "nonsense",
    "",
    "constructor",
    "__proto__",
    "x".repeat(100_000),
    "certify-ballot",
    "unseal-overdue",
    "apply-outage",
    "adopt-by-silence",
  ];
  for (const intent of intents) {
    const refusal = expectRefusal(await load.act(intent, { ballot: nothingsId }), intent.slice(0, 40));
    expect(refusal).toMatchObject({ code: "malformed", rule: "W2" });
  }
  expect(await digest(world.db)).toEqual(before);
  await world.close();
});
