import { z } from "zod";
import { FILING_TYPES } from "../domain/filing/filing-type";
import type { ServiceKind } from "../domain/filing/service";
import type { OrderStatus } from "../domain/order/status";
import { ORDER_STATUSES } from "../domain/order/status";

/** The queue part of the staff API (contracts.md §3): inputs as parsers, outputs as types. */

export const orderNoInput = z.string().min(1).max(40);
/** Minted once per intention by the client; a repeat with the same id answers the first result. */
export const requestIdInput = z.string().min(8).max(64);
/** For calls that need to be told nothing; an absent input is one too. */
export const emptyInput = z.strictObject({}).optional();
export const versionInput = z.number().int().min(1);
const provinceInput = z.string().regex(/^\d{6}$/);

export const QUEUE_VIEWS = ["MINE", "TAKE", "REVISED", "AT_RISK", "ON_HOLD", "ESCALATED", "ALL"] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

export const queueFilterInput = z.strictObject({
  statuses: z.array(z.enum(ORDER_STATUSES)).max(ORDER_STATUSES.length).optional(),
  provinces: z.array(provinceInput).max(34).optional(),
  filingTypes: z.array(z.enum(FILING_TYPES)).max(FILING_TYPES.length).optional(),
  text: z.string().max(100).optional(),
  claimedBy: z.string().max(64).optional(),
});
export type QueueFilter = z.infer<typeof queueFilterInput>;

export const queueListInput = z.strictObject({
  view: z.enum(QUEUE_VIEWS),
  filter: queueFilterInput.optional(),
  sort: z.strictObject({ by: z.enum(["dueAtMs", "submittedAtMs"]), dir: z.enum(["asc", "desc"]) }).optional(),
  cursor: z.string().max(300).nullish(),
  limit: z.number().int().min(1).max(200).optional(),
});
export type QueueListInput = z.infer<typeof queueListInput>;

export const claimNextInput = z.strictObject({ requestId: requestIdInput });
export const claimInput = z.strictObject({
  orderNo: orderNoInput,
  version: versionInput,
  requestId: requestIdInput,
});
export const orderCommandInput = z.strictObject({ orderNo: orderNoInput, requestId: requestIdInput });
export const orderNoOnlyInput = z.strictObject({ orderNo: orderNoInput });

/** One line of a list. `status` is the effective one: an order whose lease ran out is back in its queue. */
export interface OrderRow {
  orderNo: string;
  status: OrderStatus;
  version: number;
  filingType: (typeof FILING_TYPES)[number];
  /** `kindCode`: the type with its origin. */
  kind: string;
  provinceCode: string;
  /** Unit name in clear, an individual masked. */
  entityName: string;
  services: { kind: ServiceKind; name: string; domains: string[] }[];
  round: number;
  submittedAtMs: number | null;
  dueAtMs: number | null;
  /** True when `dueAtMs` rests on a year without an announced calendar. */
  dueEstimated: boolean;
  claim: { by: string; untilMs: number } | null;
  onHold: boolean;
  escalated: boolean;
  findings: { block: number; warn: number };
}

export interface QueuePage {
  rows: OrderRow[];
  nextCursor: string | null;
}

/** Orders per view, each capped at 10,000. */
export type QueueCounts = Record<QueueView, number>;

/** Short answer of every command on an order. */
export interface OrderAnswer {
  orderNo: string;
  status: OrderStatus;
  version: number;
}
