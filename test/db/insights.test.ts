import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import { firstReviewDue } from "#shared/domain/time/sla";
import { changed, deskOf } from "#test/support/desk";
import { DAY_MS, HOLDER, MINUTE_MS, NOW_MS, verdictOf } from "#test/support/order-fixtures";
import { createTestStore } from "#test/support/test-store";

let store: Store;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  store = await createTestStore();
  desk = deskOf(store);
});

describe("insights", () => {
  it("age the backlog by the share of working time used", async () => {
    await desk.submit("A-1", NOW_MS);
    const ages = async (nowMs: number) =>
      (await store.insights({ fromMs: 0, toMs: NOW_MS }, nowMs)).backlogByAge;
    const due = firstReviewDue(NOW_MS).dueAtMs;
    const half = NOW_MS + DAY_MS;
    expect(await ages(half - 1)).toEqual({ fresh: 1, aging: 0, late: 0 });
    expect(await ages(half)).toEqual({ fresh: 0, aging: 1, late: 0 });
    expect(await ages(due)).toEqual({ fresh: 0, aging: 1, late: 0 });
    expect(await ages(due + 1)).toEqual({ fresh: 0, aging: 0, late: 1 });
  });

  it("have no share of nothing, and a day for every day of the range", async () => {
    const overview = await store.insights({ fromMs: NOW_MS, toMs: NOW_MS + 2 * DAY_MS }, NOW_MS);
    expect(overview).toMatchObject({ decided: 0, onTimeShare: null, firstPassShare: null });
    expect(overview.daily.map((bar) => bar.day)).toEqual(["2026-03-02", "2026-03-03", "2026-03-04"]);
    expect((await store.insights({ fromMs: NOW_MS, toMs: NOW_MS }, NOW_MS)).daily).toEqual([]);
  });

  it("filter by province and type, and give each reviewer the median of his hands-on time", async () => {
    for (const [index, minutes] of [5, 20, 11].entries()) {
      const orderNo = `A-${index}`;
      await desk.submit(orderNo);
      changed(await desk.give({ orderNo }, [{ type: "claim" }], HOLDER, NOW_MS));
      const verdict = verdictOf("APPROVE", { verdictId: `v-${index}` });
      await desk.must(orderNo, { type: "approve", verdict }, HOLDER, NOW_MS + minutes * MINUTE_MS);
    }
    const range = { fromMs: NOW_MS, toMs: NOW_MS + DAY_MS };
    expect(await store.reviewers(range)).toEqual([
      {
        reviewer: HOLDER.username,
        decided: 3,
        approved: 3,
        rejected: 0,
        revised: 0,
        onTime: 3,
        medianHandlingMs: 11 * MINUTE_MS,
      },
    ]);
    expect((await store.insights({ ...range, provinces: ["440000"] }, NOW_MS)).decided).toBe(3);
    expect((await store.insights({ ...range, provinces: ["110000"] }, NOW_MS)).decided).toBe(0);
    expect((await store.insights({ ...range, filingTypes: ["CLAIM"] }, NOW_MS)).received).toBe(0);
    expect(await store.reviewers({ ...range, filingTypes: ["CLAIM"] })).toEqual([]);
  });
});
