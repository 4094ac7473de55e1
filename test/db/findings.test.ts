import { describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import type { Facts } from "#shared/domain/order/decision";
import { deskOf, documentOf } from "#test/support/desk";
import { CUSTOMER, HOLDER, MINUTE_MS, NOW_MS, verdictOf } from "#test/support/order-fixtures";
import { findingOf, RULE_SET, runOf, TODAY } from "#test/support/stored-findings";
import { createInspectedStore, createTestStore } from "#test/support/test-store";

const WARN = findingOf({ ruleId: "R-092", fieldPath: "services[0].domains[0]", severity: "warn" });
const UNCHECKED = findingOf({ ruleId: "R-091", state: "CANNOT_CHECK", missing: ["evidence.domains"] });

/** The facts that a decision about the order would be given. */
async function factsOf(store: Store, orderNo: string, lookup = { findings: true as const }): Promise<Facts> {
  const seen: Facts[] = [];
  const request = { target: { orderNo }, actor: CUSTOMER, nowMs: NOW_MS, lookup, once: null };
  await store.change(request, (_, facts) => {
    seen.push(facts);
    return { kind: "REFUSAL", code: "NOT_PERMITTED", params: {} };
  });
  const [facts] = seen;
  if (facts === undefined) throw new Error("nobody was asked");
  return facts;
}

/** Sends the order back and takes in its second revision. */
async function resubmit(store: Store, orderNo: string): Promise<void> {
  const desk = deskOf(store);
  await desk.must(orderNo, { type: "claim" }, HOLDER);
  await desk.must(orderNo, { type: "requestRevision", verdict: verdictOf("REVISE") }, HOLDER);
  const edit = { type: "edit", application: documentOf(orderNo) } as const;
  await desk.give({ orderNo }, [edit, { type: "submit" }], CUSTOMER, NOW_MS + MINUTE_MS);
}

describe("stored findings", () => {
  it("come back whole, by revision, and a second run replaces the first", async () => {
    const store = await createTestStore();
    await deskOf(store).submit("A-1");
    expect(await store.findings("A-1")).toBeNull();
    await store.saveFindings(runOf("A-1", [findingOf(), WARN]));
    const again = runOf("A-1", [WARN, UNCHECKED], { version: "v2", ranAtMs: NOW_MS + 1 });
    await store.saveFindings(again);
    expect(await store.findings("A-1")).toEqual(again);
    await resubmit(store, "A-1");
    expect(await store.findings("A-1")).toEqual(again);
    const second = runOf("A-1", [], { revisionNo: 2, version: "v3" });
    await store.saveFindings(second);
    expect(await store.findings("A-1")).toEqual(second);
    expect(await store.findings("A-1", 1)).toEqual(again);
    expect(await store.findings("A-1", 3)).toBeNull();
  });

  it("are no decision: neither version nor audit trail move", async () => {
    const { store, client } = await createInspectedStore();
    const before = await deskOf(store).submit("A-1");
    const rows = client.prepare("SELECT count(*) FROM audit_events").pluck();
    const audited = rows.get();
    await store.saveFindings(runOf("A-1", [findingOf()]));
    expect(await store.load("A-1")).toEqual(before);
    expect(rows.get()).toBe(audited);
  });

  it("lie sealed, and open in no other row", async () => {
    const { store, client } = await createInspectedStore();
    await deskOf(store).submit("A-1");
    await deskOf(store).submit("A-2");
    const message = { zh: "只在报告中", en: "only in the report" };
    await store.saveFindings(runOf("A-1", [findingOf({ message, params: { value: "canary-param" } })]));
    const bytes = client.serialize();
    for (const secret of [message.zh, message.en, "canary-param"]) expect(bytes.includes(secret)).toBe(false);
    await store.saveFindings(runOf("A-2", []));
    client.exec(
      "UPDATE finding_runs SET sealed = (SELECT sealed FROM finding_runs WHERE order_no = 'A-1') WHERE order_no = 'A-2'",
    );
    await expect(store.findings("A-2")).rejects.toThrow("NOT_AUTHENTIC");
  });

  it("stand in the way of a decision only while violated, blocking and of the newest revision", async () => {
    const store = await createTestStore();
    await deskOf(store).submit("A-1");
    expect(await factsOf(store, "A-1")).toMatchObject({ blocks: [], findingsVersion: null });
    await store.saveFindings(
      runOf("A-1", [findingOf({ override: "LEAD" }), WARN, findingOf({ ...UNCHECKED, severity: "block" })]),
    );
    const block = { ruleId: "R-022", fieldPath: "entity.certNumber", override: "LEAD" };
    expect(await factsOf(store, "A-1")).toMatchObject({ blocks: [block], findingsVersion: "A-1-v1" });
    await resubmit(store, "A-1");
    expect(await factsOf(store, "A-1")).toMatchObject({ blocks: [], findingsVersion: null });
    await store.saveFindings(runOf("A-1", [WARN], { revisionNo: 2, version: "v2" }));
    expect(await factsOf(store, "A-1")).toMatchObject({ blocks: [], findingsVersion: "v2" });
  });

  it("are not read for a decision that does not ask", async () => {
    const store = await createTestStore();
    await deskOf(store).submit("A-1");
    await store.saveFindings(runOf("A-1", [findingOf()]));
    const seen: Facts[] = [];
    const request = { target: { orderNo: "A-1" }, actor: CUSTOMER, nowMs: NOW_MS, lookup: {}, once: null };
    await store.change(request, (_, facts) => {
      seen.push(facts);
      return { kind: "REFUSAL", code: "NOT_PERMITTED", params: {} };
    });
    expect(seen).toMatchObject([{ blocks: [], findingsVersion: null }]);
  });

  it("show in the queue as counts of the newest revision's violations", async () => {
    const store = await createTestStore();
    for (const orderNo of ["A-1", "A-2"]) await deskOf(store).submit(orderNo);
    const more = findingOf({ fieldPath: "entity.certType" });
    await store.saveFindings(runOf("A-1", [findingOf(), more, WARN, UNCHECKED]));
    const counts = async () => {
      const { rows } = await store.queue({ view: "TAKE" }, "me", NOW_MS);
      return Object.fromEntries(rows.map(({ orderNo, findings }) => [orderNo, findings]));
    };
    expect(await counts()).toEqual({ "A-1": { block: 2, warn: 1 }, "A-2": { block: 0, warn: 0 } });
    expect((await store.orderRow("A-1", NOW_MS))?.findings).toEqual({ block: 2, warn: 1 });
    await resubmit(store, "A-1");
    expect((await store.orderRow("A-1", NOW_MS))?.findings).toEqual({ block: 0, warn: 0 });
  });
});

describe("orders to check", () => {
  it("are those in review without findings of this rule set and day, earliest due first", async () => {
    const store = await createTestStore();
    const desk = deskOf(store);
    const names = ["NONE", "FRESH", "OLD-SET", "OLD-DAY", "HELD", "DONE"];
    for (const [index, orderNo] of names.entries()) await desk.submit(orderNo, NOW_MS - index * MINUTE_MS);
    await desk.must("HELD", { type: "claim" }, HOLDER);
    await desk.must("DONE", { type: "claim" }, HOLDER);
    await desk.must("DONE", { type: "reject", verdict: verdictOf("REJECT") }, HOLDER);
    await store.saveFindings(runOf("FRESH", []));
    await store.saveFindings(runOf("OLD-SET", [], { ruleSet: "rules-0" }));
    await store.saveFindings(runOf("OLD-DAY", [], { ranOn: "2026-03-01" }));
    expect(await store.ordersToCheck(RULE_SET, TODAY, 10)).toEqual(["HELD", "OLD-DAY", "OLD-SET", "NONE"]);
    expect(await store.ordersToCheck(RULE_SET, TODAY, 2)).toEqual(["HELD", "OLD-DAY"]);
    expect(await store.ordersToCheckCount(RULE_SET, TODAY)).toBe(4);
    expect(await store.ordersToCheckCount("rules-0", TODAY)).toBe(4);
  });

  it("come back with a new revision", async () => {
    const store = await createTestStore();
    await deskOf(store).submit("A-1");
    await store.saveFindings(runOf("A-1", []));
    expect(await store.ordersToCheckCount(RULE_SET, TODAY)).toBe(0);
    await resubmit(store, "A-1");
    expect(await store.ordersToCheck(RULE_SET, TODAY, 10)).toEqual(["A-1"]);
  });
});
