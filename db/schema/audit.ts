import { blob, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * Who did what, when. Append-only, gap-free, chained: `hash` covers the row and its predecessor's hash.
 * Holds ids, codes and field paths, never a personal datum.
 */
export const auditEvents = sqliteTable(
  "audit_events",
  {
    seq: integer("seq").primaryKey(),
    atMs: integer("at_ms").notNull(),
    actor: text("actor").notNull(),
    /** Command of an order's event, or the name of what happened outside an order. */
    action: text("action").notNull(),
    orderNo: text("order_no"),
    transition: text("transition"),
    fromStatus: text("from_status"),
    toStatus: text("to_status"),
    data: text("data").notNull(),
    hash: blob("hash", { mode: "buffer" }).notNull(),
  },
  (table) => [
    index("audit_events_by_order").on(table.orderNo, table.seq),
    // One index per filter of the audit page, each in the page's own order.
    index("audit_events_by_time").on(table.atMs, table.seq),
    index("audit_events_by_actor").on(table.actor, table.atMs, table.seq),
    index("audit_events_by_action").on(table.action, table.atMs, table.seq),
  ],
);
