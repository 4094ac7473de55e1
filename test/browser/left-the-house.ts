import path from "node:path";
import Database from "better-sqlite3";

/**
 * Everything that left because of an order, or will: notices that were recorded and outbox messages that were not
 * cancelled, by transition. Reads the database of the running product, and knows nothing of the code that wrote it.
 */
export function leftTheHouse(dataDir: string, orderNo: string): string[] {
  const db = new Database(path.join(dataDir, "review.sqlite"), { readonly: true });
  try {
    const notices = db
      .prepare<[string], { text: string }>(
        "SELECT 'notice ' || template || ' to ' || target AS text FROM notifications WHERE order_no = ?",
      )
      .all(orderNo);
    const messages = db
      .prepare<[string], { text: string }>(
        `SELECT kind || ' ' || coalesce(json_extract(payload, '$.transition'), '') AS text FROM outbox
         WHERE order_no = ? AND state <> 'CANCELLED'`,
      )
      .all(orderNo);
    return [...notices, ...messages].map(({ text }) => text).sort();
  } finally {
    db.close();
  }
}
