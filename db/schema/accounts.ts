import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** People who may sign in. Lists are JSON texts, read whole; null = no restriction. */
export const staff = sqliteTable("staff", {
  username: text("username").primaryKey(),
  displayName: text("display_name").notNull(),
  passwordHash: text("password_hash").notNull(),
  roles: text("roles").notNull(),
  provinces: text("provinces"),
  filingTypes: text("filing_types"),
  active: integer("active", { mode: "boolean" }).notNull(),
  locale: text("locale").notNull(),
  failedSignIns: integer("failed_sign_ins").notNull(),
  lockedUntilMs: integer("locked_until_ms"),
  createdAtMs: integer("created_at_ms").notNull(),
});

/** Open sessions by the hash of their token: a stolen database opens none of them. */
export const sessions = sqliteTable(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    username: text("username")
      .notNull()
      .references(() => staff.username),
    createdAtMs: integer("created_at_ms").notNull(),
    lastSeenAtMs: integer("last_seen_at_ms").notNull(),
    expiresAtMs: integer("expires_at_ms").notNull(),
  },
  (table) => [
    index("sessions_by_user").on(table.username),
    index("sessions_by_expiry").on(table.expiresAtMs),
  ],
);
