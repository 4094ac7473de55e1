import { describe, expect, it } from "vitest";
import {
  BUREAU,
  CUSTOMER,
  DAY_MS,
  FIRST_FILING,
  FORCED,
  HOLDER,
  HOUR_MS,
  kindOf,
  LEAD,
  NOW_MS,
  orderIn,
  SYSTEM,
  undoOf,
  VOLUNTARY,
} from "#test/support/order-fixtures";
import { commandOf } from "./command-fixtures";
import { accepted, codeOf, rowsOf, run } from "./outcome";

const CLAIM = kindOf("CLAIM");
const DEREGISTER = kindOf("DEREGISTER_ENTITY");

describe("time limits", () => {
  const expire = { type: "expire" } as const;

  it.each(["FIRST_REVIEW_REJECTED", "NEEDS_REVISION"] as const)("%s is given up after 45 days", (status) => {
    const at = (nowMs: number) => run(orderIn(status), expire, SYSTEM, { nowMs });
    expect(codeOf(at(NOW_MS + 45 * DAY_MS - 1))).toBe("NOT_EXPIRED");
    expect(rowsOf(at(NOW_MS + 45 * DAY_MS + 1))).toEqual(["T22"]);
  });

  it.each(["DRAFT", "MIIT_RETURNED", "SMS_RETURNED", "BUREAU_REJECTED"] as const)(
    "%s is kept for good",
    (status) => {
      expect(codeOf(run(orderIn(status), expire, SYSTEM, { nowMs: NOW_MS + 900 * DAY_MS }))).toBe(
        "STATUS_NOT_ALLOWED",
      );
    },
  );

  it("a cancellation that nobody confirms is given up after 15 days; until then a confirmation counts", () => {
    const waiting = orderIn("AWAITING_CUSTOMER_CONFIRMATION", VOLUNTARY);
    const nowMs = NOW_MS + 15 * DAY_MS;
    expect(codeOf(run(waiting, expire, SYSTEM, { nowMs: nowMs - 1 }))).toBe("NOT_EXPIRED");
    expect(rowsOf(run(waiting, expire, SYSTEM, { nowMs: nowMs + 1 }))).toEqual(["T24"]);
    expect(rowsOf(run(waiting, { type: "confirm" }, CUSTOMER, { nowMs: nowMs + 1 }))).toEqual(["T23"]);
    const confirmed = accepted(run(waiting, { type: "confirm" }, CUSTOMER)).next;
    expect(run(confirmed, expire, SYSTEM, { nowMs: nowMs + 1 }).kind).toBe("REFUSAL");
  });
});

describe("what a lead does needs a reason for the audit trail", () => {
  it.each([
    ["recall", orderIn("PENDING_BUREAU_SUBMISSION")],
    ["reopen", orderIn("NEEDS_REVISION")],
    ["abandon", orderIn("NEEDS_REVISION")],
    ["abandon", orderIn("PENDING_FIRST_REVIEW", FORCED)],
  ] as const)("%s", (type, order) => {
    expect(codeOf(run(order, { type, reason: "  " }, LEAD))).toBe("REASON_REQUIRED");
    expect(run(order, { type, reason: "asked by phone" }, LEAD).kind).toBe("DECISION");
  });

  it("a customer abandons without giving one", () => {
    expect(rowsOf(run(orderIn("DRAFT"), { type: "abandon", reason: "" }, CUSTOMER))).toEqual(["T03"]);
  });
});

describe("the confirmation of the customer", () => {
  it("survives a recall, and the order approved again does not ask for it twice", () => {
    const approved = orderIn("PENDING_BUREAU_SUBMISSION", DEREGISTER);
    const recalled = accepted(run(approved, commandOf("recall", DEREGISTER), LEAD)).next;
    expect(recalled.confirmed).toBe(true);
    const again = accepted(run(recalled, commandOf("approve", DEREGISTER), LEAD)).next;
    expect(again).toMatchObject({ status: "PENDING_BUREAU_SUBMISSION", confirmed: true });
  });

  it("is asked for anew after a return by the bureau was edited", () => {
    const returned = orderIn("BUREAU_REJECTED", DEREGISTER);
    expect(returned.confirmed).toBe(true);
    expect(accepted(run(returned, { type: "submit" }, CUSTOMER)).next.confirmed).toBe(false);
  });

  it("stands when an SMS return is resubmitted unchanged", () => {
    const returned = orderIn("SMS_RETURNED", DEREGISTER);
    expect(accepted(run(returned, { type: "resubmitUnchanged" }, CUSTOMER)).next).toMatchObject({
      status: "PENDING_BUREAU_SUBMISSION",
      confirmed: true,
    });
  });

  it("a cancellation without it is not pushed (R-020)", () => {
    const unconfirmed = orderIn("PENDING_BUREAU_SUBMISSION", VOLUNTARY, { confirmed: false });
    expect(run(unconfirmed, commandOf("push", VOLUNTARY), SYSTEM).kind).toBe("REFUSAL");
  });
});

describe("the number of a push", () => {
  const push = commandOf("push", FIRST_FILING);
  const numberAfter = (order: ReturnType<typeof orderIn>, nowMs = NOW_MS) =>
    accepted(run(order, push, SYSTEM, { nowMs })).next.submissionNo;

  it("starts at 1 and grows with each push after a definite return", () => {
    expect(numberAfter(orderIn("PENDING_BUREAU_SUBMISSION"))).toBe(1);
    const failed = accepted(
      run(orderIn("SUBMITTING_TO_BUREAU"), commandOf("uploadFailed", FIRST_FILING), SYSTEM),
    );
    expect(failed.next).toMatchObject({ status: "PENDING_BUREAU_SUBMISSION", submissionNo: 1 });
    expect(numberAfter(failed.next)).toBe(2);
    const again = accepted(run(orderIn("SMS_RETURNED"), { type: "resubmitUnchanged" }, CUSTOMER)).next;
    expect(numberAfter(again)).toBe(2);
  });

  it("stays the same while the outcome is unknown, and the first doubt keeps its time", () => {
    const doubt = commandOf("outcomeUnknown", FIRST_FILING);
    const once = accepted(run(orderIn("SUBMITTING_TO_BUREAU"), doubt, SYSTEM)).next;
    const twice = accepted(run(once, doubt, SYSTEM, { nowMs: NOW_MS + HOUR_MS })).next;
    expect(twice).toMatchObject({ status: "SUBMITTING_TO_BUREAU", submissionNo: 1, unknownSinceMs: NOW_MS });
  });

  it("a failed upload is tried again when the policy says so; given up, it only alarms the leads", () => {
    const failed = (retryAtMs: number | null) =>
      accepted(
        run(
          orderIn("SUBMITTING_TO_BUREAU"),
          { ...commandOf("uploadFailed", FIRST_FILING), retryAtMs },
          SYSTEM,
        ),
      );
    const pushes = (retryAtMs: number | null) =>
      failed(retryAtMs).outbox.filter(({ kind }) => kind === "BUREAU_PUSH");
    expect(pushes(NOW_MS + HOUR_MS)).toMatchObject([{ notBeforeMs: NOW_MS + HOUR_MS, group: "push" }]);
    expect(pushes(null)).toEqual([]);
    expect(failed(null).outbox).toContainEqual(
      expect.objectContaining({
        kind: "NOTIFICATION",
        payload: expect.objectContaining({ targets: ["ld"] }),
      }),
    );
  });

  it("a doubt that lasts is told to the leads, the first one to nobody", () => {
    const doubt = commandOf("outcomeUnknown", FIRST_FILING);
    const told = (unknownSinceMs: number | null) =>
      accepted(
        run(orderIn("SUBMITTING_TO_BUREAU", FIRST_FILING, { unknownSinceMs }), doubt, SYSTEM),
      ).outbox.filter(({ kind }) => kind === "NOTIFICATION");
    expect(told(null)).toEqual([]);
    expect(told(NOW_MS - DAY_MS)).toMatchObject([{ payload: { targets: ["ld"] } }]);
  });

  it.each(["uploadAccepted", "domainCheckPassed", "recordRejected"] as const)(
    "%s of another push changes nothing",
    (type) => {
      const order = orderIn("SUBMITTING_TO_BUREAU", FIRST_FILING, { submissionNo: 2 });
      expect(codeOf(run(order, commandOf(type, FIRST_FILING, 1), BUREAU))).toBe("STALE_SUBMISSION");
      expect(codeOf(run(order, commandOf(type, FIRST_FILING, 3), BUREAU))).toBe("STALE_SUBMISSION");
      expect(rowsOf(run(order, commandOf(type, FIRST_FILING, 2), BUREAU)).length).toBeGreaterThan(0);
    },
  );

  it("a refusal by the bureau (1002) is no record error", () => {
    const order = orderIn("UNDER_BUREAU_REVIEW");
    const record = { ...commandOf("recordRejected", FIRST_FILING), jgdm: 1002 };
    expect(run(order, record, BUREAU).kind).toBe("REFUSAL");
  });
});

describe("the 24 hours of the SMS verification", () => {
  it("start with the first code; neither a second person's code nor a resend moves them", () => {
    const code = (deadlineMs: number) => ({ ...commandOf("codeSent", FIRST_FILING), deadlineMs });
    const asked = orderIn("SMS_PENDING", FIRST_FILING, { deadlineMs: null });
    const first = accepted(run(asked, code(NOW_MS + DAY_MS), BUREAU)).next;
    const second = accepted(run(first, code(NOW_MS + 2 * DAY_MS), BUREAU)).next;
    const resent = accepted(run(second, commandOf("resend", FIRST_FILING), BUREAU)).next;
    for (const order of [first, second, resent]) expect(order).toMatchObject({ deadlineMs: NOW_MS + DAY_MS });
  });
});

describe("claims and transfers end with us", () => {
  it("a claim is over with its approval, and only its undo brings it back", () => {
    const claimed = orderIn("CLAIMED", CLAIM, { undo: undoOf() });
    expect(rowsOf(run(claimed, { type: "undoVerdict" }, HOLDER))).toEqual(["T53"]);
    expect(codeOf(run(claimed, commandOf("push", CLAIM), SYSTEM))).toBe("STATUS_NOT_ALLOWED");
  });
});
