/** One stored value: its table, its key, and the value or null for "deleted". */
export type JournalRow = readonly [table: string, key: string, value: unknown];

export interface Journal {
  /** Notes a change; it is on disk when the next `flush` has resolved. */
  put(row: JournalRow): void;
  /** Resolves when every change noted so far is on disk; rejects, and keeps them for the next call, when not. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
