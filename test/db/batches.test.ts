import { beforeEach, describe, expect, it } from "vitest";
import type { Client } from "#db/sqlite/connection";
import type { Store } from "#db/store";
import type { Order } from "#shared/domain/order/order";
import { deskOf, documentOf } from "#test/support/desk";
import {
  BUREAU,
  DAY_MS,
  HOLDER,
  HOUR_MS,
  MINUTE_MS,
  NOW_MS,
  SYSTEM,
  verdictOf,
} from "#test/support/order-fixtures";
import { createInspectedStore } from "#test/support/test-store";

let store: Store;
let client: Client;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  ({ store, client } = await createInspectedStore());
  desk = deskOf(store);
});

const GUANGDONG = "440000";

/** Approved and pushed `minutes` after `NOW_MS`. */
async function pushed(orderNo: string, minutes = 1, provinceCode = GUANGDONG): Promise<Order> {
  const document = documentOf(orderNo);
  await desk.submit(orderNo, NOW_MS, {
    ...document,
    entity: { ...document.entity, region: { provinceCode } },
  });
  await desk.must(orderNo, { type: "claim" }, HOLDER);
  const verdict = verdictOf("APPROVE", { verdictId: `v-${orderNo}` });
  await desk.must(orderNo, { type: "approve", verdict }, HOLDER);
  return desk.must(orderNo, { type: "push", expectsSms: true }, SYSTEM, NOW_MS + minutes * MINUTE_MS);
}

describe("batches", () => {
  it("carry the records that wait, oldest first, under the next number of their province", async () => {
    await pushed("A-2", 2);
    await pushed("A-1", 1);
    await pushed("B-1", 1, "110000");
    expect(await store.queuedSubmissions(GUANGDONG, 10)).toEqual(["A-1:1", "A-2:1"]);
    const batch = await store.openBatch(GUANGDONG, ["A-1:1", "A-2:1"], NOW_MS);
    expect(batch).toMatchObject({
      provinceCode: GUANGDONG,
      dataSequence: 1,
      submissionKeys: ["A-1:1", "A-2:1"],
    });
    expect(await store.queuedSubmissions(GUANGDONG, 10)).toEqual([]);
    expect(await store.activeProvinces()).toEqual([
      { provinceCode: "110000", queued: 1, unanswered: false, open: 0 },
      { provinceCode: GUANGDONG, queued: 0, unanswered: true, open: 0 },
    ]);
  });

  it("are never two without an answer in one province", async () => {
    await pushed("A-1");
    await pushed("A-2");
    await store.openBatch(GUANGDONG, ["A-1:1"], NOW_MS);
    await expect(store.openBatch(GUANGDONG, ["A-2:1"], NOW_MS)).rejects.toThrow("UNIQUE");
    expect(await store.queuedSubmissions(GUANGDONG, 10)).toEqual(["A-2:1"]);
    expect((await store.unansweredBatch(GUANGDONG))?.submissionKeys).toEqual(["A-1:1"]);
  });

  it("take no record that is in another file, or that nobody pushed", async () => {
    await pushed("A-1");
    await store.openBatch(GUANGDONG, ["A-1:1"], NOW_MS);
    await store.closeBatch(GUANGDONG, 1, true, 0);
    for (const keys of [["A-1:1"], ["A-9:1"], []]) {
      await expect(store.openBatch(GUANGDONG, keys, NOW_MS)).rejects.toThrow();
    }
    expect(await store.unansweredBatch(GUANGDONG)).toBeNull();
  });

  it("that were accepted use their number and leave the records open until the bureau decides", async () => {
    await pushed("A-1");
    await store.openBatch(GUANGDONG, ["A-1:1"], NOW_MS);
    await store.countBatchAttempt(GUANGDONG, 1, NOW_MS + 5);
    await store.countBatchAttempt(GUANGDONG, 1, NOW_MS + 9);
    expect(await store.provinceStates()).toEqual([
      { provinceCode: GUANGDONG, lastSequence: 0, open: 1, unansweredSinceMs: NOW_MS + 5 },
    ]);
    expect(await store.unansweredBatch(GUANGDONG)).toMatchObject({ attempts: 2 });
    await store.closeBatch(GUANGDONG, 1, true, 0);
    expect(await store.openSubmissions(GUANGDONG, 10)).toEqual(["A-1:1"]);
    await desk.must("A-1", { type: "uploadAccepted", submissionNo: 1 }, BUREAU);
    expect(await store.openSubmissions(GUANGDONG, 10)).toEqual(["A-1:1"]);
    await desk.must("A-1", { type: "domainCheckFailed", submissionNo: 1, reason: "expired" }, BUREAU);
    expect(await store.openSubmissions(GUANGDONG, 10)).toEqual([]);
    expect(await store.activeProvinces()).toEqual([]);
    expect(await store.provinceStates()).toMatchObject([
      { lastSequence: 1, open: 0, unansweredSinceMs: null },
    ]);
  });

  it("that were refused use no number, and their records wait again", async () => {
    await pushed("A-1");
    await store.openBatch(GUANGDONG, ["A-1:1"], NOW_MS);
    await store.closeBatch(GUANGDONG, 1, false, 14);
    expect(await store.queuedSubmissions(GUANGDONG, 10)).toEqual(["A-1:1"]);
    await store.setLastSequence(GUANGDONG, 41);
    expect(await store.openBatch(GUANGDONG, ["A-1:1"], NOW_MS)).toMatchObject({ dataSequence: 42 });
  });

  it("give up a record that the bureau did not get, which then goes out under the next number", async () => {
    await pushed("A-1");
    await pushed("A-2", 2);
    await store.openBatch(GUANGDONG, ["A-1:1", "A-2:1"], NOW_MS);
    await store.closeBatch(GUANGDONG, 1, true, 0);
    await desk.must("A-2", { type: "uploadAccepted", submissionNo: 1 }, BUREAU);
    await store.requeueSubmissions(["A-1:1", "A-2:1"]);
    expect(await store.queuedSubmissions(GUANGDONG, 10)).toEqual(["A-1:1"]);
    expect(await store.openSubmissions(GUANGDONG, 10)).toEqual(["A-2:1"]);
    expect(await store.openBatch(GUANGDONG, ["A-1:1"], NOW_MS)).toMatchObject({ dataSequence: 2 });
  });
});

describe("submissions", () => {
  it("follow their order through the bureau, with SMS facts and filing numbers", async () => {
    await pushed("A-1");
    const bureau = async (command: Parameters<typeof desk.must>[1], minutes: number) =>
      desk.must("A-1", command, BUREAU, NOW_MS + minutes * MINUTE_MS);
    await bureau({ type: "uploadAccepted", submissionNo: 1 }, 2);
    await bureau({ type: "domainCheckPassed", submissionNo: 1 }, 3);
    const deadlineMs = NOW_MS + DAY_MS;
    await bureau({ type: "codeSent", submissionNo: 1, role: "ERP", deadlineMs }, 8);
    await bureau({ type: "codeSent", submissionNo: 1, role: "SRP", deadlineMs: deadlineMs + 1 }, 9);
    await bureau({ type: "verify", submissionNo: 1, result: "WRONG", role: "ERP", attemptsLeft: 4 }, 10);
    await store.recordBureauNote("A-1:1", NOW_MS + 11 * MINUTE_MS, "resultLate", { resultId: "r-1" });
    expect(await store.submissions("A-1")).toMatchObject([
      { submissionKey: "A-1:1", stage: "SMS", sms: { deadlineMs, attemptsLeft: 4, resendsLeft: null } },
    ]);
    await bureau({ type: "verify", submissionNo: 1, result: "ALL", role: "ERP", attemptsLeft: 5 }, 12);
    const numbers = { entity: "粤ICP备2026001234号", services: ["粤ICP备2026001234号-1"] };
    await bureau({ type: "bureauApproved", submissionNo: 1, numbers }, 60);
    const [submission] = await store.submissions("A-1");
    expect(submission).toMatchObject({ stage: "DONE", filingNumbers: numbers });
    expect(
      submission?.timeline.map(({ action, data }) => `${action} ${String(data.transition ?? "")}`),
    ).toEqual([
      "push T27",
      "uploadAccepted T29",
      "domainCheckPassed T32",
      "codeSent T34",
      "codeSent T34",
      "verify T38",
      "resultLate ",
      "verify T37",
      "bureauApproved T43",
    ]);
  });

  it("take a new number after a definite no of the transport", async () => {
    await pushed("A-1");
    const failed = { type: "uploadFailed", msgCode: 18, detail: "", retryAtMs: NOW_MS + HOUR_MS } as const;
    await desk.must("A-1", failed, SYSTEM, NOW_MS + 2 * MINUTE_MS);
    await desk.must("A-1", { type: "push", expectsSms: true }, SYSTEM, NOW_MS + HOUR_MS);
    expect(
      (await store.submissions("A-1")).map(({ submissionKey, stage }) => [submissionKey, stage]),
    ).toEqual([
      ["A-1:2", "PUSHING"],
      ["A-1:1", "FAILED"],
    ]);
    expect(await store.queuedSubmissions(GUANGDONG, 10)).toEqual(["A-1:2"]);
  });

  it("are never two alive for one order", async () => {
    await pushed("A-1");
    const copy = `INSERT INTO submissions SELECT 'A-1:2', order_no, 2, province_code, stage, pushed_at_ms, since_ms,
      data_sequence, deadline_ms, attempts_left, resends_left, filing_numbers FROM submissions`;
    expect(() => client.exec(copy)).toThrow("UNIQUE constraint failed: submissions.order_no");
  });
});

describe("the tracking board", () => {
  it("shows approved orders by stage, the last moved first, page by page", async () => {
    for (const [index, orderNo] of ["A-1", "A-2", "A-3"].entries()) await pushed(orderNo, index + 1);
    await desk.must("A-1", { type: "uploadAccepted", submissionNo: 1 }, BUREAU, NOW_MS + HOUR_MS);
    const failed = { type: "domainCheckFailed", submissionNo: 1, reason: "域名已过期" } as const;
    await desk.must("A-1", failed, BUREAU, NOW_MS + 2 * HOUR_MS);
    await desk.submit("Q-1");
    const first = await store.tracking({ limit: 2 }, NOW_MS);
    expect(first.rows).toMatchObject([
      {
        orderNo: "A-1",
        stage: "RETURNED",
        sinceMs: NOW_MS + 2 * HOUR_MS,
        opinion: "域名已过期",
        submissionKey: "A-1:1",
      },
      { orderNo: "A-3", stage: "PUSHING", opinion: null },
    ]);
    const second = await store.tracking({ limit: 2, cursor: first.nextCursor }, NOW_MS);
    expect(second.rows.map((row) => row.orderNo)).toEqual(["A-2"]);
    expect(second.nextCursor).toBeNull();
    const byStage = async (stages: Parameters<Store["tracking"]>[0]["stages"]) =>
      (await store.tracking({ stages }, NOW_MS)).rows.map((row) => row.orderNo);
    expect(await byStage(["PUSHING"])).toEqual(["A-3", "A-2"]);
    expect(await byStage(["RETURNED", "WAITING"])).toEqual(["A-1"]);
    expect(await byStage([])).toEqual([]);
    expect((await store.tracking({ provinces: ["110000"] }, NOW_MS)).rows).toEqual([]);
  });
});
