import type { Order } from "#shared/domain/order/order";
import { leases, orders } from "../schema/orders";
import type { Client } from "./connection";
import { columnsOf, leaseOf, orderOf } from "./order-row";
import { insertInto, query, updateOf } from "./statements";

/** The order changed between load and write. Cannot happen inside one transaction: if it does, nothing is written. */
export class LostUpdateError extends Error {
  constructor(orderNo: string) {
    super(`order ${orderNo} is not at the version it was loaded with`);
    this.name = "LostUpdateError";
  }
}

const CHANGING = [
  "version",
  "status",
  "accountId",
  "provinceCode",
  "kind",
  "filingType",
  "createdBy",
  "previousReviewer",
  "round",
  "revisionNo",
  "submissionNo",
  "submittedAtMs",
  "dueAtMs",
  "dueEstimated",
  "preferredUntilMs",
  "waitsAs",
  "onHold",
  "escalated",
  "isOpen",
  "timerAtMs",
  "statusSinceMs",
  "updatedAtMs",
  "state",
] as const;

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
  const updateRow = updateOf(client, orders, CHANGING, "order_no = @orderNo AND version = @loadedVersion");
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
        ...columnsOf(order),
        intakeKey,
        statusSinceMs: nowMs,
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
        entityLabel: "",
        entityToken: null,
        services: "[]",
      });
      writeLease(null, order);
    },
    update(before, next, nowMs) {
      const moved = before.status !== next.status;
      const sinceMs = moved ? nowMs : (statusSince().get(next.orderNo)?.sinceMs ?? nowMs);
      const written = updateRow(
        { ...columnsOf(next), statusSinceMs: sinceMs, updatedAtMs: nowMs },
        { orderNo: next.orderNo, loadedVersion: before.version },
      );
      if (written.changes !== 1) throw new LostUpdateError(next.orderNo);
      writeLease(before, next);
    },
  };
}
