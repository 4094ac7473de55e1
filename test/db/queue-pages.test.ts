import { beforeEach, describe, expect, it } from "vitest";
import { BadCursorError } from "#db/ports/list-store";
import type { Store } from "#db/store";
import type { QueueListInput } from "#shared/contract/staff-queue";
import { deskOf } from "#test/support/desk";
import { HOLDER, HOUR_MS, NOW_MS } from "#test/support/order-fixtures";
import { createTestStore } from "#test/support/test-store";

const ME = HOLDER.username;
let store: Store;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  store = await createTestStore();
  desk = deskOf(store);
});

async function allPages(
  input: QueueListInput,
  onPage: () => Promise<void> = async () => {},
): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    if (seen.length > 500) throw new Error("the pages never end");
    const page = await store.queue({ ...input, cursor }, ME, NOW_MS);
    seen.push(...page.rows.map((row) => row.orderNo));
    cursor = page.nextCursor;
    await onPage();
  } while (cursor !== null);
  return seen;
}

describe("pages of the queue", () => {
  const SORTS = (["dueAtMs", "submittedAtMs"] as const).flatMap((by) =>
    (["asc", "desc"] as const).map((dir) => ({ by, dir })),
  );

  it.each(SORTS)(
    "sorted by $by $dir are complete, in order and without doubles while orders come and go",
    async (sort) => {
      // Many orders of the same instant: only the order number tells their places apart.
      for (let index = 0; index < 40; index++)
        await desk.submit(`P-${String(index).padStart(2, "0")}`, NOW_MS - (index % 3) * HOUR_MS);
      const expected = (await store.queue({ view: "ALL", sort, limit: 200 }, ME, NOW_MS)).rows.map(
        (row) => row.orderNo,
      );
      for (const view of ["ALL", "TAKE"] as const) {
        let added = 0;
        const seen = await allPages({ view, sort, limit: 7 }, async () => {
          await desk.submit(`N-${view}-${added}`, NOW_MS - (added++ % 4) * HOUR_MS);
        });
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter((orderNo) => orderNo.startsWith("P-"))).toEqual(
          expected.filter((no) => no.startsWith("P-")),
        );
      }
    },
  );

  it("end with the last row, also when it fills the page exactly", async () => {
    for (let index = 0; index < 6; index++) await desk.submit(`P-${index}`);
    const page = await store.queue({ view: "TAKE", limit: 6 }, ME, NOW_MS);
    expect(page.rows).toHaveLength(6);
    expect(page.nextCursor).toBeNull();
    expect(await allPages({ view: "TAKE", limit: 3 })).toHaveLength(6);
  });

  it.each([
    ["noise", "%%%"],
    ["an empty text", ""],
    ["another list's", Buffer.from(JSON.stringify(["audit", 1, 2])).toString("base64url")],
    [
      "another sort's",
      Buffer.from(JSON.stringify(["queue/submittedAtMs/asc", 1, "x"])).toString("base64url"),
    ],
    ["a wrong shape", Buffer.from(JSON.stringify(["queue/dueAtMs/asc", "x", 1])).toString("base64url")],
    ["a fraction", Buffer.from(JSON.stringify(["queue/dueAtMs/asc", 1.5, "x"])).toString("base64url")],
  ])("refuse a cursor that is %s", async (_, cursor) => {
    await expect(store.queue({ view: "ALL", cursor }, ME, NOW_MS)).rejects.toBeInstanceOf(BadCursorError);
  });
});
