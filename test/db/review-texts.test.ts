import { describe, expect, it } from "vitest";
import { isRefusal } from "#shared/domain/order/refusal";
import { deskOf } from "#test/support/desk";
import { HOLDER, LEAD, NOW_MS, verdictOf } from "#test/support/order-fixtures";
import { createInspectedStore, createTestStore } from "#test/support/test-store";

describe("notes and undone verdicts", () => {
  it("adds a note once, sealed and audited, without a new version", async () => {
    const { store, client } = await createInspectedStore();
    await deskOf(store).submit("A-1");
    const note = {
      orderNo: "A-1",
      author: "lead-a",
      text: "call back",
      nowMs: NOW_MS,
      once: { scope: "s", key: "k" },
    };
    expect(await store.addNote(note)).toMatchObject({ orderNo: "A-1", version: 1 });
    expect(await store.addNote(note)).toMatchObject({ orderNo: "A-1", version: 1 });
    expect(await store.notes("A-1")).toEqual([{ author: "lead-a", atMs: NOW_MS, text: "call back" }]);
    expect(client.prepare("SELECT count(*) FROM audit_events WHERE action = 'addNote'").pluck().get()).toBe(
      1,
    );
    expect(await store.addNote({ ...note, orderNo: "none", once: { scope: "s", key: "k2" } })).toBeNull();
  });

  it("keeps an undone verdict as history and shows it no more", async () => {
    const { store, client } = await createInspectedStore();
    const desk = deskOf(store);
    await desk.submit("A-1");
    await desk.must("A-1", { type: "claim" }, HOLDER);
    const verdict = verdictOf("REVISE", { comment: "请补充材料", note: "second look" });
    await desk.must("A-1", { type: "requestRevision", verdict }, HOLDER);
    expect(await store.verdicts("A-1")).toMatchObject([
      {
        outcome: "REVISE",
        round: 1,
        revision: 1,
        comment: "请补充材料",
        note: "second look",
        reasons: verdict.reasons,
      },
    ]);
    await desk.must("A-1", { type: "undoVerdict" }, HOLDER);
    expect(await store.verdicts("A-1")).toEqual([]);
    expect(client.prepare("SELECT count(*) FROM verdicts").pluck().get()).toBe(1);
    const sent = client.prepare(
      "SELECT state, count(*) AS n FROM outbox WHERE group_key = 'verdict-1' GROUP BY state",
    );
    expect(sent.all()).toEqual([{ state: "CANCELLED", n: 3 }]);
  });

  it("answers a decision about an order that does not exist with a refusal", async () => {
    const store = await createTestStore();
    const result = await deskOf(store).give({ orderNo: "none" }, [{ type: "claim" }], LEAD, NOW_MS);
    expect(result.kind === "REFUSED" && isRefusal(result.refusal) && result.refusal.code).toBe(
      "ORDER_NOT_FOUND",
    );
  });
});
