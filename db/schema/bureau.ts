import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { orders } from "./orders";

export const SUBMISSION_STAGES = [
  "PUSHING",
  "DOMAIN_CHECK",
  "SMS",
  "REVIEW",
  "RETURNED",
  "DONE",
  "FAILED",
] as const;
export type SubmissionStage = (typeof SUBMISSION_STAGES)[number];

/** One push of one order: a record under one key, on its way through the bureau. Projected from order events. */
export const submissions = sqliteTable(
  "submissions",
  {
    submissionKey: text("submission_key").primaryKey(),
    orderNo: text("order_no")
      .notNull()
      .references(() => orders.orderNo),
    submissionNo: integer("submission_no").notNull(),
    provinceCode: text("province_code").notNull(),
    stage: text("stage", { enum: SUBMISSION_STAGES }).notNull(),
    pushedAtMs: integer("pushed_at_ms").notNull(),
    sinceMs: integer("since_ms").notNull(),
    /** Number of the batch that carries the record; null while it waits for one. */
    dataSequence: integer("data_sequence"),
    deadlineMs: integer("deadline_ms"),
    attemptsLeft: integer("attempts_left"),
    resendsLeft: integer("resends_left"),
    filingNumbers: text("filing_numbers"),
  },
  (table) => [
    check(
      "submissions_stage",
      sql.raw(`stage in (${SUBMISSION_STAGES.map((stage) => `'${stage}'`).join(", ")})`),
    ),
    uniqueIndex("submissions_of_order").on(table.orderNo, table.submissionNo),
    // P4: at most one live submission per order.
    uniqueIndex("submissions_one_live")
      .on(table.orderNo)
      .where(sql`stage in ('PUSHING', 'DOMAIN_CHECK', 'SMS', 'REVIEW')`),
    // Work of the push worker and of the status poll, per province.
    index("submissions_live")
      .on(table.provinceCode, table.stage, table.dataSequence, table.pushedAtMs, table.submissionKey)
      .where(sql`stage in ('PUSHING', 'DOMAIN_CHECK', 'SMS', 'REVIEW')`),
  ],
);

/** Timeline of a submission: the order's events, and bureau results that moved nothing. */
export const submissionEvents = sqliteTable(
  "submission_events",
  {
    id: integer("id").primaryKey(),
    submissionKey: text("submission_key").notNull(),
    atMs: integer("at_ms").notNull(),
    action: text("action").notNull(),
    data: text("data").notNull(),
  },
  (table) => [index("submission_events_by_key").on(table.submissionKey, table.id)],
);

/** A file of records under one number of a province. The records are fixed before the first byte is sent. */
export const batches = sqliteTable(
  "batches",
  {
    id: integer("id").primaryKey(),
    provinceCode: text("province_code").notNull(),
    dataSequence: integer("data_sequence").notNull(),
    submissionKeys: text("submission_keys").notNull(),
    state: text("state", { enum: ["OPEN", "ACCEPTED", "REFUSED"] }).notNull(),
    attempts: integer("attempts").notNull(),
    createdAtMs: integer("created_at_ms").notNull(),
    /** First attempt without an answer; null while none was made. */
    firstAttemptAtMs: integer("first_attempt_at_ms"),
    msgCode: integer("msg_code"),
  },
  (table) => [
    check("batches_state", sql`state in ('OPEN', 'ACCEPTED', 'REFUSED')`),
    uniqueIndex("batches_one_open").on(table.provinceCode).where(sql`state = 'OPEN'`),
    index("batches_by_number").on(table.provinceCode, table.dataSequence),
  ],
);

/** Last data sequence number that the bureau of a province has taken from us. */
export const provinces = sqliteTable("provinces", {
  provinceCode: text("province_code").primaryKey(),
  lastSequence: integer("last_sequence").notNull(),
});

/** Which account holds which filed entity; asked before a transfer (T48) and by R-002. */
export const filings = sqliteTable(
  "filings",
  {
    accountId: text("account_id").primaryKey(),
    entityToken: text("entity_token"),
    entityFilingNumber: text("entity_filing_number"),
    /** The order that last changed the record. */
    orderNo: text("order_no")
      .notNull()
      .references(() => orders.orderNo),
    sinceMs: integer("since_ms").notNull(),
  },
  (table) => [
    index("filings_by_entity").on(table.entityToken),
    // Whether an order is the present record of an entity.
    index("filings_by_order").on(table.orderNo),
  ],
);
