/** The commands of the command line that open the database: they say in sentences what they did; fsck prints JSON. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { count, eq } from "drizzle-orm";
import { backupSqlite } from "../../db/backup.ts";
import { openMigrated } from "../../db/migrate.ts";
import { type Database, type MovableClock, openDatabase } from "../../db/open.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { createSessions } from "../auth/sessions.ts";
import { createSignIn } from "../auth/sign-in.ts";
import { createContext } from "../create-context.ts";
import { enterFirstSecretariat } from "../first-secretariat.ts";
import { type LogKey, loadLogKey } from "../record/log-key.ts";
import { type DataCommandResult, malformed, printed } from "./data-command.ts";
import { fsck } from "./fsck.ts";

/** Where the database and the log's key are, and the address under which people reach the product. */
export type Place = { databaseUrl: string; origin: string; dataFolder: string; logKey?: string };

/** The log's key, for commands that write in it. */
export const logKeyAt = ({ logKey, dataFolder, origin }: Place): LogKey =>
  loadLogKey({ given: logKey, folder: dataFolder, origin });

const said = (output: string): DataCommandResult => ({ exitCode: 0, output: `${output}\n`, fault: "" });
const failed = (fault: string): DataCommandResult => ({ exitCode: 1, output: "", fault: `${fault}\n` });

const isPostgres = (url: string) => /^postgres(ql)?:\/\//.test(url);
/** A database's address without the password in it. */
const shown = (url: string) => (isPostgres(url) ? url.replace(/\/\/[^@/]*@/, "//") : url);

async function withDatabase<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

const peopleIn = (db: Database) =>
  db.read(async (tx) => {
    const [row] = await tx.select({ people: count() }).from(tx.t.people);
    return row?.people ?? 0;
  });

/** `plenary migrate`: brings the database to this version and sets its guards. */
export async function runMigrate({ databaseUrl }: Place): Promise<DataCommandResult> {
  await withDatabase(await openMigrated({ url: databaseUrl }), async () => undefined);
  return said(`${shown(databaseUrl)} is at this version.`);
}

/** `plenary seed`: tells the demo regime's year into an empty database. */
export async function runSeed(place: Place): Promise<DataCommandResult> {
  const { seedDemo, demoPassword, demoSignIns } = await import("../seed/seed-demo.ts");
  const clock: MovableClock = { offset_ms: 0 };
  return withDatabase(await openMigrated({ url: place.databaseUrl, clock }), async (db) => {
    const people = await peopleIn(db);
    if (people > 0) return failed(`The demo is told into an empty database only; this one knows ${people} people.`);
    await seedDemo(createContext(db, logKeyAt(place)), clock);
    const lines = demoSignIns.map(({ name, email, does }) => `  ${email}  ${name}, ${does}`);
    return said([`Seeded. Sign-ins, all with the password "${demoPassword}":`, ...lines].join("\n"));
  });
}

const accountUsage = `Usage: plenary create-account --email ADDRESS [--name NAME --title TITLE --zone ZONE --city CITY]
In an empty database it enters the first person, the regime's secretariat; later it makes a new link for a person who is known.`;

/** `plenary create-account`: the first secretariat, or a new link for somebody known. The link works once, for 72 hours. */
export async function runCreateAccount(place: Place, args: string[]): Promise<DataCommandResult> {
  const option = { type: "string" } as const;
  let given: { email?: string; name?: string; title?: string; zone?: string; city?: string };
  try {
    given = parseArgs({
      args,
      options: { email: option, name: option, title: option, zone: option, city: option },
    }).values;
  } catch (problem) {
    return malformed(`${(problem as Error).message}\n${accountUsage}`);
  }
  const { databaseUrl, origin } = place;
  const { email, name, title = "Secretariat", zone = "UTC", city = "Vienna" } = given;
  if (email === undefined) return malformed(accountUsage);
  return withDatabase(await openMigrated({ url: databaseUrl }), async (db) => {
    const [known] = await db.read(async (tx) =>
      tx
        .select({ id: tx.t.people.id, name: tx.t.people.name })
        .from(tx.t.people)
        .where(eq(tx.t.people.email, email.toLowerCase())),
    );
    let personId = known?.id;
    if (personId === undefined) {
      if ((await peopleIn(db)) > 0)
        return failed(`Nobody is registered under "${email}"; the secretariat registers people on their page.`);
      if (name === undefined) return malformed(`The first person needs a --name.\n${accountUsage}`);
      const entered = await enterFirstSecretariat(createContext(db, logKeyAt(place)), {
        email,
        name,
        title,
        zone,
        city,
      });
      if (isRefusal(entered)) return failed(entered.reason);
      personId = entered.personId;
    }
    const token = await createSignIn(db, createSessions(db)).makeLink(personId);
    return said(
      `${known?.name ?? name} chooses a password under this link, which works once and for 72 hours:\n${origin}/links/${token}`,
    );
  });
}

/** `plenary fsck`: exit code 1 when anything is off. */
export async function runFsck({ databaseUrl }: Place): Promise<DataCommandResult> {
  if (!isPostgres(databaseUrl) && !existsSync(databaseUrl)) return malformed(`There is no database at ${databaseUrl}.`);
  return withDatabase(await openDatabase({ url: databaseUrl }), async (db) => {
    const report = await fsck(db);
    return { ...printed(report), exitCode: report.ok ? 0 : 1 };
  });
}

/** `plenary backup FILE`: a whole copy in one file while the product runs. */
export async function runBackup({ databaseUrl }: Place, args: string[]): Promise<DataCommandResult> {
  const [file] = args;
  if (file === undefined || args.length !== 1) return malformed("Usage: plenary backup FILE");
  if (isPostgres(databaseUrl)) return malformed("A PostgreSQL database is backed up with pg_dump --format=custom.");
  if (!existsSync(databaseUrl)) return malformed(`There is no database at ${databaseUrl}.`);
  const target = resolve(file);
  if (existsSync(target)) return failed(`${target} exists already; a backup overwrites nothing.`);
  const bytes = await backupSqlite(databaseUrl, target);
  return said(
    `${target} holds the whole database, ${bytes} bytes. To restore it, stop the server and put the file in the place of ${databaseUrl}; remove the -wal and -shm files beside that one.`,
  );
}
