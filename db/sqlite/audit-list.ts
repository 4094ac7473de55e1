import { z } from "zod";
import type { AuditRow, AuditSearchInput } from "#shared/contract/staff-insights";
import type { HistoryEvent } from "#shared/contract/staff-orders";
import type { EventData } from "#shared/domain/order/event";
import type { ListStore } from "../ports/list-store";
import type { Client } from "./connection";
import { decodeCursor, encodeCursor } from "./cursor";
import { NO_TIME_MS } from "./order-row";
import { query, statementCache } from "./statements";

const DEFAULT_LIMIT = 50;
/** Events of one order that a timeline shows. */
const MAX_HISTORY = 2000;

/** The small facts of an event as they were stored. */
export const eventData: z.ZodType<EventData> = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);

const place = z.tuple([z.number().int(), z.number().int()]);
const COLUMNS = `seq, at_ms AS atMs, actor, action, order_no AS orderNo, transition, from_status AS fromStatus,
  to_status AS toStatus, data`;

interface AuditDbRow {
  seq: number;
  atMs: number;
  actor: string;
  action: string;
  orderNo: string | null;
  transition: string | null;
  fromStatus: string | null;
  toStatus: string | null;
  data: string;
}

/** The audit trail as lists: newest first, or the life of one order from its beginning. */
export function auditLists(client: Client): Pick<ListStore, "auditSearch" | "history"> {
  const statements = statementCache<Record<string, string | number>, AuditDbRow>(client);
  const ofOrder = query<[string, number], AuditDbRow>(
    client,
    `SELECT ${COLUMNS} FROM audit_events WHERE order_no = ? ORDER BY seq LIMIT ?`,
  );
  return {
    async auditSearch(input) {
      const limit = input.limit ?? DEFAULT_LIMIT;
      const [cursorMs, cursorSeq] = decodeCursor("audit", place, input.cursor) ?? [NO_TIME_MS, NO_TIME_MS];
      const { text, bindings } = searchText(input);
      const rows = statements(text).all({ ...bindings, cursorMs, cursorSeq, limit: limit + 1 });
      const last = rows[limit - 1];
      return {
        rows: rows.slice(0, limit).map(auditRowOf),
        nextCursor:
          rows.length > limit && last !== undefined ? encodeCursor("audit", [last.atMs, last.seq]) : null,
      };
    },
    async history(orderNo) {
      return ofOrder().all(orderNo, MAX_HISTORY).map(historyEventOf);
    },
  };
}

/** The filters that are set; the index of the most selective one gives the order of the rows. */
function searchText(input: AuditSearchInput): { text: string; bindings: Record<string, string | number> } {
  const where = ["(at_ms, seq) < (@cursorMs, @cursorSeq)"];
  const bindings: Record<string, string | number> = {};
  const add = (condition: string, name: string, value: string | number | undefined) => {
    if (value === undefined) return;
    where.push(condition);
    bindings[name] = value;
  };
  add("order_no = @orderNo", "orderNo", input.orderNo);
  add("actor = @actor", "actor", input.actor);
  add("action = @action", "action", input.action);
  add("at_ms >= @fromMs", "fromMs", input.fromMs);
  add("at_ms < @toMs", "toMs", input.toMs);
  const index = indexFor(input);
  const text = `SELECT ${COLUMNS} FROM audit_events INDEXED BY ${index} WHERE ${where.join(" AND ")}
    ORDER BY at_ms DESC, seq DESC LIMIT @limit`;
  return { text, bindings };
}

function indexFor(input: AuditSearchInput): string {
  if (input.orderNo !== undefined) return "audit_events_by_order";
  if (input.actor !== undefined) return "audit_events_by_actor";
  return input.action === undefined ? "audit_events_by_time" : "audit_events_by_action";
}

function auditRowOf(row: AuditDbRow): AuditRow {
  const { seq, atMs, actor, action, orderNo } = row;
  return { seq, atMs, actor, action, orderNo, data: dataOf(row) };
}

function historyEventOf(row: AuditDbRow): HistoryEvent {
  const { seq, atMs, actor, action } = row;
  return { seq, atMs, actor, action, data: dataOf(row) };
}

/** The event's facts, and for an order's event the row of the transition table it was. */
function dataOf(row: AuditDbRow): EventData {
  const data = eventData.parse(JSON.parse(row.data));
  if (row.transition === null) return data;
  return { ...data, transition: row.transition, from: row.fromStatus, to: row.toStatus };
}
