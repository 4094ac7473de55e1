import type { Order } from "#shared/domain/order/order";
import { leases, orders } from "../schema/orders";
import type { Client } from "./connection";
import { columnsOf, leaseOf, orderOf } from "./order-row";
import { insertInto, query, updateOfChanged } from "./statements";

/** The order changed between load and write. Cannot happen inside one transaction: if it does, nothing is written. */
export class LostUpdateError extends Error {
  constructor(orderNo: string) {
    super(`order ${orderNo} is not at the version it was loaded with`);
    this.name = "LostUpdateError";
  }
}

/** Reads and writes the rows of an order and of its lease. */
export interface OrderTable {
  load(orderNo: string): Order | null;
  insert(order: Order, intakeKey: string | null, nowMs: number): void;
  /** Writes `next` over `before`; the version loaded is part of the WHERE. */
  update(before: Order, next: Order, nowMs: number): void;
}

export function orderTable(client: Client): OrderTable {
  const byNo = query<[string], { state: string; untilMs: number | null }>(
    client,
    `SELECT o.state, l.until_ms AS untilMs FROM orders o LEFT JOIN leases l ON l.order_no = o.order_no
     WHERE o.order_no = ?`,
  );
  const insertRow = insertInto(client, orders);
  const updateRow = updateOfChanged(client, orders, "order_no = @orderNo AND version = @loadedVersion");
  const statusSince = query<[string], { sinceMs: number }>(
    client,
    "SELECT status_since_ms AS sinceMs FROM orders WHERE order_no = ?",
  );
  const putLease = insertInto(
    client,
    leases,
    `ON CONFLICT (order_no) DO UPDATE SET holder = excluded.holder, until_ms = excluded.until_ms,
       hold_until_ms = excluded.hold_until_ms`,
  );
  const dropLease = query<[string], never>(client, "DELETE FROM leases WHERE order_no = ?");

  function writeLease(before: Order | null, next: Order): void {
    const lease = leaseOf(next);
    if (lease !== null) putLease(lease);
    else if (before?.status === "UNDER_FIRST_REVIEW") dropLease().run(next.orderNo);
  }

  return {
    load(orderNo) {
      const row = byNo().get(orderNo);
      return row === undefined ? null : orderOf(row.state, row.untilMs);
    },
    insert(order, intakeKey, nowMs) {
      insertRow({
        ...columnsOf(order, nowMs),
        intakeKey,
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
        entityLabel: "",
        entityToken: null,
        services: "[]",
      });
      writeLease(null, order);
    },
    update(before, next, nowMs) {
      const sinceMs = statusSince().get(before.orderNo)?.sinceMs ?? nowMs;
      const written = updateRow(
        columnsOf(before, sinceMs),
        { ...columnsOf(next, before.status === next.status ? sinceMs : nowMs), updatedAtMs: nowMs },
        { orderNo: before.orderNo, loadedVersion: before.version },
      );
      if (written.changes !== 1) throw new LostUpdateError(next.orderNo);
      writeLease(before, next);
    },
  };
}
