import type { RunResult, Statement } from "better-sqlite3";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Client } from "./connection";

type Bound = string | number | bigint | Buffer | null;

/** The value made at the first call, and again at each further one: a statement is compiled when it is needed. */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * Prepared INSERT of whole rows, typed by the Drizzle table. `conflict` is appended as it stands, for example
 * `ON CONFLICT DO NOTHING`. Faster than building the statement anew: it runs several times in every change.
 */
export function insertInto<T extends SQLiteTable>(
  client: Client,
  table: T,
  conflict = "",
): (row: T["$inferSelect"]) => RunResult {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => column.name).join(", ");
  const places = columns.map(() => "?").join(", ");
  const statement = lazy(() =>
    client.prepare<Bound[]>(`INSERT INTO ${getTableName(table)} (${names}) VALUES (${places}) ${conflict}`),
  );
  return (row) => {
    const values = new Map(Object.entries(row));
    return statement().run(...columns.map(([key, column]) => bind(column.mapToDriverValue(values.get(key)))));
  };
}

/** Prepared UPDATE of the given columns, typed by the Drizzle table; `where` names its parameters as `@name`. */
export function updateOf<T extends SQLiteTable, K extends keyof T["$inferSelect"] & string>(
  client: Client,
  table: T,
  keys: readonly K[],
  where: string,
): (values: Pick<T["$inferSelect"], K>, parameters: Record<string, string | number>) => RunResult {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) =>
    keys.some((wanted) => wanted === key),
  );
  const assignments = columns.map(([key, column]) => `${column.name} = @${key}`).join(", ");
  const statement = lazy(() =>
    client.prepare<Record<string, Bound>>(`UPDATE ${getTableName(table)} SET ${assignments} WHERE ${where}`),
  );
  return (values, parameters) => {
    const given = new Map(Object.entries(values));
    const bound: Record<string, Bound> = { ...parameters };
    for (const [key, column] of columns) bound[key] = bind(column.mapToDriverValue(given.get(key)));
    return statement().run(bound);
  };
}

/**
 * Writes the columns whose value differs from `before`, one compiled statement per set of columns. A column named in
 * SET has its indexes rewritten even where the value stays the same, and every page of them goes to the disk.
 */
export function updateOfChanged<T extends SQLiteTable>(
  client: Client,
  table: T,
  where: string,
): (
  before: Partial<T["$inferSelect"]>,
  after: Partial<T["$inferSelect"]>,
  parameters: Record<string, string | number>,
) => RunResult {
  const statements = statementCache<Record<string, Bound>, never>(client);
  const columns = new Map(Object.entries(getTableColumns(table)));
  return (before, after, parameters) => {
    const known = new Map(Object.entries(before));
    const bound: Record<string, Bound> = { ...parameters };
    const assignments: string[] = [];
    for (const [key, value] of Object.entries(after)) {
      const column = columns.get(key);
      if (column === undefined || (known.has(key) && known.get(key) === value)) continue;
      assignments.push(`${column.name} = @new_${key}`);
      bound[`new_${key}`] = bind(column.mapToDriverValue(value));
    }
    return statements(`UPDATE ${getTableName(table)} SET ${assignments.join(", ")} WHERE ${where}`).run(
      bound,
    );
  };
}

/** A statement compiled at its first use; `Row` is what the SELECT list spells out. */
export function query<Parameters extends unknown[] | object, Row>(
  client: Client,
  text: string,
): () => Statement<Parameters, Row> {
  return lazy(() => client.prepare<Parameters, Row>(text));
}

function bind(value: unknown): Bound {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint") return value;
  if (Buffer.isBuffer(value)) return value;
  throw new TypeError(`a ${typeof value} cannot be stored`);
}

/** Compiled statements of lists whose text depends on what is filtered, kept up to this number. */
const CACHED_STATEMENTS = 200;

/** Compiles each text once. When too many have gathered, all are forgotten and compiled anew as they come. */
export function statementCache<Parameters extends object, Row>(
  client: Client,
): (text: string) => Statement<Parameters, Row> {
  const cache = new Map<string, Statement<Parameters, Row>>();
  return (text) => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    if (cache.size >= CACHED_STATEMENTS) cache.clear();
    const statement = client.prepare<Parameters, Row>(text);
    cache.set(text, statement);
    return statement;
  };
}
