import { describe, expect, it } from "vitest";
import { changed, deskOf, documentOf } from "#test/support/desk";
import { CUSTOMER, HOLDER, kindOf, MINUTE_MS, NOW_MS, verdictOf } from "#test/support/order-fixtures";
import { createTestStore } from "#test/support/test-store";

describe("facts of a decision", () => {
  it("names the other open orders of account and certificate, in any spelling, never the target itself", async () => {
    const store = await createTestStore();
    const desk = deskOf(store);
    await desk.submit("A-1");
    await desk.submit("A-2");
    const certificate = { certType: 1, certNumber: " 91440300a-2 " };
    const openOrdersOf = { accountIds: ["acct-A-1", "acct-none"], certificate };
    const seen: (readonly string[])[] = [];
    for (const orderNo of ["A-9", "A-1"]) {
      const request = {
        target: { orderNo },
        actor: CUSTOMER,
        nowMs: NOW_MS,
        lookup: { openOrdersOf },
        once: null,
      };
      await store.change(request, (_, facts) => {
        seen.push(facts.openOrderNos);
        return { kind: "REFUSAL", code: "NOT_PERMITTED", params: {} };
      });
    }
    expect(seen).toEqual([["A-1", "A-2"], ["A-2"]]);
  });

  it("does not take two orders without a certificate number for the same entity", async () => {
    const store = await createTestStore();
    const desk = deskOf(store);
    for (const orderNo of ["A-1", "A-2"]) {
      const document = documentOf(orderNo);
      const order = await desk.submit(orderNo, NOW_MS, {
        ...document,
        entity: { ...document.entity, certNumber: "" },
      });
      expect(order.status).toBe("PENDING_FIRST_REVIEW");
    }
  });

  it("counts live and suspended claims, and knows a colleague's skills", async () => {
    const store = await createTestStore();
    const desk = deskOf(store);
    await store.addStaff({
      username: "lead-a",
      displayName: "L",
      passwordHash: "x",
      roles: ["LEAD"],
      locale: "zh-CN",
      nowMs: NOW_MS,
    });
    for (const orderNo of ["A-1", "A-2", "A-3"]) await desk.submit(orderNo);
    await desk.must("A-1", { type: "claim" }, HOLDER, NOW_MS - 31 * MINUTE_MS);
    await desk.must("A-2", { type: "claim" }, HOLDER);
    await desk.must("A-3", { type: "claim" }, HOLDER);
    const until = NOW_MS + 10 * MINUTE_MS;
    await desk.must("A-3", { type: "hold", reason: "INTERNAL", untilMs: until, comment: "" }, HOLDER);
    const request = {
      target: { orderNo: "A-2" },
      actor: HOLDER,
      nowMs: NOW_MS,
      lookup: { liveClaimsOf: HOLDER.username, assignee: "lead-a" },
      once: null,
    };
    const result = await store.change(request, (_, facts) => {
      expect(facts.liveClaims).toBe(2);
      expect(facts.assignee).toEqual({
        username: "lead-a",
        active: true,
        roles: ["LEAD"],
        provinces: null,
        filingTypes: null,
      });
      return { kind: "REFUSAL", code: "NOT_PERMITTED", params: {} };
    });
    expect(result.kind).toBe("REFUSED");
  });

  it("refuses a change that would open a second order behind the decision's back", async () => {
    const store = await createTestStore();
    const desk = deskOf(store);
    const claimDocument = documentOf("A-1", kindOf("CLAIM"));
    await desk.submit("A-1", NOW_MS, { ...claimDocument, accountId: "acct-shared" });
    await desk.must("A-1", { type: "claim" }, HOLDER);
    await desk.must("A-1", { type: "approve", verdict: verdictOf("APPROVE") }, HOLDER);
    await desk.submit("A-2", NOW_MS + 1, { ...documentOf("A-2"), accountId: "acct-shared" });
    const undo = await desk.give({ orderNo: "A-1" }, [{ type: "undoVerdict" }], HOLDER, NOW_MS + 2);
    expect(undo).toMatchObject({
      kind: "REFUSED",
      refusal: { code: "OPEN_ORDER_EXISTS", params: { orderNo: "A-2" } },
    });
    expect((await store.load("A-1"))?.status).toBe("CLAIMED");
  });

  it("knows which account holds a filed entity, through claim, undo and transfer", async () => {
    const store = await createTestStore();
    const desk = deskOf(store);
    const has = async (accountId: string) => {
      const lookup = { receivingAccountId: accountId };
      let answer = false;
      const request = { target: { orderNo: "x" }, actor: CUSTOMER, nowMs: NOW_MS, lookup, once: null };
      await store.change(request, (_, facts) => {
        answer = facts.targetAccountHasEntity;
        return { kind: "REFUSAL", code: "NOT_PERMITTED", params: {} };
      });
      return answer;
    };
    await desk.submit("A-1", NOW_MS, documentOf("A-1", kindOf("CLAIM")));
    await desk.must("A-1", { type: "claim" }, HOLDER);
    await desk.must("A-1", { type: "approve", verdict: verdictOf("APPROVE") }, HOLDER);
    expect(await has("acct-A-1")).toBe(true);
    await desk.must("A-1", { type: "undoVerdict" }, HOLDER);
    expect(await has("acct-A-1")).toBe(false);
    await desk.must("A-1", { type: "approve", verdict: verdictOf("APPROVE", { verdictId: "v-2" }) }, HOLDER);
    const application = { ...documentOf("A-2", kindOf("TRANSFER")), accountId: "acct-A-1" };
    const transfer = {
      type: "transfer",
      orderNo: "A-2",
      accountId: "acct-A-1",
      toAccountId: "acct-B",
      provinceCode: "440000",
      application,
    } as const;
    expect(changed(await desk.give({ create: "A-2" }, [transfer], CUSTOMER, NOW_MS)).status).toBe(
      "TRANSFERRED",
    );
    expect([await has("acct-A-1"), await has("acct-B")]).toEqual([false, true]);
  });
});
