import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { orders } from "./orders";

/** Resources and authorisation codes that the newest revision of an order names: who else uses this one? */
export const orderResources = sqliteTable(
  "order_resources",
  {
    kind: text("kind", { enum: ["INSTANCE", "AUTH_CODE"] }).notNull(),
    value: text("value").notNull(),
    orderNo: text("order_no")
      .notNull()
      .references(() => orders.orderNo),
    /** Services of the order on it. */
    services: integer("services").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.value, table.orderNo] }),
    check("order_resources_kind", sql`kind in ('INSTANCE', 'AUTH_CODE')`),
    index("order_resources_by_order").on(table.orderNo),
  ],
);

/** Orders from before `order_resources` was kept; emptied when the store opens. */
export const resourcesToIndex = sqliteTable("resources_to_index", {
  orderNo: text("order_no")
    .primaryKey()
    .references(() => orders.orderNo),
});
