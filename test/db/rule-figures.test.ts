import { describe, expect, it } from "vitest";
import type { Client } from "#db/sqlite/connection";
import type { Store } from "#db/store";
import { deskOf } from "#test/support/desk";
import { HOLDER, reasonOf, verdictOf } from "#test/support/order-fixtures";
import { findingOf, runOf } from "#test/support/stored-findings";
import { createInspectedStore } from "#test/support/test-store";

const HIT = findingOf();
const OTHER = findingOf({ ruleId: "R-092", fieldPath: "services[0].domains[0]", severity: "warn" });
const UNCHECKED = findingOf({ ruleId: "R-091", state: "CANNOT_CHECK" });

async function figures(store: Store) {
  const rows = await store.ruleFigures();
  return Object.fromEntries(rows.map(({ ruleId, ...sums }) => [ruleId, sums]));
}

/** The sums again, from the rows they are sums of. */
function recount(client: Client): unknown[] {
  return client
    .prepare(
      `SELECT c.rule_id AS ruleId,
         (SELECT count(*) FROM findings f WHERE f.rule_id = c.rule_id AND f.state = 'VIOLATED') AS hits,
         (SELECT count(*) FROM rule_decisions d LEFT JOIN verdict_undos u USING (order_no, verdict_id)
          WHERE d.rule_id = c.rule_id AND d.decision = 'ACCEPTED' AND u.order_no IS NULL) AS accepted,
         (SELECT count(*) FROM rule_decisions d LEFT JOIN verdict_undos u USING (order_no, verdict_id)
          WHERE d.rule_id = c.rule_id AND d.decision = 'OVERRIDDEN' AND u.order_no IS NULL) AS overridden
       FROM rule_counts c ORDER BY c.rule_id`,
    )
    .all();
}

describe("figures of rules", () => {
  it("count violations once per revision and place, and those still open beside them", async () => {
    const { store, client } = await createInspectedStore();
    const desk = deskOf(store);
    for (const orderNo of ["A-1", "A-2", "A-3"]) await desk.submit(orderNo);
    await store.saveFindings(runOf("A-1", [HIT, findingOf({ fieldPath: "entity.certType" }), UNCHECKED]));
    await store.saveFindings(runOf("A-1", [HIT, OTHER, UNCHECKED]));
    await store.saveFindings(runOf("A-2", [HIT]));
    await store.saveFindings(runOf("A-3", [HIT]));
    await desk.must("A-2", { type: "claim" }, HOLDER);
    await desk.must("A-3", { type: "claim" }, HOLDER);
    await desk.must("A-3", { type: "reject", verdict: verdictOf("REJECT") }, HOLDER);
    expect(await figures(store)).toEqual({
      "R-022": { hits: 3, openHits: 2, accepted: 0, overridden: 0 },
      "R-092": { hits: 1, openHits: 1, accepted: 0, overridden: 0 },
    });
    expect(await store.ruleFigures()).toMatchObject(recount(client));
  });

  it("count what verdicts accepted and overrode, and forget what was taken back", async () => {
    const { store, client } = await createInspectedStore();
    const desk = deskOf(store);
    await desk.submit("A-1");
    await store.saveFindings(runOf("A-1", [HIT, OTHER]));
    const reason = reasonOf({ ruleId: "R-022", fieldPath: "entity.certNumber" });
    const verdict = verdictOf("REJECT", {
      verdictId: "v-1",
      reasons: [reason, reason, reasonOf(), reasonOf({ ruleId: null })],
      overrides: [{ ruleId: "R-092", fieldPath: null, reason: "已电话核实" }],
    });
    await desk.must("A-1", { type: "claim" }, HOLDER);
    await desk.must("A-1", { type: "reject", verdict }, HOLDER);
    expect(await figures(store)).toMatchObject({
      "R-022": { accepted: 1, overridden: 0, openHits: 0 },
      "R-092": { accepted: 0, overridden: 1, openHits: 0 },
    });
    expect((await store.verdicts("A-1"))[0]?.reasons.map(({ ruleId }) => ruleId)).toEqual([
      "R-022",
      "R-022",
      undefined,
      null,
    ]);
    await desk.must("A-1", { type: "undoVerdict" }, HOLDER);
    expect(await figures(store)).toMatchObject({
      "R-022": { accepted: 0, overridden: 0, openHits: 1 },
      "R-092": { accepted: 0, overridden: 0, openHits: 1 },
    });
    await desk.must("A-1", { type: "reject", verdict: { ...verdict, verdictId: "v-2" } }, HOLDER);
    expect(await figures(store)).toMatchObject({ "R-022": { accepted: 1 }, "R-092": { overridden: 1 } });
    expect(await store.ruleFigures()).toMatchObject(recount(client));
    expect(client.prepare("SELECT count(*) FROM rule_decisions").pluck().get()).toBe(4);
  });
});
