import type {
  BureauListInput,
  ProvinceState,
  SubmissionView,
  TrackingRow,
} from "#shared/contract/staff-bureau";
import type {
  AuditRow,
  AuditSearchInput,
  InsightsInput,
  InsightsOverview,
  ReviewerRow,
  RoundListInput,
  RoundRow,
} from "#shared/contract/staff-insights";
import type { HistoryEvent } from "#shared/contract/staff-orders";
import type { OrderRow, QueueCounts, QueueListInput, QueuePage } from "#shared/contract/staff-queue";
import type { EventData } from "#shared/domain/order/event";

export interface Page<Row> {
  rows: Row[];
  nextCursor: string | null;
}

/** A cursor that this store never issued: the caller answers it as bad input. */
export class BadCursorError extends Error {
  constructor() {
    super("bad cursor");
    this.name = "BadCursorError";
  }
}

/** Lists and read models. All keyset-paged with the order number (or seq) as tie-break; none opens a sealed text. */
export interface ListStore {
  queue(input: QueueListInput, viewer: string, nowMs: number): Promise<QueuePage>;
  queueCounts(viewer: string, nowMs: number): Promise<QueueCounts>;
  orderRow(orderNo: string, nowMs: number): Promise<OrderRow | null>;
  /** Orders ahead of this one in the review queue; null when it is not in the queue. Capped at 10,000. */
  queuePlace(orderNo: string, nowMs: number): Promise<number | null>;
  history(orderNo: string): Promise<HistoryEvent[]>;
  tracking(input: BureauListInput, nowMs: number): Promise<Page<TrackingRow>>;
  submissions(orderNo: string): Promise<SubmissionView[]>;
  provinceStates(): Promise<ProvinceState[]>;
  insights(input: InsightsInput, nowMs: number): Promise<InsightsOverview>;
  reviewers(input: InsightsInput): Promise<ReviewerRow[]>;
  rounds(input: RoundListInput, nowMs: number): Promise<Page<RoundRow>>;
  auditSearch(input: AuditSearchInput): Promise<Page<AuditRow>>;
}

/** Audit rows that no order change carries: sign-ins, role changes, reveals, refused sign-ins. */
export interface AuditStore {
  recordAudit(row: {
    readonly atMs: number;
    readonly actor: string;
    readonly action: string;
    readonly orderNo: string | null;
    readonly data: EventData;
  }): Promise<void>;
}
