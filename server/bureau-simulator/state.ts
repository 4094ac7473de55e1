import { createMemoryJournal, openJournal } from "./journal";
import type { Journal, JournalRow } from "./journal-row";
import {
  clockRowSchema,
  controlRowSchema,
  entityRowSchema,
  fileRowSchema,
  pendingRowSchema,
  provinceRowSchema,
  submissionRowSchema,
} from "./rows";
import { createTable } from "./table";

/** Everything the simulated bureau remembers, table by table. */
export interface State extends Tables {
  flush(): Promise<void>;
  close(): Promise<void>;
}

type Tables = ReturnType<typeof createTables>;

/** Loads the state from its journal, or begins an empty one; without a path nothing outlives the process. */
export async function openState(journalPath: string | undefined, secret: string): Promise<State> {
  let tables: Tables | null = null;
  const liveRows = function* (): Iterable<JournalRow> {
    for (const table of Object.values(tables ?? {})) yield* table.rows();
  };
  const opened =
    journalPath === undefined
      ? { journal: createMemoryJournal(), rows: [] }
      : await openJournal(journalPath, secret, liveRows);
  tables = createTables(lastValues(opened.rows), opened.journal);
  return { ...tables, flush: opened.journal.flush, close: opened.journal.close };
}

function createTables(stored: ReadonlyMap<string, ReadonlyMap<string, unknown>>, journal: Journal) {
  return {
    submissions: createTable("submissions", submissionRowSchema, stored.get("submissions"), journal),
    provinces: createTable("provinces", provinceRowSchema, stored.get("provinces"), journal),
    pending: createTable("pending", pendingRowSchema, stored.get("pending"), journal),
    files: createTable("files", fileRowSchema, stored.get("files"), journal),
    entities: createTable("entities", entityRowSchema, stored.get("entities"), journal),
    controls: createTable("controls", controlRowSchema, stored.get("controls"), journal),
    clocks: createTable("clocks", clockRowSchema, stored.get("clocks"), journal),
  };
}

function lastValues(rows: readonly JournalRow[]): Map<string, Map<string, unknown>> {
  const tables = new Map<string, Map<string, unknown>>();
  for (const [name, key, value] of rows) {
    const table = tables.get(name) ?? new Map<string, unknown>();
    tables.set(name, table);
    if (value === null) table.delete(key);
    else table.set(key, value);
  }
  return tables;
}
