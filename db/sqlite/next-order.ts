import type { Client } from "./connection";
import { query } from "./statements";

/** Picks the order a reviewer takes next (issue: overdue, then revised, then by due time). */
export interface NextOrder {
  /** The reviewer's reserved order if it can still be taken, else the first eligible one; null when there is none. */
  select(reviewer: string, nowMs: number): string | null;
  /** Sets the first eligible order aside, in place of the one reserved before; see the `reserveNext` port. */
  reserve(reviewer: string, nowMs: number, untilMs: number): string | null;
  drop(reviewer: string): void;
  /** Frees the reservation of whoever took the order. */
  taken(orderNo: string): void;
}

type Pick = { reviewer: string; nowMs: number };

/**
 * Of the orders that wait, those this reviewer may take: not set aside for somebody else; a revised one only by its
 * previous reviewer while it waits for him; never by the lead who created it.
 */
const ELIGIBLE = `(o.preferred_until_ms <= @nowMs OR o.previous_reviewer = @reviewer)
  AND o.created_by IS NOT @reviewer
  AND NOT EXISTS (SELECT 1 FROM reservations r
    WHERE r.order_no = o.order_no AND r.reviewer <> @reviewer AND r.until_ms > @nowMs)`;

/** The first of those that wait under this status and of those whose claim ran out: it counts as released then. */
const FIRST_OF = (status: string, due: string) =>
  `SELECT * FROM (SELECT o.order_no AS orderNo, o.due_at_ms AS dueAtMs FROM orders o INDEXED BY orders_by_status_due
     WHERE o.status = '${status}' AND o.status <> 'UNDER_FIRST_REVIEW' ${due} AND ${ELIGIBLE}
     ORDER BY o.due_at_ms, o.order_no LIMIT 1)
   UNION ALL
   SELECT * FROM (SELECT o.order_no AS orderNo, o.due_at_ms AS dueAtMs
     FROM leases l INDEXED BY leases_by_end CROSS JOIN orders o ON o.order_no = l.order_no
     WHERE l.until_ms <= @nowMs AND o.waits_as = '${status}' ${due} AND ${ELIGIBLE}
     ORDER BY o.due_at_ms, o.order_no LIMIT 1)
   ORDER BY dueAtMs, orderNo LIMIT 1`;

type Candidate = { orderNo: string; dueAtMs: number };

export function nextOrder(client: Client): NextOrder {
  const overdue = "AND o.due_at_ms <= @nowMs";
  const pending = "PENDING_FIRST_REVIEW";
  const revised = "REVISED_PENDING_REVIEW";
  const reserved = query<Pick, { orderNo: string }>(
    client,
    `SELECT o.order_no AS orderNo FROM reservations mine JOIN orders o ON o.order_no = mine.order_no
     WHERE mine.reviewer = @reviewer AND mine.until_ms > @nowMs AND o.waits_as IS NOT NULL AND ${ELIGIBLE}
       AND NOT EXISTS (SELECT 1 FROM leases l
         WHERE l.order_no = o.order_no AND (l.until_ms IS NULL OR l.until_ms > @nowMs))`,
  );
  const firstPending = query<Pick, Candidate>(client, FIRST_OF(pending, ""));
  const firstRevised = query<Pick, Candidate>(client, FIRST_OF(revised, ""));
  const overduePending = query<Pick, Candidate>(client, FIRST_OF(pending, overdue));
  const overdueRevised = query<Pick, Candidate>(client, FIRST_OF(revised, overdue));
  const dropOf = query<[string], never>(client, "DELETE FROM reservations WHERE reviewer = ?");
  const dropOfOrder = query<[string], never>(client, "DELETE FROM reservations WHERE order_no = ?");
  const put = query<[string, string, number], never>(
    client,
    "INSERT INTO reservations (reviewer, order_no, until_ms) VALUES (?, ?, ?)",
  );

  function firstEligible(pick: Pick): string | null {
    const late = [overduePending().get(pick), overdueRevised().get(pick)].filter(
      (found) => found !== undefined,
    );
    const [first] = late.sort(byDue);
    return (first ?? firstRevised().get(pick) ?? firstPending().get(pick))?.orderNo ?? null;
  }

  return {
    select(reviewer, nowMs) {
      const pick = { reviewer, nowMs };
      return reserved().get(pick)?.orderNo ?? firstEligible(pick);
    },
    reserve(reviewer, nowMs, untilMs) {
      dropOf().run(reviewer);
      const orderNo = firstEligible({ reviewer, nowMs });
      if (orderNo === null) return null;
      // An expired reservation of somebody else may still stand there.
      dropOfOrder().run(orderNo);
      put().run(reviewer, orderNo, untilMs);
      return orderNo;
    },
    drop(reviewer) {
      dropOf().run(reviewer);
    },
    taken(orderNo) {
      dropOfOrder().run(orderNo);
    },
  };
}

function byDue(a: Candidate, b: Candidate): number {
  return a.dueAtMs - b.dueAtMs || (a.orderNo < b.orderNo ? -1 : 1);
}
