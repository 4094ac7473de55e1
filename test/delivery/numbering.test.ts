import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleRecord } from "#test/bureau-simulator/sample-record";
import { sha256Of } from "#test/support/material-fixtures";
import { FIRST_FILING, NOW_MS } from "#test/support/order-fixtures";
import { BEIJING, type DeliveryRig, GUANGDONG, openDeliveryRig } from "./delivery-rig";
import { isBatch } from "./fault-proxy";
import { violations } from "./truth";

let rig: DeliveryRig;
beforeEach(async () => {
  rig = await openDeliveryRig();
});
afterEach(() => rig.close());

const numbers = () => rig.proxy.batches().map(({ dataSequence, keys }) => [dataSequence, keys]);

describe("the data sequence of a province", () => {
  it("starts at 1 and grows by one with each batch that was taken", async () => {
    for (const orderNo of ["A1", "A2", "A3"]) {
      await rig.approve(orderNo);
      await rig.push();
      await rig.deliver();
    }
    expect(numbers()).toEqual([
      [1, ["A1:1"]],
      [2, ["A2:1"]],
      [3, ["A3:1"]],
    ]);
  });

  it("is kept apart for each province", async () => {
    await rig.approve("A1");
    await rig.inProvince("B1", BEIJING);
    await rig.push();
    await rig.deliver();
    const sent = rig.proxy
      .batches()
      .map(({ provinceCode, dataSequence }) => `${provinceCode} ${dataSequence}`);
    expect(sent.toSorted()).toEqual(["110000 1", "440000 1"]);
  });

  it("goes back to the number the bureau misses, with the same records", async () => {
    await rig.store.setLastSequence(GUANGDONG, 41);
    await rig.approve("A1");
    await rig.push();
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("SUBMITTING_TO_BUREAU");
    await rig.turn();
    expect(numbers()).toEqual([
      [42, ["A1:1"]],
      [1, ["A1:1"]],
    ]);
    expect(await violations(rig, ["A1"])).toEqual([]);
    expect(await rig.statusOf("A1")).toBe("MIIT_DOMAIN_CHECK");
  });

  it("is asked for when code 14 does not say which number is missing", async () => {
    await rig.store.setLastSequence(GUANGDONG, 5);
    rig.proxy.fail(isBatch, { kind: "CODE", msgCode: 14 });
    await rig.approve("A1");
    await rig.push();
    await rig.deliver();
    await rig.turn();
    expect(numbers()).toEqual([
      [6, ["A1:1"]],
      [1, ["A1:1"]],
    ]);
    expect(await violations(rig, ["A1"])).toEqual([]);
  });

  it("jumps over numbers that an earlier life of the database has used: nothing is lost in them", async () => {
    for (const number of [1, 2, 3])
      await rig.bureau.submit(number, [sampleRecord("FIRST_FILING", `OLD${number}`)]);
    await rig.approve("A1");
    await rig.push();
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("SUBMITTING_TO_BUREAU");
    await rig.turn();
    expect(numbers()).toEqual([
      [1, ["A1:1"]],
      [4, ["A1:1"]],
    ]);
    expect(await rig.statusOf("A1")).toBe("MIIT_DOMAIN_CHECK");
    expect(await violations(rig, ["A1"])).toEqual([]);
  });

  it("does not overrun a bureau that always wants another number", async () => {
    rig.proxy.judgeBy((call) => (isBatch(call) ? { kind: "CODE", msgCode: 14, missing: 7 } : null));
    await rig.approve("A1");
    await rig.push();
    for (let second = 0; second < 10; second += 1) await rig.turn(1_000);
    expect(rig.proxy.batches().length).toBeLessThanOrEqual(11);
    expect(await rig.statusOf("A1")).toBe("SUBMITTING_TO_BUREAU");
  });

  it("keeps the records apart when a late copy of a renumbered batch arrives", async () => {
    await rig.store.setLastSequence(GUANGDONG, 1);
    await rig.approve("A1");
    await rig.push();
    rig.proxy.fail(isBatch, { kind: "LATE" });
    await rig.deliver();
    // The repeat is told that 1 is missing; A1 goes out under 1, then its first copy takes number 2.
    for (let turn = 0; turn < 3; turn += 1) await rig.turn(3_000);
    expect(await rig.proxy.arrive()).toEqual([200]);
    await rig.approve("A2");
    await rig.push();
    for (let turn = 0; turn < 3; turn += 1) await rig.turn(3_000);
    expect(numbers().at(-1)).toEqual([3, ["A2:1"]]);
    expect(await rig.statusOf("A2")).not.toBe("SUBMITTING_TO_BUREAU");
    expect(await violations(rig, ["A1", "A2"])).toEqual([]);
  });

  it("lets go only of the records the bureau does not have, when it has some by another number", async () => {
    await rig.bureau.control({ clockFactor: 0 });
    await rig.approve("A1");
    await rig.push();
    rig.proxy.fail(isBatch, { kind: "LATE" }, { kind: "CODE", msgCode: 14, missing: 1 }, { kind: "BEFORE" });
    await rig.deliver();
    await rig.turn();
    await rig.approve("A2");
    await rig.push();
    await rig.deliver();
    expect(numbers().at(-1)).toEqual([1, ["A1:1", "A2:1"]]);
    expect(await rig.proxy.arrive()).toEqual([200]);
    rig.proxy.judgeBy((call) => (isBatch(call) ? { kind: "CODE", msgCode: 13 } : null));
    for (let minute = 0; minute < 15; minute += 1) await rig.turn(60_000);
    expect(await rig.statusOf("A2")).toBe("PENDING_BUREAU_SUBMISSION");
    expect(await rig.statusOf("A1")).toBe("MIIT_DOMAIN_CHECK");
    expect(await violations(rig, ["A1", "A2"])).toEqual([]);
  });
});

describe("the size of a batch", () => {
  it("never grows beyond the plan: large documents are spread over several numbers", async () => {
    const bytes = randomBytes(1_200_000);
    const sha256 = sha256Of(bytes);
    await rig.deps.materials.put(sha256, bytes);
    const row = {
      sha256,
      intakeKey: "key-1",
      mediaType: "image/jpeg",
      bytes: bytes.length,
      uploadedAtMs: NOW_MS,
    };
    await rig.store.addMaterial(row);
    const orders = ["A1", "A2", "A3", "A4", "A5"];
    for (const orderNo of orders) {
      await rig.approve(orderNo, FIRST_FILING, { materials: [{ kind: "ENTITY_CERTIFICATE", sha256 }] });
    }
    await rig.push();
    await rig.deliver();
    expect(rig.proxy.batches().map(({ dataSequence, keys }) => [dataSequence, keys.length])).toEqual([
      [1, 2],
      [2, 2],
      [3, 1],
    ]);
    const sizes = rig.proxy.calls.filter(isBatch).map(({ body }) => Buffer.byteLength(body));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(await violations(rig, orders)).toEqual([]);
  });
});
