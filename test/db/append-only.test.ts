import { describe, expect, it } from "vitest";
import { CHAIN_START, chainHash } from "#db/crypto/chain";
import { canonicalAuditRow } from "#db/sqlite/audit-log";
import type { Client } from "#db/sqlite/connection";
import type { Store } from "#db/store";
import { deskOf } from "#test/support/desk";
import { HOLDER, NOW_MS, reasonOf, verdictOf } from "#test/support/order-fixtures";
import { createInspectedStore, TEST_KEYRING } from "#test/support/test-store";

async function reviewedOrder() {
  const { store, client } = await createInspectedStore();
  const desk = deskOf(store);
  await desk.submit("A-1");
  await desk.must("A-1", { type: "claim" }, HOLDER);
  const verdict = verdictOf("REJECT", { reasons: [reasonOf({ ruleId: "R-022" })] });
  await desk.must("A-1", { type: "reject", verdict }, HOLDER);
  await desk.must("A-1", { type: "undoVerdict" }, HOLDER);
  const once = { scope: "s", key: "note" };
  await store.addNote({ orderNo: "A-1", author: "reviewer-a", text: "called", nowMs: NOW_MS, once });
  return { store, client };
}

/** One row in each history of what the rules decide by. */
async function configured(store: Store): Promise<void> {
  const change = { reason: "", changedBy: "admin-a", changedAtMs: NOW_MS };
  const setting = { ruleId: "R-022", enabled: false, severity: null, effectiveFrom: "2026-03-02" };
  await store.addRuleSetting({ ...setting, ...change });
  const text = { titleZh: "", titleEn: "", bodyZh: "", bodyEn: "" };
  await store.draftTemplate({ ...text, code: "T-ORD-01", author: "lead-a", nowMs: NOW_MS });
  await store.releaseTemplate({ code: "T-ORD-01", versionNo: 1, by: "lead-b", nowMs: NOW_MS });
}

const HISTORIES = [
  ...["audit_events", "verdicts", "verdict_undos", "revisions", "notes"],
  ...["rule_decisions", "rule_changes", "template_versions", "template_ends"],
];

describe.each(HISTORIES)("%s", (table) => {
  it("cannot be changed, deleted or replaced", async () => {
    const { store, client } = await reviewedOrder();
    await configured(store);
    const rows = client.prepare(`SELECT * FROM ${table}`).all();
    expect(rows.length).toBeGreaterThan(0);
    const column = client.prepare("SELECT name FROM pragma_table_info(?)").pluck().get(table);
    expect(() => client.exec(`UPDATE ${table} SET ${String(column)} = ${String(column)}`)).toThrow(
      "append-only",
    );
    expect(() => client.exec(`DELETE FROM ${table}`)).toThrow("append-only");
    expect(() => client.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow(
      /append-only|no gaps/,
    );
    expect(client.prepare(`SELECT * FROM ${table}`).all()).toEqual(rows);
  });
});

interface Row {
  seq: number;
  atMs: number;
  actor: string;
  action: string;
  orderNo: string | null;
  transition: string | null;
  from: string | null;
  to: string | null;
  data: string;
  hash: Buffer;
}

/** The number of the first row whose hash does not follow from its content and its predecessor; null = none. */
function firstBadRow(client: Client): number | null {
  const rows = client
    .prepare<[], Row>(
      `SELECT seq, at_ms AS atMs, actor, action, order_no AS orderNo, transition, from_status AS "from",
         to_status AS "to", data, hash FROM audit_events ORDER BY seq`,
    )
    .all();
  let previous = CHAIN_START;
  for (const [index, row] of rows.entries()) {
    const expected = chainHash(TEST_KEYRING.audit, previous, index + 1, canonicalAuditRow(row));
    if (row.seq !== index + 1 || !row.hash.equals(expected)) return index + 1;
    previous = row.hash;
  }
  return null;
}

describe("the audit trail", () => {
  it("chains every row to its predecessor, with numbers that leave no gap", async () => {
    const { client } = await reviewedOrder();
    expect(client.prepare("SELECT action FROM audit_events ORDER BY seq").pluck().all()).toEqual([
      "create",
      "submit",
      "claim",
      "reject",
      "undoVerdict",
      "addNote",
    ]);
    expect(firstBadRow(client)).toBeNull();
  });

  it.each([
    ["an edited row", "UPDATE audit_events SET actor = 'nobody' WHERE seq = 3", 3],
    ["a deleted row", "DELETE FROM audit_events WHERE seq = 2", 2],
    ["swapped rows", "UPDATE audit_events SET seq = CASE seq WHEN 3 THEN 40 ELSE seq END WHERE seq = 3", 3],
  ])("shows %s to whoever holds the key", async (_, tampering, badSeq) => {
    const { client } = await reviewedOrder();
    client.exec("DROP TRIGGER audit_events_no_update; DROP TRIGGER audit_events_no_delete");
    client.exec(tampering);
    expect(firstBadRow(client)).toBe(badSeq);
  });

  it("takes no row that would leave a gap", async () => {
    const { client } = await reviewedOrder();
    const insert =
      "INSERT INTO audit_events (seq, at_ms, actor, action, data, hash) VALUES (99, 0, 'x', 'x', '{}', x'00')";
    expect(() => client.exec(insert)).toThrow("no gaps");
  });
});
