import Database from "better-sqlite3";

/** Another process writes to this database. Starting a second one would break the promise of one writer. */
export class DatabaseInUseError extends Error {
  constructor(path: string) {
    super(`another process is using the database ${path}; stop it first`);
    this.name = "DatabaseInUseError";
  }
}

/** How long a start waits for a predecessor that is just shutting down. */
const WAIT_MS = 1000;

/**
 * Takes the database for this process alone, until `release`. The lock is the operating system's, held on a file
 * beside the database: it goes with the process, however that ends, so nothing stale is ever left behind.
 */
export function lockDatabase(path: string): { release(): void } {
  const client = new Database(`${path}.lock`, { timeout: WAIT_MS });
  try {
    client.pragma("journal_mode = MEMORY");
    client.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    client.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      throw new DatabaseInUseError(path);
    }
    throw error;
  }
  return { release: () => client.close() };
}
