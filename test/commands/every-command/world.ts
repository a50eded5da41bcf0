/**
 * A world for one command: a copy of the demo's year in a database of its own, with everybody and everything by name. The
 * year is told once for the whole file; each copy costs a few milliseconds.
 */
import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, like } from "drizzle-orm";
import pg from "pg";
import { openMigrated } from "../../../db/migrate.ts";
import { type Database, type MovableClock, openDatabase } from "../../../db/open.ts";
import type { Actor, theClock } from "../../../domain/membership/role.ts";
import type { TwoPersonAct } from "../../../domain/membership/second.ts";
import { isRefusal, type Refusal } from "../../../domain/refusal.ts";
import { acts, type Intent } from "../../../server/acts.ts";
import type { Context } from "../../../server/context.ts";
import { createContext } from "../../../server/create-context.ts";
import { newLogKey } from "../../../server/record/log-key.ts";
import { seedDemo } from "../../../server/seed/seed-demo.ts";

export type Outcome = { done: true; value: unknown } | Refusal;
type Act = (context: Context, actor: Actor, fields: unknown) => Promise<Outcome>;

/** Runs any act with any fields, as a form would bring them. */
export function perform(context: Context, actor: Actor, intent: Intent, fields: unknown): Promise<Outcome> {
  return (acts[intent] as unknown as Act)(context, actor, fields);
}

async function say(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Tells the year once; `copy` opens a database that holds it, with a clock of its own. */
export async function tellYear() {
  const server = process.env.PLENARY_TEST_POSTGRES;
  const folder = await mkdtemp(join(tmpdir(), "plenary-every-command-"));
  const newName = () => `every_${randomBytes(6).toString("hex")}`;
  const urlOf = (name: string) =>
    server ? Object.assign(new URL(server), { pathname: `/${name}` }).href : join(folder, `${name}.sqlite`);
  const year = newName();
  if (server) await say(server, `CREATE DATABASE ${year}`);
  const clock: MovableClock = { offset_ms: 0 };
  const db = await openMigrated({ url: urlOf(year), clock });
  await seedDemo(createContext(db, newLogKey("regime.example/log")), clock);
  await db.close();
  return {
    async copy() {
      const name = newName();
      if (server) await say(server, `CREATE DATABASE ${name} TEMPLATE ${year}`);
      else await copyFile(urlOf(year), urlOf(name));
      const ownClock: MovableClock = { offset_ms: 0 };
      const remove = async () => {
        if (server) await say(server, `DROP DATABASE ${name}`);
      };
      return worldOf(await openDatabase({ url: urlOf(name), clock: ownClock }), ownClock, remove);
    },
    async remove() {
      if (server) await say(server, `DROP DATABASE ${year}`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof worldOf>>;

async function worldOf(db: Database, clock: MovableClock, remove: () => Promise<void>) {
  const context = createContext(db, newLogKey("regime.example/log"));
  const { t } = db;
  const people = await db.read(async (tx) => tx.select().from(t.people));
  const rows = await db.read(async (tx) => ({
    committees: await tx.select().from(t.committees),
    members: await tx.select().from(t.members),
    organisations: await tx.select().from(t.organisations),
  }));

  const only = <Row>(found: Row[], what: string): Row => {
    if (found[0] === undefined) throw new Error(`The year has no ${what}.`);
    return found[0];
  };
  const person = (name: string): Actor => {
    const found = only(
      people.filter((one) => one.name === name),
      name,
    );
    return { kind: "person", personId: found.id, name, memberId: found.memberId, roles: [] };
  };
  /** Does an act that belongs to the story; throws when refused. */
  const act = async (by: string | typeof theClock, intent: Intent, fields: unknown): Promise<{ id: string }> => {
    const outcome = await perform(context, typeof by === "string" ? person(by) : by, intent, fields);
    if (isRefusal(outcome)) throw new Error(`${intent} was refused: ${outcome.rule} ${outcome.reason}`);
    return outcome.value as { id: string };
  };
  /** Asks for what takes two persons; the id of the request, and who may consent. */
  const ask = async (by: string, act: TwoPersonAct, fields: unknown) => {
    const outcome = await perform(context, person(by), "request-second", { act, fields });
    if (isRefusal(outcome)) throw new Error(`${act} could not be asked for: ${outcome.rule} ${outcome.reason}`);
    return outcome.value as { request: string; seconds: { name: string }[] };
  };
  /** The candidate whose title begins so. */
  const candidate = (title: string) =>
    db.read(async (tx) =>
      only(
        await tx
          .select()
          .from(t.candidates)
          .where(like(t.candidates.title, `${title}%`)),
        title,
      ),
    );
  const ballot = async (title: string) => {
    const { id } = await candidate(title);
    const found = await db.read(async (tx) => tx.select().from(t.ballots).where(eq(t.ballots.candidateId, id)));
    return only(
      found.sort((one, other) => other.draftedAt - one.draftedAt),
      `ballot on ${title}`,
    );
  };
  const recommendation = async (title: string) => {
    const { id } = await candidate(title);
    const found = await db.read(async (tx) =>
      tx.select().from(t.recommendations).where(eq(t.recommendations.candidateId, id)),
    );
    return only(found, `recommendation on ${title}`);
  };
  const round = async (title: string) => {
    const { id } = await recommendation(title);
    const found = await db.read(async (tx) => tx.select().from(t.rounds).where(eq(t.rounds.recommendationId, id)));
    return only(found, `round on ${title}`);
  };
  return {
    db,
    context,
    clock,
    person,
    act,
    ask,
    byTwo: async (by: string, name: TwoPersonAct, fields: unknown) => {
      const { request, seconds } = await ask(by, name, fields);
      return act(seconds[0]!.name, "consent-second", { request });
    },
    candidate,
    ballot,
    recommendation,
    round,
    committee: (code: string) => rows.committees.find((one) => one.code === code)!.id,
    member: (code: string) => rows.members.find((one) => one.code === code)!.id,
    organisation: (name: string) => rows.organisations.find((one) => one.name === name)!.id,
    comment: async (title: string, by: string, state: string) => {
      const { id } = await candidate(title);
      const commenter = person(by) as { personId: string };
      const found = await db.read(async (tx) => tx.select().from(t.comments).where(eq(t.comments.candidateId, id)));
      return only(
        found.filter((one) => one.personId === commenter.personId && one.state === state),
        `${state} comment by ${by}`,
      ).id;
    },
    textHash: async (versionId: string) =>
      db.read(
        async (tx) => only(await tx.select().from(t.versions).where(eq(t.versions.id, versionId)), "version").textHash,
      ),
    pass: (days: number) => {
      clock.offset_ms += days * 24 * 60 * 60 * 1000;
    },
    /** Moves the clock to just after an instant. */
    moveTo: (instant: number) => {
      clock.offset_ms = instant + 1_000 - Date.now();
    },
    async close() {
      await db.close();
      await remove();
    },
  };
}
