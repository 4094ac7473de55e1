/** Every order status of `domain.md` §3.1, in the order of its table. */
export const ORDER_STATUSES = [
  "DRAFT",
  "PENDING_FIRST_REVIEW",
  "UNDER_FIRST_REVIEW",
  "FIRST_REVIEW_REJECTED",
  "NEEDS_REVISION",
  "REVISED_PENDING_REVIEW",
  "AWAITING_CUSTOMER_CONFIRMATION",
  "PENDING_BUREAU_SUBMISSION",
  "SUBMITTING_TO_BUREAU",
  "MIIT_DOMAIN_CHECK",
  "SMS_PENDING",
  "UNDER_BUREAU_REVIEW",
  "MIIT_RETURNED",
  "SMS_RETURNED",
  "BUREAU_REJECTED",
  "FILED",
  "CANCELLED_ACCESS",
  "DEREGISTERED",
  "CLAIMED",
  "TRANSFERRED",
  "ABANDONED",
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** Statuses without an exit. A CLAIMED order can still be undone for ten seconds (T53). */
export const TERMINAL_STATUSES = [
  "FILED",
  "CANCELLED_ACCESS",
  "DEREGISTERED",
  "CLAIMED",
  "TRANSFERRED",
  "ABANDONED",
] as const satisfies readonly OrderStatus[];

export function isTerminal(status: OrderStatus): boolean {
  return (TERMINAL_STATUSES as readonly OrderStatus[]).includes(status);
}

/** An open order blocks a second one of the same entity or account. */
export function isOpen(status: OrderStatus): boolean {
  return !isTerminal(status);
}

/** What the customer is shown for each status: internal refinements collapse (domain.md §3.1, marked †). */
export const CUSTOMER_LABELS: Record<OrderStatus, { zh: string; en: string }> = {
  DRAFT: { zh: "待完善备案信息", en: "Draft" },
  PENDING_FIRST_REVIEW: { zh: "等待初审", en: "Waiting for first review" },
  UNDER_FIRST_REVIEW: { zh: "等待初审", en: "Waiting for first review" },
  FIRST_REVIEW_REJECTED: { zh: "初审驳回", en: "Rejected in first review" },
  NEEDS_REVISION: { zh: "接入商审核为待修改", en: "Needs revision" },
  REVISED_PENDING_REVIEW: { zh: "已修改待审核", en: "Revised, waiting for review" },
  AWAITING_CUSTOMER_CONFIRMATION: { zh: "待客户确认", en: "Waiting for your confirmation" },
  PENDING_BUREAU_SUBMISSION: { zh: "待提交管局", en: "Waiting for submission to the bureau" },
  SUBMITTING_TO_BUREAU: { zh: "待提交管局", en: "Waiting for submission to the bureau" },
  MIIT_DOMAIN_CHECK: { zh: "待管局审核", en: "With the bureau" },
  SMS_PENDING: { zh: "待管局审核", en: "With the bureau" },
  UNDER_BUREAU_REVIEW: { zh: "管局审核中", en: "Under bureau review" },
  MIIT_RETURNED: { zh: "工信部退回", en: "Returned by MIIT" },
  SMS_RETURNED: { zh: "短信核验退回", en: "Returned: SMS verification failed" },
  BUREAU_REJECTED: { zh: "管局驳回", en: "Rejected by the bureau" },
  FILED: { zh: "备案成功", en: "Filed" },
  CANCELLED_ACCESS: { zh: "已取消接入", en: "Access cancelled" },
  DEREGISTERED: { zh: "已注销", en: "Deregistered" },
  CLAIMED: { zh: "认领成功", en: "Claimed" },
  TRANSFERRED: { zh: "已转移", en: "Transferred" },
  ABANDONED: { zh: "已放弃", en: "Abandoned" },
};

/** Whether a first review is due: the order waits for one, or somebody is at it. */
export function isInFirstReview(status: OrderStatus): boolean {
  return (
    status === "PENDING_FIRST_REVIEW" ||
    status === "REVISED_PENDING_REVIEW" ||
    status === "UNDER_FIRST_REVIEW"
  );
}
