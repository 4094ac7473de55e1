import type { Client } from "./connection";

/** How often pages of the write-ahead log go back into the database, away from any request. */
const EVERY_MS = 5000;

/**
 * Checkpoints on a timer, so that no request pays for one; never keeps the process alive. `finish` empties the log,
 * which leaves a single file behind.
 */
export function checkpointer(writer: Client): { finish(): void } {
  const timer = setInterval(() => {
    if (writer.open) writer.pragma("wal_checkpoint(PASSIVE)");
  }, EVERY_MS);
  timer.unref();
  return {
    finish() {
      clearInterval(timer);
      writer.pragma("wal_checkpoint(TRUNCATE)");
    },
  };
}
