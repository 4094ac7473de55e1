import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { ORDER_STATUSES } from "#shared/domain/order/status";

/**
 * The order as lists need it, in clear, beside the state the machine works on. Nothing personal stands here.
 * Every column but `services` and `state` may be searched and sorted; those two are JSON and only ever read whole.
 */
export const orders = sqliteTable(
  "orders",
  {
    orderNo: text("order_no").primaryKey(),
    /** Raised by one with every change; guards each write. */
    version: integer("version").notNull(),
    status: text("status", { enum: ORDER_STATUSES }).notNull(),
    /** `kindCode`: the filing type with its origin. */
    kind: text("kind").notNull(),
    filingType: text("filing_type").notNull(),
    provinceCode: text("province_code").notNull(),
    accountId: text("account_id").notNull(),
    /** Name of the intake key the order came through; null for orders of a lead. */
    intakeKey: text("intake_key"),
    createdBy: text("created_by"),
    previousReviewer: text("previous_reviewer"),
    round: integer("round").notNull(),
    revisionNo: integer("revision_no").notNull(),
    submissionNo: integer("submission_no").notNull(),
    /** `NO_TIME_MS` while it never was submitted, so that keyset cursors never meet a null. */
    submittedAtMs: integer("submitted_at_ms").notNull(),
    /** Without a running clock `NO_CLOCK_MS` plus `statusSinceMs`: such orders come last, by when they came there. */
    dueAtMs: integer("due_at_ms").notNull(),
    dueEstimated: integer("due_estimated", { mode: "boolean" }).notNull(),
    /** Until then a revised order waits for its previous reviewer; 0 = it is anybody's. */
    preferredUntilMs: integer("preferred_until_ms").notNull(),
    /** The waiting status of an order in review: its own, or the one a claimed order falls back to. Null elsewhere. */
    waitsAs: text("waits_as", { enum: ["PENDING_FIRST_REVIEW", "REVISED_PENDING_REVIEW"] }),
    onHold: integer("on_hold", { mode: "boolean" }).notNull(),
    escalated: integer("escalated", { mode: "boolean" }).notNull(),
    isOpen: integer("is_open", { mode: "boolean" }).notNull(),
    /** When time alone moves the order next; null = never. */
    timerAtMs: integer("timer_at_ms"),
    statusSinceMs: integer("status_since_ms").notNull(),
    createdAtMs: integer("created_at_ms").notNull(),
    updatedAtMs: integer("updated_at_ms").notNull(),
    /** Name of a unit in clear, of an individual masked. */
    entityLabel: text("entity_label").notNull(),
    /** Blind index of certificate type and number; null when the document names no number. */
    entityToken: text("entity_token"),
    /** Kind, name and domains of each service of the newest revision. */
    services: text("services").notNull(),
    /** The order as `orderSchema` parses it. */
    state: text("state").notNull(),
  },
  (table) => [
    check(
      "orders_status",
      sql.raw(`status in (${ORDER_STATUSES.map((status) => `'${status}'`).join(", ")})`),
    ),
    check("orders_version", sql`version >= 1`),
    // "All orders". Province and type stand at the end so that a filtered page reads the index, not the rows.
    index("orders_by_due").on(table.dueAtMs, table.orderNo, table.provinceCode, table.filingType),
    index("orders_by_submitted").on(table.submittedAtMs, table.orderNo, table.provinceCode, table.filingType),
    // Lists by status, the tracking board, and what is taken next. Orders under review are found by their leases,
    // so that those who take the next order never read past the ones in hand.
    index("orders_by_status_due")
      .on(table.status, table.dueAtMs, table.orderNo, table.provinceCode, table.filingType)
      .where(sql`status <> 'UNDER_FIRST_REVIEW'`),
    index("orders_by_status_submitted")
      .on(table.status, table.submittedAtMs, table.orderNo, table.provinceCode, table.filingType)
      .where(sql`status <> 'UNDER_FIRST_REVIEW'`),
    index("orders_by_timer").on(table.timerAtMs, table.orderNo).where(sql`timer_at_ms is not null`),
    // R-001, should the decision's look-up ever be bypassed: one open order per account and per certificate.
    uniqueIndex("orders_one_open_per_account").on(table.accountId).where(sql`is_open = 1`),
    uniqueIndex("orders_one_open_per_entity").on(table.entityToken).where(sql`is_open = 1`),
  ],
);

/** Who holds an order now. One row per order is the promise of one live claim (P3); a lease ends by itself. */
export const leases = sqliteTable(
  "leases",
  {
    orderNo: text("order_no")
      .primaryKey()
      .references(() => orders.orderNo),
    holder: text("holder").notNull(),
    /** Null while the order is on hold: the lease is suspended and cannot run out. */
    untilMs: integer("until_ms"),
    /** When the hold ends; null unless on hold. */
    holdUntilMs: integer("hold_until_ms"),
  },
  (table) => [
    index("leases_by_holder").on(table.holder),
    // Claims that have run out, and so are free again.
    index("leases_by_end").on(table.untilMs),
  ],
);

/** The next order set aside for a reviewer: one each, and no order for two people. */
export const reservations = sqliteTable("reservations", {
  reviewer: text("reviewer").primaryKey(),
  orderNo: text("order_no")
    .notNull()
    .unique()
    .references(() => orders.orderNo),
  untilMs: integer("until_ms").notNull(),
});

/** Answers of requests that must happen at most once: request ids, bureau result ids. */
export const onceKeys = sqliteTable(
  "once_keys",
  {
    scope: text("scope").notNull(),
    key: text("key").notNull(),
    answer: text("answer").notNull(),
    atMs: integer("at_ms").notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] })],
);
