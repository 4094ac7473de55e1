import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { forceCancelAccess, STAFF_UPLOADS } from "#server/usecases/force-cancel-access";
import { getSubmissions } from "#server/usecases/get-submissions";
import { pushNow } from "#server/usecases/push-now";
import { retryDelivery } from "#server/usecases/retry-delivery";
import type { Verdict } from "#shared/domain/review/verdict";
import { documentOf } from "#test/support/desk";
import { BUREAU, FIRST_FILING, FORCED, NOW_MS, SECOND_MS, SYSTEM } from "#test/support/order-fixtures";
import { LEAD1, REVIEWER1, staffDesk } from "#test/support/staff-desk";
import { startTestServer, type TestServer } from "#test/support/test-server";

let server: TestServer;
let desk: ReturnType<typeof staffDesk>;
beforeEach(async () => {
  server = await startTestServer();
  desk = staffDesk(server);
});
afterEach(() => server.stop());

const ORDER = { orderNo: "A", requestId: "request-1" };
const APPROVAL: Verdict = {
  verdictId: "v-1",
  outcome: "APPROVE",
  comment: "",
  note: "",
  reasons: [],
  overrides: [],
};

async function approved(): Promise<void> {
  await desk.claimed("A");
  await desk.must("A", { type: "approve", verdict: APPROVAL }, REVIEWER1);
  server.clock.nowMs += 10 * SECOND_MS;
}

const pushes = () =>
  server
    .outboxOf("A")
    .filter(({ kind }) => kind === "BUREAU_PUSH")
    .map(({ state }) => state);

describe("pushNow", () => {
  it("pushes at once and cancels the push that waited", async () => {
    await approved();
    const { reply, now } = await desk.added("A", () => pushNow(server.deps, ORDER, LEAD1));
    expect(reply).toMatchObject({ kind: "DONE", value: { status: "SUBMITTING_TO_BUREAU" } });
    expect(now.audit).toEqual(["lead1 push"]);
    expect(pushes()).toEqual(["CANCELLED"]);
    expect(await server.store.queuedSubmissions("440000", 10)).toEqual(["A:1"]);
    const submissions = await getSubmissions(server.deps, { orderNo: "A" });
    expect(submissions).toMatchObject({ kind: "DONE", value: { submissions: [{ submissionKey: "A:1" }] } });
  });

  it("knows from the document whether codes will be sent", async () => {
    await approved();
    await pushNow(server.deps, ORDER, LEAD1);
    expect(await server.store.load("A")).toMatchObject({ expectsSms: true });
  });

  it("waits for the undo window", async () => {
    await approved();
    server.clock.nowMs -= 1;
    const { reply, now } = await desk.added("A", () => pushNow(server.deps, ORDER, LEAD1));
    expect(reply).toMatchObject({ code: "UNDO_WINDOW_OPEN" });
    expect(now).toMatchObject({ status: "PENDING_BUREAU_SUBMISSION", audit: [] });
    expect(pushes()).toEqual(["PENDING"]);
  });

  it("happens once, however often the request comes", async () => {
    await approved();
    const first = await pushNow(server.deps, ORDER, LEAD1);
    expect(await pushNow(server.deps, ORDER, LEAD1)).toEqual(first);
    expect(await pushNow(server.deps, { ...ORDER, requestId: "request-2" }, LEAD1)).toMatchObject({
      code: "STATUS_NOT_ALLOWED",
    });
  });
});

describe("retryDelivery", () => {
  it("pushes an order whose delivery was given up, under the next number", async () => {
    await approved();
    await desk.must("A", { type: "push", expectsSms: true }, SYSTEM, server.clock.nowMs);
    const failure = { type: "uploadFailed", msgCode: 18, detail: "too large", retryAtMs: null } as const;
    await desk.must("A", failure, SYSTEM, server.clock.nowMs);
    expect(pushes()).not.toContain("PENDING");
    const { now } = await desk.added("A", () => retryDelivery(server.deps, ORDER, LEAD1));
    expect(now).toMatchObject({ status: "SUBMITTING_TO_BUREAU", audit: ["lead1 push"] });
    expect(await server.store.load("A")).toMatchObject({ submissionNo: 2 });
  });

  it("resubmits an order unchanged that came back for want of codes", async () => {
    await approved();
    const at = server.clock.nowMs;
    await desk.must("A", { type: "push", expectsSms: true }, SYSTEM, at);
    await desk.must("A", { type: "uploadAccepted", submissionNo: 1 }, BUREAU, at);
    await desk.must("A", { type: "domainCheckPassed", submissionNo: 1 }, BUREAU, at);
    await desk.must("A", { type: "timeout", submissionNo: 1 }, BUREAU, at);
    const { now } = await desk.added("A", () => retryDelivery(server.deps, ORDER, LEAD1));
    expect(now).toMatchObject({ status: "PENDING_BUREAU_SUBMISSION", audit: ["lead1 resubmitUnchanged"] });
    expect(now.outbox).toContain("BUREAU_PUSH PENDING");
  });

  it("leaves an outcome in doubt to the worker", async () => {
    await approved();
    await desk.must("A", { type: "push", expectsSms: true }, SYSTEM, server.clock.nowMs);
    await desk.must("A", { type: "outcomeUnknown", detail: "TIMEOUT" }, SYSTEM, server.clock.nowMs);
    expect(await retryDelivery(server.deps, ORDER, LEAD1)).toMatchObject({ code: "STATUS_NOT_ALLOWED" });
  });
});

describe("forceCancelAccess", () => {
  const EVIDENCE = "e".repeat(64);
  const forced = () =>
    documentOf("forced", FORCED, { materials: [{ kind: "FORCED_CANCEL_EVIDENCE", sha256: EVIDENCE }] });
  beforeEach(async () => {
    const evidence = { sha256: EVIDENCE, mediaType: "image/jpeg", bytes: 3, uploadedAtMs: NOW_MS };
    await server.store.addMaterial({ ...evidence, intakeKey: STAFF_UPLOADS });
    await server.store.addMaterial({ ...evidence, intakeKey: "a filing system", sha256: "f".repeat(64) });
  });
  const cancel = (application = forced(), requestId = "request-1") =>
    forceCancelAccess(server.deps, { requestId, legalGround: "依法停止接入", application }, LEAD1);

  it("puts a forced cancellation into the queue, with its ground as a note", async () => {
    const reply = await cancel();
    if (reply.kind !== "DONE") throw new Error(`refused: ${reply.code}`);
    const { orderNo } = reply.value;
    expect(reply.value).toMatchObject({ status: "PENDING_FIRST_REVIEW", version: 1 });
    expect(await desk.traces(orderNo)).toMatchObject({ audit: ["lead1 forceCancelAccess"] });
    expect(await server.store.notes(orderNo)).toMatchObject([{ author: "lead1", text: "依法停止接入" }]);
    expect(await server.store.load(orderNo)).toMatchObject({ createdBy: "lead1" });
  });

  it("happens once, however often the request comes", async () => {
    const first = await cancel();
    expect(await cancel()).toEqual(first);
    expect((await server.store.queue({ view: "ALL" }, "lead1", NOW_MS)).rows).toHaveLength(1);
  });

  it("may not be reviewed by the lead who started it", async () => {
    const reply = await cancel();
    const orderNo = reply.kind === "DONE" ? reply.value.orderNo : "";
    const claimed = await desk.give({ orderNo }, [{ type: "claim" }], LEAD1, NOW_MS);
    expect(claimed).toMatchObject({ kind: "REFUSED", refusal: { code: "FOUR_EYES" } });
  });

  it("refuses any other document, materials nobody uploaded, and an open order of the customer", async () => {
    expect(await cancel(documentOf("x", FIRST_FILING, { materials: [] }))).toMatchObject({
      code: "KIND_NOT_ALLOWED",
    });
    const foreign = { materials: [{ kind: "FORCED_CANCEL_EVIDENCE" as const, sha256: "f".repeat(64) }] };
    expect(await cancel(documentOf("x", FORCED, foreign))).toMatchObject({ code: "UNKNOWN_MATERIAL" });
    expect(await cancel(documentOf("x", FORCED, { materials: [] }))).toMatchObject({
      code: "EVIDENCE_REQUIRED",
    });
    await desk.submit("OPEN", NOW_MS, documentOf("forced"));
    expect(await cancel()).toMatchObject({ code: "OPEN_ORDER_EXISTS", params: { orderNo: "OPEN" } });
    expect((await server.store.queue({ view: "ALL" }, "lead1", NOW_MS)).rows).toHaveLength(1);
  });
});
