import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import {
  type DemoOrder,
  type DemoOrderInput,
  generateDemoOrder,
} from "#server/demo/generator/generate-demo-order";
import { type CheckAnswer, checkAnswerSchema } from "#shared/contract/intake-v1";
import { foldApplication } from "#shared/domain/privacy/fold-application";
import { personalDataOf } from "#shared/domain/privacy/mask";
import { RULES } from "#shared/domain/rules/catalogue";
import { expectProblem } from "#test/support/intake-problems";
import { type IntakeRig, OURS, openIntakeRig, type Reply, THEIRS } from "#test/support/intake-rig";
import { NOW_MS } from "#test/support/order-fixtures";
import { lead, revision } from "#test/support/order-road";

const SEED = 5;
const FAULTY = 30;
const KEYS = ["fieldPath", "message", "params", "ruleId", "severity", "state", "suggestedOutcome"];

let rig: IntakeRig;
let losesFindings = false;
const forgetful = (store: Store): Store => ({
  ...store,
  saveFindings: async (record) => {
    if (losesFindings) throw new Error("crashed before the findings were kept");
    await store.saveFindings(record);
  },
});
beforeEach(async () => {
  losesFindings = false;
  rig = await openIntakeRig({ rules: RULES, wrap: forgetful });
});
afterEach(() => rig.close());

function demoOrder(index: number, more: Partial<DemoOrderInput> = {}): DemoOrder {
  return generateDemoOrder({ seed: SEED, index, atMs: NOW_MS, ...more });
}

/** The first orders of the run that have something to find. */
function faultyOrders(count: number): { index: number; order: DemoOrder }[] {
  const found: { index: number; order: DemoOrder }[] = [];
  for (let index = 0; found.length < count; index++) {
    const order = demoOrder(index);
    if (order.defects.length > 0) found.push({ index, order });
  }
  return found;
}

function faultyOrder(): { index: number; order: DemoOrder } {
  const [first] = faultyOrders(1);
  if (first === undefined) throw new Error("no faulty order");
  return first;
}

async function bring({ files }: DemoOrder, secret = OURS): Promise<void> {
  for (const { bytes } of files) await rig.upload(Buffer.from(bytes), secret);
}

async function post(path: string, order: DemoOrder, secret = OURS, key?: string): Promise<Reply> {
  await bring(order, secret);
  const sent = { body: order.application, secret };
  return rig.call("POST", path, key === undefined ? sent : { ...sent, key });
}

function findingsOf(reply: Reply): CheckAnswer["findings"] {
  return checkAnswerSchema.parse(reply.body).findings;
}

function violations(reply: Reply): string[] {
  const violated = findingsOf(reply).filter(({ state }) => state === "VIOLATED");
  return violated.map(({ ruleId, fieldPath }) => `${ruleId} ${fieldPath}`).sort();
}

function planted({ defects }: DemoOrder): string[] {
  return defects.map(({ ruleId, fieldPath }) => `${ruleId} ${fieldPath}`).sort();
}

describe("POST /orders", () => {
  it("answers exactly the faults of the document, as the check before it did", async () => {
    for (const { order } of faultyOrders(FAULTY)) {
      const checked = await post("/orders/check", order);
      const submitted = await post("/orders", order);
      expect(submitted.status).toBe(201);
      expect(violations(submitted)).toEqual(planted(order));
      expect(findingsOf(checked)).toEqual(findingsOf(submitted));
    }
  });

  it("answers nothing to find for a document without a fault", async () => {
    expect(violations(await post("/orders", demoOrder(0, { defects: "NONE" })))).toEqual([]);
  });

  it("says of a finding what it is in both languages, and nothing of the desk's", async () => {
    for (const { order } of faultyOrders(FAULTY)) {
      const reply = await post("/orders", order);
      for (const finding of findingsOf(reply)) {
        expect(finding.message.zh).toMatch(/\p{sc=Han}/u);
        expect(finding.message.en).toMatch(/[A-Za-z]{2}/);
      }
      const raw: { findings: object[] } = JSON.parse(reply.text);
      for (const finding of raw.findings) expect(Object.keys(finding).sort()).toEqual(KEYS);
      const personal = personalDataOf(foldApplication(order.application)).filter(
        ({ inFreeText }) => !inFreeText,
      );
      expect(personal.filter(({ value }) => reply.text.includes(value))).toEqual([]);
    }
  });

  it("says what could not be checked where evidence is missing, and calls it no violation", async () => {
    const order = demoOrder(0, { defects: "NONE" });
    await bring(order);
    const body = { ...order.application, evidence: null };
    const reply = await rig.call("POST", "/orders", { body });
    const unchecked = findingsOf(reply).filter(({ state }) => state === "CANNOT_CHECK");
    expect(unchecked.length).toBeGreaterThan(5);
    for (const finding of unchecked) expect(finding).toMatchObject({ params: {}, suggestedOutcome: null });
    expect(violations(reply)).toEqual([]);
  });

  it("answers each of several at once with its own findings, and one of two for the same entity", async () => {
    const orders = faultyOrders(6).map(({ order }) => order);
    for (const order of orders) await bring(order);
    const replies = await Promise.all(orders.map((order) => post("/orders", order)));
    expect(replies.map(violations)).toEqual(orders.map(planted));
    const twin = demoOrder(1000, { defects: "NONE" });
    await bring(twin);
    const both = await Promise.all([post("/orders", twin), post("/orders", twin)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(rig.count("orders")).toBe(orders.length + 1);
    expect(rig.count("finding_runs")).toBe(orders.length + 1);
  });
});

describe("POST /orders/check", () => {
  it("stores nothing, however often it is asked", async () => {
    const { order } = faultyOrder();
    const tables = ["orders", "revisions", "finding_runs", "findings", "audit_events", "outbox", "once_keys"];
    await post("/orders/check", order);
    await post("/orders/check", order);
    expect(tables.map((table) => `${table} ${rig.count(table)}`)).toEqual(
      tables.map((table) => `${table} 0`),
    );
  });

  it("names one's own open order as a finding (R-001)", async () => {
    const order = demoOrder(0, { defects: "NONE" });
    const { body } = await post("/orders", order);
    const reply = await post("/orders/check", order);
    const [finding] = findingsOf(reply).filter(({ ruleId }) => ruleId === "R-001");
    expect(finding).toMatchObject({ fieldPath: "accountId", severity: "block", suggestedOutcome: "REJECT" });
    expect(finding?.params.otherOrderNo).toBe(body.orderNo);
  });

  it("hides the number of another customer's open order, which stands in the way all the same", async () => {
    const order = demoOrder(0, { defects: "NONE" });
    const { body } = await post("/orders", order);
    const reply = await post("/orders/check", order, THEIRS);
    const [finding] = findingsOf(reply).filter(({ ruleId }) => ruleId === "R-001");
    expect(finding).toMatchObject({ fieldPath: "accountId", params: { otherOrderNo: "***" } });
    expect(reply.text).not.toContain(String(body.orderNo));
  });
});

describe("POST /orders/{orderNo}/revisions", () => {
  it("answers what is found in the new revision", async () => {
    const { index, order } = faultyOrder();
    const orderNo = String((await post("/orders", order)).body.orderNo);
    const back = `/orders/${orderNo}/revisions`;
    await lead(rig, orderNo, revision({ fieldPath: "entity.name" }));
    expect(violations(await post(back, order))).toEqual(planted(order));
    await lead(rig, orderNo, revision({ fieldPath: "entity.name" }));
    const mended = await post(back, demoOrder(index, { mended: true }));
    expect(mended).toMatchObject({ status: 200, body: { revision: 3 } });
    expect(violations(mended)).toEqual([]);
    const kept = await Promise.all([1, 2, 3].map((revisionNo) => rig.store.findings(orderNo, revisionNo)));
    expect(kept.map((record) => record?.report.findings.some(({ state }) => state === "VIOLATED"))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("GET /orders/{orderNo}", () => {
  it("shows the customer nothing of what only the reviewer is to weigh", async () => {
    const { order } = faultyOrder();
    const { body } = await post("/orders", order);
    const view = await rig.call("GET", `/orders/${body.orderNo}`);
    expect(view).toMatchObject({ status: 200, body: { orderNo: body.orderNo, revision: 1 } });
    expect(view.body).not.toHaveProperty("findings");
    expect(view.text).not.toMatch(/R-\d{3}/);
  });
});

describe("a crash between the order and its findings", () => {
  it("leaves one order, and the repeated call answers it with what is found", async () => {
    const { order } = faultyOrder();
    losesFindings = true;
    expectProblem(await post("/orders", order, OURS, "order-4711"), 500, "INTERNAL_ERROR");
    expect([rig.count("orders"), rig.count("finding_runs")]).toEqual([1, 0]);
    losesFindings = false;
    const again = await post("/orders", order, OURS, "order-4711");
    expect(again.status).toBe(201);
    expect(violations(again)).toEqual(planted(order));
    expect([rig.count("orders"), rig.count("finding_runs")]).toEqual([1, 1]);
    const orderNo = String(again.body.orderNo);
    expect(await rig.actionsOf(orderNo)).toEqual(["customer:ours create", "customer:ours submit"]);
  });
});
