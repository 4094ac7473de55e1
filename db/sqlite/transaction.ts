import type { Client } from "./connection";

/**
 * Runs `work` in one `BEGIN IMMEDIATE` transaction: the write lock is taken before the first read, so nothing read
 * can be stale at the write. Whatever is thrown rolls everything back and is thrown on.
 */
export function inTransaction<T>(client: Client, work: () => T): T {
  return client.transaction(work).immediate();
}
