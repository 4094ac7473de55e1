import { z } from "zod";
import type { FilingNumbers } from "../domain/order/order";
import type { OrderStatus } from "../domain/order/status";

/** Tracking, insights, audit and staff parts of the staff API (contracts.md §3). */

/** Where an approved order is on its way; the columns of the tracking board (experience.md §2). */
export const TRACKING_STAGES = [
  "CONFIRMATION",
  "WAITING",
  "PUSHING",
  "DOMAIN_CHECK",
  "SMS",
  "REVIEW",
  "RETURNED",
  "DONE",
] as const;
export type TrackingStage = (typeof TRACKING_STAGES)[number];

/** Which statuses each stage holds. */
export const STAGE_STATUSES = {
  CONFIRMATION: ["AWAITING_CUSTOMER_CONFIRMATION"],
  WAITING: ["PENDING_BUREAU_SUBMISSION"],
  PUSHING: ["SUBMITTING_TO_BUREAU"],
  DOMAIN_CHECK: ["MIIT_DOMAIN_CHECK"],
  SMS: ["SMS_PENDING"],
  REVIEW: ["UNDER_BUREAU_REVIEW"],
  RETURNED: ["MIIT_RETURNED", "SMS_RETURNED", "BUREAU_REJECTED"],
  DONE: ["FILED", "CANCELLED_ACCESS", "DEREGISTERED"],
} as const satisfies Record<TrackingStage, readonly OrderStatus[]>;

export const bureauListInput = z.strictObject({
  stages: z.array(z.enum(TRACKING_STAGES)).max(TRACKING_STAGES.length).optional(),
  provinces: z
    .array(z.string().regex(/^\d{6}$/))
    .max(34)
    .optional(),
  cursor: z.string().max(300).nullish(),
  limit: z.number().int().min(1).max(200).optional(),
});
export type BureauListInput = z.infer<typeof bureauListInput>;

/** Push now, try again: commands of a lead on an order on its way to the bureau. */
export const bureauCommandInput = z.strictObject({
  orderNo: z.string().min(1).max(40),
  requestId: z.string().min(8).max(64),
  reason: z.string().max(1000).optional(),
});

export interface TrackingRow {
  orderNo: string;
  status: OrderStatus;
  stage: TrackingStage;
  version: number;
  kind: string;
  provinceCode: string;
  entityName: string;
  submissionKey: string | null;
  /** Since when the order is in this stage. */
  sinceMs: number;
  sms: { deadlineMs: number | null; attemptsLeft: number | null; resendsLeft: number | null } | null;
  filingNumbers: FilingNumbers | null;
  /** What the bureau said when it returned the order; null otherwise. */
  opinion: string | null;
}

export interface TimelineEntry {
  atMs: number;
  /** Transition and command of the event, or the kind of a bureau result that changed nothing. */
  action: string;
  data: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

export interface SubmissionView {
  submissionKey: string;
  provinceCode: string;
  dataSequence: number | null;
  stage: string;
  timeline: TimelineEntry[];
  sms: { deadlineMs: number | null; attemptsLeft: number | null; resendsLeft: number | null } | null;
  filingNumbers: FilingNumbers | null;
}

/** Why an order is back from the bureau: `JGDM_1003`, `DOMAIN_CHECK`, `SMS_TIMED_OUT`, …, and the bureau's words. */
export interface BureauReturn {
  atMs: number;
  cause: string;
  opinion: string;
}

/** Everything that happened to one order at the bureau. `returned` is null unless it stands returned now. */
export interface OrderAtBureau {
  submissions: SubmissionView[];
  returned: BureauReturn | null;
}

/** Last results of a province's conversation with the bureau. */
export interface ProvinceState {
  provinceCode: string;
  lastSequence: number;
  open: number;
  unansweredSinceMs: number | null;
}
