import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DeliveryRig, openDeliveryRig } from "./delivery-rig";
import { type Fault, isBatch, isStatus } from "./fault-proxy";
import { violations } from "./truth";

let rig: DeliveryRig;
beforeEach(async () => {
  rig = await openDeliveryRig({ answerWithinMs: 250 });
});
afterEach(() => rig.close());

const HUGE = JSON.stringify({ msgCode: 0, msg: "x".repeat(2 * 1024 * 1024), bureauTimeMs: 0, accepted: 1 });

const taken: [string, Fault][] = [
  ["the connection breaks after the bureau took it", { kind: "AFTER" }],
  ["HTTP 500 after the bureau took it", { kind: "ANSWER", status: 500, body: "" }],
  ["a redirect after the bureau took it", { kind: "ANSWER", status: 302, body: "" }],
  ["an answer that is no JSON", { kind: "ANSWER", status: 200, body: "<html>" }],
  ["a JSON answer without msgCode", { kind: "ANSWER", status: 200, body: "{}" }],
  ["an answer cut in the middle", { kind: "ANSWER", status: 200, body: '{"msgCode":0,"ms' }],
  ["an answer over 1 MB", { kind: "ANSWER", status: 200, body: HUGE }],
];
const notTaken: [string, Fault][] = [
  ["the connection breaks before", { kind: "BEFORE" }],
  ["no answer within the time", { kind: "SILENCE" }],
  ["HTTP 502 from in between", { kind: "INSTEAD", status: 502 }],
  ["HTTP 429", { kind: "INSTEAD", status: 429 }],
];

describe("an unknown outcome", () => {
  it.each(taken)("%s: found out by asking, not sent twice", async (_name, fault) => {
    await rig.approve("A1");
    await rig.push();
    rig.proxy.fail(isBatch, fault);
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("SUBMITTING_TO_BUREAU");
    rig.pass(2_000);
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("MIIT_DOMAIN_CHECK");
    expect(rig.proxy.batches()).toHaveLength(1);
    expect(await rig.trail("A1")).toEqual([
      "T01 create",
      "T04 submit",
      "T07 claim",
      "T10 approve",
      "T27 push",
      "T54 outcomeUnknown",
      "T29 uploadAccepted",
    ]);
    expect(await violations(rig, ["A1"])).toEqual([]);
  });

  it.each(notTaken)("%s: the same number and records go out again", async (_name, fault) => {
    await rig.approve("A1");
    await rig.approve("A2");
    await rig.push();
    rig.proxy.fail(isBatch, fault, fault);
    for (let turn = 0; turn < 3; turn += 1) {
      await rig.deliver();
      rig.pass(5_000);
    }
    const sent = rig.proxy.batches();
    expect(sent.map(({ dataSequence, keys }) => [dataSequence, keys])).toEqual(
      Array.from({ length: 3 }, () => [1, ["A1:1", "A2:1"]]),
    );
    expect(sent[2]?.records).toEqual(sent[0]?.records);
    expect(await rig.statusOf("A1")).toBe("MIIT_DOMAIN_CHECK");
    expect((await rig.trail("A1")).filter((row) => row.startsWith("T54"))).toHaveLength(1);
    expect(await violations(rig, ["A1", "A2"])).toEqual([]);
  });

  it("locks the order against every way out until an answer comes", async () => {
    await rig.approve("A1");
    await rig.push();
    rig.proxy.judgeBy((call) => (isBatch(call) ? { kind: "BEFORE" } : null));
    await rig.deliver();
    const customer = { kind: "CUSTOMER", intakeKey: "key-1" } as const;
    const lead = { kind: "STAFF", username: "lead-a", roles: ["LEAD"] } as const;
    for (const [command, actor] of [
      [{ type: "withdraw" }, customer],
      [{ type: "abandon", reason: "" }, customer],
      [{ type: "recall", reason: "doubt" }, lead],
      [{ type: "push", expectsSms: true }, lead],
    ] as const) {
      const result = await rig.desk.give({ orderNo: "A1" }, [command], actor, rig.deps.now());
      expect(result.kind).toBe("REFUSED");
    }
    expect(await rig.statusOf("A1")).toBe("SUBMITTING_TO_BUREAU");
  });

  it("tells a lead when it has lasted a quarter of an hour, once, even if nothing can be asked", async () => {
    await rig.approve("A1");
    await rig.push();
    rig.proxy.judgeBy(() => ({ kind: "BEFORE" }));
    for (let minute = 0; minute < 30; minute += 1) {
      await rig.deliver();
      rig.pass(60_000);
    }
    const toLeads = rig.outbox("A1", "NOTIFICATION").filter(({ payload }) => payload.includes('"ld"'));
    expect(toLeads).toHaveLength(1);
    expect((await rig.trail("A1")).filter((row) => row.startsWith("T54"))).toHaveLength(2);
  });

  it("repeats with a pause that grows", async () => {
    await rig.approve("A1");
    await rig.push();
    rig.proxy.judgeBy((call) => (isBatch(call) ? { kind: "BEFORE" } : null));
    for (let second = 0; second < 120; second += 1) {
      await rig.deliver();
      rig.pass(1_000);
    }
    expect(rig.proxy.batches().length).toBeGreaterThan(4);
    expect(rig.proxy.batches().length).toBeLessThan(12);
  });

  it("is not over when a repeat is refused: the first attempt may have been taken", async () => {
    await rig.approve("A1");
    await rig.push();
    let attempts = 0;
    rig.proxy.judgeBy((call) => {
      if (isStatus(call) && attempts < 2) return { kind: "CODE", msgCode: 902 };
      if (!isBatch(call)) return null;
      attempts += 1;
      return attempts === 1 ? { kind: "AFTER" } : { kind: "CODE", msgCode: 20 };
    });
    for (let turn = 0; turn < 4; turn += 1) {
      await rig.deliver();
      rig.pass(5_000);
    }
    rig.proxy.judgeBy(() => null);
    await rig.turn(60_000);
    expect(await rig.trail("A1")).not.toContain("T28 uploadFailed");
    expect(await rig.statusOf("A1")).toBe("MIIT_DOMAIN_CHECK");
    expect(await violations(rig, ["A1"])).toEqual([]);
  });
});

describe("UNKNOWN is not a fence", () => {
  it("a refused repeat frees nobody while the first attempt may still arrive", async () => {
    await rig.approve("A1");
    await rig.push();
    rig.proxy.fail(isBatch, { kind: "LATE" }, { kind: "CODE", msgCode: 20 });
    await rig.deliver();
    rig.pass(2_000);
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("SUBMITTING_TO_BUREAU");
    expect(await rig.proxy.arrive()).toEqual([200]);
    rig.pass(5_000);
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("MIIT_DOMAIN_CHECK");
    expect(await violations(rig, ["A1"])).toEqual([]);
  });

  it("it does once the bureau would no longer take it", async () => {
    await rig.approve("A1");
    await rig.push();
    let refusing = false;
    rig.proxy.judgeBy((call) => {
      if (!isBatch(call)) return null;
      return refusing ? { kind: "CODE", msgCode: 13 } : { kind: "LATE" };
    });
    await rig.deliver();
    refusing = true;
    for (let minute = 0; minute < 13; minute += 1) {
      rig.pass(60_000);
      await rig.deliver();
    }
    expect(await rig.statusOf("A1")).toBe("PENDING_BUREAU_SUBMISSION");
    expect(await rig.proxy.arrive()).toEqual([401]);
    expect(await violations(rig, ["A1"])).toEqual([]);
  });

  it("a copy that arrives after the answer changes nothing", async () => {
    await rig.approve("A1");
    await rig.push();
    rig.proxy.fail(isBatch, { kind: "LATE" });
    await rig.deliver();
    rig.pass(2_000);
    await rig.deliver();
    await rig.approve("A2");
    await rig.push();
    expect(await rig.proxy.arrive()).toEqual([200]);
    await rig.deliver();
    expect(rig.proxy.batches().map(({ dataSequence }) => dataSequence)).toEqual([1, 1, 2]);
    expect(await violations(rig, ["A1", "A2"])).toEqual([]);
    expect(await rig.statusOf("A2")).toBe("MIIT_DOMAIN_CHECK");
  });
});
