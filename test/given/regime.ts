/**
 * Tells the beginning of every story by running commands: a regime of seven members with one committee, QTAC, in a
 * database of its own, and a clock that the story moves. Nothing is written into tables by hand.
 *
 * ```ts
 * const regime = await givenRegime();
 * const { reference } = await regime.done(regime.holders.NO, "propose-candidate", candidateFields(regime));
 * const no = await regime.refused(regime.observer, "accept-candidate", { candidate: reference });
 * regime.pass({ days: 15 });
 * await regime.close();
 * ```
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { count, getTableName, is, Table } from "drizzle-orm";
import pg from "pg";
import { openMigrated } from "../../db/migrate.ts";
import type { Database, MovableClock } from "../../db/open.ts";
import { type Actor, type Person, theClock } from "../../domain/membership/role.ts";
import type { TwoPersonAct } from "../../domain/membership/second.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { acts, type Intent } from "../../server/acts.ts";
import type { Context } from "../../server/context.ts";
import { createContext } from "../../server/create-context.ts";
import { enterFirstSecretariat } from "../../server/first-secretariat.ts";
import { loadLogKey } from "../../server/record/log-key.ts";

type Fields<I extends Intent> = Parameters<(typeof acts)[I]>[2];
type Value<I extends Intent> = Extract<Awaited<ReturnType<(typeof acts)[I]>>, { done: true }>["value"];
type TwoPersonValue<A extends TwoPersonAct> = Value<A>;
type Act = (context: Context, actor: Actor, fields: unknown) => Promise<{ done: true; value: unknown } | Refusal>;

export const day_ms = 24 * 60 * 60 * 1000;

/** The members, with the zones and holidays that their rounds are counted in. */
const memberFields = {
  CA: { name: "Canada", zone: "America/Toronto", city: "Ottawa" },
  FR: { name: "France", zone: "Europe/Paris", city: "Paris" },
  JP: { name: "Japan", zone: "Asia/Tokyo", city: "Tokyo" },
  NL: { name: "Netherlands", zone: "Europe/Amsterdam", city: "The Hague" },
  NO: { name: "Norway", zone: "Europe/Oslo", city: "Oslo" },
  TW: { name: "Taiwan", zone: "Asia/Taipei", city: "Taipei" },
  US: { name: "United States", zone: "America/New_York", city: "Washington" },
} as const;
export type MemberCode = keyof typeof memberFields;
export const memberCodes = Object.keys(memberFields) as MemberCode[];

export type ByMember<T> = Record<MemberCode, T>;

/** A new PostgreSQL database on the server that the environment names; null where it names none. */
async function newPostgres(): Promise<{ url: string; drop(): Promise<void> } | null> {
  const server = process.env.PLENARY_TEST_POSTGRES;
  if (server === undefined) return null;
  const name = `regime_${randomBytes(6).toString("hex")}`;
  const say = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await say(`CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  return { url, drop: () => say(`DROP DATABASE ${name}`) };
}

/** The key of the stories' log, as the environment would give it. */
export const givenLogKey = `regime.example/log+${Buffer.alloc(32, 5).toString("base64")}`;

/** An empty migrated database with a clock that moves; PostgreSQL where `PLENARY_TEST_POSTGRES` names a server. */
export async function givenContext(clock: MovableClock = { offset_ms: 0 }) {
  const folder = await mkdtemp(join(tmpdir(), "plenary-regime-"));
  const postgres = await newPostgres();
  const url = postgres?.url ?? join(folder, "plenary.sqlite");
  const db = await openMigrated({ url, clock });
  const context = createContext(db, loadLogKey({ given: givenLogKey, folder: "", origin: "" }));
  return {
    db,
    context,
    clock,
    url,
    folder,
    async close() {
      await db.close();
      await postgres?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Stage = Awaited<ReturnType<typeof givenContext>>;

/** Ways to act: `done` throws when the act is refused, `refused` throws when it is not. */
function waysToAct(context: Context) {
  const run = (actor: Actor, intent: Intent, fields: unknown) =>
    (acts[intent] as unknown as Act)(context, actor, fields);
  return {
    async done<I extends Intent>(actor: Actor, intent: I, fields: Fields<I>): Promise<Value<I>> {
      const outcome = await run(actor, intent, fields);
      if (isRefusal(outcome)) throw new Error(`${intent} was refused: ${outcome.rule} ${outcome.reason}`);
      return outcome.value as Value<I>;
    },
    async refused<I extends Intent>(actor: Actor, intent: I, fields: Fields<I>): Promise<Refusal> {
      const outcome = await run(actor, intent, fields);
      if (!isRefusal(outcome)) throw new Error(`${intent} was not refused: ${JSON.stringify(outcome.value)}`);
      return outcome;
    },
    /** What takes two: this person asks, and the one who may be the second consents (rule W6). */
    async byTwo<A extends TwoPersonAct>(actor: Actor, act: A, fields: Fields<A>): Promise<TwoPersonValue<A>> {
      const asked = await run(actor, "request-second", { act, fields });
      if (isRefusal(asked)) throw new Error(`${act} could not be asked for: ${asked.rule} ${asked.reason}`);
      const { request, seconds } = asked.value as Value<"request-second">;
      const { personId, name } = seconds[0]!;
      const outcome = await run(person(personId, name, null), "consent-second", { request });
      if (isRefusal(outcome)) throw new Error(`${act} was refused to the second: ${outcome.rule} ${outcome.reason}`);
      return outcome.value as TwoPersonValue<A>;
    },
    /** The act as the clock does it; throws when refused. */
    async byClock<I extends Intent>(intent: I, fields: Fields<I>): Promise<Value<I>> {
      const outcome = await run(theClock, intent, fields);
      if (isRefusal(outcome)) throw new Error(`${intent} was refused to the clock: ${outcome.rule} ${outcome.reason}`);
      return outcome.value as Value<I>;
    },
  };
}

function person(personId: string, name: string, memberId: string | null): Person {
  return { kind: "person", personId, name, memberId, roles: [] };
}

/** Registers members and people, founds QTAC, fills its seats and offices. */
export async function givenRegime(given: { stage?: Omit<Stage, "folder"> & { folder?: string } } = {}) {
  const stage = given.stage ?? (await givenContext());
  const { context, clock } = stage;
  const { done, refused, byTwo, byClock } = waysToAct(context);

  const first = await enterFirstSecretariat(context, {
    name: "Sigrid Thoresen",
    email: "sigrid.thoresen@secretariat.example",
    title: "Head of the secretariat",
    zone: "Europe/Vienna",
    city: "Vienna",
  });
  if (isRefusal(first)) throw new Error(first.reason);
  const regimeSecretariat = person(first.personId, "Sigrid Thoresen", null);

  const enter = async (name: string, place: { zone: string; city: string }, member: string | null) => {
    const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
    const { zone, city } = place;
    const fields = { name, email, title: "Expert", member: member ?? "", zone, city };
    const { id } = await done(regimeSecretariat, "register-person", fields);
    return person(id, name, member);
  };
  const give = (who: Person, role: string, at: { committee?: string; seat?: string; member?: string }) =>
    done(regimeSecretariat, "give-role", { person: who.personId, role, ...at } as Fields<"give-role">);

  const vienna = { zone: "Europe/Vienna", city: "Vienna" };
  const committee = await done(regimeSecretariat, "found-committee", {
    ...vienna,
    code: "QTAC",
    name: "Quantum Technical Advisory Committee",
    field: "Quantum computing, sensing and communication.",
    listCode: "QT",
  });

  const members = {} as ByMember<{ id: string; code: MemberCode }>;
  const seats = {} as ByMember<{ id: string; name: string }>;
  const holders = {} as ByMember<Person>;
  const alternates = {} as ByMember<Person>;
  const reviewers = {} as ByMember<Person>;
  for (const code of memberCodes) {
    const { name, zone, city } = memberFields[code];
    const member = await done(regimeSecretariat, "register-member", {
      code,
      name,
      zone,
      city,
      weekend: [6, 7],
      holidays: [],
      extraWorkingDays: [],
      contact: `export.control@${code.toLowerCase()}.example`,
    });
    members[code] = { id: member.id, code };
    seats[code] = await done(regimeSecretariat, "create-seat", {
      committee: committee.id,
      member: member.id,
      kind: "delegation",
    });
    holders[code] = await enter(`Holder ${code}`, { zone, city }, member.id);
    alternates[code] = await enter(`Alternate ${code}`, { zone, city }, member.id);
    reviewers[code] = await enter(`Reviewer ${code}`, { zone, city }, member.id);
    await give(holders[code], "holder", { seat: seats[code].id });
    await give(alternates[code], "alternate", { seat: seats[code].id });
    await give(reviewers[code], "government-reviewer", { member: member.id });
  }

  // One industry seat beside the delegations: its nominating body can recuse it (rule X4).
  const organisation = await done(regimeSecretariat, "register-organisation", {
    name: "Fjord Quantum AS",
    kind: "company",
    member: members.NO.id,
  });
  const industrySeat = await done(regimeSecretariat, "create-seat", {
    committee: committee.id,
    member: members.NO.id,
    kind: "industry",
    organisation: organisation.id,
  });
  const industryHolder = await enter("Industry Holder", memberFields.NO, members.NO.id);
  await give(industryHolder, "holder", { seat: industrySeat.id });

  // The chairs hold their delegation's seat as well; the chair's own seat may take a position (rule B46).
  const chair = holders.CA;
  const viceChair = holders.FR;
  await give(chair, "chair", { committee: committee.id });
  await give(viceChair, "vice-chair", { committee: committee.id });
  const secretariat = await enter("Committee Secretariat", vienna, null);
  await give(secretariat, "secretariat", { committee: committee.id });
  const observer = await enter("Observer Person", vienna, null);
  await give(observer, "observer", { committee: committee.id });
  /** Registered, with no role anywhere. */
  const stranger = await enter("Stranger Person", vienna, null);

  return {
    ...stage,
    folder: stage.folder ?? dirname(stage.url),
    done,
    refused,
    byTwo,
    byClock,
    committee: { id: committee.id, code: "QTAC" },
    members,
    seats,
    organisation,
    industrySeat,
    industryHolder,
    holders,
    alternates,
    reviewers,
    chair,
    viceChair,
    secretariat,
    regimeSecretariat,
    observer,
    stranger,
    /** Moves the committee's clock on. */
    pass({ days = 0, hours = 0, ms = 0 }: { days?: number; hours?: number; ms?: number }) {
      clock.offset_ms += days * day_ms + hours * (day_ms / 24) + ms;
    },
    /** Now, by the committee's clock. */
    now: () => context.db.read(async (tx) => tx.now),
  };
}

export type Regime = Awaited<ReturnType<typeof givenRegime>>;

/** The fields with which a complete candidate is proposed (rule C1). */
export function candidateFields(
  regime: Regime,
  given: Partial<Fields<"propose-candidate">> = {},
): Fields<"propose-candidate"> {
  return {
    committee: regime.committee.id,
    title: "Gate-model quantum computers and their qubit devices",
    class: "emerging",
    rationale: "A machine with enough qubits of low enough error could break the public-key cryptography in use today.",
    producers: "Firms and institutes in several members.",
    foreignAvailability: "Rising outside the membership.",
    evidence: "Published machine data of the last three years.",
    harms: ["military-end-use", "critical-infrastructure"],
    harmsOfControl: "Small science is international.",
    touches: ["4A906"],
    ...given,
  };
}

/** Scope fields that rule R2 to R8 accept; add the candidate. */
export function scopeFields(candidate: string): Fields<"draft-scope"> {
  return {
    candidate,
    rows: [{ countries: ["D:5"], endUses: ["military-end-use"], endUsers: ["military-end-user"] }],
    allReason: "",
    exclusions: [],
    relations: [
      { regime: "wassenaar", word: "none-found", entries: [], note: "Searched in March." },
      { regime: "australia-group", word: "none-found", entries: [], note: "Searched in March." },
      { regime: "mtcr", word: "none-found", entries: [], note: "Searched in March." },
      { regime: "nsg", word: "none-found", entries: [], note: "Searched in March." },
    ],
    reviewByDays: 730,
  };
}

/** A candidate of Norway's seat, accepted by the chair: drafting. */
export async function givenDrafting(regime: Regime, given: Partial<Fields<"propose-candidate">> = {}) {
  const proposed = await regime.done(regime.holders.NO, "propose-candidate", candidateFields(regime, given));
  await regime.done(regime.chair, "accept-candidate", { candidate: proposed.id });
  return proposed;
}

/** How many rows each table holds: equal before and after a refused act. */
export async function rowCounts(db: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await db.read(async (tx) => {
    for (const table of Object.values(tx.t)) {
      if (!is(table, Table)) continue;
      const [row] = await tx.select({ rows: count() }).from(table as never);
      counts[getTableName(table)] = (row as { rows: number } | undefined)?.rows ?? 0;
    }
  });
  return counts;
}
