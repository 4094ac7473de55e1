import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import { QUEUE_VIEWS, type QueueListInput } from "#shared/contract/staff-queue";
import { ORDER_STATUSES } from "#shared/domain/order/status";
import { changed, deskOf, documentOf } from "#test/support/desk";
import {
  CUSTOMER,
  DAY_MS,
  HOLDER,
  HOUR_MS,
  kindOf,
  LEAD,
  MINUTE_MS,
  NOW_MS,
  REVIEWER,
  verdictOf,
} from "#test/support/order-fixtures";
import { createTestStore } from "#test/support/test-store";

const ME = HOLDER.username;
let store: Store;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  store = await createTestStore();
  desk = deskOf(store);
});

async function numbers(input: QueueListInput, viewer = ME, nowMs = NOW_MS): Promise<string[]> {
  return (await store.queue(input, viewer, nowMs)).rows.map((row) => row.orderNo);
}

/** One order in each situation that a view tells apart. */
async function aDeskInUse(): Promise<void> {
  await desk.submit("WAIT-1", NOW_MS - HOUR_MS);
  await desk.submit("LATE-1", NOW_MS - 5 * DAY_MS);
  await desk.submit("MINE-1");
  await desk.must("MINE-1", { type: "claim" }, HOLDER);
  await desk.submit("THEIRS-1");
  await desk.must("THEIRS-1", { type: "claim" }, REVIEWER);
  await desk.submit("EXPIRED-1");
  await desk.must("EXPIRED-1", { type: "claim" }, REVIEWER, NOW_MS - 30 * MINUTE_MS);
  await desk.submit("HELD-1");
  await desk.must("HELD-1", { type: "claim" }, HOLDER);
  const hold = { type: "hold", reason: "INTERNAL", untilMs: NOW_MS + DAY_MS, comment: "" } as const;
  await desk.must("HELD-1", hold, HOLDER);
  await store.addStaff({
    username: "lead-a",
    displayName: "L",
    passwordHash: "x",
    roles: ["LEAD"],
    locale: "zh-CN",
    nowMs: NOW_MS,
  });
  await desk.submit("ESCALATED-1");
  await desk.must("ESCALATED-1", { type: "claim" }, REVIEWER);
  const escalate = { type: "escalate", to: "lead-a", comment: "please" } as const;
  changed(
    await desk.give({ orderNo: "ESCALATED-1" }, [escalate], REVIEWER, NOW_MS, {
      lookup: { assignee: "lead-a" },
    }),
  );
  await desk.submit("REVISED-1", NOW_MS - 2 * HOUR_MS);
  await desk.must("REVISED-1", { type: "claim" }, HOLDER, NOW_MS - 2 * HOUR_MS);
  const revise = { type: "requestRevision", verdict: verdictOf("REVISE") } as const;
  await desk.must("REVISED-1", revise, HOLDER, NOW_MS - 2 * HOUR_MS);
  const edit = { type: "edit", application: documentOf("REVISED-1") } as const;
  changed(await desk.give({ orderNo: "REVISED-1" }, [edit, { type: "submit" }], CUSTOMER, NOW_MS));
  await desk.submit("DONE-1");
  await desk.must("DONE-1", { type: "claim" }, LEAD);
  await desk.must("DONE-1", { type: "reject", verdict: verdictOf("REJECT", { verdictId: "v-2" }) }, LEAD);
}

describe("views of the queue", () => {
  it("show each order where it belongs", async () => {
    await aDeskInUse();
    const views = Object.fromEntries(
      await Promise.all(QUEUE_VIEWS.map(async (view) => [view, (await numbers({ view })).sort()] as const)),
    );
    expect(views).toEqual({
      MINE: ["HELD-1", "MINE-1"],
      TAKE: ["EXPIRED-1", "LATE-1", "REVISED-1", "WAIT-1"],
      REVISED: ["REVISED-1"],
      AT_RISK: ["LATE-1"],
      ON_HOLD: ["HELD-1"],
      ESCALATED: ["ESCALATED-1"],
      ALL: [
        "DONE-1",
        "ESCALATED-1",
        "EXPIRED-1",
        "HELD-1",
        "LATE-1",
        "MINE-1",
        "REVISED-1",
        "THEIRS-1",
        "WAIT-1",
      ],
    });
  });

  it("count what they list", async () => {
    await aDeskInUse();
    const counts = await store.queueCounts(ME, NOW_MS);
    for (const view of QUEUE_VIEWS)
      expect([view, counts[view]]).toEqual([view, (await numbers({ view })).length]);
  });

  it("show an order whose lease ran out as waiting, claimed by nobody", async () => {
    await aDeskInUse();
    expect(await store.orderRow("EXPIRED-1", NOW_MS)).toMatchObject({
      status: "PENDING_FIRST_REVIEW",
      claim: null,
    });
    expect(await store.orderRow("EXPIRED-1", NOW_MS - 1)).toMatchObject({
      status: "UNDER_FIRST_REVIEW",
      claim: { by: REVIEWER.username, untilMs: NOW_MS },
    });
    const waiting = await numbers({ view: "ALL", filter: { statuses: ["PENDING_FIRST_REVIEW"] } });
    expect(waiting.sort()).toEqual(["EXPIRED-1", "LATE-1", "WAIT-1"]);
    const inReview = await numbers({ view: "ALL", filter: { statuses: ["UNDER_FIRST_REVIEW"] } });
    expect(inReview.sort()).toEqual(["ESCALATED-1", "HELD-1", "MINE-1", "THEIRS-1"]);
  });

  it("give the row what the contract asks for, and no due time without a running clock", async () => {
    await aDeskInUse();
    expect(await store.orderRow("HELD-1", NOW_MS)).toEqual({
      orderNo: "HELD-1",
      status: "UNDER_FIRST_REVIEW",
      version: 3,
      filingType: "FIRST_FILING",
      kind: "FIRST_FILING",
      provinceCode: "440000",
      entityName: "深圳市示例科技有限公司",
      services: [{ kind: "WEBSITE", name: "示例网站", domains: ["example.com"] }],
      round: 1,
      submittedAtMs: NOW_MS,
      dueAtMs: Date.parse("2026-03-04T10:00:00+08:00"),
      dueEstimated: false,
      claim: { by: ME, untilMs: NOW_MS + DAY_MS },
      onHold: true,
      escalated: false,
      findings: { block: 0, warn: 0 },
    });
    expect(await store.orderRow("DONE-1", NOW_MS)).toMatchObject({ dueAtMs: null, claim: null });
    expect(await store.orderRow("none", NOW_MS)).toBeNull();
  });

  it("know the place of a waiting order, and none for any other", async () => {
    await aDeskInUse();
    const places = await Promise.all(
      ["LATE-1", "WAIT-1", "EXPIRED-1", "MINE-1"].map((no) => store.queuePlace(no, NOW_MS)),
    );
    expect(places).toEqual([0, 1, 2, null]);
  });
});

describe("filters of the queue", () => {
  it("narrow by status, province, type and holder, in every view alike", async () => {
    await aDeskInUse();
    const away = documentOf("AWAY-1", kindOf("CHANGE_SERVICE"));
    await desk.submit("AWAY-1", NOW_MS, {
      ...away,
      entity: { ...away.entity, region: { provinceCode: "110000" } },
    });
    expect(await numbers({ view: "ALL", filter: { provinces: ["110000"] } })).toEqual(["AWAY-1"]);
    expect(await numbers({ view: "TAKE", filter: { provinces: ["110000"] } })).toEqual(["AWAY-1"]);
    expect(await numbers({ view: "ALL", filter: { filingTypes: ["CHANGE_SERVICE", "CLAIM"] } })).toEqual([
      "AWAY-1",
    ]);
    expect(await numbers({ view: "MINE", filter: { provinces: ["110000"] } })).toEqual([]);
    expect(await numbers({ view: "TAKE", filter: { statuses: ["REVISED_PENDING_REVIEW"] } })).toEqual([
      "REVISED-1",
    ]);
    expect((await numbers({ view: "ALL", filter: { claimedBy: REVIEWER.username } })).sort()).toEqual([
      "THEIRS-1",
    ]);
    expect(await numbers({ view: "ON_HOLD", filter: { claimedBy: REVIEWER.username } })).toEqual([]);
    const statuses = ["FIRST_REVIEW_REJECTED", "REVISED_PENDING_REVIEW"] as const;
    expect(await numbers({ view: "ALL", filter: { statuses: [...statuses] } })).toEqual([
      "REVISED-1",
      "DONE-1",
    ]);
    expect(await numbers({ view: "ALL", filter: { statuses: [] } })).toEqual([]);
  });

  it("with every status set is no filter at all", async () => {
    await aDeskInUse();
    const filtered = await numbers({ view: "ALL", filter: { statuses: [...ORDER_STATUSES] } });
    expect(filtered).toEqual(await numbers({ view: "ALL" }));
  });
});
