import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimNext } from "#server/usecases/claim-next";
import { claimOrder } from "#server/usecases/claim-order";
import { heartbeat } from "#server/usecases/heartbeat";
import { releaseOrder } from "#server/usecases/release-order";
import type { Reply } from "#server/usecases/reply";
import { reserveNext } from "#server/usecases/reserve-next";
import type { OrderDetail } from "#shared/contract/staff-orders";
import { MINUTE_MS, NOW_MS } from "#test/support/order-fixtures";
import { LEAD1, REVIEWER1, REVIEWER2, staffDesk } from "#test/support/staff-desk";
import { startTestServer, type TestServer } from "#test/support/test-server";

let server: TestServer;
let desk: ReturnType<typeof staffDesk>;
beforeEach(async () => {
  server = await startTestServer({ settings: { claimLimit: 2 } });
  desk = staffDesk(server);
});
afterEach(() => server.stop());

const orderNoOf = (reply: Reply<OrderDetail | null>) =>
  reply.kind === "DONE" ? reply.value?.orderNo : reply.code;

describe("claimOrder", () => {
  const claim = (requestId = "request-1", version = 1, actor = REVIEWER1) =>
    claimOrder(server.deps, { orderNo: "A", version, requestId }, actor);

  it("puts the order into one's hands for 30 minutes, with its audit row and its notice", async () => {
    await desk.submitted("A");
    const { reply, now } = await desk.added("A", claim);
    expect(reply).toMatchObject({
      kind: "DONE",
      value: {
        orderNo: "A",
        status: "UNDER_FIRST_REVIEW",
        version: 2,
        claim: { by: "reviewer1", untilMs: NOW_MS + 30 * MINUTE_MS },
      },
    });
    expect(now).toEqual({
      status: "UNDER_FIRST_REVIEW",
      version: 2,
      audit: ["reviewer1 claim"],
      outbox: ["NOTIFICATION PENDING", "WEBHOOK PENDING"],
    });
  });

  it("happens once, however often the request comes", async () => {
    await desk.submitted("A");
    await claim();
    const { reply, now } = await desk.added("A", claim);
    expect(orderNoOf(reply)).toBe("A");
    expect(now.audit).toEqual([]);
    expect(now.outbox).toEqual([]);
  });

  it("refuses a version that is no longer the order's, and changes nothing", async () => {
    await desk.submitted("A");
    const { reply, now } = await desk.added("A", () => claim("request-1", 7));
    expect(reply).toMatchObject({ kind: "REFUSAL", code: "STALE_ORDER" });
    expect(now).toEqual({ status: "PENDING_FIRST_REVIEW", version: 1, audit: [], outbox: [] });
  });

  it("releases a colleague's expired claim in the same change", async () => {
    await desk.claimed("A", REVIEWER2);
    server.clock.nowMs += 30 * MINUTE_MS;
    const { now } = await desk.added("A", () => claim("request-1", 2));
    expect(now).toMatchObject({
      status: "UNDER_FIRST_REVIEW",
      version: 3,
      audit: ["reviewer1 claimExpired", "reviewer1 claim"],
    });
  });

  it("refuses a reviewer whose skills do not include the order, and more than the limit", async () => {
    server.client.prepare(`UPDATE staff SET provinces = '["110000"]' WHERE username = 'reviewer2'`).run();
    await desk.submitted("A");
    expect(await claim("request-1", 1, REVIEWER2)).toMatchObject({ code: "ASSIGNEE_INVALID" });
    await desk.claimed("B");
    await desk.claimed("C");
    expect(await claim()).toMatchObject({ code: "CLAIM_LIMIT", params: { limit: 2 } });
    expect((await desk.traces("A")).version).toBe(1);
  });
});

describe("claimNext", () => {
  const next = (requestId: string, actor = REVIEWER1) => claimNext(server.deps, { requestId }, actor);

  it("takes the order that is due first, then a further one, then none", async () => {
    await desk.submit("LATER", NOW_MS - MINUTE_MS);
    await desk.submit("FIRST", NOW_MS - 60 * MINUTE_MS);
    expect(orderNoOf(await next("request-1"))).toBe("FIRST");
    expect(orderNoOf(await next("request-2"))).toBe("LATER");
    expect(await next("request-3", REVIEWER2)).toEqual({ kind: "DONE", value: null });
    expect((await desk.traces("FIRST")).audit.at(-1)).toBe("reviewer1 claim");
  });

  it("answers a repeated request with the order it took then", async () => {
    await desk.submitted("A");
    await desk.submitted("B");
    const first = orderNoOf(await next("request-1"));
    expect(orderNoOf(await next("request-1"))).toBe(first);
    expect(orderNoOf(await next("request-1", REVIEWER2))).not.toBe(first);
  });

  it("refuses more than the limit", async () => {
    for (const orderNo of ["A", "B", "C"]) await desk.submitted(orderNo);
    await next("request-1");
    await next("request-2");
    expect(await next("request-3")).toMatchObject({ kind: "REFUSAL", code: "CLAIM_LIMIT" });
  });
});

describe("reserveNext", () => {
  it("keeps the next order for one reviewer for two minutes, without a trace", async () => {
    await desk.submitted("A");
    const { reply, now } = await desk.added("A", () => reserveNext(server.deps, REVIEWER1));
    expect(reply).toEqual({ orderNo: "A", untilMs: NOW_MS + 2 * MINUTE_MS });
    expect(now).toEqual({ status: "PENDING_FIRST_REVIEW", version: 1, audit: [], outbox: [] });
    const colleague = await claimNext(server.deps, { requestId: "request-1" }, REVIEWER2);
    expect(colleague).toEqual({ kind: "DONE", value: null });
    expect(orderNoOf(await claimNext(server.deps, { requestId: "request-2" }, REVIEWER1))).toBe("A");
  });

  it("gives it up after that", async () => {
    await desk.submitted("A");
    await reserveNext(server.deps, REVIEWER1);
    server.clock.nowMs += 2 * MINUTE_MS;
    expect(orderNoOf(await claimNext(server.deps, { requestId: "request-1" }, REVIEWER2))).toBe("A");
  });
});

describe("heartbeat", () => {
  const beat = (actor = REVIEWER1) => heartbeat(server.deps, { orderNo: "A" }, actor);

  it("extends the lease and leaves neither version nor audit row", async () => {
    await desk.claimed("A");
    server.clock.nowMs += 29 * MINUTE_MS;
    const { reply, now } = await desk.added("A", beat);
    expect(reply).toEqual({ kind: "DONE", value: { untilMs: NOW_MS + 59 * MINUTE_MS } });
    expect(now).toEqual({ status: "UNDER_FIRST_REVIEW", version: 2, audit: [], outbox: [] });
  });

  it("cannot bring an expired lease back", async () => {
    await desk.claimed("A");
    server.clock.nowMs += 30 * MINUTE_MS;
    expect(await beat()).toMatchObject({ code: "LEASE_EXPIRED" });
    expect(await beat(REVIEWER2)).toMatchObject({ code: "ORDER_NOT_CLAIMED" });
  });

  it("has nothing to extend on hold, and answers until when that lasts", async () => {
    await desk.claimed("A");
    const untilMs = NOW_MS + 60 * MINUTE_MS;
    await desk.must("A", { type: "hold", reason: "INTERNAL", untilMs, comment: "" }, REVIEWER1);
    const { reply, now } = await desk.added("A", beat);
    expect(reply).toEqual({ kind: "DONE", value: { untilMs } });
    expect(now).toMatchObject({ version: 3, audit: [] });
  });
});

describe("releaseOrder", () => {
  const release = (actor = REVIEWER1) =>
    releaseOrder(server.deps, { orderNo: "A", requestId: "request-1" }, actor);

  it("puts the order back and keeps the draft with it", async () => {
    await desk.claimed("A");
    const texts = { comment: "half a sentence", note: "" };
    const lists = { reasons: [], overrides: [], checked: ["R-086 materials"] };
    const draft = { outcome: "REVISE", ...texts, ...lists } as const;
    await server.store.saveDraft("A", "reviewer1", draft, NOW_MS);
    const { reply, now } = await desk.added("A", release);
    expect(reply).toEqual({
      kind: "DONE",
      value: { orderNo: "A", status: "PENDING_FIRST_REVIEW", version: 3 },
    });
    expect(now).toMatchObject({ status: "PENDING_FIRST_REVIEW", audit: ["reviewer1 release"] });
    expect(await server.store.loadDraft("A", "reviewer1")).toEqual(draft);
  });

  it("is a lead's right on anybody's order", async () => {
    await desk.claimed("A");
    expect(await release(LEAD1)).toMatchObject({ kind: "DONE", value: { status: "PENDING_FIRST_REVIEW" } });
  });
});
