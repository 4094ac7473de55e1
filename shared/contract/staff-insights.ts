import { z } from "zod";
import { FILING_TYPES } from "../domain/filing/filing-type";
import type { VerdictOutcome } from "../domain/review/verdict";

/**
 * Insights (contracts.md §3). The unit of every figure is the *review round*: one submission of one order to first
 * review. Each figure equals the number of rounds in the list it opens.
 */

const rangeShape = {
  fromMs: z.number().int().min(0),
  toMs: z.number().int().min(0),
  provinces: z
    .array(z.string().regex(/^\d{6}$/))
    .max(34)
    .optional(),
  filingTypes: z.array(z.enum(FILING_TYPES)).max(FILING_TYPES.length).optional(),
};
export const insightsInput = z.strictObject(rangeShape);
export type InsightsInput = z.infer<typeof insightsInput>;

/** Figures that open a list. Backlog is the state now, by age; the others count rounds in the range. */
export const FIGURES = [
  "received",
  "decided",
  "approved",
  "rejected",
  "revised",
  "backlog",
  "backlogFresh",
  "backlogAging",
  "backlogLate",
  "onTime",
  "late",
  "firstPass",
  "firstRounds",
] as const;
export type Figure = (typeof FIGURES)[number];

export const roundListInput = z.strictObject({
  ...rangeShape,
  figure: z.enum(FIGURES),
  reviewer: z.string().max(64).optional(),
  /** Shanghai day `YYYY-MM-DD`: narrows received / decided to one day of the chart. */
  day: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  cursor: z.string().max(300).nullish(),
  limit: z.number().int().min(1).max(200).optional(),
});
export type RoundListInput = z.infer<typeof roundListInput>;

export interface InsightsOverview {
  received: number;
  decided: number;
  approved: number;
  rejected: number;
  revised: number;
  /** Rounds submitted and neither decided nor cancelled, now. */
  backlog: number;
  /** Backlog by share of its time used: under half, half to due, past due. */
  backlogByAge: { fresh: number; aging: number; late: number };
  onTime: number;
  /** Share 0–1 of decided rounds that met the published clock; null when nothing was decided. */
  onTimeShare: number | null;
  firstPass: number;
  firstRounds: number;
  /** Share 0–1 of first rounds decided in the range that were approved; null when there are none. */
  firstPassShare: number | null;
  daily: { day: string; received: number; decided: number }[];
}

export interface ReviewerRow {
  reviewer: string;
  decided: number;
  approved: number;
  rejected: number;
  revised: number;
  onTime: number;
  /** Median hands-on time, claim to verdict, ms; null without decisions. */
  medianHandlingMs: number | null;
}

export interface RoundRow {
  orderNo: string;
  round: number;
  kind: string;
  provinceCode: string;
  entityName: string;
  submittedAtMs: number;
  dueAtMs: number;
  decidedAtMs: number | null;
  outcome: VerdictOutcome | null;
  reviewer: string | null;
}

export const auditSearchInput = z.strictObject({
  actor: z.string().max(80).optional(),
  action: z.string().max(60).optional(),
  orderNo: z.string().max(40).optional(),
  fromMs: z.number().int().min(0).optional(),
  toMs: z.number().int().min(0).optional(),
  cursor: z.string().max(300).nullish(),
  limit: z.number().int().min(1).max(200).optional(),
});
export type AuditSearchInput = z.infer<typeof auditSearchInput>;

export interface AuditRow {
  seq: number;
  atMs: number;
  actor: string;
  action: string;
  orderNo: string | null;
  data: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}
