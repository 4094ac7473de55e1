import { beforeEach, describe, expect, it } from "vitest";
import { BadCursorError } from "#db/ports/list-store";
import type { Store } from "#db/store";
import type { AuditSearchInput } from "#shared/contract/staff-insights";
import { deskOf } from "#test/support/desk";
import { HOLDER, MINUTE_MS, NOW_MS } from "#test/support/order-fixtures";
import { createTestStore } from "#test/support/test-store";

let store: Store;
beforeEach(async () => {
  store = await createTestStore();
  const desk = deskOf(store);
  await desk.submit("A-1", NOW_MS);
  await desk.submit("A-2", NOW_MS + MINUTE_MS);
  await desk.must("A-1", { type: "claim" }, HOLDER, NOW_MS + 2 * MINUTE_MS);
  // Written later about an earlier time: the list goes by time.
  const reveal = { actor: "lead-a", action: "reveal", orderNo: "A-1", data: { purpose: "call back" } };
  await store.recordAudit({ ...reveal, atMs: NOW_MS + 1 });
});

async function seqs(input: AuditSearchInput): Promise<number[]> {
  return (await store.auditSearch(input)).rows.map((row) => row.seq);
}

describe("the audit list", () => {
  it("shows the newest first", async () => {
    expect(await seqs({})).toEqual([5, 4, 3, 6, 2, 1]);
  });

  it.each<[string, AuditSearchInput, number[]]>([
    ["actor", { actor: "lead-a" }, [6]],
    ["action", { action: "submit" }, [4, 2]],
    ["order", { orderNo: "A-1" }, [5, 6, 2, 1]],
    ["time, the end not included", { fromMs: NOW_MS + 1, toMs: NOW_MS + 2 * MINUTE_MS }, [4, 3, 6]],
    ["everything at once", { actor: HOLDER.username, action: "claim", orderNo: "A-1", fromMs: NOW_MS }, [5]],
    ["nothing that happened", { actor: "nobody" }, []],
  ])("filters by %s", async (_, input, expected) => {
    expect(await seqs(input)).toEqual(expected);
  });

  it("pages without gaps or doubles", async () => {
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      if (seen.length > 100) throw new Error("the pages never end");
      const page: Awaited<ReturnType<Store["auditSearch"]>> = await store.auditSearch({ limit: 2, cursor });
      seen.push(...page.rows.map((row) => row.seq));
      cursor = page.nextCursor;
      await store.recordAudit({
        atMs: NOW_MS + 3 * MINUTE_MS,
        actor: "x",
        action: "y",
        orderNo: null,
        data: {},
      });
    } while (cursor !== null);
    expect(seen).toEqual([5, 4, 3, 6, 2, 1]);
  });

  it("refuses a cursor of another list", async () => {
    const { nextCursor } = await store.queue({ view: "ALL", limit: 1 }, "me", NOW_MS);
    expect(nextCursor).not.toBeNull();
    await expect(store.auditSearch({ cursor: nextCursor })).rejects.toBeInstanceOf(BadCursorError);
  });

  it("tells the life of one order from its beginning, with the transition of each event", async () => {
    const history = await store.history("A-1");
    expect(history.map(({ action, data }) => [action, data.transition ?? null])).toEqual([
      ["create", "T01"],
      ["submit", "T04"],
      ["claim", "T07"],
      ["reveal", null],
    ]);
    expect(history.at(-1)?.data).toEqual({ purpose: "call back" });
  });
});
