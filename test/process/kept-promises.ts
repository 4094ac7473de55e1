import path from "node:path";
import Database from "better-sqlite3";
import type { Promised } from "./load";

/**
 * Reads the database of a dead server and says what is wrong with it: promises that were broken, and halves of
 * changes. Knows the tables, and nothing of the code that wrote them.
 */
export function findBroken(dataDir: string, promises: readonly Promised[]): string[] {
  const db = new Database(path.join(dataDir, "review.sqlite"), { readonly: true });
  try {
    return [...promises.flatMap((promise) => brokenPromise(db, promise)), ...halfChanges(db)];
  } finally {
    db.close();
  }
}

function brokenPromise(db: Database.Database, promise: Promised): string[] {
  const version = db
    .prepare<[string], { version: number }>("SELECT version FROM orders WHERE order_no = ?")
    .get(promise.orderNo)?.version;
  if (version === undefined) return [`${promise.kind} ${promise.orderNo}: the order is gone`];
  if (promise.kind === "ORDER") return [];
  return version < promise.version
    ? [`${promise.kind} ${promise.orderNo}: version ${version} < ${promise.version}`]
    : [];
}

/** Invariants of P2 as queries that must find nothing. */
const HALVES: Record<string, string> = {
  "a verdict without its audit row": `SELECT verdict_id FROM verdicts v WHERE NOT EXISTS (
     SELECT 1 FROM audit_events a WHERE a.order_no = v.order_no AND a.action IN ('approve', 'reject', 'requestRevision')
       AND a.data LIKE '%' || v.verdict_id || '%')`,
  "a verdict without its messages": `SELECT verdict_id FROM verdicts v WHERE NOT EXISTS (
     SELECT 1 FROM outbox o WHERE o.order_no = v.order_no AND o.group_key = v.verdict_id)`,
  "an order without a revision": `SELECT order_no FROM orders o WHERE NOT EXISTS (
     SELECT 1 FROM revisions r WHERE r.order_no = o.order_no AND r.revision_no = o.revision_no)`,
  "an order without its creation in the audit trail": `SELECT order_no FROM orders o WHERE NOT EXISTS (
     SELECT 1 FROM audit_events a WHERE a.order_no = o.order_no AND a.from_status IS NULL)`,
  "an order whose status is not the last one of its trail": `SELECT order_no FROM orders o WHERE o.status <> (
     SELECT a.to_status FROM audit_events a WHERE a.order_no = o.order_no AND a.to_status IS NOT NULL
     ORDER BY a.seq DESC LIMIT 1)`,
  "a gap in the audit trail":
    "SELECT gap FROM (SELECT max(seq) - count(*) AS gap FROM audit_events) WHERE gap <> 0",
};

function halfChanges(db: Database.Database): string[] {
  const intact = db.pragma("integrity_check", { simple: true });
  const found = Object.entries(HALVES).flatMap(([what, sql]) =>
    db
      .prepare<[], unknown>(sql)
      .all()
      .map(() => what),
  );
  return intact === "ok" ? found : [`integrity: ${String(intact)}`, ...found];
}
