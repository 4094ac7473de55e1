import type { OutboxKind } from "#shared/domain/order/outbox";
import type { DeliveryStore, LeasedMessage } from "../ports/delivery-store";
import { eventData } from "./audit-list";
import type { Client } from "./connection";
import { query } from "./statements";
import { inTransaction } from "./transaction";

type Leases = Pick<DeliveryStore, "leaseOutbox" | "markDelivered" | "markFailed">;

/**
 * Leases of outbox messages. Messages of one order and kind leave in the order of writing, so one that is in flight
 * or waits for its retry holds back the later ones; a dead letter does not.
 */
export function outboxLeases(client: Client): Leases {
  const due = query<{ kind: string; nowMs: number; limit: number }, LeasedRow>(
    client,
    `SELECT o.seq, o.id, o.order_no AS orderNo, o.kind, o.payload, o.created_at_ms AS createdAtMs, o.attempts, o.fence
     FROM outbox o INDEXED BY outbox_due
     WHERE o.state = 'PENDING' AND o.kind = @kind AND o.not_before_ms <= @nowMs
       AND (o.lease_until_ms IS NULL OR o.lease_until_ms <= @nowMs)
       AND NOT EXISTS (SELECT 1 FROM outbox e INDEXED BY outbox_pending_of_order
         WHERE e.state = 'PENDING' AND e.order_no = o.order_no AND e.kind = o.kind AND e.seq < o.seq)
     ORDER BY o.not_before_ms, o.seq LIMIT @limit`,
  );
  const take = query<[number, number], never>(
    client,
    "UPDATE outbox SET lease_until_ms = ?, fence = fence + 1, attempts = attempts + 1 WHERE seq = ?",
  );
  const delivered = query<[number, number, number], never>(
    client,
    `UPDATE outbox SET state = 'DONE', ended_at_ms = ?, lease_until_ms = NULL
     WHERE seq = ? AND fence = ? AND state = 'PENDING' AND lease_until_ms IS NOT NULL`,
  );
  const retry = query<[number, string, number, number], never>(
    client,
    `UPDATE outbox SET not_before_ms = ?, cause = ?, lease_until_ms = NULL
     WHERE seq = ? AND fence = ? AND state = 'PENDING' AND lease_until_ms IS NOT NULL`,
  );
  // Those behind it cannot go before it: not even looked at until then, however many pile up.
  const postpone = query<[number, number, number], never>(
    client,
    `UPDATE outbox SET not_before_ms = ? FROM (SELECT order_no, kind, seq FROM outbox WHERE seq = ?) AS head
     WHERE outbox.state = 'PENDING' AND outbox.order_no = head.order_no AND outbox.kind = head.kind
       AND outbox.seq > head.seq AND outbox.not_before_ms < ?`,
  );
  const bury = query<[string, number, number], never>(
    client,
    `UPDATE outbox SET state = 'DEAD', cause = ?, ended_at_ms = lease_until_ms, lease_until_ms = NULL
     WHERE seq = ? AND fence = ? AND state = 'PENDING' AND lease_until_ms IS NOT NULL`,
  );
  return {
    async leaseOutbox(kind, nowMs, leaseMs, limit) {
      return inTransaction(client, () => {
        const rows = due().all({ kind, nowMs, limit });
        for (const row of rows) take().run(nowMs + leaseMs, row.seq);
        return rows.map(messageOf);
      });
    },
    async markDelivered(id, fence, nowMs) {
      return delivered().run(nowMs, seqOf(id), fence).changes === 1;
    },
    async markFailed(id, fence, retryAtMs, cause) {
      const seq = seqOf(id);
      if (retryAtMs === null) return bury().run(cause, seq, fence).changes === 1;
      return inTransaction(client, () => {
        if (retry().run(retryAtMs, cause, seq, fence).changes !== 1) return false;
        postpone().run(retryAtMs, seq, retryAtMs);
        return true;
      });
    },
  };
}

interface LeasedRow {
  seq: number;
  id: string;
  orderNo: string;
  kind: OutboxKind;
  payload: string;
  createdAtMs: number;
  attempts: number;
  fence: number;
}

/** A message's name ends with its row, so that marking it needs no index over names. */
function nameOf(id: string, seq: number): string {
  return `${id}.${seq}`;
}

function seqOf(name: string): number {
  return Number(name.slice(name.lastIndexOf(".") + 1));
}

/** The row as it stands after the lease: one attempt and one fence further. */
function messageOf({
  seq,
  id,
  orderNo,
  kind,
  payload,
  createdAtMs,
  attempts,
  fence,
}: LeasedRow): LeasedMessage {
  return {
    id: nameOf(id, seq),
    orderNo,
    kind,
    payload: eventData.parse(JSON.parse(payload)),
    createdAtMs,
    attempts: attempts + 1,
    fence: fence + 1,
  };
}
