import type { z } from "zod";
import type { Journal, JournalRow } from "./journal-row";

/** Values by key, kept in memory and noted in the journal with each change. */
export interface Table<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
  values(): Iterable<T>;
  entries(): Iterable<[string, T]>;
  readonly size: number;
  rows(): Iterable<JournalRow>;
}

/** @param stored what the journal held for this table; parsed here, since the file may be of an older version. */
export function createTable<T>(
  name: string,
  schema: z.ZodType<T>,
  stored: ReadonlyMap<string, unknown> | undefined,
  journal: Journal,
): Table<T> {
  const map = new Map<string, T>();
  for (const [key, value] of stored ?? []) map.set(key, schema.parse(value));
  return {
    get: (key) => map.get(key),
    set(key, value) {
      map.set(key, value);
      journal.put([name, key, value]);
    },
    delete(key) {
      if (map.delete(key)) journal.put([name, key, null]);
    },
    values: () => map.values(),
    entries: () => map.entries(),
    get size() {
      return map.size;
    },
    *rows() {
      for (const [key, value] of map) yield [name, key, value];
    },
  };
}
