/** What is due when; ties are broken by key, so that the order of events does not depend on insertion. */
export interface DueEntry {
  readonly atMs: number;
  readonly key: string;
}

export interface DueHeap {
  push(entry: DueEntry): void;
  /** Removes and returns the earliest entry that is due at `nowMs`, or null. */
  popDue(nowMs: number): DueEntry | null;
  clear(): void;
}

/** A binary heap: one look at the top answers "is anything due", however many submissions wait. */
export function createDueHeap(): DueHeap {
  const entries: DueEntry[] = [];
  const before = (a: DueEntry, b: DueEntry) => a.atMs < b.atMs || (a.atMs === b.atMs && a.key < b.key);

  const rise = (start: number) => {
    let at = start;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!swapIfBefore(at, above)) return;
      at = above;
    }
  };
  const sink = () => {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      const leftEntry = entries[left];
      if (leftEntry === undefined) return;
      const rightEntry = entries[right];
      const least = rightEntry !== undefined && before(rightEntry, leftEntry) ? right : left;
      if (!swapIfBefore(least, at)) return;
      at = least;
    }
  };
  const swapIfBefore = (lower: number, upper: number) => {
    const a = entries[lower];
    const b = entries[upper];
    if (a === undefined || b === undefined || !before(a, b)) return false;
    entries[lower] = b;
    entries[upper] = a;
    return true;
  };

  return {
    push(entry) {
      entries.push(entry);
      rise(entries.length - 1);
    },
    popDue(nowMs) {
      const top = entries[0];
      if (top === undefined || top.atMs > nowMs) return null;
      const last = entries.pop();
      if (last !== undefined && entries.length > 0) {
        entries[0] = last;
        sink();
      }
      return top;
    },
    clear() {
      entries.length = 0;
    },
  };
}
