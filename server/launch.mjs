// Starts a program of the house with plain Node: `node server/launch.mjs [main|bureau|demo|bench|corpus|build] [options]`.
// Node 20 runs no TypeScript, so the sources are bundled first, and again only after one of them changed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.dirname(import.meta.dirname);
const dist = path.join(root, "dist");
const stampFile = path.join(dist, "sources.sha256");
const lockFile = path.join(dist, "build.lock");
const SOURCES = [
  "client",
  "server",
  "shared",
  "db",
  "test/bench",
  "test/corpus",
  "vite.config.ts",
  "package-lock.json",
];
const LOCK_WAIT_MS = 300;

/** What each program's bundle exports to be run; the others run by being imported. */
const RUNNERS = { bureau: "runBureauSimulator" };

function sourceFiles(entry) {
  const full = path.join(root, entry);
  if (!existsSync(full)) return [];
  if (path.extname(entry) !== "") return [entry];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !file.name.endsWith(".md"))
    .map((file) => path.relative(root, path.join(file.parentPath, file.name)));
}

/** One hash over names and contents: unlike file times it survives a clone, a copy and a branch switch. */
function sourcesHash() {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(sourceFiles).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function builtHash() {
  return existsSync(stampFile) ? readFileSync(stampFile, "utf8") : null;
}

/** Only one process builds; a lock whose owner died is taken over. */
async function underLock(work) {
  mkdirSync(dist, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (!ownerLives()) rmSync(lockFile, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, LOCK_WAIT_MS));
    }
  }
  try {
    await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function ownerLives() {
  try {
    process.kill(Number(readFileSync(lockFile, "utf8")), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function runVite() {
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  const args = [vite, "build", "--app", "--logLevel", "warn"];
  return new Promise((resolve, reject) => {
    // The development build of React is not what people should be served; and a build started by a test is none.
    const { VITEST: _test, ...env } = { ...process.env, NODE_ENV: "production" };
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`the build failed (exit ${code})`)),
    );
  });
}

async function ensureBuilt() {
  // A machine without the build tools runs what was built for it.
  if (!existsSync(path.join(root, "node_modules/vite"))) return;
  if (builtHash() === sourcesHash()) return;
  await underLock(async () => {
    const hash = sourcesHash();
    if (builtHash() === hash) return;
    const startedAtMs = Date.now();
    process.stderr.write("building …\n");
    rmSync(stampFile, { force: true });
    await runVite();
    writeFileSync(stampFile, hash);
    process.stderr.write(`built in ${((Date.now() - startedAtMs) / 1000).toFixed(1)} s\n`);
  });
}

async function run() {
  const [program = "main", ...options] = process.argv.slice(2);
  await ensureBuilt();
  if (program === "build") return;
  const bundle = path.join(dist, "server", `${program}.js`);
  if (!existsSync(bundle)) throw new Error(`there is no program "${program}"`);
  process.argv = [process.argv[0], bundle, ...options];
  process.setSourceMapsEnabled(true);
  const loaded = await import(pathToFileURL(bundle).href);
  const runner = RUNNERS[program];
  if (runner === undefined) return;
  const running = await loaded[runner](process.env);
  process.stdout.write(`${program} listens at ${running.url}\n`);
}

run().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
