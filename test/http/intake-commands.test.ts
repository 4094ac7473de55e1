import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type IntakeRig, openIntakeRig, THEIRS } from "#test/support/intake-rig";
import { FIRST_FILING, kindOf } from "#test/support/order-fixtures";
import { approvedOrder, CODE_SENT, lead, PUSHED } from "#test/support/order-road";

let rig: IntakeRig;
beforeEach(async () => {
  rig = await openIntakeRig();
});
afterEach(() => rig.close());

describe("withdraw and abandon", () => {
  it("takes an order out of a review, with audit and notice, and then gives it up", async () => {
    const orderNo = await rig.submit(await rig.documentOf(FIRST_FILING));
    await lead(rig, orderNo, [{ type: "claim" }]);
    const withdrawn = await rig.call("POST", `/orders/${orderNo}/withdraw`);
    expect(withdrawn).toMatchObject({ status: 200, body: { orderNo, status: "DRAFT", revision: 1 } });
    const abandoned = await rig.call("POST", `/orders/${orderNo}/abandon`);
    expect(abandoned.body).toEqual({ orderNo, status: "ABANDONED", revision: 1 });
    expect((await rig.store.load(orderNo))?.status).toBe("ABANDONED");
    expect((await rig.actionsOf(orderNo)).slice(-2)).toEqual([
      "customer:ours withdraw",
      "customer:ours abandon",
    ]);
    const statuses = rig.outboxOf(orderNo).filter((message) => message.kind === "WEBHOOK");
    expect(statuses.map((message) => JSON.parse(message.payload).status).slice(-2)).toEqual([
      "DRAFT",
      "ABANDONED",
    ]);
  });

  it("stops a push that is not under way", async () => {
    const { orderNo } = await approvedOrder(rig);
    expect((await rig.call("POST", `/orders/${orderNo}/withdraw`)).body.status).toBe("DRAFT");
    expect(rig.outboxOf(orderNo).filter((message) => message.kind === "BUREAU_PUSH")).toMatchObject([
      { state: "CANCELLED" },
    ]);
  });

  it.each([
    ["a waiting order is abandoned without being withdrawn", FIRST_FILING, "abandon", "KIND_NOT_ALLOWED"],
    ["a cancellation is withdrawn", kindOf("CANCEL_ACCESS/VOLUNTARY"), "withdraw", "KIND_NOT_ALLOWED"],
    ["a deregistration is withdrawn", kindOf("DEREGISTER_ENTITY"), "withdraw", "KIND_NOT_ALLOWED"],
    ["a forced cancellation is withdrawn", kindOf("CANCEL_ACCESS/FORCED"), "withdraw", "KIND_NOT_ALLOWED"],
    [
      "a forced cancellation is abandoned by its customer",
      kindOf("CANCEL_ACCESS/FORCED"),
      "abandon",
      "KIND_NOT_ALLOWED",
    ],
    ["an unreviewed order is confirmed", kindOf("DEREGISTER_ENTITY"), "confirm", "STATUS_NOT_ALLOWED"],
    [
      "an order that never failed is resubmitted as it is",
      FIRST_FILING,
      "resubmit-unchanged",
      "STATUS_NOT_ALLOWED",
    ],
  ])("changes nothing when %s", async (_name, kind, path, code) => {
    const orderNo = await rig.submit(await rig.documentOf(kind));
    const before = [await rig.store.load(orderNo), rig.count("audit_events"), rig.count("outbox")];
    const reply = await rig.call("POST", `/orders/${orderNo}/${path}`);
    expect(reply).toMatchObject({ status: 409, body: { code, currentStatus: "PENDING_FIRST_REVIEW" } });
    expect([await rig.store.load(orderNo), rig.count("audit_events"), rig.count("outbox")]).toEqual(before);
  });

  it("refuses everything once the bureau has the order", async () => {
    const { orderNo, document } = await approvedOrder(rig);
    await lead(rig, orderNo, PUSHED);
    for (const path of ["withdraw", "abandon", "revisions"]) {
      const body = path === "revisions" ? document : {};
      const reply = await rig.call("POST", `/orders/${orderNo}/${path}`, { body });
      expect(reply).toMatchObject({
        status: 409,
        body: { code: "STATUS_NOT_ALLOWED", currentStatus: "MIIT_DOMAIN_CHECK" },
      });
    }
  });
});

describe("confirm and resubmit-unchanged", () => {
  it("sends a confirmed cancellation on its way to the bureau", async () => {
    const { orderNo } = await approvedOrder(rig, kindOf("CANCEL_ACCESS/VOLUNTARY"));
    expect(rig.outboxOf(orderNo).some((message) => message.kind === "BUREAU_PUSH")).toBe(false);
    const reply = await rig.call("POST", `/orders/${orderNo}/confirm`);
    expect(reply).toMatchObject({ status: 200, body: { status: "PENDING_BUREAU_SUBMISSION" } });
    expect(await rig.store.load(orderNo)).toMatchObject({ confirmed: true });
    expect(rig.outboxOf(orderNo).some((message) => message.kind === "BUREAU_PUSH")).toBe(true);
    expect((await rig.actionsOf(orderNo)).at(-1)).toBe("customer:ours confirm");
  });

  it("pushes again what only failed its SMS verification", async () => {
    const { orderNo } = await approvedOrder(rig);
    await lead(rig, orderNo, [...CODE_SENT, { type: "timeout", submissionNo: 1 }]);
    const reply = await rig.call("POST", `/orders/${orderNo}/resubmit-unchanged`);
    expect(reply).toMatchObject({ status: 200, body: { status: "PENDING_BUREAU_SUBMISSION", revision: 1 } });
    expect(
      rig.outboxOf(orderNo).filter(({ kind, state }) => kind === "BUREAU_PUSH" && state === "PENDING"),
    ).toHaveLength(1);
  });
});

describe("somebody else's order", () => {
  it("is not there, whatever is asked of it", async () => {
    const document = await rig.documentOf(FIRST_FILING);
    const orderNo = await rig.submit(document);
    const nowhere = await rig.call("GET", "/orders/BA20990101AAAAAAAAAA");
    const code = { phone: "13800000001", code: "123456", idTail: "31002X" };
    const bodies: Record<string, unknown> = {
      revisions: document,
      "sms/verify": code,
      "sms/resend": { phone: code.phone, idTail: code.idTail },
    };
    for (const path of ["withdraw", "abandon", "confirm", "resubmit-unchanged", ...Object.keys(bodies)]) {
      const body = bodies[path] ?? {};
      const reply = await rig.call("POST", `/orders/${orderNo}/${path}`, { body, secret: THEIRS });
      expect(reply).toMatchObject({ status: 404, text: nowhere.text });
    }
    expect(await rig.call("GET", `/orders/${orderNo}`, { secret: THEIRS })).toMatchObject({
      status: 404,
      text: nowhere.text,
    });
    expect(await rig.store.load(orderNo)).toMatchObject({ status: "PENDING_FIRST_REVIEW", version: 1 });
  });
});
