import { describe, expect, it } from "vitest";
import { DEMO_AUTH_CODE, fillRuleStore } from "#server/demo/rule-store-demo";
import { foldApplication } from "#shared/domain/privacy/fold-application";
import { NOW_MS } from "#test/support/order-fixtures";
import { requestOf } from "#test/support/stored-findings";
import { createTestStore } from "#test/support/test-store";
import { demoOrders } from "./demo-run";

describe("the demo's rule store", () => {
  it("lists entries of each kind and one free code, and hits no demo order", async () => {
    const store = await createTestStore();
    await fillRuleStore(store, NOW_MS);
    const kinds = new Set((await store.blacklist()).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["DOMAIN", "ENTITY", "PERSON"]);
    expect(await store.authCodes()).toMatchObject([{ code: DEMO_AUTH_CODE, issuerValid: true, used: false }]);
    for (const { application } of demoOrders(60)) {
      const { blacklist } = await store.ruleFacts(requestOf(foldApplication(application)));
      expect(blacklist).toEqual([]);
    }
  });

  it("is filled once: what was taken off stays off", async () => {
    const store = await createTestStore();
    await fillRuleStore(store, NOW_MS);
    const all = await store.blacklist();
    const change = { reason: "", changedBy: "admin1", changedAtMs: NOW_MS };
    for (const { id } of all) await store.removeBlacklistEntry(id, change);
    await fillRuleStore(store, NOW_MS + 1);
    expect(await store.blacklist()).toEqual([]);
    expect(await store.authCodes()).toHaveLength(1);
  });
});
