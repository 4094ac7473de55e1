import { blob, foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { orders } from "./orders";

/** Data key of an order, wrapped by the master key. Without it every sealed text of the order is noise. */
export const orderKeys = sqliteTable("order_keys", {
  orderNo: text("order_no")
    .primaryKey()
    .references(() => orders.orderNo),
  wrappedKey: blob("wrapped_key", { mode: "buffer" }).notNull(),
});

/** Every version of the document, whole and sealed. Append-only. */
export const revisions = sqliteTable(
  "revisions",
  {
    orderNo: text("order_no")
      .notNull()
      .references(() => orders.orderNo),
    revisionNo: integer("revision_no").notNull(),
    submittedAtMs: integer("submitted_at_ms").notNull(),
    sealed: blob("sealed", { mode: "buffer" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderNo, table.revisionNo] })],
);

/** Which uploaded materials a revision refers to; keeps their bytes from being deleted. */
export const revisionMaterials = sqliteTable(
  "revision_materials",
  {
    orderNo: text("order_no").notNull(),
    revisionNo: integer("revision_no").notNull(),
    sha256: text("sha256").notNull(),
    /** Whose upload it is; null for orders of a lead. */
    intakeKey: text("intake_key"),
  },
  (table) => [
    primaryKey({ columns: [table.orderNo, table.revisionNo, table.sha256] }),
    foreignKey({
      columns: [table.orderNo, table.revisionNo],
      foreignColumns: [revisions.orderNo, revisions.revisionNo],
    }),
    index("revision_materials_by_hash").on(table.sha256, table.intakeKey),
  ],
);

/** Keyed hashes of personal values: exact search and "used elsewhere" without the value itself. */
export const blindIndex = sqliteTable(
  "blind_index",
  {
    token: text("token").notNull(),
    orderNo: text("order_no")
      .notNull()
      .references(() => orders.orderNo),
    revisionNo: integer("revision_no").notNull(),
    kind: text("kind").notNull(),
  },
  (table) => [primaryKey({ columns: [table.token, table.orderNo, table.revisionNo, table.kind] })],
);

/** What colleagues wrote about an order, sealed: a comment may name persons. Append-only. */
export const notes = sqliteTable(
  "notes",
  {
    orderNo: text("order_no")
      .notNull()
      .references(() => orders.orderNo),
    /** From 1, gap-free per order. */
    noteNo: integer("note_no").notNull(),
    author: text("author").notNull(),
    atMs: integer("at_ms").notNull(),
    sealed: blob("sealed", { mode: "buffer" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderNo, table.noteNo] })],
);

/** A reviewer's unfinished verdict; survives reload, crash and lease loss. */
export const drafts = sqliteTable(
  "drafts",
  {
    orderNo: text("order_no")
      .notNull()
      .references(() => orders.orderNo),
    username: text("username").notNull(),
    savedAtMs: integer("saved_at_ms").notNull(),
    sealed: blob("sealed", { mode: "buffer" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderNo, table.username] })],
);

/** Clear words of an order for the full-text index, kept to verify its hits; `id` is the row id in the index. */
export const searchDocs = sqliteTable("search_docs", {
  id: integer("id").primaryKey(),
  orderNo: text("order_no")
    .notNull()
    .unique()
    .references(() => orders.orderNo),
  body: text("body").notNull(),
});
