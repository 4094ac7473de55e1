import type { EventData } from "#shared/domain/order/event";
import type { OutboxKind } from "#shared/domain/order/outbox";

/** A leased outbox message. `fence` must be given back: a worker whose lease was taken over can mark nothing. */
export interface LeasedMessage {
  readonly id: string;
  readonly orderNo: string;
  readonly kind: OutboxKind;
  readonly payload: EventData;
  readonly createdAtMs: number;
  readonly attempts: number;
  readonly fence: number;
}

/** A file of records for one province that was or will be sent under one sequence number. */
export interface BureauBatch {
  readonly provinceCode: string;
  readonly dataSequence: number;
  readonly submissionKeys: readonly string[];
  readonly attempts: number;
  readonly createdAtMs: number;
}

export interface DeliveryStore {
  /** Takes due messages of one kind, oldest first, for `leaseMs`; expired leases of dead workers included. */
  leaseOutbox(kind: OutboxKind, nowMs: number, leaseMs: number, limit: number): Promise<LeasedMessage[]>;
  markDelivered(id: string, fence: number, nowMs: number): Promise<boolean>;
  /** Puts the message back for `retryAtMs`, or aside as dead letter when `retryAtMs` is null. `cause` is a code, not a text. */
  markFailed(id: string, fence: number, retryAtMs: number | null, cause: string): Promise<boolean>;
  recordNotification(row: {
    readonly orderNo: string;
    readonly target: string;
    readonly template: string;
    readonly atMs: number;
  }): Promise<void>;

  /** Provinces with submissions that wait to be sent, an unanswered batch, or submissions still open at the bureau. */
  activeProvinces(): Promise<{ provinceCode: string; queued: number; unanswered: boolean; open: number }[]>;
  /** Submission keys pushed but in no batch yet, oldest first. */
  queuedSubmissions(provinceCode: string, limit: number): Promise<string[]>;
  /** The batch whose answer is still missing; there is at most one per province. */
  unansweredBatch(provinceCode: string): Promise<BureauBatch | null>;
  /** Fixes the records of the next sequence number before the first byte is sent. Fails if one is unanswered. */
  openBatch(provinceCode: string, submissionKeys: readonly string[], nowMs: number): Promise<BureauBatch>;
  countBatchAttempt(provinceCode: string, dataSequence: number, nowMs: number): Promise<void>;
  /** The bureau answered. `accepted` false: the number was not used, and its records wait for the next batch. */
  closeBatch(provinceCode: string, dataSequence: number, accepted: boolean, msgCode: number): Promise<void>;
  /** Records that a repeat showed to be unknown to the bureau: they go out again under the next number, same keys. */
  requeueSubmissions(submissionKeys: readonly string[]): Promise<void>;
  /** Repairs our last number after a code 14 or an answer of `lastDataSequence`. */
  setLastSequence(provinceCode: string, lastSequence: number): Promise<void>;
  /** Keys of this province that stand in an answered batch and that the bureau has not decided. */
  openSubmissions(provinceCode: string, limit: number): Promise<string[]>;
  /** Adds a line to the bureau timeline that changed no status (wrong SMS input, late or unknown result). */
  recordBureauNote(submissionKey: string, atMs: number, action: string, data: EventData): Promise<void>;
}
