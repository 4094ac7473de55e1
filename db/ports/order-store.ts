import type { DraftContent, VerdictView } from "#shared/contract/staff-orders";
import type { Application } from "#shared/domain/filing/application";
import type { Actor } from "#shared/domain/order/actor";
import type { Facts, Outcome } from "#shared/domain/order/decision";
import type { OrderEvent } from "#shared/domain/order/event";
import type { Order } from "#shared/domain/order/order";
import type { Refusal } from "#shared/domain/order/refusal";

/** What a change is about: one order, a new one, or "the next one for me". */
export type ChangeTarget =
  | { readonly orderNo: string }
  | { readonly create: string }
  | { readonly next: { readonly reviewer: string } };

/** Facts that a decision asks for; the store reads them inside the same transaction. */
export interface Lookup {
  /** Open orders of these accounts or this certificate, the target itself excepted. */
  readonly openOrdersOf?: {
    readonly accountIds: readonly string[];
    readonly certificate: { readonly certType: number; readonly certNumber: string } | null;
  };
  readonly receivingAccountId?: string;
  readonly liveClaimsOf?: string;
  readonly assignee?: string;
  /** Blocking findings and findings version of the newest revision. */
  readonly findings?: true;
}

export interface ChangeRequest {
  readonly target: ChangeTarget;
  readonly actor: Actor;
  readonly nowMs: number;
  readonly lookup: Lookup;
  /** Makes the change happen at most once per (scope, key): a request id, a bureau result id. */
  readonly once: { readonly scope: string; readonly key: string } | null;
}

/** The short answer kept for a repeated request. */
export interface ChangeAnswer {
  readonly orderNo: string;
  readonly status: Order["status"];
  readonly version: number;
  readonly undoUntilMs: number | null;
}

export type ChangeResult =
  | {
      readonly kind: "CHANGED";
      readonly order: Order;
      readonly events: readonly OrderEvent[];
      readonly answer: ChangeAnswer;
    }
  | { readonly kind: "REPEATED"; readonly answer: ChangeAnswer }
  | { readonly kind: "REFUSED"; readonly refusal: Refusal; readonly order: Order | null }
  /** `{ next }` found no order to take. */
  | { readonly kind: "NOTHING" };

/** A committed change, as listeners in this process are told of it. */
export interface ChangeNotice {
  readonly order: Order;
  readonly events: readonly OrderEvent[];
  readonly atMs: number;
}

/** A stored revision with its document opened. */
export interface StoredRevision {
  readonly revisionNo: number;
  readonly submittedAtMs: number;
  readonly application: Application;
}

export interface OrderStore {
  /**
   * The one door of every write to an order. Loads the target and the facts, calls `decide`, writes state, audit,
   * outbox and sealed texts together: one `BEGIN IMMEDIATE` transaction without a turn of the event loop in between.
   * A refused or failed decision changes nothing. Nothing retries.
   */
  change(
    request: ChangeRequest,
    decide: (order: Order | null, facts: Facts) => Outcome,
  ): Promise<ChangeResult>;
  /** Called after each commit; used for the live channel only. Returns the way to stop listening. */
  onChange(listener: (notice: ChangeNotice) => void): () => void;

  /** Extends the live lease of `holder`. Null when he holds none any more: nothing was extended. */
  heartbeat(orderNo: string, holder: string, nowMs: number, untilMs: number): Promise<number | null>;
  /** Sets the next eligible order aside for `reviewer` (one per reviewer, see `reservation`). Null when there is none. */
  reserveNext(reviewer: string, nowMs: number, untilMs: number): Promise<string | null>;
  dropReservation(reviewer: string): Promise<void>;
  /**
   * Adds a colleague's note, sealed, with its audit row; at most once per `once`. Not a decision: version and state
   * stay, so that nobody's verdict becomes stale by it. Null when there is no such order.
   */
  addNote(note: {
    readonly orderNo: string;
    readonly author: string;
    readonly text: string;
    readonly nowMs: number;
    readonly once: { readonly scope: string; readonly key: string };
  }): Promise<ChangeAnswer | null>;
  saveDraft(orderNo: string, username: string, draft: DraftContent, nowMs: number): Promise<void>;
  loadDraft(orderNo: string, username: string): Promise<DraftContent | null>;
  clearDraft(orderNo: string, username: string): Promise<void>;

  /** Orders whose `timerAtMs` has come, earliest first: the end of a hold, of a confirmation, of a returned order. */
  dueTimers(nowMs: number, limit: number): Promise<{ orderNo: string; status: Order["status"] }[]>;

  load(orderNo: string): Promise<Order | null>;
  /** Newest revision, or the one asked for; null when it does not exist. */
  revision(orderNo: string, revisionNo?: number): Promise<StoredRevision | null>;
  /** Verdicts that stand (undone ones excepted), newest first. */
  verdicts(orderNo: string): Promise<VerdictView[]>;
  notes(orderNo: string): Promise<{ author: string; atMs: number; text: string }[]>;
}
