import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openMigrated } from "../../../db/migrate.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { createSessions } from "../../../server/auth/sessions.ts";
import { createSignIn } from "../../../server/auth/sign-in.ts";
import {
  type Place,
  runBackup,
  runCreateAccount,
  runFsck,
  runMigrate,
} from "../../../server/command-line/database-commands.ts";

let folder: string;
let place: Place;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plenary-command-line-"));
  place = { databaseUrl: join(folder, "plenary.sqlite"), origin: "https://plenary.example", dataFolder: folder };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const first = ["--email", "head@secretariat.example", "--name", "Head Person"];

describe("the first account", () => {
  test("[W4] nothing is looked at where there is no database", async () => {
    expect(await runFsck(place)).toMatchObject({ exitCode: 2, output: "" });
    expect(await runBackup(place, [join(folder, "copy.sqlite")])).toMatchObject({ exitCode: 2, output: "" });
    expect(await runMigrate(place)).toMatchObject({ exitCode: 0 });
    expect(JSON.parse((await runFsck(place)).output)).toMatchObject({ ok: true, checked: { candidates: 0 } });
  });

  test("[W4] options that do not read, or say too little, change nothing", async () => {
    for (const args of [[], ["--email"], ["--nonsense", "x"], ["--email", "head@secretariat.example"]])
      expect(await runCreateAccount(place, args), args.join(" ")).toMatchObject({ exitCode: 2, output: "" });
    expect(await runCreateAccount(place, ["--email", "no address", "--name", "Head"])).toMatchObject({ exitCode: 1 });
    expect(await runCreateAccount(place, [...first, "--zone", "Mars/Base"])).toMatchObject({ exitCode: 1 });
  });

  test("[W4] the first person is the regime's secretariat, and the printed link sets a password once", async () => {
    const { exitCode, output } = await runCreateAccount(place, first);
    expect(exitCode).toBe(0);
    const token = /https:\/\/plenary\.example\/links\/([\w-]+)/.exec(output)![1]!;
    const db = await openMigrated({ url: place.databaseUrl });
    const signIn = createSignIn(db, createSessions(db));
    expect(await signIn.whoseLink(token)).toBe("Head Person");
    expect(isRefusal(await signIn.setPassword(token, "a long and own password"))).toBe(false);
    expect(isRefusal(await signIn.setPassword(token, "another long password"))).toBe(true);
    const roles = await db.read(async (tx) => tx.select().from(tx.t.roles));
    expect(roles).toMatchObject([{ role: "secretariat", committeeId: null }]);
    await db.close();
  });

  test("[W4] later it makes new links for people who are known, and enters nobody", async () => {
    expect((await runCreateAccount(place, first.slice(0, 2))).output).toContain("Head Person chooses a password");
    const other = await runCreateAccount(place, ["--email", "other@secretariat.example", "--name", "Other Person"]);
    expect(other).toMatchObject({ exitCode: 1, output: "" });
    expect(other.fault).toContain("other@secretariat.example");
  });
});

describe("a backup", () => {
  test("[T8] is a whole database in one file, made while the product has it open, and overwrites nothing", async () => {
    const running = await openMigrated({ url: place.databaseUrl });
    const file = join(folder, "copy.sqlite");
    expect(await runBackup(place, [])).toMatchObject({ exitCode: 2 });
    expect((await runBackup(place, [file])).fault).toBe("");
    await running.close();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const bytes = await readFile(file);
    expect(await runBackup(place, [file])).toMatchObject({ exitCode: 1, output: "" });
    expect((await readFile(file)).equals(bytes)).toBe(true);
    const copied = { ...place, databaseUrl: file };
    expect(await runFsck(copied)).toMatchObject({ exitCode: 0 });
    const db = await openMigrated({ url: file });
    const people = await db.read(async (tx) => tx.select().from(tx.t.people));
    expect(people.map(({ name }) => name)).toEqual(["Head Person"]);
    await db.close();
  });

  test("[T8] of PostgreSQL is left to its own tool", async () => {
    const postgres = { ...place, databaseUrl: "postgres://plenary:secret@127.0.0.1:1/plenary" };
    const { exitCode, fault } = await runBackup(postgres, [join(folder, "other")]);
    expect(exitCode).toBe(2);
    expect(fault).toContain("pg_dump");
    expect(fault).not.toContain("secret");
  });
});

describe("the program", () => {
  type Ended = { code?: number; stdout: string; stderr: string };
  const run = (args: string[]): Promise<Ended> =>
    promisify(execFile)("node", ["--import", "tsx", resolve("server/cli.ts"), ...args], {
      env: { ...process.env, PLENARY_DATA: folder, PORT: "no number" },
    }).catch((ended: Ended) => ended);

  test("[B34] a data command needs no configuration, and prints JSON and nothing else", async () => {
    const { stdout, stderr } = await promisify(execFile)(
      "sh",
      ["-c", `echo "34 or more qubits" | PORT=nonsense node --import tsx server/cli.ts parse-parameters`],
      { env: process.env },
    );
    expect(JSON.parse(stdout)).toMatchObject([{ comparator: ">=", value: "34" }]);
    expect(stderr).toBe("");
  });

  test("[B34] help lists the commands; an unknown one and a wrong setting are said on standard error", async () => {
    const help = await run(["help"]);
    for (const name of ["migrate", "seed", "create-account", "tally", "lint", "fsck", "backup"])
      expect(help.stdout).toContain(`  ${name}`);
    expect(await run(["constructor"])).toMatchObject({ code: 2, stdout: "" });
    const wrong = await run(["fsck"]);
    expect(wrong).toMatchObject({ stdout: "", code: 1 });
    expect(wrong.stderr).toBe('PORT must be a number from 0 to 65535; it is "no number".\n');
  });
});
