import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const START_WITHIN_MS = 60_000;

/** The environment without what the test runner put there: a started program must not take itself for a test. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|TEST$|NODE_ENV$|DEV$|PROD$)/.test(name),
  );
  return Object.fromEntries(entries);
}

/** Bundles the product if a source changed since the last time; several test files may ask at once. */
export function ensureBuilt(): Promise<void> {
  return new Promise((resolve, reject) => {
    const build = spawn(process.execPath, [path.join(root, "server/launch.mjs"), "build"], {
      cwd: root,
      env: plainEnvironment(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    build.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    build.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`the build failed:\n${said}`))));
  });
}

/** A data directory that lives as long as the test that asked for it. */
export function temporaryDataDir(): { readonly path: string; remove(): void } {
  const directory = mkdtempSync(path.join(os.tmpdir(), "icp-test-"));
  return { path: directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** Fills a data directory with generated orders, as `npm run demo` does; gives what it printed. */
export function generateDemo(
  dataDir: string,
  orders: number,
  images: "none" | "few" | "all" = "none",
): Promise<string> {
  const args = [path.join(root, "dist/server/demo.js"), "--orders", String(orders), "--images", images];
  const child = spawn(process.execPath, args, {
    env: { ...plainEnvironment(), DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.once("close", (code) =>
      code === 0 ? resolve(said) : reject(new Error(`the demo ended with ${code}:\n${said}`)),
    );
  });
}

/** The product as `npm start` runs it, in a process that a test may kill. */
export interface ProductProcess {
  readonly url: string;
  /** Everything it printed so far, both streams. */
  printed(): string;
  kill(signal: NodeJS.Signals): void;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export async function startProduct(
  dataDir: string,
  env: Record<string, string> = {},
): Promise<ProductProcess> {
  const child = spawn(process.execPath, [path.join(root, "dist/server/main.js")], {
    env: { ...plainEnvironment(), PORT: "0", LOG_LEVEL: "error", DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? signal ?? 0));
  });
  const url = await addressOf(child, () => said, ended);
  return { url, printed: () => said, kill: (signal) => child.kill(signal), ended };
}

async function addressOf(
  child: ChildProcess,
  printed: () => string,
  ended: Promise<number | NodeJS.Signals>,
): Promise<string> {
  const listening = new Promise<string>((resolve) => {
    child.stdout?.on("data", () => {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed())?.[0];
      if (url !== undefined) resolve(url);
    });
  });
  const failed = ended.then((code) => {
    throw new Error(`the product ended with ${code}: ${printed()}`);
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no address after a minute: ${printed()}`)), START_WITHIN_MS);
  });
  try {
    return await Promise.race([listening, failed, late]);
  } finally {
    clearTimeout(timer);
    failed.catch(() => {
      // Once it listens, how it ends is the test's business.
    });
  }
}
