/**
 * The whole of `npm test`: types, lint, then every suite on SQLite, then the database and command suites again on
 * PostgreSQL when its programs are on the machine. Node's own modules only. The last line says how many passed and failed;
 * a file that does not load, a type fault and a lint fault each count as one failed.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "plenary-test-"));
const total = { passed: 0, failed: 0 };

function say(sentence) {
  process.stdout.write(`\n== ${sentence}\n`);
}

/** Runs a program with its output shown; answers its exit code. */
function run(command, given, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, given, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...environment },
    });
    child.on("close", (code) => resolve(code ?? 1));
    child.on("error", () => resolve(1));
  });
}

async function check(name, command, given) {
  const code = await run(command, given);
  if (code === 0) total.passed += 1;
  else total.failed += 1;
  process.stdout.write(`${code === 0 ? "well" : "FAILED"}: ${name}\n`);
}

/** Counts a report of vitest, and what its exit code says beyond it. */
function count(file, code) {
  let failed = 0;
  if (existsSync(file)) {
    for (const suite of JSON.parse(readFileSync(file, "utf8")).testResults) {
      const states = suite.assertionResults.map((one) => one.status);
      total.passed += states.filter((state) => state === "passed").length;
      const bad = states.filter((state) => state === "failed").length;
      failed += bad > 0 ? bad : suite.status === "failed" ? 1 : 0;
    }
  }
  if (code !== 0 && failed === 0) failed = 1;
  total.failed += failed;
}

async function suites(name, projects, environment = {}) {
  say(name);
  const file = join(folder, `${name.replaceAll(/\W+/g, "-")}.json`);
  const given = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const code = await run(process.execPath, [...given, ...projects.flatMap((project) => ["--project", project])], {
    NO_COLOR: "1",
    ...environment,
  });
  count(file, code);
}

const isRoot = process.getuid?.() === 0;
const chromiums = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Chromium, found or installed from Debian's packages, with the fonts that seven languages need. */
function findChromium() {
  const found = process.env.CHROMIUM_PATH ?? chromiums.find((path) => existsSync(path));
  if (found) return found;
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return null;
  say("Chromium is not on this machine: installing it");
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update"], options);
  spawnSync(
    "apt-get",
    ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core", "fonts-noto-cjk"],
    options,
  );
  return chromiums.find((path) => existsSync(path)) ?? null;
}

/** The folder of PostgreSQL's programs, or null. */
function findPostgres() {
  const base = "/usr/lib/postgresql";
  const versions = existsSync(base) ? readdirSync(base).sort((one, other) => Number(other) - Number(one)) : [];
  const bins = [
    ...versions.map((version) => join(base, version, "bin")),
    "/usr/local/bin",
    "/usr/bin",
    "/usr/local/pgsql/bin",
  ];
  return bins.find((bin) => existsSync(join(bin, "initdb")) && existsSync(join(bin, "pg_ctl"))) ?? null;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A cluster of our own in a temporary folder, on loopback, never as root. Answers its address and how to end it. */
async function startPostgres(bin) {
  const owned = spawnSync("id", ["-u", "postgres"]).status === 0;
  if (isRoot && !owned) return { why: "PostgreSQL refuses to run as root, and there is no account `postgres`" };
  const as = (program, given) =>
    isRoot
      ? spawnSync("runuser", ["-u", "postgres", "--", join(bin, program), ...given], { encoding: "utf8", cwd: "/" })
      : spawnSync(join(bin, program), given, { encoding: "utf8" });
  const home = isRoot
    ? spawnSync("runuser", ["-u", "postgres", "--", "mktemp", "-d"], { encoding: "utf8", cwd: "/" }).stdout.trim()
    : mkdtempSync(join(tmpdir(), "plenary-postgres-"));
  const data = join(home, "data");
  const made = as("initdb", ["-D", data, "-A", "trust", "--locale=C", "-E", "UTF8", "-U", "postgres"]);
  if (made.status !== 0) return { why: `initdb failed: ${made.stderr}` };
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${home} -c max_connections=300 -c fsync=off`;
  const started = as("pg_ctl", ["-D", data, "-l", join(home, "log"), "-o", options, "-w", "start"]);
  if (started.status !== 0) return { why: `PostgreSQL did not start: ${started.stdout} ${started.stderr}` };
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop() {
      as("pg_ctl", ["-D", data, "-m", "immediate", "stop"]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function postgresSuites() {
  const bin = findPostgres();
  const cluster = bin ? await startPostgres(bin) : { why: "its programs are not on this machine" };
  if (!cluster.url) {
    say(`SKIPPED: the suites on PostgreSQL, because ${cluster.why}.`);
    return;
  }
  try {
    await suites("The database and command suites again, on PostgreSQL", ["server", "pages"], {
      PLENARY_TEST_POSTGRES: cluster.url,
    });
  } finally {
    cluster.stop();
  }
}

const started = Date.now();
try {
  say("Types and lint");
  await Promise.all([
    check("types", process.execPath, ["node_modules/typescript/bin/tsc", "--noEmit"]),
    check("format and lint", process.execPath, [
      "node_modules/@biomejs/biome/bin/biome",
      "ci",
      "--error-on-warnings",
      "--colors=off",
      "--max-diagnostics=30",
      ".",
    ]),
  ]);
  const chromium = findChromium();
  await suites("Rules, shapes, editor and the house, on SQLite", ["unit", "server", "pages"]);
  if (chromium) await suites("Real browsers", ["browser"], { CHROMIUM_PATH: chromium });
  else {
    say("FAILED: there is no Chromium and it could not be installed; set CHROMIUM_PATH.");
    total.failed += 1;
  }
  await postgresSuites();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const seconds = Math.round((Date.now() - started) / 1000);
process.stdout.write(`\nAll of it took ${Math.floor(seconds / 60)} min ${seconds % 60} s.\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
