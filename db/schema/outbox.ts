import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { orders } from "./orders";

/** What must still leave the process. Written with the decision that asks for it, delivered later by a worker. */
export const outbox = sqliteTable(
  "outbox",
  {
    /** Order of writing: messages of one order and kind leave in this order. */
    seq: integer("seq").primaryKey(),
    /** Names the message to the outside, as its idempotency key; also after a restore no two share one. */
    id: text("id").notNull(),
    orderNo: text("order_no")
      .notNull()
      .references(() => orders.orderNo),
    kind: text("kind", { enum: ["BUREAU_PUSH", "NOTIFICATION", "WEBHOOK", "EFFECT"] }).notNull(),
    groupKey: text("group_key"),
    payload: text("payload").notNull(),
    notBeforeMs: integer("not_before_ms").notNull(),
    state: text("state", { enum: ["PENDING", "DONE", "CANCELLED", "DEAD"] }).notNull(),
    attempts: integer("attempts").notNull(),
    leaseUntilMs: integer("lease_until_ms"),
    /** Raised by every lease and by a cancellation: a worker that lost its lease can mark nothing. */
    fence: integer("fence").notNull(),
    cause: text("cause"),
    createdAtMs: integer("created_at_ms").notNull(),
    endedAtMs: integer("ended_at_ms"),
  },
  (table) => [
    check("outbox_state", sql`state in ('PENDING', 'DONE', 'CANCELLED', 'DEAD')`),
    // Time first: the messages of one decision lie side by side, and only what is due is looked through for a kind.
    index("outbox_due").on(table.notBeforeMs, table.seq, table.kind).where(sql`state = 'PENDING'`),
    index("outbox_pending_of_order").on(table.orderNo, table.kind, table.seq).where(sql`state = 'PENDING'`),
  ],
);

/** Notices that were sent (in this product: recorded) to somebody about an order. */
export const notifications = sqliteTable(
  "notifications",
  {
    id: integer("id").primaryKey(),
    orderNo: text("order_no")
      .notNull()
      .references(() => orders.orderNo),
    target: text("target").notNull(),
    template: text("template").notNull(),
    atMs: integer("at_ms").notNull(),
  },
  (table) => [index("notifications_by_order").on(table.orderNo, table.id)],
);
