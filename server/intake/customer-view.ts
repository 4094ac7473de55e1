import type { CustomerBureauView, CustomerReview, OrderView } from "#shared/contract/intake-v1";
import { STAGE_STATUSES, TRACKING_STAGES } from "#shared/contract/staff-bureau";
import type { VerdictView } from "#shared/contract/staff-orders";
import { effectiveStatus, type Order } from "#shared/domain/order/order";
import { CUSTOMER_LABELS } from "#shared/domain/order/status";

export interface CustomerViewParts {
  readonly order: Order;
  /** Verdicts that stand, newest first. */
  readonly verdicts: readonly VerdictView[];
  /** Orders ahead in the review queue; null when this one is not in it. */
  readonly ahead: number | null;
  readonly nowMs: number;
}

/**
 * What the customer sees of his order. The status is shown at once, because his system acts on it; comment and
 * reasons only when the verdict can no longer be undone. Notes to colleagues, overrides and names never.
 */
export function customerView({ order, verdicts, ahead, nowMs }: CustomerViewParts): OrderView {
  const undo = "undo" in order ? order.undo : null;
  const shown = undo !== null && nowMs < undo.untilMs ? verdicts.slice(1) : verdicts;
  const reviewHistory = shown.map(reviewOf);
  return {
    orderNo: order.orderNo,
    status: effectiveStatus(order, nowMs),
    label: labelOf(order),
    revision: order.revisionNo,
    filingNumbers: "filingNumbers" in order ? order.filingNumbers : { entity: null, services: [] },
    reviewHistory,
    reasons: reviewHistory[0]?.reasons ?? [],
    queue: queueOf(order, ahead, nowMs),
    bureau: bureauOf(order),
  };
}

/** An order in review keeps the label of where it came from: that somebody opened it is not the customer's concern. */
function labelOf(order: Order): { zh: string; en: string } {
  return CUSTOMER_LABELS[order.status === "UNDER_FIRST_REVIEW" ? order.claim.returnTo : order.status];
}

function reviewOf({ round, outcome, decidedAtMs, comment, reasons }: VerdictView): CustomerReview {
  return {
    round,
    outcome,
    atMs: decidedAtMs,
    comment,
    reasons: reasons.map(({ fieldPath, problem, problemEn = null, suggestion }) => ({
      fieldPath,
      problem,
      problemEn,
      suggestion,
    })),
  };
}

function queueOf(order: Order, ahead: number | null, nowMs: number): OrderView["queue"] {
  if (!("clock" in order)) return null;
  const expectedByMs = order.clock.dueAtMs;
  if (effectiveStatus(order, nowMs) === "UNDER_FIRST_REVIEW") return { place: 0, expectedByMs };
  return { place: (ahead ?? 0) + 1, expectedByMs };
}

function bureauOf(order: Order): CustomerBureauView | null {
  const stage = TRACKING_STAGES.find((one) => STAGE_STATUSES[one].some((status) => status === order.status));
  if (stage === undefined || stage === "CONFIRMATION") return null;
  return {
    stage,
    submissionKey: order.submissionNo === 0 ? null : `${order.orderNo}:${order.submissionNo}`,
    smsDeadlineMs: order.status === "SMS_PENDING" ? order.deadlineMs : null,
    cause: "cause" in order ? order.cause : null,
    opinion: "opinion" in order ? order.opinion : null,
  };
}
