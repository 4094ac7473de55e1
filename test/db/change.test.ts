import { describe, expect, it } from "vitest";
import type { Client } from "#db/sqlite/connection";
import { changed, deskOf, documentOf } from "#test/support/desk";
import { HOLDER, MINUTE_MS, NOW_MS, REVIEWER, verdictOf } from "#test/support/order-fixtures";
import { createInspectedStore, createTestStore } from "#test/support/test-store";

/** Every row of every table that a change may write, as one comparable text. */
function contents(client: Client): string {
  const tables = ["orders", "leases", "reservations", "audit_events", "outbox", "once_keys", "order_keys"]
    .concat(["revisions", "verdicts", "verdict_undos", "notes", "blind_index", "revision_materials"])
    .concat(["search_docs", "review_rounds", "submissions", "submission_events", "filings"]);
  return JSON.stringify(tables.map((table) => [table, client.prepare(`SELECT * FROM ${table}`).all()]));
}

describe("the one door", () => {
  it("writes state, audit, outbox and document of a submission together", async () => {
    const { store, client } = await createInspectedStore();
    const order = await deskOf(store).submit("A-1");
    expect(await store.load("A-1")).toEqual(order);
    expect(client.prepare("SELECT seq, action, actor, transition FROM audit_events").all()).toEqual([
      { seq: 1, action: "create", actor: "customer:key-1", transition: "T01" },
      { seq: 2, action: "submit", actor: "customer:key-1", transition: "T04" },
    ]);
    expect(client.prepare("SELECT kind FROM outbox ORDER BY seq").pluck().all()).toEqual([
      "WEBHOOK",
      "NOTIFICATION",
      "WEBHOOK",
    ]);
    expect((await store.revision("A-1"))?.application).toEqual(documentOf("A-1"));
    expect(await store.orderIntakeKey("A-1")).toBe("key-1");
  });

  it("answers a refusal with the order as it is, and writes nothing", async () => {
    const { store, client } = await createInspectedStore();
    const desk = deskOf(store);
    const order = await desk.submit("A-1");
    const before = contents(client);
    const result = await desk.give({ orderNo: "A-1" }, [{ type: "release" }], HOLDER, NOW_MS);
    expect(result).toMatchObject({ kind: "REFUSED", refusal: { code: "ORDER_NOT_CLAIMED" }, order });
    expect(contents(client)).toBe(before);
  });

  it("refuses a version that somebody has overtaken", async () => {
    const store = await createTestStore();
    const desk = deskOf(store);
    await desk.submit("A-1");
    const claim = [{ type: "claim" }] as const;
    const stale = await desk.give({ orderNo: "A-1" }, claim, HOLDER, NOW_MS, { expectedVersion: 7 });
    expect(stale).toMatchObject({ kind: "REFUSED", refusal: { code: "STALE_ORDER" } });
    const fresh = await desk.give({ orderNo: "A-1" }, claim, HOLDER, NOW_MS, { expectedVersion: 1 });
    expect(changed(fresh)).toMatchObject({ version: 2, status: "UNDER_FIRST_REVIEW" });
  });

  it("writes over no version but the one it loaded", async () => {
    const { store, client } = await createInspectedStore();
    await deskOf(store).submit("A-1");
    const before = contents(client);
    // The broken variant: something else moves the order on between load and write.
    const overtaken = store.change(
      { target: { orderNo: "A-1" }, actor: HOLDER, nowMs: NOW_MS, lookup: {}, once: null },
      (order) => {
        if (order === null) throw new Error("the order is there");
        client.prepare("UPDATE orders SET version = version + 1").run();
        const event = {
          transition: "T07",
          command: "claim",
          from: order.status,
          to: order.status,
          data: {},
        } as const;
        const next = { ...order, version: order.version + 1 };
        return { kind: "DECISION", next, events: [event], outbox: [], cancelGroups: [], writes: [] };
      },
    );
    await expect(overtaken).rejects.toThrow("not at the version");
    expect(contents(client)).toBe(before);
  });

  it("keeps nothing of a decision that throws", async () => {
    const { store, client } = await createInspectedStore();
    await deskOf(store).submit("A-1");
    const before = contents(client);
    const request = { target: { orderNo: "A-1" }, actor: HOLDER, nowMs: NOW_MS, lookup: {}, once: null };
    await expect(
      store.change(request, () => {
        throw new Error("a bug in a rule");
      }),
    ).rejects.toThrow("a bug in a rule");
    expect(contents(client)).toBe(before);
  });

  it.each(["audit_events", "outbox", "once_keys", "verdicts", "review_rounds", "orders", "leases"])(
    "keeps nothing of a verdict whose write to %s fails",
    async (table) => {
      const { store, client } = await createInspectedStore();
      const desk = deskOf(store);
      await desk.submit("A-1");
      await desk.must("A-1", { type: "claim" }, HOLDER);
      const before = contents(client);
      for (const verb of ["INSERT", "UPDATE", "DELETE"]) {
        client.exec(
          `CREATE TRIGGER fail_${verb} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, 'disk'); END`,
        );
      }
      const verdict = [{ type: "approve", verdict: verdictOf("APPROVE") }] as const;
      const once = { scope: "staff", key: "request-1" };
      await expect(desk.give({ orderNo: "A-1" }, verdict, HOLDER, NOW_MS, { once })).rejects.toThrow("disk");
      for (const verb of ["INSERT", "UPDATE", "DELETE"]) client.exec(`DROP TRIGGER fail_${verb}`);
      expect(contents(client)).toBe(before);
      expect(changed(await desk.give({ orderNo: "A-1" }, verdict, HOLDER, NOW_MS, { once })).version).toBe(3);
    },
  );

  it("refuses to write a change that left no event", async () => {
    const { store, client } = await createInspectedStore();
    await deskOf(store).submit("A-1");
    const before = contents(client);
    const request = { target: { orderNo: "A-1" }, actor: HOLDER, nowMs: NOW_MS, lookup: {}, once: null };
    const silent = store.change(request, (order) => {
      if (order === null) throw new Error("the order is there");
      const next = { ...order, version: order.version + 1 };
      return { kind: "DECISION", next, events: [], outbox: [], cancelGroups: [], writes: [] };
    });
    await expect(silent).rejects.toThrow("without an event");
    expect(contents(client)).toBe(before);
  });

  it("does a request once and repeats its first answer, whatever happened since", async () => {
    const { store, client } = await createInspectedStore();
    const desk = deskOf(store);
    await desk.submit("A-1");
    const once = { scope: "staff:reviewer-a", key: "request-1" };
    const claim = [{ type: "claim" }] as const;
    const first = await desk.give({ orderNo: "A-1" }, claim, HOLDER, NOW_MS, { once });
    await desk.must("A-1", { type: "release" }, HOLDER);
    const before = contents(client);
    const again = await desk.give({ orderNo: "A-1" }, claim, HOLDER, NOW_MS + MINUTE_MS, { once });
    expect(again).toEqual({ kind: "REPEATED", answer: first.kind === "CHANGED" ? first.answer : null });
    expect(contents(client)).toBe(before);
    const other = await desk.give({ orderNo: "A-1" }, claim, HOLDER, NOW_MS, {
      once: { ...once, scope: "other" },
    });
    expect(other.kind).toBe("CHANGED");
  });

  it("does not remember a refused request: it may succeed later", async () => {
    const store = await createTestStore();
    const desk = deskOf(store);
    await desk.submit("A-1");
    await desk.must("A-1", { type: "claim" }, REVIEWER);
    const once = { scope: "s", key: "request-1" };
    const refused = await desk.give({ orderNo: "A-1" }, [{ type: "claim" }], HOLDER, NOW_MS, { once });
    expect(refused.kind).toBe("REFUSED");
    await desk.must("A-1", { type: "release" }, REVIEWER);
    expect((await desk.give({ orderNo: "A-1" }, [{ type: "claim" }], HOLDER, NOW_MS, { once })).kind).toBe(
      "CHANGED",
    );
  });

  it("tells listeners of committed changes only, until they stop listening", async () => {
    const store = await createTestStore();
    const desk = deskOf(store);
    const seen: string[] = [];
    const stop = store.onChange(({ order, events, atMs }) => {
      seen.push(
        `${order.orderNo} ${order.version} ${events.map((event) => event.command).join("+")} ${atMs - NOW_MS}`,
      );
    });
    await desk.submit("A-1");
    await desk.give({ orderNo: "A-1" }, [{ type: "release" }], HOLDER, NOW_MS);
    await desk.must("A-1", { type: "claim" }, HOLDER, NOW_MS + 5);
    stop();
    await desk.must("A-1", { type: "release" }, HOLDER);
    expect(seen).toEqual(["A-1 1 create+submit 0", "A-1 2 claim 5"]);
  });
});
