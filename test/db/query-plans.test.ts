import { describe, expect, it } from "vitest";
import type { Client } from "#db/sqlite/connection";
import type { Store } from "#db/store";
import { FIGURES } from "#shared/contract/staff-insights";
import { QUEUE_VIEWS } from "#shared/contract/staff-queue";
import { changed, deskOf, documentOf } from "#test/support/desk";
import { HOLDER, MINUTE_MS, NOW_MS, reasonOf, SYSTEM, verdictOf } from "#test/support/order-fixtures";
import { findingOf, requestOf, runOf } from "#test/support/stored-findings";
import { createInspectedStore } from "#test/support/test-store";

const RANGE = { fromMs: NOW_MS - 1, toMs: NOW_MS + 1 };
const FILTERS = [
  {},
  { provinces: ["440000", "110000"] },
  { filingTypes: ["CLAIM" as const] },
  { statuses: ["PENDING_FIRST_REVIEW" as const, "UNDER_FIRST_REVIEW" as const, "FILED" as const] },
  { claimedBy: "x" },
  { text: "示例" },
];

/** Every text that the store compiles while `work` runs. */
async function textsOf(client: Client, work: () => Promise<unknown>): Promise<string[]> {
  const texts = new Set<string>();
  const compile = client.prepare.bind(client);
  Object.assign(client, {
    prepare: (text: string) => {
      texts.add(text);
      return compile(text);
    },
  });
  await work();
  Object.assign(client, { prepare: compile });
  return [...texts];
}

function details(client: Client, text: string): string[] {
  const statement = client.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`);
  const names = [...text.matchAll(/@(\w+)/g)].map((match) => match[1] ?? "");
  const named = Object.fromEntries(names.map((name) => [name, 1]));
  const places = text.replace(/'[^']*'/g, "").split("?").length - 1;
  const rows =
    names.length > 0 ? statement.all(named) : statement.all(...Array.from({ length: places }, () => 1));
  return rows.map((row) => row.detail);
}

/**
 * Steps that read a whole table or index of a size that grows with the years. Small by nature: leases (`c`), the
 * numbers a search found or a document names (`f`), a page (`p`), orders in review (`w`), the partial indexes of what
 * is open now, and what administrators keep. MATCH reads as a scan.
 */
function growingScans(steps: readonly string[]): string[] {
  const small =
    /^SCAN (c|f VIRTUAL|i VIRTUAL|p|w|v|blacklist|auth_codes|rule_counts|\(|.* (review_rounds_open|submissions_live|batches_one_open))\b/;
  return steps.filter((step) => step.startsWith("SCAN") && !small.test(step));
}

async function everyList(store: Store): Promise<void> {
  for (const view of QUEUE_VIEWS) {
    for (const filter of FILTERS) {
      for (const by of ["dueAtMs", "submittedAtMs"] as const) {
        for (const dir of ["asc", "desc"] as const) {
          await store.queue({ view, filter, sort: { by, dir } }, "me", NOW_MS);
        }
      }
    }
  }
  await store.queuePlace("A-1", NOW_MS);
  await store.orderRow("A-1", NOW_MS);
  await store.history("A-1");
  await store.tracking({ provinces: ["440000"] }, NOW_MS);
  await store.tracking({}, NOW_MS);
  await store.submissions("A-1");
  await store.insights({ ...RANGE, provinces: ["440000"], filingTypes: ["CLAIM"] }, NOW_MS);
  await store.reviewers(RANGE);
  for (const figure of FIGURES) await store.rounds({ ...RANGE, figure, reviewer: "x" }, NOW_MS);
  for (const filter of [{}, { actor: "x" }, { action: "x" }, { orderNo: "x" }, RANGE])
    await store.auditSearch(filter);
  await store.dueTimers(NOW_MS, 10);
  await store.verdicts("A-1");
  await store.findings("A-1");
  await store.findings("A-1", 1);
  await store.ordersToCheck("rules", "2026-03-02", 10);
  await store.ordersToCheckCount("rules", "2026-03-02");
  await store.ruleFigures();
  await store.ruleConfig();
  await store.blacklist();
  await store.authCodes();
  await store.templateVersions();
  await store.templateVersions("T-ORD-01");
}

/** A document that makes the rules ask for everything, after another one that answers. */
async function everyFact(store: Store): Promise<void> {
  const change = { reason: "", changedBy: "admin-a", changedAtMs: NOW_MS };
  const code = { code: "AUTH-1", issuerInstanceId: null, issuerValid: true, used: false };
  await store.addAuthCode({ ...code, ...change });
  await store.addBlacklistEntry({ kind: "DOMAIN", value: "bad.example", bureau: "x", ...change });
  await store.removeBlacklistEntry(2, change);
  const sha256 = "d".repeat(64);
  const upload = { sha256, intakeKey: "key-1", mediaType: "image/png", bytes: 9000, uploadedAtMs: NOW_MS };
  await store.addMaterial(upload);
  const asking = (orderNo: string) => {
    const document = documentOf(orderNo);
    const resource = { type: "ECS", instanceId: "i-1", authCode: { code: "AUTH-1" } };
    const services = document.services.map((service) => ({ ...service, resource }));
    return { ...document, services, liveness: [{ person: "SRP", photoSha256: sha256 }] };
  };
  await deskOf(store).submit("F-1", NOW_MS, asking("F-1"));
  await store.ruleFacts(requestOf(asking("F-2"), { orderNo: "F-2" }));
  const transfer = { fromAccountId: "a", toAccountId: "b", scope: "ENTITY" } as const;
  await store.ruleFacts(requestOf({ ...asking("F-2"), filingType: "TRANSFER", transfer }));
}

async function everyWrite(store: Store): Promise<void> {
  const desk = deskOf(store);
  await desk.submit("A-1");
  await store.reserveNext("x", NOW_MS, NOW_MS + 1);
  await store.dropReservation("x");
  await desk.claimNext(HOLDER, NOW_MS);
  await store.heartbeat("A-1", HOLDER.username, NOW_MS, NOW_MS + MINUTE_MS);
  await store.saveFindings(runOf("A-1", [findingOf({ severity: "warn" })]));
  const verdict = verdictOf("APPROVE", { reasons: [reasonOf({ ruleId: "R-022" })] });
  await desk.must("A-1", { type: "approve", verdict }, HOLDER);
  await desk.must("A-1", { type: "undoVerdict" }, HOLDER);
  const lookup = { findings: true } as const;
  const again = { type: "approve", verdict: { ...verdict, verdictId: "v-2" } } as const;
  changed(await desk.give({ orderNo: "A-1" }, [again], HOLDER, NOW_MS, { lookup }));
  await desk.must("A-1", { type: "push", expectsSms: true }, SYSTEM, NOW_MS + MINUTE_MS);
  const [message] = await store.leaseOutbox("WEBHOOK", NOW_MS + MINUTE_MS, 1000, 10);
  await store.markFailed(message?.id ?? "", message?.fence ?? 0, NOW_MS + MINUTE_MS, "HTTP_503");
  await store.activeProvinces();
  await store.openBatch("440000", await store.queuedSubmissions("440000", 10), NOW_MS);
  await store.closeBatch("440000", 1, true, 0);
  await store.openSubmissions("440000", 10);
  await store.dropUnboundMaterials(NOW_MS, 10);
  await store.orderMaterials("A-1", 1);
}

describe("query plans", () => {
  it("of lists read no growing table from end to end", async () => {
    const { store, client } = await createInspectedStore();
    const texts = await textsOf(client, () => everyList(store));
    expect(texts.length).toBeGreaterThan(100);
    const bad = texts.map((text) => ({ text, scans: growingScans(details(client, text)) }));
    expect(bad.filter(({ scans }) => scans.length > 0)).toEqual([]);
  });

  it("of writes read no growing table from end to end", async () => {
    const { store, client } = await createInspectedStore();
    const texts = await textsOf(client, () => everyWrite(store));
    expect(texts.length).toBeGreaterThan(30);
    const bad = texts.map((text) => ({ text, scans: growingScans(details(client, text)) }));
    expect(bad.filter(({ scans }) => scans.length > 0)).toEqual([]);
  });

  it("of what rules look up read no growing table from end to end", async () => {
    const { store, client } = await createInspectedStore();
    const texts = await textsOf(client, () => everyFact(store));
    expect(texts.length).toBeGreaterThan(30);
    const bad = texts.map((text) => ({ text, scans: growingScans(details(client, text)) }));
    expect(bad.filter(({ scans }) => scans.length > 0)).toEqual([]);
  });

  it("of the queue page search its index from the cursor on, and sort nothing", async () => {
    for (const by of ["dueAtMs", "submittedAtMs"] as const) {
      const { store, client } = await createInspectedStore();
      const texts = await textsOf(client, () =>
        store.queue({ view: "ALL", sort: { by, dir: "asc" } }, "me", NOW_MS),
      );
      const steps = details(client, texts.find((text) => text.includes("sortKey")) ?? "");
      const column = by === "dueAtMs" ? "due" : "submitted";
      expect(steps[0]).toBe(`SEARCH o USING INDEX orders_by_${column} ((${column}_at_ms,order_no)>(?,?))`);
      expect(steps.filter((step) => step.includes("TEMP B-TREE"))).toEqual([]);
    }
  });

  it("would show a cursor that is no row value", async () => {
    const { client } = await createInspectedStore();
    // The broken variant: the same page with the cursor spelled as an OR.
    const text = `SELECT order_no FROM orders WHERE (due_at_ms > ? OR (due_at_ms = ? AND order_no > ?))
      ORDER BY due_at_ms, order_no LIMIT 50`;
    expect(growingScans(details(client, text))).toEqual(["SCAN orders USING COVERING INDEX orders_by_due"]);
  });

  it("would show a filter that no index serves", async () => {
    const { client } = await createInspectedStore();
    expect(growingScans(details(client, "SELECT * FROM orders o WHERE o.entity_label = ?"))).toEqual([
      "SCAN o",
    ]);
  });
});
