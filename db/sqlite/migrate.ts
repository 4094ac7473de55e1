import { createHash } from "node:crypto";
import { MIGRATIONS } from "../migrations/embedded";
import type { Client } from "./connection";

export type Migration = { readonly id: string; readonly sql: string };

/** The database and the program do not belong together; the message says how. Nothing was changed. */
export class MigrationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MigrationError";
  }
}

const JOURNAL =
  "CREATE TABLE IF NOT EXISTS schema_migrations (id TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at_ms INTEGER NOT NULL) STRICT";

/**
 * Brings the schema up to date: each migration whole or not at all, in the order of the list, recorded with the
 * checksum of its text. Refuses a database that knows a migration we do not (a newer program wrote it), or one
 * whose migrations were changed after they had been applied.
 */
export function migrate(client: Client, migrations: readonly Migration[] = MIGRATIONS): void {
  client.exec(JOURNAL);
  const applied = appliedChecksums(client);
  const known = new Set(migrations.map((migration) => migration.id));
  for (const id of applied.keys()) {
    if (!known.has(id))
      throw new MigrationError(`the database was written by a newer version: migration ${id}`);
  }
  for (const migration of migrations) {
    const checksum = checksumOf(migration);
    const before = applied.get(migration.id);
    if (before !== undefined && before !== checksum) {
      throw new MigrationError(`migration ${migration.id} was changed after it had been applied`);
    }
    if (before === undefined) apply(client, migration, checksum);
  }
}

/** Whether every migration of the list is applied as it stands there. */
export function migrationsCurrent(client: Client, migrations: readonly Migration[] = MIGRATIONS): boolean {
  const applied = appliedChecksums(client);
  return (
    applied.size === migrations.length &&
    migrations.every((migration) => applied.get(migration.id) === checksumOf(migration))
  );
}

function apply(client: Client, migration: Migration, checksum: string): void {
  const record = client.prepare(
    "INSERT INTO schema_migrations (id, checksum, applied_at_ms) VALUES (?, ?, unixepoch() * 1000)",
  );
  client
    .transaction(() => {
      client.exec(migration.sql);
      record.run(migration.id, checksum);
    })
    .immediate();
}

function appliedChecksums(client: Client): Map<string, string> {
  const rows = client
    .prepare<[], { id: string; checksum: string }>("SELECT id, checksum FROM schema_migrations")
    .all();
  return new Map(rows.map((row) => [row.id, row.checksum]));
}

function checksumOf(migration: Migration): string {
  return createHash("sha256").update(migration.sql, "utf8").digest("hex");
}
