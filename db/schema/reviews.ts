import { sql } from "drizzle-orm";
import {
  blob,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { VERDICT_OUTCOMES } from "#shared/domain/review/verdict";
import { orders } from "./orders";

const OUTCOME_CHECK = `outcome in (${VERDICT_OUTCOMES.map((outcome) => `'${outcome}'`).join(", ")})`;

/** Verdicts as they were given; what was said is sealed. Append-only: an undone one is named in `verdict_undos`. */
export const verdicts = sqliteTable(
  "verdicts",
  {
    orderNo: text("order_no")
      .notNull()
      .references(() => orders.orderNo),
    verdictId: text("verdict_id").notNull(),
    round: integer("round").notNull(),
    revisionNo: integer("revision_no").notNull(),
    outcome: text("outcome", { enum: VERDICT_OUTCOMES }).notNull(),
    decidedBy: text("decided_by").notNull(),
    decidedAtMs: integer("decided_at_ms").notNull(),
    claimedAtMs: integer("claimed_at_ms").notNull(),
    reasons: integer("reasons").notNull(),
    overrides: integer("overrides").notNull(),
    sealed: blob("sealed", { mode: "buffer" }).notNull(),
  },
  (table) => [
    check("verdicts_outcome", sql.raw(OUTCOME_CHECK)),
    primaryKey({ columns: [table.orderNo, table.verdictId] }),
  ],
);

/** Verdicts taken back within the undo window. Append-only. */
export const verdictUndos = sqliteTable(
  "verdict_undos",
  {
    orderNo: text("order_no").notNull(),
    verdictId: text("verdict_id").notNull(),
    undoneBy: text("undone_by").notNull(),
    undoneAtMs: integer("undone_at_ms").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderNo, table.verdictId] }),
    foreignKey({
      columns: [table.orderNo, table.verdictId],
      foreignColumns: [verdicts.orderNo, verdicts.verdictId],
    }),
  ],
);

/**
 * One submission of one order to first review, the unit of every figure on Insights. Projected from the events in
 * the same transaction; equal to a recount of the audit trail.
 */
export const reviewRounds = sqliteTable(
  "review_rounds",
  {
    orderNo: text("order_no")
      .notNull()
      .references(() => orders.orderNo),
    round: integer("round").notNull(),
    kind: text("kind").notNull(),
    filingType: text("filing_type").notNull(),
    provinceCode: text("province_code").notNull(),
    submittedAtMs: integer("submitted_at_ms").notNull(),
    /** When half of the working time is used up: from here the backlog is aging. */
    halfAtMs: integer("half_at_ms").notNull(),
    dueAtMs: integer("due_at_ms").notNull(),
    decidedAtMs: integer("decided_at_ms"),
    outcome: text("outcome", { enum: VERDICT_OUTCOMES }),
    reviewer: text("reviewer"),
    claimedAtMs: integer("claimed_at_ms"),
    /** Withdrawn or abandoned before a verdict: neither met nor missed (domain.md §3.4). */
    cancelled: integer("cancelled", { mode: "boolean" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderNo, table.round] }),
    check("review_rounds_outcome", sql.raw(`outcome is null or ${OUTCOME_CHECK}`)),
    check("review_rounds_decided", sql`(decided_at_ms is null) = (outcome is null)`),
    // Received, by range; covering, so that a month is summed without touching the rows.
    index("review_rounds_received").on(
      table.submittedAtMs,
      table.orderNo,
      table.round,
      table.provinceCode,
      table.filingType,
    ),
    index("review_rounds_decided_at")
      .on(
        table.decidedAtMs,
        table.orderNo,
        table.round,
        table.outcome,
        table.reviewer,
        table.dueAtMs,
        table.claimedAtMs,
        table.provinceCode,
        table.filingType,
      )
      .where(sql`decided_at_ms is not null`),
    index("review_rounds_open")
      .on(
        table.submittedAtMs,
        table.orderNo,
        table.round,
        table.halfAtMs,
        table.dueAtMs,
        table.provinceCode,
        table.filingType,
      )
      .where(sql`decided_at_ms is null and cancelled = 0`),
  ],
);
