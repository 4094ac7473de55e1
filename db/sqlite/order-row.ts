import type { InferSelectModel } from "drizzle-orm";
import { kindCode } from "#shared/domain/filing/filing-type";
import { type Order, orderSchema, timerAtMs } from "#shared/domain/order/order";
import { isOpen } from "#shared/domain/order/status";
import type { leases, orders } from "../schema/orders";

/** Stands for "no such time" where a column is sorted by: larger than any instant, so these rows come last. */
export const NO_TIME_MS = Number.MAX_SAFE_INTEGER;

/** Added to the time of the last move of an order without a running clock: after every due time, newest last. */
export const NO_CLOCK_MS = 4_000_000_000_000_000;

type OrdersRow = InferSelectModel<typeof orders>;
export type LeaseRow = InferSelectModel<typeof leases>;

/** The columns that follow from the order itself; the rest comes with its first write or with its document. */
export type OrderColumns = Omit<
  OrdersRow,
  "intakeKey" | "createdAtMs" | "updatedAtMs" | "entityLabel" | "entityToken" | "services"
>;

/** The list columns and the state of an order that came to its status at `statusSinceMs`. */
export function columnsOf(order: Order, statusSinceMs: number): OrderColumns {
  const clock = "clock" in order ? order.clock : null;
  const claim = order.status === "UNDER_FIRST_REVIEW" ? order.claim : null;
  return {
    orderNo: order.orderNo,
    version: order.version,
    status: order.status,
    kind: kindCode(order.kind),
    filingType: order.kind.type,
    provinceCode: order.provinceCode,
    accountId: order.accountId,
    createdBy: order.createdBy,
    previousReviewer: order.previousReviewer,
    round: order.round,
    revisionNo: order.revisionNo,
    submissionNo: order.submissionNo,
    submittedAtMs: order.submittedAtMs ?? NO_TIME_MS,
    dueAtMs: clock?.dueAtMs ?? NO_CLOCK_MS + statusSinceMs,
    dueEstimated: clock?.estimated ?? false,
    preferredUntilMs: ("preferredUntilMs" in order ? order.preferredUntilMs : null) ?? 0,
    waitsAs: waitsAs(order),
    onHold: claim?.lease.state === "SUSPENDED",
    escalated: claim?.escalated ?? false,
    isOpen: isOpen(order.status),
    timerAtMs: timerAtMs(order),
    statusSinceMs,
    state: JSON.stringify(order),
  };
}

function waitsAs(order: Order): OrdersRow["waitsAs"] {
  if (order.status === "UNDER_FIRST_REVIEW") return order.claim.returnTo;
  const waiting = order.status === "PENDING_FIRST_REVIEW" || order.status === "REVISED_PENDING_REVIEW";
  return waiting ? order.status : null;
}

/** The lease row of an order under review; null for every other one. */
export function leaseOf(order: Order): LeaseRow | null {
  if (order.status !== "UNDER_FIRST_REVIEW") return null;
  const { holder, lease } = order.claim;
  return lease.state === "LIVE"
    ? { orderNo: order.orderNo, holder, untilMs: lease.untilMs, holdUntilMs: null }
    : { orderNo: order.orderNo, holder, untilMs: null, holdUntilMs: lease.hold.untilMs };
}

/**
 * A stored row as an order: the only place where one becomes the other. Heartbeats extend the lease row alone, so
 * its time replaces the one in the state. A row that does not parse is damage: it throws.
 */
export function orderOf(state: string, leaseUntilMs: number | null): Order {
  const order = orderSchema.parse(JSON.parse(state));
  if (order.status !== "UNDER_FIRST_REVIEW" || order.claim.lease.state !== "LIVE" || leaseUntilMs === null) {
    return order;
  }
  return { ...order, claim: { ...order.claim, lease: { state: "LIVE", untilMs: leaseUntilMs } } };
}
