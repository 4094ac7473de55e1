import { describe, expect, it } from "vitest";
import { deskOf } from "#test/support/desk";
import { createInspectedStore } from "#test/support/test-store";

describe("the one door", () => {
  it("writes state, audit and outbox of a submission together", async () => {
    const { store, client } = await createInspectedStore();
    const order = await deskOf(store).submit("A-1");
    expect(await store.load("A-1")).toEqual(order);
    const audit = client.prepare("SELECT seq, action, actor, transition FROM audit_events").all();
    expect(audit).toEqual([
      { seq: 1, action: "create", actor: "customer:key-1", transition: "T01" },
      { seq: 2, action: "submit", actor: "customer:key-1", transition: "T04" },
    ]);
    const kinds = client.prepare("SELECT kind FROM outbox ORDER BY seq").pluck().all();
    expect(kinds).toEqual(["WEBHOOK", "NOTIFICATION", "WEBHOOK"]);
    expect((await store.revision("A-1"))?.application.entity.name).toBe("深圳市示例科技有限公司");
    expect(await store.orderIntakeKey("A-1")).toBe("key-1");
  });
});
