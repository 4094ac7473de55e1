import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import { notifyDue } from "#server/outbox/notify-due";
import { pushDue } from "#server/outbox/push-due";
import { sendWebhooks } from "#server/outbox/send-webhooks";
import { runTimers } from "#server/workers/run-timers";
import { DEFAULT_ORDER_SETTINGS } from "#shared/domain/order/settings";
import { CUSTOMER, HOLDER, kindOf, verdictOf } from "#test/support/order-fixtures";
import { type DeliveryRig, openDeliveryRig } from "./delivery-rig";

let rig: DeliveryRig;
let unreadable: string | null;

beforeEach(async () => {
  unreadable = null;
  const wrapStore = (store: Store): Store => ({
    ...store,
    async revision(orderNo, revisionNo) {
      if (orderNo === unreadable) throw new Error("the seal is broken");
      return store.revision(orderNo, revisionNo);
    },
  });
  rig = await openDeliveryRig({ wrapStore });
});
afterEach(() => rig.close());

const states = (orderNo: string, kind: string) => rig.outbox(orderNo, kind).map(({ state }) => state);

describe("pushes that are due", () => {
  it("wait out the undo window, then lock the order once", async () => {
    await rig.approve("A1");
    rig.pass(DEFAULT_ORDER_SETTINGS.undoWindowMs - 1);
    await pushDue(rig.deps);
    expect(await rig.statusOf("A1")).toBe("PENDING_BUREAU_SUBMISSION");
    rig.pass(1);
    await pushDue(rig.deps);
    await pushDue(rig.deps);
    expect(await rig.statusOf("A1")).toBe("SUBMITTING_TO_BUREAU");
    expect(rig.auditData("A1", "push")).toEqual([{ submissionNo: 1 }]);
  });

  it("of an order that was withdrawn in time never happen", async () => {
    await rig.approve("A1");
    await rig.desk.must("A1", { type: "withdraw" }, CUSTOMER, rig.deps.now());
    for (let turn = 0; turn < 3; turn += 1) await rig.turn(60_000);
    expect(await rig.statusOf("A1")).toBe("DRAFT");
    expect(states("A1", "BUREAU_PUSH")).toEqual(["CANCELLED"]);
    expect(rig.proxy.batches()).toEqual([]);
  });

  it("are not held up by an order that cannot be read, which is tried again later", async () => {
    await rig.approve("A1");
    await rig.approve("A2");
    unreadable = "A1";
    await rig.push();
    expect(await rig.statusOf("A1")).toBe("PENDING_BUREAU_SUBMISSION");
    expect(await rig.statusOf("A2")).toBe("SUBMITTING_TO_BUREAU");
    unreadable = null;
    await rig.turn(2_000);
    expect(await rig.statusOf("A1")).not.toBe("PENDING_BUREAU_SUBMISSION");
  });

  it("give back an order whose record cannot be built, and send the others", async () => {
    await rig.approve("A1");
    await rig.approve("A2");
    await rig.push();
    unreadable = "A1";
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("PENDING_BUREAU_SUBMISSION");
    expect(rig.auditData("A1", "uploadFailed")).toMatchObject([{ deadLetter: true }]);
    expect(await rig.statusOf("A2")).toBe("MIIT_DOMAIN_CHECK");
  });
});

describe("notices that are due", () => {
  it("become one row for each recipient, once", async () => {
    await rig.approve("A1");
    rig.pass(DEFAULT_ORDER_SETTINGS.undoWindowMs);
    while (await notifyDue(rig.deps));
    expect(await notifyDue(rig.deps)).toBe(false);
    expect(rig.notifications("A1").map(({ target, template }) => `${template} ${target}`)).toEqual([
      "T04 CUSTOMER_SMS",
      "T04 CUSTOMER_EMAIL",
      "T07 REVIEWER",
      "T10 CUSTOMER_SMS",
      "T10 CUSTOMER_EMAIL",
    ]);
    expect(new Set(states("A1", "NOTIFICATION"))).toEqual(new Set(["DONE"]));
  });
});

describe("webhooks that are due", () => {
  const SECRET = "a webhook secret";
  let received: { status: unknown; valid: boolean; orderNo: unknown }[];
  let answers: number[];
  let target: { url: string; secret: string };
  let stop: () => Promise<void>;

  beforeEach(async () => {
    received = [];
    answers = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const body = Buffer.concat(chunks).toString("utf8");
      const { "x-timestamp": timestamp, "x-signature": signature } = request.headers;
      const expected = createHmac("sha256", SECRET).update(`${timestamp}.${body}`).digest("hex");
      const { status, orderNo } = JSON.parse(body);
      received.push({ status, orderNo, valid: signature === `sha256=${expected}` });
      response.writeHead(answers.shift() ?? 204).end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    target = { url: `http://127.0.0.1:${port}/hook`, secret: SECRET };
    stop = async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    };
  });
  afterEach(() => stop());

  const rounds = async (count: number, ms: number) => {
    for (let round = 0; round < count; round += 1) {
      await sendWebhooks(rig.deps, "WEBHOOK", target);
      rig.pass(ms);
    }
  };

  it("arrive signed and in the order of what happened, whatever fails in between", async () => {
    answers = [500, 500, 204, 503];
    await rig.approve("A1");
    await rounds(15, 10_000);
    expect(received.every(({ valid }) => valid)).toBe(true);
    const statuses = received.map(({ status }) => status);
    const distinct = statuses.filter((status, at) => status !== statuses[at - 1]);
    expect(distinct.slice(0, 4)).toEqual([
      "DRAFT",
      "PENDING_FIRST_REVIEW",
      "UNDER_FIRST_REVIEW",
      "PENDING_BUREAU_SUBMISSION",
    ]);
    expect(states("A1", "WEBHOOK").every((state) => state === "DONE")).toBe(true);
  });

  it("of one order do not wait for those of another", async () => {
    answers = [500];
    await rig.approve("A1");
    await rig.approve("A2");
    await sendWebhooks(rig.deps, "WEBHOOK", target);
    expect(new Set(received.map(({ orderNo }) => orderNo))).toEqual(new Set(["A1", "A2"]));
    const done = [...states("A1", "WEBHOOK"), ...states("A2", "WEBHOOK")].filter((state) => state === "DONE");
    expect(done).toHaveLength(1);
  });

  it("that nobody takes for a day are given up, and a lead is told", async () => {
    answers = Array.from({ length: 100 }, () => 500);
    await rig.desk.submit("A1", rig.deps.now(), rig.document("A1", kindOf("FIRST_FILING")));
    await rounds(36, 3_600_000);
    expect(states("A1", "WEBHOOK")).toContain("DEAD");
    expect(rig.notifications("A1")).toContainEqual({ target: "LEAD", template: "WEBHOOK_GIVEN_UP" });
  });

  it("are settled unsent where no address is configured", async () => {
    await rig.approve("A1");
    while (await sendWebhooks(rig.deps, "WEBHOOK", null));
    expect(received).toEqual([]);
    expect(states("A1", "WEBHOOK").filter((state) => state === "DONE").length).toBeGreaterThan(1);
  });
});

describe("what only time does", () => {
  it("gives up a returned order after its days, and not a moment earlier", async () => {
    await rig.desk.submit("A1", rig.deps.now(), rig.document("A1", kindOf("FIRST_FILING")));
    await rig.desk.must("A1", { type: "claim" }, HOLDER, rig.deps.now());
    await rig.desk.must("A1", { type: "reject", verdict: verdictOf("REJECT") }, HOLDER, rig.deps.now());
    rig.pass(DEFAULT_ORDER_SETTINGS.rejectedTtlMs - 1);
    await runTimers(rig.deps);
    expect(await rig.statusOf("A1")).toBe("FIRST_REVIEW_REJECTED");
    rig.pass(1);
    expect(await runTimers(rig.deps)).toBe(false);
    expect(await rig.statusOf("A1")).toBe("ABANDONED");
    expect((await rig.trail("A1")).at(-1)).toBe("T22 expire");
  });
});
