import { createDueHeap } from "./due-heap";
import { isLive, type SubmissionRow } from "./rows";
import type { Table } from "./table";

/** Every submission ever accepted, with the ways to find those that matter at the moment. */
export interface Submissions {
  get(key: string): SubmissionRow | undefined;
  set(row: SubmissionRow): void;
  /** The one submission of this order that has not ended, or null. */
  liveOf(orderNo: string): SubmissionRow | null;
  /** Submissions of which this phone still has to answer a code that was sent, oldest first. */
  waitingFor(phone: string): SubmissionRow[];
  /** Submissions in SMS_PENDING whose codes are out. */
  withCodes(): SubmissionRow[];
  /** Takes the submission whose next step comes first, if that step is due. */
  popDue(nowMs: number): SubmissionRow | null;
  /** To be called when settings change: every next step may have moved. */
  reschedule(): void;
  /** How many there are in each state. */
  counts(): Partial<Record<SubmissionRow["state"], number>>;
}

/** @param dueAtMs when the next step of a submission comes by itself, or null when it has ended */
export function createSubmissions(
  table: Table<SubmissionRow>,
  dueAtMs: (row: SubmissionRow) => number | null,
): Submissions {
  const heap = createDueHeap();
  const liveByOrder = new Map<string, string>();
  const withCodes = new Set<string>();
  const byPhone = new Map<string, Set<string>>();

  const schedule = (row: SubmissionRow) => {
    const atMs = dueAtMs(row);
    if (atMs !== null) heap.push({ atMs, key: row.key });
  };
  const forget = (row: SubmissionRow) => {
    if (liveByOrder.get(row.orderNo) === row.key) liveByOrder.delete(row.orderNo);
    withCodes.delete(row.key);
    for (const { phone } of row.recipients) {
      const keys = byPhone.get(phone);
      keys?.delete(row.key);
      if (keys?.size === 0) byPhone.delete(phone);
    }
  };
  const remember = (row: SubmissionRow) => {
    if (isLive(row)) liveByOrder.set(row.orderNo, row.key);
    if (!hasCodes(row)) return;
    withCodes.add(row.key);
    for (const { phone, verified } of row.recipients) {
      if (!verified) byPhone.set(phone, (byPhone.get(phone) ?? new Set()).add(row.key));
    }
  };
  const rowsOf = (keys: Iterable<string>) => [...keys].flatMap((key) => table.get(key) ?? []);

  const all = () => table.values();
  for (const row of all()) {
    remember(row);
    schedule(row);
  }

  return {
    get: (key) => table.get(key),
    set(row) {
      const before = table.get(row.key);
      if (before) forget(before);
      table.set(row.key, row);
      remember(row);
      schedule(row);
    },
    liveOf(orderNo) {
      const key = liveByOrder.get(orderNo);
      return (key === undefined ? undefined : table.get(key)) ?? null;
    },
    waitingFor: (phone) => rowsOf(byPhone.get(phone) ?? []).sort(bySentTime),
    withCodes: () => rowsOf(withCodes),
    popDue(nowMs) {
      for (;;) {
        const entry = heap.popDue(nowMs);
        if (entry === null) return null;
        const row = table.get(entry.key);
        if (row && dueAtMs(row) === entry.atMs) return row;
      }
    },
    reschedule() {
      heap.clear();
      for (const row of all()) schedule(row);
    },
    counts() {
      const counts: Partial<Record<SubmissionRow["state"], number>> = {};
      for (const row of all()) counts[row.state] = (counts[row.state] ?? 0) + 1;
      return counts;
    },
  };
}

function hasCodes(row: SubmissionRow): boolean {
  return row.state === "SMS_PENDING" && row.sentAtMs !== null;
}

function bySentTime(a: SubmissionRow, b: SubmissionRow): number {
  return (a.sentAtMs ?? 0) - (b.sentAtMs ?? 0) || (a.key < b.key ? -1 : 1);
}
