import type { StaffActor } from "#shared/domain/order/actor";
import type { Order } from "#shared/domain/order/order";
import { deskOf } from "./desk";
import { MINUTE_MS, NOW_MS, staff } from "./order-fixtures";
import type { TestServer } from "./test-server";

export const REVIEWER1 = staff("reviewer1", "REVIEWER");
export const REVIEWER2 = staff("reviewer2", "REVIEWER");
export const LEAD1 = staff("lead1", "LEAD");

/** What a use-case leaves behind: where the order is, what the audit trail says, what waits to leave. */
export interface Traces {
  readonly status: string | null;
  readonly version: number | null;
  readonly audit: readonly string[];
  /** `KIND state` of every outbox message, oldest first. */
  readonly outbox: readonly string[];
}

/** Orders in the hands of people, for tests of what those people do next. */
export function staffDesk(server: TestServer) {
  const desk = deskOf(server.store);

  async function submitted(orderNo: string): Promise<Order> {
    return desk.submit(orderNo, NOW_MS - 10 * MINUTE_MS);
  }

  async function claimed(orderNo: string, by: StaffActor = REVIEWER1): Promise<Order> {
    await submitted(orderNo);
    return desk.must(orderNo, { type: "claim" }, by, server.clock.nowMs);
  }

  async function traces(orderNo: string): Promise<Traces> {
    const order = await server.store.load(orderNo);
    const audit = await server.actionsOf(orderNo);
    const outbox = server.outboxOf(orderNo).map(({ kind, state }) => `${kind} ${state}`);
    return { status: order?.status ?? null, version: order?.version ?? null, audit, outbox };
  }

  /** What `work` added to the order's traces, and where the order is now. */
  async function added<T>(orderNo: string, work: () => Promise<T>): Promise<{ reply: T; now: Traces }> {
    const before = await traces(orderNo);
    const reply = await work();
    const after = await traces(orderNo);
    const audit = after.audit.slice(before.audit.length);
    return { reply, now: { ...after, audit, outbox: after.outbox.slice(before.outbox.length) } };
  }

  return { ...desk, submitted, claimed, traces, added };
}
