/**
 * Makes the checkout ready to run: installs from the lock file when it, Node or the platform changed, and builds the pages
 * when their sources changed. Runs before `npm start` and `npm test`, also without `node_modules`, so it uses Node's own
 * modules only. `--build` builds, `--install` only installs; without a word it does both.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installMark = join(root, "node_modules", ".plenary-installed");
const buildMark = join(root, "build", ".plenary-built");

/** What the build is made of. */
const sources = [
  "app",
  "protocol",
  "domain",
  "public",
  "server/load-context.ts",
  "vite.config.ts",
  "remix.config.js",
  "package-lock.json",
];
const compressed = [".js", ".css", ".svg", ".json", ".txt"];

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/** A hash, not file times: a fresh checkout of the same sources needs no new build. */
function hashOf(paths, ...words) {
  const hash = createHash("sha256");
  for (const word of words) hash.update(word);
  for (const file of paths.flatMap((path) => filesIn(join(root, path))))
    hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}

function stands(mark, hash) {
  return existsSync(mark) && readFileSync(mark, "utf8") === hash;
}

/** The program says itself what is wrong; this only ends with its code. */
function run(command, given, environment = {}) {
  const env = { ...process.env, ...environment };
  try {
    execFileSync(command, given, { cwd: root, stdio: "inherit", shell: process.platform === "win32", env });
  } catch (fault) {
    process.exit(fault.status || 1);
  }
}

function install() {
  const hash = hashOf(["package-lock.json"], process.versions.modules, process.platform, process.arch);
  if (stands(installMark, hash)) return;
  process.stdout.write("Installing from the lock file.\n");
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"]);
  writeFileSync(installMark, hash);
}

/** The server answers with these where a browser takes them; nothing is compressed while it runs. */
function compress(folder) {
  for (const file of filesIn(folder)) {
    if (!compressed.includes(extname(file))) continue;
    const bytes = readFileSync(file);
    if (bytes.length < 1024) continue;
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
  }
}

function build() {
  const hash = hashOf(sources);
  if (stands(buildMark, hash)) return;
  process.stdout.write("Building the pages.\n");
  const builder = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  // Whoever asks, a test too: what is built here is what people get, and the form for developers is twice as large.
  run(process.execPath, [builder, "vite:build", "--logLevel", "warn"], { NODE_ENV: "production" });
  compress(join(root, "build", "client"));
  mkdirSync(dirname(buildMark), { recursive: true });
  writeFileSync(buildMark, hash);
}

const word = process.argv[2];
if (word !== "--build") install();
if (word !== "--install") build();
