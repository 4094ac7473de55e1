import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pushNow } from "#server/usecases/push-now";
import { CUSTOMER, LEAD } from "#test/support/order-fixtures";
import { BEIJING, type DeliveryRig, openDeliveryRig } from "./delivery-rig";
import { isBatch } from "./fault-proxy";
import { violations } from "./truth";

let rig: DeliveryRig;
beforeEach(async () => {
  rig = await openDeliveryRig();
});
afterEach(() => rig.close());

const pendingPushes = (orderNo: string) =>
  rig.outbox(orderNo, "BUREAU_PUSH").filter(({ state }) => state === "PENDING");

describe("a refusal of the transport", () => {
  it.each([15, 20, 901, 902, 999])(
    "code %i: back to waiting, pushed again later under a new number",
    async (msgCode) => {
      await rig.approve("A1");
      await rig.push();
      rig.proxy.fail(isBatch, { kind: "CODE", msgCode });
      await rig.deliver();
      expect(await rig.statusOf("A1")).toBe("PENDING_BUREAU_SUBMISSION");
      expect(await rig.trail("A1")).toEqual(expect.arrayContaining(["T27 push", "T28 uploadFailed"]));
      expect(pendingPushes("A1")).toMatchObject([{ not_before_ms: rig.deps.now() + 15_000 }]);
      expect(rig.outbox("A1", "NOTIFICATION").at(-1)?.payload).toContain('"ld"');
      await rig.turn(14_000);
      expect(rig.proxy.batches()).toHaveLength(1);
      await rig.turn(2_000);
      expect(rig.proxy.batches().map(({ dataSequence, keys }) => [dataSequence, keys])).toEqual([
        [1, ["A1:1"]],
        [1, ["A1:2"]],
      ]);
      expect(await rig.statusOf("A1")).toBe("MIIT_DOMAIN_CHECK");
      expect(await violations(rig, ["A1"])).toEqual([]);
    },
  );

  it.each([4, 12, 13, 18, 19])("code %i: never again by itself, until a lead pushes", async (msgCode) => {
    await rig.approve("A1");
    await rig.push();
    rig.proxy.fail(isBatch, { kind: "CODE", msgCode });
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("PENDING_BUREAU_SUBMISSION");
    expect(pendingPushes("A1")).toEqual([]);
    expect(rig.auditData("A1", "uploadFailed")).toMatchObject([{ msgCode, deadLetter: true }]);
    await rig.turn(3_600_000);
    expect(rig.proxy.batches()).toHaveLength(1);
    const pushed = await pushNow(rig.deps, { orderNo: "A1", requestId: "request-1" }, LEAD);
    expect(pushed.kind).toBe("DONE");
    await rig.turn();
    expect(await rig.statusOf("A1")).toBe("MIIT_DOMAIN_CHECK");
    expect(await violations(rig, ["A1"])).toEqual([]);
  });

  it("a wrong signature is definite: not processed, not repeated", async () => {
    await rig.approve("A1");
    await rig.push();
    rig.proxy.fail(isBatch, { kind: "INSTEAD", status: 401 });
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("PENDING_BUREAU_SUBMISSION");
    expect(rig.auditData("A1", "uploadFailed")).toMatchObject([
      { deadLetter: true, detail: "SIGNATURE_REFUSED" },
    ]);
    await rig.turn(3_600_000);
    expect(rig.proxy.batches()).toHaveLength(1);
    expect(await rig.bureau.stateOf("A1:1")).toBe("UNKNOWN");
  });

  it("frees the order: withdrawn then, its record never goes out", async () => {
    await rig.approve("A1");
    await rig.push();
    rig.proxy.fail(isBatch, { kind: "CODE", msgCode: 20 });
    await rig.deliver();
    await rig.desk.must("A1", { type: "withdraw" }, CUSTOMER, rig.deps.now());
    for (let turn = 0; turn < 3; turn += 1) await rig.turn(60_000);
    expect(rig.proxy.batches()).toHaveLength(1);
    expect(await rig.statusOf("A1")).toBe("DRAFT");
    expect(await violations(rig, ["A1"])).toEqual([]);
  });

  it("holds up what else waits in the province only for a moment", async () => {
    await rig.approve("A1");
    await rig.push();
    rig.proxy.fail(isBatch, { kind: "CODE", msgCode: 13 });
    await rig.deliver();
    await rig.approve("A2");
    await rig.push();
    await rig.turn(30_000);
    expect(await rig.statusOf("A2")).toBe("MIIT_DOMAIN_CHECK");
    expect(rig.proxy.batches().map(({ keys }) => keys)).toEqual([["A1:1"], ["A2:1"]]);
  });
});

describe("Retry-After", () => {
  it.each([429, 503])("of a %i is kept, for sending and for asking", async (status) => {
    await rig.approve("A1");
    await rig.push();
    rig.proxy.fail(isBatch, { kind: "INSTEAD", status, headers: { "retry-after": "120" } });
    await rig.deliver();
    const province = () =>
      rig.proxy.calls.filter(({ path, body }) => `${path}${body}`.includes("440000")).length;
    const before = province();
    for (let turn = 0; turn < 11; turn += 1) await rig.turn(10_000);
    expect(province()).toBe(before);
    await rig.turn(10_001);
    expect(await rig.statusOf("A1")).toBe("MIIT_DOMAIN_CHECK");
  });

  it("does not hold up another province", async () => {
    await rig.approve("A1");
    await rig.inProvince("B1", BEIJING);
    await rig.push();
    rig.proxy.judgeBy((call) =>
      call.path.includes("440000") || call.body.includes('"provinceCode":"440000","dataSequence"')
        ? { kind: "INSTEAD", status: 503, headers: { "retry-after": "3600" } }
        : null,
    );
    await rig.deliver();
    expect(await rig.statusOf("B1")).toBe("MIIT_DOMAIN_CHECK");
    expect(await rig.statusOf("A1")).toBe("SUBMITTING_TO_BUREAU");
  });
});

describe("a record that cannot be sent", () => {
  it("goes back to a lead, and the others go on", async () => {
    const missing = { kind: "ENTITY_CERTIFICATE", sha256: "f".repeat(64) } as const;
    await rig.approve("A1", undefined, { materials: [missing] });
    await rig.approve("A2");
    await rig.push();
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("PENDING_BUREAU_SUBMISSION");
    expect(rig.auditData("A1", "uploadFailed")).toMatchObject([
      { deadLetter: true, detail: "RECORD_NOT_BUILT" },
    ]);
    expect(await rig.statusOf("A2")).toBe("MIIT_DOMAIN_CHECK");
    expect(rig.proxy.batches().map(({ keys }) => keys)).toEqual([["A2:1"]]);
  });
});
