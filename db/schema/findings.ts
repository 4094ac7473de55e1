import { sql } from "drizzle-orm";
import { blob, check, foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { OVERRIDES_BY, SEVERITIES } from "#shared/domain/rules/rule";
import { revisions } from "./documents";
import { verdicts } from "./reviews";

/** The latest run of the rules over a revision: when, by which rules, how many violations, and its sealed report. */
export const findingRuns = sqliteTable(
  "finding_runs",
  {
    orderNo: text("order_no").notNull(),
    revisionNo: integer("revision_no").notNull(),
    /** `findingsVersion`. */
    version: text("version").notNull(),
    ruleSet: text("rule_set").notNull(),
    /** Day in Shanghai. */
    ranOn: text("ran_on").notNull(),
    ranAtMs: integer("ran_at_ms").notNull(),
    /** Violations by severity, as the queue shows them. */
    block: integer("block").notNull(),
    warn: integer("warn").notNull(),
    /** Last, so that lists never read past the counts into the report. */
    sealed: blob("sealed", { mode: "buffer" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderNo, table.revisionNo] }),
    foreignKey({
      columns: [table.orderNo, table.revisionNo],
      foreignColumns: [revisions.orderNo, revisions.revisionNo],
    }),
  ],
);

/** What of a report decisions and figures need, in clear: rules and places, never a value. */
export const findings = sqliteTable(
  "findings",
  {
    orderNo: text("order_no").notNull(),
    revisionNo: integer("revision_no").notNull(),
    ruleId: text("rule_id").notNull(),
    fieldPath: text("field_path").notNull(),
    state: text("state", { enum: ["VIOLATED", "CANNOT_CHECK"] }).notNull(),
    severity: text("severity", { enum: SEVERITIES }).notNull(),
    override: text("override", { enum: OVERRIDES_BY }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderNo, table.revisionNo, table.ruleId, table.fieldPath, table.state] }),
    foreignKey({
      columns: [table.orderNo, table.revisionNo],
      foreignColumns: [findingRuns.orderNo, findingRuns.revisionNo],
    }),
    check("findings_state", sql`state in ('VIOLATED', 'CANNOT_CHECK')`),
  ],
);

/** What a verdict did with findings. Append-only; those of an undone verdict stay and count no more. */
export const ruleDecisions = sqliteTable(
  "rule_decisions",
  {
    orderNo: text("order_no").notNull(),
    verdictId: text("verdict_id").notNull(),
    ruleId: text("rule_id").notNull(),
    /** Empty: the rule was set aside wherever it hit. */
    fieldPath: text("field_path").notNull(),
    decision: text("decision", { enum: ["ACCEPTED", "OVERRIDDEN"] }).notNull(),
    atMs: integer("at_ms").notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.orderNo, table.verdictId, table.ruleId, table.fieldPath, table.decision],
    }),
    foreignKey({
      columns: [table.orderNo, table.verdictId],
      foreignColumns: [verdicts.orderNo, verdicts.verdictId],
    }),
    check("rule_decisions_decision", sql`decision in ('ACCEPTED', 'OVERRIDDEN')`),
  ],
);

/** Sums over the two tables above, kept with each write: the list of rules reads no row of any order. */
export const ruleCounts = sqliteTable("rule_counts", {
  ruleId: text("rule_id").primaryKey(),
  hits: integer("hits").notNull(),
  accepted: integer("accepted").notNull(),
  overridden: integer("overridden").notNull(),
});
