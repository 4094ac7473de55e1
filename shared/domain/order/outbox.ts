import type { EventData } from "./event";

/**
 * What must leave the process because of a decision. Written with it, delivered later by a worker.
 * Messages of one verdict share its id as `group`, so that undo is simply their cancellation (T53).
 */
export type OutboxKind = "BUREAU_PUSH" | "NOTIFICATION" | "WEBHOOK" | "EFFECT";

export interface OutboxMessage {
  readonly kind: OutboxKind;
  /** Cancelled together: a verdict id, or `push` for the pending push of the order; null = never cancelled. */
  readonly group: string | null;
  readonly notBeforeMs: number;
  readonly payload: EventData;
}

/** Recipients of a notification, as in column N of the transition table. */
export const NOTIFY_TARGETS = {
  cs: "CUSTOMER_SMS",
  ce: "CUSTOMER_EMAIL",
  er: "ERP_PHONE",
  sr: "SRP_PHONE",
  rv: "REVIEWER",
  ld: "LEAD",
} as const;
export type NotifyTarget = keyof typeof NOTIFY_TARGETS;
