import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Customers' filing systems, by the hash of their bearer secret. */
export const intakeKeys = sqliteTable("intake_keys", {
  name: text("name").primaryKey(),
  secretHash: text("secret_hash").notNull().unique(),
  active: integer("active", { mode: "boolean" }).notNull(),
  createdAtMs: integer("created_at_ms").notNull(),
});

/** Uploaded materials; the bytes lie sealed outside the database, by hash. Usable by the sending key only. */
export const materials = sqliteTable(
  "materials",
  {
    sha256: text("sha256").notNull(),
    intakeKey: text("intake_key").notNull(),
    mediaType: text("media_type").notNull(),
    bytes: integer("bytes").notNull(),
    uploadedAtMs: integer("uploaded_at_ms").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sha256, table.intakeKey] }),
    index("materials_by_upload").on(table.uploadedAtMs, table.sha256),
  ],
);

/** Stored answers of intake requests, so that a repeat answers the same. */
export const idempotency = sqliteTable(
  "idempotency",
  {
    intakeKey: text("intake_key").notNull(),
    key: text("key").notNull(),
    bodyHash: text("body_hash").notNull(),
    status: integer("status").notNull(),
    body: text("body").notNull(),
    atMs: integer("at_ms").notNull(),
  },
  (table) => [primaryKey({ columns: [table.intakeKey, table.key] })],
);
