import { z } from "zod";
import { type Application, applicationSchema } from "../domain/filing/application";
import type { MaterialKind } from "../domain/filing/materials";
import type { CommandType } from "../domain/order/command";
import type { EventData } from "../domain/order/event";
import { HOLD_REASONS } from "../domain/order/order";
import type { FindingOverride, VerdictOutcome, VerdictReason } from "../domain/review/verdict";
import { VERDICT_OUTCOMES } from "../domain/review/verdict";
import type { OrderAnswer, OrderRow } from "./staff-queue";
import { orderNoInput, requestIdInput, versionInput } from "./staff-queue";
import type { MachineReview } from "./staff-review";

/** The order and verdict part of the staff API (contracts.md §3). */

const text = (max: number) => z.string().max(max);

export const verdictInput = z.strictObject({
  orderNo: orderNoInput,
  version: versionInput,
  findingsVersion: z.string().max(64).nullish(),
  requestId: requestIdInput,
  outcome: z.enum(VERDICT_OUTCOMES),
  comment: text(4000),
  note: text(4000).nullish(),
  reasons: z
    .array(
      z.strictObject({
        templateCode: z.string().max(32).nullish(),
        fieldPath: text(200),
        params: z.record(z.string().max(40), text(500)).nullish(),
        text: text(2000).nullish(),
        suggestion: text(2000).nullish(),
        /** The rule whose finding the reviewer accepts by this reason. */
        ruleId: z.string().max(16).nullish(),
      }),
    )
    .max(100),
  overrides: z
    .array(
      z.strictObject({
        ruleId: z.string().max(16),
        fieldPath: text(200).nullish(),
        reason: z.string().min(1).max(1000),
      }),
    )
    .max(100),
});
export type VerdictInput = z.infer<typeof verdictInput>;
export type VerdictAnswer = OrderAnswer & { undoUntilMs: number };

export const revealInput = z.strictObject({ orderNo: orderNoInput, purpose: z.string().min(2).max(200) });
export const releaseInput = z.strictObject({ orderNo: orderNoInput, requestId: requestIdInput });
export const holdInput = z.strictObject({
  orderNo: orderNoInput,
  requestId: requestIdInput,
  reason: z.enum(HOLD_REASONS),
  untilMs: z.number().int().min(0),
  comment: text(1000).optional(),
});
/** Escalate (to a lead), hand over, reassign, assign: the order goes to a named colleague. */
export const moveInput = z.strictObject({
  orderNo: orderNoInput,
  requestId: requestIdInput,
  to: z.string().min(1).max(64),
  comment: text(1000).optional(),
});
/** Lead commands that need a stated reason: recall, reopen, abandon. */
export const reasonedInput = z.strictObject({
  orderNo: orderNoInput,
  requestId: requestIdInput,
  reason: z.string().min(1).max(1000),
});
/** A lead cancels access for cause (T47): the whole document, CANCEL_ACCESS with origin FORCED. */
export const forceCancelInput = z.strictObject({
  requestId: requestIdInput,
  legalGround: z.string().min(1).max(1000),
  application: applicationSchema,
});
export const noteInput = z.strictObject({
  orderNo: orderNoInput,
  requestId: requestIdInput,
  text: z.string().min(1).max(4000),
});

/** A reviewer's unfinished verdict; survives reload, crash and lease loss, sealed with the order. */
export const draftContent = z.strictObject({
  outcome: z.enum(VERDICT_OUTCOMES).nullable(),
  comment: text(4000),
  note: text(4000),
  reasons: z
    .array(
      z.strictObject({
        templateCode: z.string().max(32).nullable(),
        fieldPath: text(200),
        text: text(2000),
        suggestion: text(2000),
        ruleId: z.string().max(16).nullable().default(null),
        params: z.record(z.string().max(40), text(500)).default({}),
      }),
    )
    .max(100),
  /** Findings set aside so far; the reason may still be empty. */
  overrides: z
    .array(z.strictObject({ ruleId: z.string().max(16), fieldPath: text(200), reason: text(1000) }))
    .max(100)
    .default([]),
  /** Checklist questions answered so far, as `ruleId fieldPath`. */
  checked: z.array(text(220)).max(300).default([]),
});
export type DraftContent = z.infer<typeof draftContent>;
export const saveDraftInput = z.strictObject({ orderNo: orderNoInput, draft: draftContent });

/** Whether a filled-in value agrees with one of its sources; computed on the server, shown while masked. */
export interface MatchMark {
  fieldPath: string;
  source: "OCR" | "REGISTRY" | "WHOIS" | "FILED";
  matches: boolean | null;
}

export interface MaterialView {
  kind: MaterialKind;
  sha256: string;
  fileName: string | null;
  mediaType: string;
  bytes: number;
  serviceIndex: number | null;
  domain: string | null;
  /** Same-origin address of the document; answers only to who may see the order. */
  url: string;
}

export interface VerdictView {
  round: number;
  revision: number;
  outcome: VerdictOutcome;
  decidedBy: string;
  decidedAtMs: number;
  comment: string;
  note: string;
  reasons: readonly VerdictReason[];
  overrides: readonly FindingOverride[];
}

export interface OrderDetail extends Omit<OrderRow, "findings">, MachineReview {
  document: Application;
  matches: MatchMark[];
  materials: MaterialView[];
  revision: number;
  allowedCommands: CommandType[];
  /** Verdicts of earlier rounds, newest first. */
  previousReasons: VerdictView[];
  notes: { author: string; atMs: number; text: string }[];
  draft: DraftContent | null;
  undo: { by: string; untilMs: number } | null;
  hold: { reason: (typeof HOLD_REASONS)[number]; untilMs: number } | null;
}

export interface HistoryEvent {
  seq: number;
  atMs: number;
  actor: string;
  action: string;
  data: EventData;
}
