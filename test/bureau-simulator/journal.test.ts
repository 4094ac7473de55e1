import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDueHeap } from "#server/bureau-simulator/due-heap";
import { openJournal } from "#server/bureau-simulator/journal";
import type { JournalRow } from "#server/bureau-simulator/journal-row";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "journal-"));
  file = path.join(folder, "a.journal");
});
afterEach(() => rm(folder, { recursive: true }));

const reopen = async () => {
  const { journal, rows } = await openJournal(file, "secret", () => []);
  await journal.close();
  return rows;
};

describe("journal", () => {
  it("gives back its rows in the order they were put, however many flushes wait at once", async () => {
    const { journal } = await openJournal(file, "secret", () => []);
    const put: JournalRow[] = Array.from({ length: 50 }, (_, n) => [
      "t",
      `k${n % 7}`,
      n % 5 === 0 ? null : { n },
    ]);
    await Promise.all(
      put.map((row) => {
        journal.put(row);
        return journal.flush();
      }),
    );
    await journal.close();
    expect(await reopen()).toEqual(put);
  });

  it("is rewritten with the live values when it has outgrown them, and goes on after that", async () => {
    const live = new Map<string, unknown>();
    const rows = function* (): Iterable<JournalRow> {
      for (const [key, value] of live) yield ["t", key, value];
    };
    const { journal } = await openJournal(file, "secret", rows, 20_000);
    for (let n = 0; n < 1000; n += 1) {
      live.set(`k${n % 3}`, n);
      journal.put(["t", `k${n % 3}`, n]);
      await journal.flush();
    }
    await journal.close();
    expect((await stat(file)).size).toBeLessThan(25_000);
    expect(await readdir(folder)).toEqual(["a.journal"]);
    const last = new Map((await reopen()).map(([, key, value]) => [key, value]));
    expect(Object.fromEntries(last)).toEqual({ k0: 999, k1: 997, k2: 998 });
  });
});

describe("due heap", () => {
  it("gives what is due in order of time and key, and nothing else", () => {
    const heap = createDueHeap();
    const entries = Array.from({ length: 500 }, (_, n) => ({
      atMs: (n * 7919) % 101,
      key: `k${(n * 31) % 500}`,
    }));
    for (const entry of entries) heap.push(entry);
    const popped = [];
    for (let next = heap.popDue(60); next !== null; next = heap.popDue(60)) popped.push(next);
    const expected = entries
      .filter((entry) => entry.atMs <= 60)
      .toSorted((a, b) => a.atMs - b.atMs || (a.key < b.key ? -1 : 1));
    expect(popped).toEqual(expected);
    expect(heap.popDue(Number.POSITIVE_INFINITY)?.atMs).toBe(61);
  });
});
