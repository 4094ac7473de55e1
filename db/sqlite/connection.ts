import Database from "better-sqlite3";

export type Client = Database.Database;

/** Below this version SQLite may corrupt a database when its write-ahead log is reset (fixed in 3.51.3). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** Pages of write-ahead log after which a commit checkpoints by itself; `checkpointer.ts` comes long before that. */
const AUTOCHECKPOINT_PAGES = 20_000;

const BUSY_TIMEOUT_MS = 5000;
/** Page cache of each connection, KiB. */
const CACHE_KIB = 32_000;

/** Opens the writing connection of a database file, or of `:memory:`. One per process, one process per file. */
export function openWriter(path: string | Buffer): Client {
  const client = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    refuseOldSqlite(client);
    client.pragma("journal_mode = WAL");
    client.pragma("synchronous = FULL");
    client.pragma(`wal_autocheckpoint = ${AUTOCHECKPOINT_PAGES}`);
    // Without it an INSERT OR REPLACE would delete rows past the append-only triggers.
    client.pragma("recursive_triggers = ON");
    applyCommonSettings(client);
  } catch (error) {
    client.close();
    throw error;
  }
  return client;
}

/** Opens a connection that can only read. The file exists and is migrated by now. */
export function openReader(path: string): Client {
  const client = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  applyCommonSettings(client);
  client.pragma("query_only = ON");
  return client;
}

function applyCommonSettings(client: Client): void {
  client.pragma("foreign_keys = ON");
  client.pragma("trusted_schema = OFF");
  client.pragma("mmap_size = 0");
  client.pragma(`cache_size = -${CACHE_KIB}`);
}

/**
 * Fails unless commits of this connection wait for the disk. Asked after the first write: before it the setting
 * reads FULL even where the library has chosen NORMAL for write-ahead logs.
 */
export function assertDurable(client: Client): void {
  const level = client.pragma("synchronous", { simple: true });
  if (level !== 2)
    throw new Error(`the database does not write through: synchronous is ${String(level)}, not 2`);
}

function refuseOldSqlite(client: Client): void {
  const version =
    client.prepare<[], { version: string }>("SELECT sqlite_version() AS version").get()?.version ?? "";
  if (isOlderThan(version, OLDEST_SQLITE)) {
    throw new Error(`SQLite ${version} is too old: ${OLDEST_SQLITE.join(".")} or newer is needed`);
  }
}

/** Whether a dotted version comes before the given one. */
export function isOlderThan(version: string, oldest: readonly number[]): boolean {
  const parts = version.split(".").map(Number);
  for (const [index, wanted] of oldest.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return false;
}
