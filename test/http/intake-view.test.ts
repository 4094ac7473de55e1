import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { orderViewSchema } from "#shared/contract/intake-v1";
import { firstReviewDue } from "#shared/domain/time/sla";
import { deskOf } from "#test/support/desk";
import { type IntakeRig, openIntakeRig } from "#test/support/intake-rig";
import { FIRST_FILING, kindOf, NOW_MS, REVIEWER } from "#test/support/order-fixtures";
import {
  approval,
  CODE_SENT,
  lead,
  PUSHED,
  type Road,
  revision,
  SMS_DEADLINE_MS,
  VERIFIED,
} from "#test/support/order-road";

let rig: IntakeRig;
beforeEach(async () => {
  rig = await openIntakeRig();
});
afterEach(() => rig.close());

const NUMBERS = { entity: "粤ICP备12345678号", services: ["粤ICP备12345678号-1"] };

async function viewOf(orderNo: string) {
  const { status, body } = await rig.call("GET", `/orders/${orderNo}`);
  expect(status).toBe(200);
  return orderViewSchema.parse(body);
}

async function submitted(owner = "one"): Promise<string> {
  return rig.submit(await rig.documentOf(FIRST_FILING, owner));
}

describe("GET /orders/{orderNo}", () => {
  it("shows a waiting order with its place in the queue and the time it is promised by", async () => {
    const first = await submitted();
    rig.clock.nowMs += 60_000;
    const second = await submitted("other");
    expect(await viewOf(first)).toEqual({
      orderNo: first,
      status: "PENDING_FIRST_REVIEW",
      label: { zh: "等待初审", en: "Waiting for first review" },
      revision: 1,
      filingNumbers: { entity: null, services: [] },
      reviewHistory: [],
      reasons: [],
      queue: { place: 1, expectedByMs: firstReviewDue(NOW_MS).dueAtMs },
      bureau: null,
    });
    expect((await viewOf(second)).queue?.place).toBe(2);
  });

  it("keeps the customer's label while somebody looks at it, and forgets a claim whose lease ran out", async () => {
    const orderNo = await submitted();
    await lead(rig, orderNo, [{ type: "claim" }]);
    expect(await viewOf(orderNo)).toMatchObject({
      status: "UNDER_FIRST_REVIEW",
      label: { zh: "等待初审" },
      queue: { place: 0 },
    });
    rig.clock.nowMs += rig.deps.settings.leaseMs;
    expect(await viewOf(orderNo)).toMatchObject({ status: "PENDING_FIRST_REVIEW", queue: { place: 1 } });
  });

  it("shows a verdict's status at once, and what was said when it can no longer be undone", async () => {
    const orderNo = await submitted();
    await lead(
      rig,
      orderNo,
      revision({ fieldPath: "entity.name", problem: "名称不符", suggestion: "按执照填写" }),
    );
    rig.clock.nowMs += rig.deps.settings.undoWindowMs - 1;
    expect(await viewOf(orderNo)).toMatchObject({
      status: "NEEDS_REVISION",
      reasons: [],
      reviewHistory: [],
      queue: null,
    });
    rig.clock.nowMs += 1;
    const reason = { fieldPath: "entity.name", problem: "名称不符", suggestion: "按执照填写" };
    const reply = await rig.call("GET", `/orders/${orderNo}`);
    expect(reply.body).toMatchObject({
      label: { zh: "接入商审核为待修改" },
      reasons: [reason],
      reviewHistory: [
        { round: 1, outcome: "REVISE", atMs: NOW_MS, comment: "请看审核意见", reasons: [reason] },
      ],
    });
    expect(reply.text).not.toContain("仅同事可见");
    expect(reply.text).not.toContain(REVIEWER.username);
  });

  it("never shows a verdict that was undone, and goes on showing the one before", async () => {
    const document = await rig.documentOf(FIRST_FILING);
    const orderNo = await rig.submit(document);
    await lead(rig, orderNo, revision({ problem: "第一次" }));
    rig.clock.nowMs += rig.deps.settings.undoWindowMs;
    await rig.call("POST", `/orders/${orderNo}/revisions`, { body: document });
    await lead(rig, orderNo, revision({ problem: "第二次" }));
    expect((await viewOf(orderNo)).reasons.map((reason) => reason.problem)).toEqual(["第一次"]);
    await deskOf(rig.store).must(orderNo, { type: "undoVerdict" }, REVIEWER, rig.clock.nowMs);
    rig.clock.nowMs += rig.deps.settings.undoWindowMs;
    const view = await viewOf(orderNo);
    expect(view).toMatchObject({ status: "UNDER_FIRST_REVIEW", label: { zh: "已修改待审核" } });
    expect(view.reviewHistory).toHaveLength(1);
  });

  it("shows the whole history, newest first", async () => {
    const document = await rig.documentOf(FIRST_FILING);
    const orderNo = await rig.submit(document);
    await lead(rig, orderNo, revision());
    await rig.call("POST", `/orders/${orderNo}/revisions`, { body: document });
    await lead(rig, orderNo, approval());
    rig.clock.nowMs += rig.deps.settings.undoWindowMs;
    const view = await viewOf(orderNo);
    expect(view.reviewHistory.map(({ round, outcome }) => [round, outcome])).toEqual([
      [2, "APPROVE"],
      [1, "REVISE"],
    ]);
    expect(view.reasons).toEqual([]);
  });

  it.each<[string, Road, object]>([
    ["WAITING", [], { submissionKey: null, smsDeadlineMs: null, opinion: null }],
    ["PUSHING", PUSHED.slice(0, 2), { submissionKey: ":1" }],
    ["DOMAIN_CHECK", PUSHED, { submissionKey: ":1" }],
    ["SMS", CODE_SENT, { submissionKey: ":1", smsDeadlineMs: SMS_DEADLINE_MS }],
    ["REVIEW", VERIFIED, { submissionKey: ":1", smsDeadlineMs: null }],
    ["RETURNED", [...CODE_SENT, { type: "timeout", submissionNo: 1 }], { cause: "SMS_TIMED_OUT" }],
    [
      "RETURNED",
      [...VERIFIED, { type: "bureauRejected", submissionNo: 1, opinion: "材料不符" }],
      { opinion: "材料不符" },
    ],
    ["DONE", [...VERIFIED, { type: "bureauApproved", submissionNo: 1, numbers: NUMBERS }], { cause: null }],
  ])("tells where the order is with the bureau: %s", async (stage, road, expected) => {
    const orderNo = await submitted();
    await lead(rig, orderNo, [...approval(), ...road]);
    const { bureau, filingNumbers } = await viewOf(orderNo);
    const { submissionKey, ...rest } = { submissionKey: undefined, ...expected };
    expect(bureau).toMatchObject({ stage, ...rest });
    if (typeof submissionKey === "string") expect(bureau?.submissionKey).toBe(orderNo + submissionKey);
    expect(filingNumbers).toEqual(stage === "DONE" ? NUMBERS : { entity: null, services: [] });
  });

  it("has nothing to say of the bureau before an order is on its way there, or never goes", async () => {
    const claim = await rig.submit(await rig.documentOf(kindOf("CLAIM")));
    await lead(rig, claim, approval());
    expect(await viewOf(claim)).toMatchObject({ status: "CLAIMED", bureau: null, queue: null });
    const removal = await rig.submit(await rig.documentOf(kindOf("DEREGISTER_SERVICE"), "other"));
    await lead(rig, removal, approval());
    expect(await viewOf(removal)).toMatchObject({ status: "AWAITING_CUSTOMER_CONFIRMATION", bureau: null });
  });
});
