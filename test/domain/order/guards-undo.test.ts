import { describe, expect, it } from "vitest";
import { DEFAULT_ORDER_SETTINGS } from "#shared/domain/order/settings";
import {
  BUREAU,
  CUSTOMER,
  claimOf,
  FIRST_FILING,
  HOLDER,
  kindOf,
  LEAD,
  NOW_MS,
  orderIn,
  REVIEWER,
  SECOND_MS,
  SYSTEM,
  undoOf,
  VERDICT_ID,
  VOLUNTARY,
} from "#test/support/order-fixtures";
import { commandOf } from "./command-fixtures";
import { accepted, codeOf, rowsOf, run } from "./outcome";

const UNDER = orderIn("UNDER_FIRST_REVIEW");

const DECIDED = [
  ["approve", FIRST_FILING, "PENDING_BUREAU_SUBMISSION"],
  ["approve", VOLUNTARY, "AWAITING_CUSTOMER_CONFIRMATION"],
  ["approve", kindOf("CLAIM"), "CLAIMED"],
  ["reject", FIRST_FILING, "FIRST_REVIEW_REJECTED"],
  ["requestRevision", FIRST_FILING, "NEEDS_REVISION"],
] as const;
const UNDO = { type: "undoVerdict" } as const;

describe.each(DECIDED)("undo after %s (%o) in %s", (type, kind) => {
  const before = orderIn("UNDER_FIRST_REVIEW", kind, {
    claim: claimOf({ returnTo: "REVISED_PENDING_REVIEW", escalated: true }),
    preferredUntilMs: NOW_MS,
  });
  const decision = accepted(run(before, commandOf(type, kind), HOLDER));
  const undo = (afterMs: number, actor = HOLDER) =>
    run(decision.next, UNDO, actor, { nowMs: NOW_MS + afterMs });

  it("is possible up to the last millisecond of ten seconds, and refused at their end", () => {
    expect(rowsOf(undo(10 * SECOND_MS - 1))).toEqual(["T53"]);
    expect(codeOf(undo(10 * SECOND_MS))).toBe("UNDO_WINDOW_OVER");
  });

  it("is for the reviewer who decided: not a colleague's, not a lead's", () => {
    expect(codeOf(undo(1, REVIEWER))).toBe("NOT_YOUR_VERDICT");
    expect(codeOf(undo(1, LEAD))).toBe("NOT_YOUR_VERDICT");
  });

  it("puts everything back and stops every message of the verdict", () => {
    const { next, cancelGroups } = accepted(undo(4 * SECOND_MS));
    if (before.status !== "UNDER_FIRST_REVIEW") throw new Error(before.status);
    const lease = { state: "LIVE", untilMs: NOW_MS + 4 * SECOND_MS + DEFAULT_ORDER_SETTINGS.leaseMs };
    expect(next).toMatchObject({ status: "UNDER_FIRST_REVIEW", clock: before.clock, round: before.round });
    expect(next).toMatchObject({
      claim: { ...before.claim, lease },
      previousReviewer: before.previousReviewer,
    });
    for (const { group } of decision.outbox) expect(cancelGroups).toContain(group);
    expect(decision.outbox.length).toBeGreaterThan(0);
  });

  it("cannot be repeated", () => {
    const once = accepted(undo(1)).next;
    expect(codeOf(run(once, UNDO, HOLDER, { nowMs: NOW_MS + 2 }))).toBe("STATUS_NOT_ALLOWED");
  });
});

describe("undo after a later event on the order", () => {
  const undoIn = (status: "PENDING_BUREAU_SUBMISSION" | "NEEDS_REVISION" | "FIRST_REVIEW_REJECTED") =>
    orderIn(status, FIRST_FILING, { undo: undoOf() });

  it("is refused once the customer edited the returned order", () => {
    const edited = accepted(run(undoIn("NEEDS_REVISION"), commandOf("edit", FIRST_FILING), CUSTOMER)).next;
    expect(codeOf(run(edited, UNDO, HOLDER))).toBe("UNDO_WINDOW_OVER");
  });

  it("is refused once the customer confirmed the cancellation", () => {
    const awaiting = orderIn("AWAITING_CUSTOMER_CONFIRMATION", VOLUNTARY, { undo: undoOf() });
    const confirmed = accepted(run(awaiting, { type: "confirm" }, CUSTOMER)).next;
    expect(codeOf(run(confirmed, UNDO, HOLDER))).toBe("UNDO_WINDOW_OVER");
  });

  it("is refused once the customer withdrew or resubmitted, or a lead recalled the order", () => {
    const later = [
      run(undoIn("PENDING_BUREAU_SUBMISSION"), { type: "withdraw" }, CUSTOMER),
      run(undoIn("FIRST_REVIEW_REJECTED"), { type: "submit" }, CUSTOMER),
      run(undoIn("PENDING_BUREAU_SUBMISSION"), commandOf("recall", FIRST_FILING), LEAD),
    ];
    for (const outcome of later)
      expect(codeOf(run(accepted(outcome).next, UNDO, HOLDER))).toBe("STATUS_NOT_ALLOWED");
  });

  it("reopening is for the time after the window: until then whoever decided takes it back", () => {
    const reopen = commandOf("reopen", FIRST_FILING);
    const order = undoIn("NEEDS_REVISION");
    expect(codeOf(run(order, reopen, LEAD, { nowMs: NOW_MS + 10 * SECOND_MS - 1 }))).toBe("UNDO_WINDOW_OPEN");
    expect(rowsOf(run(order, reopen, LEAD, { nowMs: NOW_MS + 10 * SECOND_MS }))).toEqual(["T59"]);
  });

  it("reopening is for the revision that was judged, not for a newer one", () => {
    const edited = accepted(run(orderIn("NEEDS_REVISION"), commandOf("edit", FIRST_FILING), CUSTOMER)).next;
    expect(edited.revisionNo).toBe(2);
    expect(run(edited, commandOf("reopen", FIRST_FILING), LEAD).kind).toBe("REFUSAL");
  });

  it("is refused once the upload failed and the order waits again", () => {
    const pushed = orderIn("SUBMITTING_TO_BUREAU");
    const back = accepted(run(pushed, commandOf("uploadFailed", FIRST_FILING), SYSTEM)).next;
    expect(codeOf(run(back, UNDO, HOLDER))).toBe("UNDO_WINDOW_OVER");
  });
});

describe("nothing leaves before the undo window is over", () => {
  const approved = accepted(run(UNDER, commandOf("approve", FIRST_FILING), HOLDER)).next;
  const push = { type: "push", expectsSms: true } as const;

  it("push is refused while the verdict can be undone and accepted at the end of the window", () => {
    for (const actor of [SYSTEM, LEAD]) {
      expect(codeOf(run(approved, push, actor, { nowMs: NOW_MS + 10 * SECOND_MS - 1 }))).toBe(
        "UNDO_WINDOW_OPEN",
      );
      expect(rowsOf(run(approved, push, actor, { nowMs: NOW_MS + 10 * SECOND_MS }))).toEqual(["T27"]);
    }
  });

  it.each(DECIDED)(
    "every message after %s (%o) waits and carries the id of its verdict or of the push",
    (type, kind) => {
      const { outbox } = accepted(run(orderIn("UNDER_FIRST_REVIEW", kind), commandOf(type, kind), HOLDER));
      const groups = new Set(outbox.map((message) => message.group));
      expect([...groups].filter((group) => group !== VERDICT_ID && group !== "push")).toEqual([]);
      for (const message of outbox)
        expect(message.notBeforeMs).toBeGreaterThanOrEqual(NOW_MS + 10 * SECOND_MS);
    },
  );

  it("the effect of an approval, access of the domain, is due after the window and taken back when it falls", () => {
    const kind = kindOf("ADD_ACCESS/OTHER");
    const mentions = (outbox: readonly { payload: unknown }[], effect: string) =>
      outbox.filter(({ payload }) => JSON.stringify(payload).includes(effect)).length;
    const waiting = orderIn("PENDING_BUREAU_SUBMISSION", kind);
    const atBureau = orderIn("UNDER_BUREAU_REVIEW", kind);
    const falls = [
      run(waiting, { type: "withdraw" }, CUSTOMER),
      run(waiting, commandOf("recall", kind), LEAD),
      run(orderIn("MIIT_DOMAIN_CHECK", kind), commandOf("domainCheckFailed", kind), BUREAU),
      run(orderIn("SMS_PENDING", kind), commandOf("timeout", kind), BUREAU),
      run(atBureau, commandOf("recordRejected", kind), BUREAU),
      run(atBureau, commandOf("bureauRejected", kind), BUREAU),
    ];
    for (const fall of falls) expect(mentions(accepted(fall).outbox, "domainAccessRevoked")).toBe(1);
    const granted = accepted(
      run(orderIn("UNDER_FIRST_REVIEW", kind), commandOf("approve", kind), HOLDER),
    ).next;
    for (const [type, actor] of [
      ["withdraw", CUSTOMER],
      ["recall", LEAD],
    ] as const)
      expect(accepted(run(granted, commandOf(type, kind), actor)).cancelGroups).toContain(VERDICT_ID);
    const settings = { ...DEFAULT_ORDER_SETTINGS, accessGrantAt: "FILED" } as const;
    const under = orderIn("UNDER_FIRST_REVIEW", kind);
    const late = accepted(run(under, commandOf("approve", kind), HOLDER, { settings }));
    const filed = accepted(run(atBureau, commandOf("bureauApproved", kind), BUREAU, { settings }));
    expect(mentions(late.outbox, "domainAccessGranted")).toBe(0);
    expect(mentions(filed.outbox, "domainAccessGranted")).toBe(1);
  });
});
