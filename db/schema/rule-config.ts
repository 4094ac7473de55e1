import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

/**
 * Every change of what the rules decide by, in one gap-free sequence whose last number is the revision of the
 * configuration. Append-only: what was in force on a day can always be told.
 */
export const ruleChanges = sqliteTable(
  "rule_changes",
  {
    id: integer("id").primaryKey(),
    kind: text("kind", { enum: ["SETTING", "PROVINCE", "LIST", "BLACKLIST", "AUTH_CODE"] }).notNull(),
    /** Rule id, `GD.minAge`, list key, masked blacklist label, or code. */
    subject: text("subject").notNull(),
    /** JSON, read whole. */
    value: text("value").notNull(),
    /** First day in force; empty for what counts from the moment it is stored. */
    effectiveFrom: text("effective_from").notNull(),
    reason: text("reason").notNull(),
    changedBy: text("changed_by").notNull(),
    changedAtMs: integer("changed_at_ms").notNull(),
  },
  (table) => [
    check("rule_changes_kind", sql`kind in ('SETTING', 'PROVINCE', 'LIST', 'BLACKLIST', 'AUTH_CODE')`),
    index("rule_changes_in_force").on(table.kind, table.effectiveFrom, table.id),
  ],
);

/** Listed entities, domains and persons; who was taken off stands in `rule_changes`. */
export const blacklist = sqliteTable(
  "blacklist",
  {
    id: integer("id").primaryKey(),
    kind: text("kind", { enum: ["ENTITY", "DOMAIN", "PERSON"] }).notNull(),
    /** The domain in ASCII; of a number its blind index. */
    token: text("token").notNull(),
    /** What may be shown of it. */
    label: text("label").notNull(),
    bureau: text("bureau").notNull(),
    reason: text("reason").notNull(),
    addedBy: text("added_by").notNull(),
    addedAtMs: integer("added_at_ms").notNull(),
  },
  (table) => [
    check("blacklist_kind", sql`kind in ('ENTITY', 'DOMAIN', 'PERSON')`),
    uniqueIndex("blacklist_by_token").on(table.kind, table.token),
  ],
);

/** Filing authorisation codes that we issued. Without a single row no such store is kept (domain.md §7.X). */
export const authCodes = sqliteTable("auth_codes", {
  code: text("code").primaryKey(),
  issuerInstanceId: text("issuer_instance_id"),
  issuerValid: integer("issuer_valid", { mode: "boolean" }).notNull(),
  used: integer("used", { mode: "boolean" }).notNull(),
  addedBy: text("added_by").notNull(),
  addedAtMs: integer("added_at_ms").notNull(),
});

/** Texts of reason templates as they were drafted. Append-only; what became of a draft stands in `template_ends`. */
export const templateVersions = sqliteTable(
  "template_versions",
  {
    code: text("code").notNull(),
    versionNo: integer("version_no").notNull(),
    titleZh: text("title_zh").notNull(),
    titleEn: text("title_en").notNull(),
    bodyZh: text("body_zh").notNull(),
    bodyEn: text("body_en").notNull(),
    author: text("author").notNull(),
    draftedAtMs: integer("drafted_at_ms").notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.versionNo] })],
);

/** Drafts that were released or discarded. Append-only: neither can be taken back, only followed by a new draft. */
export const templateEnds = sqliteTable(
  "template_ends",
  {
    code: text("code").notNull(),
    versionNo: integer("version_no").notNull(),
    outcome: text("outcome", { enum: ["RELEASED", "DISCARDED"] }).notNull(),
    endedBy: text("ended_by").notNull(),
    endedAtMs: integer("ended_at_ms").notNull(),
  },
  (table) => [
    check("template_ends_outcome", sql`outcome in ('RELEASED', 'DISCARDED')`),
    primaryKey({ columns: [table.code, table.versionNo] }),
    foreignKey({
      columns: [table.code, table.versionNo],
      foreignColumns: [templateVersions.code, templateVersions.versionNo],
    }),
  ],
);
