import { describe, expect, it } from "vitest";
import type { CommandType } from "#shared/domain/order/command";
import type { Order } from "#shared/domain/order/order";
import {
  BUREAU,
  CUSTOMER,
  FIRST_FILING,
  FORCED,
  HOLDER,
  heldClaimOf,
  kindOf,
  LEAD,
  NOW_MS,
  orderIn,
  REVIEWER,
  SECOND_MS,
  SYSTEM,
  VOLUNTARY,
} from "#test/support/order-fixtures";
import { commandOf, verifyOf } from "./command-fixtures";
import { accepted, codeOf, refused, rowsOf, run } from "./outcome";

const DEREGISTER = kindOf("DEREGISTER_SERVICE");
const WITHDRAW = { type: "withdraw" } as const;
const UNDO = { type: "undoVerdict" } as const;
const CLAIM = { type: "claim" } as const;
const LATER = { nowMs: NOW_MS + 20 * SECOND_MS };

function bureau(order: Order, type: CommandType, submissionNo = order.submissionNo) {
  return run(order, commandOf(type, order.kind, submissionNo), BUREAU);
}

/** Refused with this code, and the order as it was. */
function expectUntouched(order: Order, outcome: ReturnType<typeof run>, code: string): void {
  const before = structuredClone(order);
  expect(codeOf(outcome)).toBe(code);
  expect(order).toEqual(before);
}

describe("a bureau event that arrives before the upload acknowledgement implies it", () => {
  it.each([
    ["domainCheckPassed", FIRST_FILING, ["T29", "T32"], "SMS_PENDING"],
    ["domainCheckFailed", FIRST_FILING, ["T29", "T33"], "MIIT_RETURNED"],
    ["codeSent", DEREGISTER, ["T50", "T34"], "SMS_PENDING"],
    ["timeout", DEREGISTER, ["T50", "T40"], "SMS_RETURNED"],
    ["bureauApproved", VOLUNTARY, ["T30", "T43"], "CANCELLED_ACCESS"],
    ["bureauApproved", FORCED, ["T30", "T43"], "CANCELLED_ACCESS"],
    ["bureauRejected", VOLUNTARY, ["T30", "T44"], "BUREAU_REJECTED"],
  ] as const)("%s of %o", (type, kind, rows, status) => {
    const submitting = orderIn("SUBMITTING_TO_BUREAU", kind);
    const { next, events } = accepted(bureau(submitting, type));
    expect(events.map((event) => event.transition)).toEqual(rows);
    expect(next).toMatchObject({ status, version: submitting.version + 1 });
  });

  it.each([
    ["domainCheckPassed", FIRST_FILING],
    ["codeSent", DEREGISTER],
    ["bureauApproved", VOLUNTARY],
  ] as const)("and the acknowledgement that comes after %s of %o is late", (type, kind) => {
    const { next } = accepted(bureau(orderIn("SUBMITTING_TO_BUREAU", kind), type));
    expectUntouched(next, bureau(next, "uploadAccepted"), "BUREAU_EVENT_LATE");
  });

  it("also while the outcome of the upload is unknown: the event is the answer", () => {
    const unknown = orderIn("SUBMITTING_TO_BUREAU", FIRST_FILING, { unknownSinceMs: NOW_MS - SECOND_MS });
    expect(rowsOf(bureau(unknown, "domainCheckPassed"))).toEqual(["T29", "T32"]);
    expect(rowsOf(bureau(unknown, "uploadAccepted"))).toEqual(["T29"]);
  });

  it("a record error before the acknowledgement returns the order directly", () => {
    expect(rowsOf(bureau(orderIn("SUBMITTING_TO_BUREAU"), "recordRejected"))).toEqual(["T31"]);
  });

  it("a bureau result before the acknowledgement does not skip the checks in between", () => {
    const submitting = orderIn("SUBMITTING_TO_BUREAU");
    for (const type of ["bureauApproved", "bureauRejected", "codeSent", "verify", "timeout"] as const)
      expectUntouched(submitting, bureau(submitting, type), "BUREAU_EVENT_EARLY");
    const checked = accepted(bureau(submitting, "uploadAccepted")).next;
    for (const type of ["bureauApproved", "bureauRejected", "codeSent", "verify", "timeout"] as const)
      expectUntouched(checked, bureau(checked, type), "BUREAU_EVENT_EARLY");
  });
});

describe("undo vs withdraw", () => {
  const approved = accepted(
    run(orderIn("UNDER_FIRST_REVIEW"), commandOf("approve", FIRST_FILING), HOLDER),
  ).next;

  it("withdraw first: the undo finds nothing to take back, and the push is cancelled", () => {
    const withdrawn = accepted(run(approved, WITHDRAW, CUSTOMER));
    expect(withdrawn.next.status).toBe("DRAFT");
    expect(withdrawn.cancelGroups).toContain("push");
    expectUntouched(withdrawn.next, run(withdrawn.next, UNDO, HOLDER), "STATUS_NOT_ALLOWED");
  });

  it("undo first: the withdrawal takes the order from the reviewer's hands", () => {
    const undone = accepted(run(approved, UNDO, HOLDER)).next;
    expect(rowsOf(run(undone, WITHDRAW, CUSTOMER))).toEqual(["T09"]);
  });
});

describe("hold vs withdraw", () => {
  const under = orderIn("UNDER_FIRST_REVIEW");

  it("hold first: the customer may still withdraw", () => {
    const held = accepted(run(under, commandOf("hold", FIRST_FILING), HOLDER)).next;
    expect(rowsOf(run(held, WITHDRAW, CUSTOMER))).toEqual(["T09"]);
  });

  it("withdraw first: there is nothing left to hold or to resume", () => {
    const draft = accepted(run(under, WITHDRAW, CUSTOMER)).next;
    expectUntouched(draft, run(draft, commandOf("hold", FIRST_FILING), HOLDER), "STATUS_NOT_ALLOWED");
    const held = orderIn("UNDER_FIRST_REVIEW", FIRST_FILING, { claim: heldClaimOf() });
    const gone = accepted(run(held, WITHDRAW, CUSTOMER)).next;
    expectUntouched(gone, run(gone, { type: "holdExpired" }, SYSTEM, LATER), "STATUS_NOT_ALLOWED");
  });
});

describe("withdraw vs approve", () => {
  const under = orderIn("UNDER_FIRST_REVIEW");
  const approve = commandOf("approve", FIRST_FILING);

  it("withdraw first: the approval is refused, with and without a version", () => {
    const draft = accepted(run(under, WITHDRAW, CUSTOMER)).next;
    expectUntouched(draft, run(draft, approve, HOLDER), "STATUS_NOT_ALLOWED");
    const outcome = run(draft, approve, HOLDER, { expectedVersion: under.version });
    expect(["STALE_ORDER", "STATUS_NOT_ALLOWED"]).toContain(codeOf(outcome));
  });

  it("approve first: the withdrawal undoes the approval and its push", () => {
    const approved = accepted(run(under, approve, HOLDER)).next;
    const { next, events, cancelGroups } = accepted(run(approved, WITHDRAW, CUSTOMER));
    expect(events.map((event) => event.transition)).toEqual(["T25"]);
    expect(next.status).toBe("DRAFT");
    expect(cancelGroups).toContain("push");
  });
});

describe("withdraw vs push lock", () => {
  const waiting = orderIn("PENDING_BUREAU_SUBMISSION");
  const push = commandOf("push", FIRST_FILING);

  it("push first: nobody can withdraw, recall, edit or abandon any more", () => {
    const locked = accepted(run(waiting, push, SYSTEM)).next;
    for (const type of ["withdraw", "edit", "abandon"] as const)
      expectUntouched(locked, run(locked, commandOf(type, FIRST_FILING), CUSTOMER), "STATUS_NOT_ALLOWED");
    expectUntouched(locked, run(locked, commandOf("recall", FIRST_FILING), LEAD), "STATUS_NOT_ALLOWED");
  });

  it("withdraw first: there is nothing to push", () => {
    const draft = accepted(run(waiting, WITHDRAW, CUSTOMER)).next;
    expectUntouched(draft, run(draft, push, SYSTEM), "STATUS_NOT_ALLOWED");
  });

  it("two workers push: the second finds the order locked", () => {
    const locked = accepted(run(waiting, push, SYSTEM)).next;
    expectUntouched(locked, run(locked, push, LEAD), "STATUS_NOT_ALLOWED");
  });
});

describe("double claim", () => {
  const pending = orderIn("PENDING_FIRST_REVIEW");

  it("the second reviewer learns who was first", () => {
    const first = accepted(run(pending, CLAIM, HOLDER)).next;
    const said = refused(run(first, CLAIM, REVIEWER));
    expect(said).toMatchObject({ code: "ORDER_CLAIMED_BY_OTHER", params: { holder: "reviewer-a" } });
  });

  it("two claims on one expired lease: one of them gets it", () => {
    const expired = { nowMs: NOW_MS + 60 * 60 * SECOND_MS };
    const first = accepted(run(orderIn("UNDER_FIRST_REVIEW"), CLAIM, REVIEWER, expired)).next;
    expect(codeOf(run(first, CLAIM, HOLDER, expired))).toBe("ORDER_CLAIMED_BY_OTHER");
    expect(codeOf(run(first, { type: "claimExpired" }, SYSTEM, expired))).toBe("LEASE_NOT_EXPIRED");
    expect(codeOf(run(first, commandOf("approve", FIRST_FILING), HOLDER, expired))).toBe(
      "ORDER_CLAIMED_BY_OTHER",
    );
  });
});

describe("approve on a stale version", () => {
  it("is refused even by the holder: somebody changed the order in between", () => {
    const under = orderIn("UNDER_FIRST_REVIEW");
    const held = accepted(run(under, commandOf("hold", FIRST_FILING), HOLDER)).next;
    const resumed = accepted(run(held, { type: "resume" }, HOLDER)).next;
    const approve = commandOf("approve", FIRST_FILING);
    expectUntouched(
      resumed,
      run(resumed, approve, HOLDER, { expectedVersion: under.version }),
      "STALE_ORDER",
    );
    expect(rowsOf(run(resumed, approve, HOLDER, { expectedVersion: resumed.version }))).toEqual(["T10"]);
  });
});

describe("late verify after timeout", () => {
  const returned = accepted(bureau(orderIn("SMS_PENDING"), "timeout")).next;

  it.each(["ONE", "ALL", "WRONG", "LOCKED"] as const)("a verification %s changes nothing", (result) => {
    expectUntouched(returned, run(returned, verifyOf(result), BUREAU), "BUREAU_EVENT_LATE");
  });

  it("a timeout after the last verification changes nothing either", () => {
    const verified = accepted(run(orderIn("SMS_PENDING"), verifyOf("ALL"), BUREAU)).next;
    expectUntouched(verified, bureau(verified, "timeout"), "BUREAU_EVENT_LATE");
  });
});

describe("duplicate bureau results (a download that is not acknowledged is sent again)", () => {
  it.each([
    ["uploadAccepted", "SUBMITTING_TO_BUREAU"],
    ["domainCheckPassed", "MIIT_DOMAIN_CHECK"],
    ["domainCheckFailed", "MIIT_DOMAIN_CHECK"],
    ["recordRejected", "UNDER_BUREAU_REVIEW"],
    ["timeout", "SMS_PENDING"],
    ["bureauApproved", "UNDER_BUREAU_REVIEW"],
    ["bureauRejected", "UNDER_BUREAU_REVIEW"],
  ] as const)("the second %s is late", (type, status) => {
    const once = accepted(bureau(orderIn(status), type)).next;
    expectUntouched(once, bureau(once, type), "BUREAU_EVENT_LATE");
  });

  it("the old refusal, sent again after the resubmission, changes nothing at any later step", () => {
    const rejected = accepted(bureau(orderIn("UNDER_BUREAU_REVIEW"), "bureauRejected")).next;
    const pending = accepted(run(rejected, { type: "submit" }, CUSTOMER)).next;
    const claimed = accepted(run(pending, CLAIM, REVIEWER)).next;
    const approved = accepted(run(claimed, commandOf("approve", FIRST_FILING), REVIEWER)).next;
    for (const order of [pending, claimed, approved])
      expectUntouched(order, bureau(order, "bureauRejected", 1), "BUREAU_EVENT_LATE");
    const pushed = accepted(run(approved, commandOf("push", FIRST_FILING), SYSTEM, LATER)).next;
    expect(pushed.submissionNo).toBe(2);
    const accepting = accepted(bureau(pushed, "uploadAccepted", 2)).next;
    for (const order of [pushed, accepting])
      expectUntouched(order, bureau(order, "bureauRejected", 1), "STALE_SUBMISSION");
  });
});
