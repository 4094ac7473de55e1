import { v7 as timeOrderedId } from "uuid";
import type { OutboxMessage } from "#shared/domain/order/outbox";
import type { Client } from "./connection";
import { query } from "./statements";

/** Writes and cancels the messages of a decision, in its transaction. */
export interface OutboxTable {
  add(orderNo: string, message: OutboxMessage, nowMs: number): void;
  /** Pending messages of the group never leave; a worker that holds one can no longer mark it. */
  cancel(orderNo: string, group: string, nowMs: number): void;
}

export function outboxTable(client: Client): OutboxTable {
  const insert = query<[string, string, string, string | null, string, number, number], never>(
    client,
    `INSERT INTO outbox (id, order_no, kind, group_key, payload, not_before_ms, state, attempts, fence, created_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, 'PENDING', 0, 0, ?)`,
  );
  const cancelGroup = query<[number, string, string], never>(
    client,
    `UPDATE outbox SET state = 'CANCELLED', ended_at_ms = ?, fence = fence + 1, lease_until_ms = NULL
     WHERE order_no = ? AND group_key = ? AND state = 'PENDING'`,
  );
  return {
    add(orderNo, { kind, group, notBeforeMs, payload }, nowMs) {
      const id = timeOrderedId({ msecs: nowMs });
      insert().run(id, orderNo, kind, group, JSON.stringify(payload), notBeforeMs, nowMs);
    },
    cancel(orderNo, group, nowMs) {
      cancelGroup().run(nowMs, orderNo, group);
    },
  };
}
