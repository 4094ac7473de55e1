import { afterEach, describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import { type IntakeRig, openIntakeRig, THEIRS } from "#test/support/intake-rig";
import { jpegOf, sha256Of } from "#test/support/material-fixtures";
import { FIRST_FILING } from "#test/support/order-fixtures";

let rig: IntakeRig;
afterEach(() => rig.close());

const KEY = "order-4711";

describe("Idempotency-Key", () => {
  it("gives the first answer again, and marks it", async () => {
    rig = await openIntakeRig();
    const body = await rig.documentOf(FIRST_FILING);
    const first = await rig.call("POST", "/orders", { body, key: KEY });
    await rig.call("POST", `/orders/${first.body.orderNo}/withdraw`);
    rig.clock.nowMs += 86_400_000;
    const again = await rig.call("POST", "/orders", { body, key: KEY });
    expect(again).toMatchObject({ status: 201, text: first.text });
    expect(first.headers.get("idempotency-replayed")).toBeNull();
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(rig.count("orders")).toBe(1);
  });

  it("makes one order of 20 duplicates at once, and answers all of them alike", async () => {
    rig = await openIntakeRig();
    const body = await rig.documentOf(FIRST_FILING);
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => rig.call("POST", "/orders", { body, key: KEY })),
    );
    expect(new Set(replies.map((reply) => `${reply.status} ${reply.text}`)).size).toBe(1);
    expect(replies[0]?.status).toBe(201);
    expect([rig.count("orders"), rig.count("revisions"), rig.count("once_keys")]).toEqual([1, 1, 1]);
    expect(await rig.actionsOf(String(replies[0]?.body.orderNo))).toEqual([
      "customer:ours create",
      "customer:ours submit",
    ]);
  });

  it("refuses the key for another body, also while the first is under way, and for another address", async () => {
    rig = await openIntakeRig();
    const body = await rig.documentOf(FIRST_FILING);
    const other = { ...body, accountId: "acct-two" };
    const both = await Promise.all([
      rig.call("POST", "/orders", { body, key: KEY }),
      rig.call("POST", "/orders", { body: other, key: KEY }),
    ]);
    expect(both.map((reply) => reply.status).sort()).toEqual([201, 409]);
    const loser = await rig.call("POST", "/orders", { body: { ...body, channel: "ELSE" }, key: KEY });
    expect(loser).toMatchObject({ status: 409, body: { code: "IDEMPOTENCY_MISMATCH" } });
    const orderNo = both.find((reply) => reply.status === 201)?.body.orderNo;
    const elsewhere = await rig.call("POST", `/orders/${orderNo}/withdraw`, { key: KEY });
    expect(elsewhere.body.code).toBe("IDEMPOTENCY_MISMATCH");
    expect(rig.count("orders")).toBe(1);
  });

  it("belongs to one intake key: another may use the same text", async () => {
    rig = await openIntakeRig();
    const body = await rig.documentOf(FIRST_FILING);
    await rig.upload(await jpegOf("one".length), THEIRS);
    await rig.call("POST", "/orders", { body, key: KEY });
    const theirs = { ...body, accountId: "acct-two", entity: { ...body.entity, certNumber: "91440300TWO" } };
    expect((await rig.call("POST", "/orders", { body: theirs, key: KEY, secret: THEIRS })).status).toBe(201);
    expect(rig.count("orders")).toBe(2);
  });

  it("repeats the refusal of a decision, but judges anew what was only ill-formed", async () => {
    rig = await openIntakeRig();
    const body = await rig.documentOf(FIRST_FILING);
    const orderNo = await rig.submit(body);
    const refused = await rig.call("POST", `/orders/${orderNo}/confirm`, { key: "confirm-1" });
    await rig.call("POST", `/orders/${orderNo}/withdraw`);
    const again = await rig.call("POST", `/orders/${orderNo}/confirm`, { key: "confirm-1" });
    expect(refused.body).toMatchObject({ code: "STATUS_NOT_ALLOWED", currentStatus: "PENDING_FIRST_REVIEW" });
    expect(again.text).toBe(refused.text);
    expect((await rig.call("POST", "/orders", { body: { nonsense: true }, key: KEY })).status).toBe(400);
    const revised = await rig.call("POST", `/orders/${orderNo}/revisions`, { body, key: KEY });
    expect(revised.status).toBe(200);
  });

  it("lets an order whose materials were missing be repeated once they are there", async () => {
    rig = await openIntakeRig();
    const licence = await jpegOf(5);
    const document = await rig.documentOf(FIRST_FILING);
    const sha256 = sha256Of(licence);
    const body = { ...document, materials: [{ kind: "ENTITY_CERTIFICATE", sha256 }] };
    expect((await rig.call("POST", "/orders", { body, key: KEY })).status).toBe(422);
    await rig.upload(licence);
    expect((await rig.call("POST", "/orders", { body, key: KEY })).status).toBe(201);
  });

  it("survives a crash between the change and the keeping of its answer", async () => {
    let failing = false;
    rig = await openIntakeRig({ wrap: (store) => forgetful(store, () => failing) });
    const body = await rig.documentOf(FIRST_FILING);
    failing = true;
    const lost = await rig.call("POST", "/orders", { body, key: KEY });
    failing = false;
    expect(lost).toMatchObject({ status: 500, body: { code: "INTERNAL_ERROR" } });
    expect(rig.count("orders")).toBe(1);
    const other = await rig.call("POST", "/orders", { body: { ...body, accountId: "acct-two" }, key: KEY });
    expect(other.body.code).toBe("IDEMPOTENCY_MISMATCH");
    const repeated = await rig.call("POST", "/orders", { body, key: KEY });
    expect(repeated).toMatchObject({
      status: 201,
      body: { status: "PENDING_FIRST_REVIEW", revision: 1, findings: [] },
    });
    expect(await rig.store.load(String(repeated.body.orderNo))).toMatchObject({ version: 1 });
    expect(rig.count("orders")).toBe(1);
  });

  it("survives the same crash of a revision and of a command", async () => {
    let failing = false;
    rig = await openIntakeRig({ wrap: (store) => forgetful(store, () => failing) });
    const body = await rig.documentOf(FIRST_FILING);
    const orderNo = await rig.submit(body);
    for (const [path, sent] of [
      ["withdraw", {}],
      ["revisions", { body }],
    ] as const) {
      failing = true;
      expect((await rig.call("POST", `/orders/${orderNo}/${path}`, { ...sent, key: path })).status).toBe(500);
      failing = false;
      const repeated = await rig.call("POST", `/orders/${orderNo}/${path}`, { ...sent, key: path });
      expect(repeated).toMatchObject({
        status: 200,
        body: { orderNo, revision: path === "withdraw" ? 1 : 2 },
      });
    }
    expect(await rig.actionsOf(orderNo)).toEqual(
      ["create", "submit", "withdraw", "edit", "submit"].map((act) => `customer:ours ${act}`),
    );
  });

  it("keeps no trace of a body by which it could be guessed", async () => {
    rig = await openIntakeRig();
    await rig.submit(await rig.documentOf(FIRST_FILING), { key: KEY });
    const rows = rig.rows("SELECT body_hash AS hash, body FROM idempotency");
    expect(rows).toEqual([
      {
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        body: expect.stringContaining("PENDING_FIRST_REVIEW"),
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain("张三");
  });
});

/** A store that dies where an answer would be kept: the held key and the change are on disk, the answer is not. */
function forgetful(store: Store, failing: () => boolean): Store {
  return {
    ...store,
    storeIdempotentAnswer: async (row) => {
      if (failing() && row.status !== 0) throw new Error("killed");
      return store.storeIdempotentAnswer(row);
    },
  };
}
