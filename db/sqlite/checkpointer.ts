import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

/** How often pages of the write-ahead log go back into the database. */
const EVERY_MS = 1000;

/**
 * A thread of its own, so that no request waits for a checkpoint: it takes up to fifty milliseconds, and everything
 * in this process would. Plain JavaScript in a text, because it must run from the sources and from the bundle alike.
 * A failed checkpoint is tried again at the next turn; the log only grows meanwhile.
 */
const THREAD = `
const { parentPort, workerData } = require("node:worker_threads");
const Database = require(workerData.driver);
const client = new Database(workerData.path, { fileMustExist: true, timeout: 100 });
client.pragma("synchronous = FULL");
const timer = setInterval(() => {
  try {
    client.pragma("wal_checkpoint(PASSIVE)");
  } catch {}
}, workerData.everyMs);
parentPort.once("message", () => {
  clearInterval(timer);
  client.close();
  parentPort.close();
});
`;

/** Keeps the write-ahead log of a database file short until `stop`, which waits for the thread's end. */
export function startCheckpointer(path: string): { stop(): Promise<void> } {
  const driver = createRequire(import.meta.url).resolve("better-sqlite3");
  const worker = new Worker(THREAD, {
    eval: true,
    workerData: { path, driver, everyMs: EVERY_MS },
    // Loaders of the parent are not for this text.
    execArgv: [],
  });
  const ended = new Promise<void>((resolve) => {
    worker.once("exit", () => resolve());
  });
  // Without its thread the writing connection checkpoints by itself, later and in a request's time.
  worker.on("error", () => {});
  worker.unref();
  return {
    async stop() {
      // With nothing else left to do, the process would end in the middle of this wait, and of whatever follows it.
      worker.ref();
      worker.postMessage("stop");
      await ended;
    },
  };
}
