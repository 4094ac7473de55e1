import Database from "better-sqlite3";
import type { Order } from "#shared/domain/order/order";
import { refuse } from "#shared/domain/order/refusal";
import type { Keyring } from "../crypto/keyring";
import type { ChangeNotice, ChangeRequest, ChangeResult, OrderStore } from "../ports/order-store";
import type { AppendAudit } from "./audit-log";
import { addNote, applyChange, type ChangeParts, type DecideOrder } from "./change";
import type { Client } from "./connection";
import { documents } from "./documents";
import { factReader } from "./facts";
import { nextOrder } from "./next-order";
import { onceKeyTable } from "./once-keys";
import { orderTable } from "./order-table";
import { outboxTable } from "./outbox-table";
import { filingProjector } from "./project-filings";
import { roundProjector } from "./project-rounds";
import { submissionProjector } from "./project-submissions";
import { ruleDecisionTable } from "./rule-decisions";
import { sealedTexts } from "./sealed-texts";
import { searchIndex } from "./search-index";
import { query } from "./statements";
import { inTransaction } from "./transaction";
import { reviewTexts } from "./verdict-texts";

/** The order part of the store on one writing connection. */
export function sqliteOrderStore(client: Client, keyring: Keyring, audit: AppendAudit): OrderStore {
  const parts = changeParts(client, keyring, audit);
  const listeners = new Set<(notice: ChangeNotice) => void>();
  const extend = query<
    { orderNo: string; holder: string; nowMs: number; untilMs: number },
    { untilMs: number }
  >(
    client,
    // A lease only ever grows: a heartbeat that was overtaken by a later one changes nothing. On hold there is
    // nothing to extend (the maximum of NULL is NULL), and the answer is the end of the hold.
    `UPDATE leases SET until_ms = max(until_ms, @untilMs)
     WHERE order_no = @orderNo AND holder = @holder AND (until_ms IS NULL OR until_ms > @nowMs)
     RETURNING coalesce(until_ms, hold_until_ms) AS untilMs`,
  );

  const otherOpenOrder = query<[string], { orderNo: string }>(
    client,
    `SELECT other.order_no AS orderNo FROM orders me JOIN orders other ON other.account_id = me.account_id
       OR other.entity_token = me.entity_token
     WHERE me.order_no = ? AND other.is_open = 1 AND other.order_no <> me.order_no LIMIT 1`,
  );

  const timers = query<[number, number], { orderNo: string; status: Order["status"] }>(
    client,
    `SELECT order_no AS orderNo, status FROM orders INDEXED BY orders_by_timer
     WHERE timer_at_ms IS NOT NULL AND timer_at_ms <= ? ORDER BY timer_at_ms, order_no LIMIT ?`,
  );

  function changeNow(request: ChangeRequest, decide: DecideOrder): ChangeResult {
    try {
      return inTransaction(client, () => applyChange(parts, request, decide));
    } catch (error) {
      if (!opensSecondOrder(error) || !("orderNo" in request.target)) throw error;
      const { orderNo } = request.target;
      const other = otherOpenOrder().get(orderNo)?.orderNo ?? "";
      const refusal = refuse("OPEN_ORDER_EXISTS", { orderNo: other });
      return { kind: "REFUSED", refusal, order: parts.orders.load(orderNo) };
    }
  }

  return {
    async change(request, decide) {
      const result = changeNow(request, decide);
      if (result.kind === "CHANGED") {
        const notice = { order: result.order, events: result.events, atMs: request.nowMs };
        for (const listener of listeners) tell(listener, notice);
      }
      return result;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async heartbeat(orderNo, holder, nowMs, untilMs) {
      return extend().get({ orderNo, holder, nowMs, untilMs })?.untilMs ?? null;
    },
    async reserveNext(reviewer, nowMs, untilMs) {
      return inTransaction(client, () => parts.next.reserve(reviewer, nowMs, untilMs));
    },
    async dropReservation(reviewer) {
      parts.next.drop(reviewer);
    },
    async addNote(note) {
      return inTransaction(client, () => addNote(parts, note));
    },
    async dueTimers(nowMs, limit) {
      return timers().all(nowMs, limit);
    },
    async saveDraft(orderNo, username, draft, nowMs) {
      inTransaction(client, () => parts.reviews.saveDraft(orderNo, username, draft, nowMs));
    },
    loadDraft: async (orderNo, username) => parts.reviews.loadDraft(orderNo, username),
    async clearDraft(orderNo, username) {
      parts.reviews.clearDraft(orderNo, username);
    },
    load: async (orderNo) => parts.orders.load(orderNo),
    revision: async (orderNo, revisionNo) => parts.documents.read(orderNo, revisionNo ?? null),
    verdicts: async (orderNo) => parts.reviews.verdicts(orderNo),
    notes: async (orderNo) => parts.reviews.notes(orderNo),
  };
}

/** A listener that throws is a bug of its own: it surfaces as one and does not make a committed change look failed. */
function tell(listener: (notice: ChangeNotice) => void, notice: ChangeNotice): void {
  try {
    listener(notice);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

function changeParts(client: Client, keyring: Keyring, audit: AppendAudit): ChangeParts {
  const texts = sealedTexts(client, keyring);
  const search = searchIndex(client);
  return {
    orders: orderTable(client),
    once: onceKeyTable(client),
    facts: factReader(client, keyring),
    next: nextOrder(client),
    audit,
    outbox: outboxTable(client),
    texts,
    documents: documents(client, keyring, texts, search),
    reviews: reviewTexts(client, texts),
    decisions: ruleDecisionTable(client),
    search,
    rounds: roundProjector(client),
    submissions: submissionProjector(client),
    filings: filingProjector(client),
  };
}

/**
 * Whether a write failed on the indexes behind R-001. Reached when a decision did not look (an undone claim whose
 * account has opened another order since): a refusal like any other, and everything is rolled back.
 */
function opensSecondOrder(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    error.code === "SQLITE_CONSTRAINT_UNIQUE" &&
    /orders\.(account_id|entity_token)/.test(error.message)
  );
}
