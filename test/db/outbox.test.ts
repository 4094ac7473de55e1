import { beforeEach, describe, expect, it } from "vitest";
import type { Client } from "#db/sqlite/connection";
import type { Store } from "#db/store";
import { deskOf } from "#test/support/desk";
import { CUSTOMER, HOLDER, MINUTE_MS, NOW_MS, SECOND_MS, verdictOf } from "#test/support/order-fixtures";
import { createInspectedStore } from "#test/support/test-store";

const LEASE_MS = 30 * SECOND_MS;
let store: Store;
let client: Client;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  ({ store, client } = await createInspectedStore());
  desk = deskOf(store);
});

/** Leases, marks delivered and names the events of all webhooks that are due, as one worker would. */
async function drainWebhooks(nowMs: number): Promise<string[]> {
  const sent: string[] = [];
  for (;;) {
    const messages = await store.leaseOutbox("WEBHOOK", nowMs, LEASE_MS, 10);
    if (messages.length === 0) return sent;
    for (const message of messages) {
      sent.push(`${message.orderNo} ${String(message.payload.status)}`);
      expect(await store.markDelivered(message.id, message.fence, nowMs)).toBe(true);
    }
  }
}

function stateOf(id: string): unknown {
  return client
    .prepare("SELECT state FROM outbox WHERE seq = ?")
    .pluck()
    .get(Number(id.split(".")[1]));
}

describe("the outbox", () => {
  it("hands a message to one worker until its lease ends", async () => {
    await desk.submit("A-1");
    const [message] = await store.leaseOutbox("NOTIFICATION", NOW_MS, LEASE_MS, 10);
    expect(message).toMatchObject({ orderNo: "A-1", kind: "NOTIFICATION", attempts: 1, createdAtMs: NOW_MS });
    expect(await store.leaseOutbox("NOTIFICATION", NOW_MS + LEASE_MS - 1, LEASE_MS, 10)).toEqual([]);
    const [again] = await store.leaseOutbox("NOTIFICATION", NOW_MS + LEASE_MS, LEASE_MS, 10);
    expect(again).toMatchObject({ id: message?.id, attempts: 2 });
  });

  it("lets a worker whose lease was taken over mark nothing", async () => {
    await desk.submit("A-1");
    const [slow] = await store.leaseOutbox("NOTIFICATION", NOW_MS, LEASE_MS, 1);
    const [fast] = await store.leaseOutbox("NOTIFICATION", NOW_MS + LEASE_MS, LEASE_MS, 1);
    if (slow === undefined || fast === undefined) throw new Error("both have the message");
    expect(await store.markDelivered(slow.id, slow.fence, NOW_MS)).toBe(false);
    expect(await store.markFailed(slow.id, slow.fence, NOW_MS, "TIMEOUT")).toBe(false);
    expect(await store.markDelivered(fast.id, fast.fence, NOW_MS)).toBe(true);
    expect(await store.markDelivered(fast.id, fast.fence, NOW_MS)).toBe(false);
    expect(stateOf(fast.id)).toBe("DONE");
  });

  it("keeps a failed message for its time, and one given up as a dead letter", async () => {
    await desk.submit("A-1");
    const [first] = await store.leaseOutbox("NOTIFICATION", NOW_MS, LEASE_MS, 1);
    if (first === undefined) throw new Error("there is a message");
    expect(await store.markFailed(first.id, first.fence, NOW_MS + MINUTE_MS, "HTTP_503")).toBe(true);
    expect(await store.leaseOutbox("NOTIFICATION", NOW_MS + MINUTE_MS - 1, LEASE_MS, 1)).toEqual([]);
    const [second] = await store.leaseOutbox("NOTIFICATION", NOW_MS + MINUTE_MS, LEASE_MS, 1);
    if (second === undefined) throw new Error("it is due again");
    expect(await store.markFailed(second.id, second.fence, null, "GIVEN_UP")).toBe(true);
    expect(stateOf(second.id)).toBe("DEAD");
    expect(await store.leaseOutbox("NOTIFICATION", NOW_MS + 60 * MINUTE_MS, LEASE_MS, 1)).toEqual([]);
  });

  it("sends what an order has to say in the order in which it happened", async () => {
    await desk.submit("A-1");
    await desk.submit("A-2");
    await desk.must("A-1", { type: "withdraw" }, CUSTOMER);
    expect(await drainWebhooks(NOW_MS)).toEqual([
      "A-1 DRAFT",
      "A-2 DRAFT",
      "A-1 PENDING_FIRST_REVIEW",
      "A-2 PENDING_FIRST_REVIEW",
      "A-1 DRAFT",
    ]);
  });

  it("holds the later messages of an order back while an earlier one waits for its retry, and no other order's", async () => {
    await desk.submit("A-1");
    await desk.submit("A-2");
    const [first] = await store.leaseOutbox("WEBHOOK", NOW_MS, LEASE_MS, 1);
    if (first === undefined) throw new Error("there is a message");
    await store.markFailed(first.id, first.fence, NOW_MS + MINUTE_MS, "HTTP_503");
    expect(await drainWebhooks(NOW_MS)).toEqual(["A-2 DRAFT", "A-2 PENDING_FIRST_REVIEW"]);
    expect(await drainWebhooks(NOW_MS + MINUTE_MS)).toEqual(["A-1 DRAFT", "A-1 PENDING_FIRST_REVIEW"]);
  });

  it("does not look again and again at what waits behind a failed message", async () => {
    await desk.submit("A-1");
    const [first] = await store.leaseOutbox("WEBHOOK", NOW_MS, LEASE_MS, 1);
    if (first === undefined) throw new Error("there is a message");
    await store.markFailed(first.id, first.fence, NOW_MS + MINUTE_MS, "HTTP_503");
    const due = client.prepare(
      "SELECT count(*) FROM outbox WHERE state = 'PENDING' AND kind = 'WEBHOOK' AND not_before_ms <= ?",
    );
    expect(due.pluck().get(NOW_MS + MINUTE_MS - 1)).toBe(0);
  });

  it("lets nothing of a verdict out before its undo window ends, and nothing at all once it was undone", async () => {
    await desk.submit("A-1");
    await desk.must("A-1", { type: "claim" }, HOLDER);
    await drainWebhooks(NOW_MS);
    const approve = (verdictId: string) =>
      ({ type: "approve", verdict: verdictOf("APPROVE", { verdictId }) }) as const;
    await desk.must("A-1", approve("v-1"), HOLDER);
    expect(await store.leaseOutbox("BUREAU_PUSH", NOW_MS + 10 * SECOND_MS - 1, LEASE_MS, 10)).toEqual([]);
    await desk.must("A-1", { type: "undoVerdict" }, HOLDER, NOW_MS + 9 * SECOND_MS);
    for (const kind of ["BUREAU_PUSH", "EFFECT"] as const) {
      expect(await store.leaseOutbox(kind, NOW_MS + MINUTE_MS, LEASE_MS, 10)).toEqual([]);
    }
    expect(await drainWebhooks(NOW_MS + MINUTE_MS)).toEqual(["A-1 UNDER_FIRST_REVIEW"]);
    await desk.must("A-1", approve("v-2"), HOLDER, NOW_MS + 20 * SECOND_MS);
    expect(await store.leaseOutbox("BUREAU_PUSH", NOW_MS + 30 * SECOND_MS, LEASE_MS, 10)).toHaveLength(1);
  });

  it("takes a cancelled message out of the hands of whoever leased it", async () => {
    await desk.submit("A-1");
    await desk.must("A-1", { type: "claim" }, HOLDER);
    await desk.must("A-1", { type: "approve", verdict: verdictOf("APPROVE") }, HOLDER);
    const [push] = await store.leaseOutbox("BUREAU_PUSH", NOW_MS + MINUTE_MS, LEASE_MS, 1);
    if (push === undefined) throw new Error("the push is due");
    await desk.must("A-1", { type: "withdraw" }, CUSTOMER, NOW_MS + MINUTE_MS);
    expect(await store.markDelivered(push.id, push.fence, NOW_MS + MINUTE_MS)).toBe(false);
    expect(stateOf(push.id)).toBe("CANCELLED");
  });
});
