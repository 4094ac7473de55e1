import { describe, expect, it } from "vitest";
import {
  ADMIN,
  AUDITOR,
  assigneeOf,
  DAY_MS,
  FIRST_FILING,
  HOLDER,
  heldClaimOf,
  LEAD,
  MANAGER,
  MINUTE_MS,
  NOW_MS,
  orderIn,
  REVIEWER,
  SYSTEM,
  staff,
} from "#test/support/order-fixtures";
import { commandOf, factsFor } from "./command-fixtures";
import { accepted, codeOf, rowsOf, run } from "./outcome";

const UNDER = orderIn("UNDER_FIRST_REVIEW");
const ON_HOLD = orderIn("UNDER_FIRST_REVIEW", FIRST_FILING, { claim: heldClaimOf() });
const PENDING = orderIn("PENDING_FIRST_REVIEW");

describe("hold", () => {
  const reject = commandOf("reject", FIRST_FILING);
  const hold = commandOf("hold", FIRST_FILING);

  it("approve is refused on hold, reject is allowed (call failed)", () => {
    expect(codeOf(run(ON_HOLD, commandOf("approve", FIRST_FILING), HOLDER))).toBe("ORDER_ON_HOLD");
    expect(rowsOf(run(ON_HOLD, reject, HOLDER))).toEqual(["T13"]);
  });

  it("an order on hold cannot be held again, released or swept away, however long it lasts", () => {
    const nowMs = NOW_MS + 29 * MINUTE_MS;
    expect(codeOf(run(ON_HOLD, hold, HOLDER))).toBe("ORDER_ON_HOLD");
    expect(codeOf(run(ON_HOLD, { type: "release" }, HOLDER))).toBe("ORDER_ON_HOLD");
    expect(["LEASE_NOT_EXPIRED", "ORDER_ON_HOLD"]).toContain(
      codeOf(run(ON_HOLD, { type: "claimExpired" }, SYSTEM, { nowMs })),
    );
    expect(codeOf(run(ON_HOLD, { type: "claim" }, REVIEWER, { nowMs: NOW_MS + DAY_MS }))).toBe(
      "ORDER_CLAIMED_BY_OTHER",
    );
  });

  it("ends in the future and within thirty days", () => {
    const until = (untilMs: number) => run(UNDER, { ...hold, untilMs }, HOLDER);
    expect(codeOf(until(NOW_MS))).toBe("HOLD_UNTIL_INVALID");
    expect(codeOf(until(NOW_MS + 30 * DAY_MS + 1))).toBe("HOLD_UNTIL_INVALID");
    expect(rowsOf(until(NOW_MS + 1))).toEqual(["T16"]);
    expect(rowsOf(until(NOW_MS + 30 * DAY_MS))).toEqual(["T16"]);
  });

  it("tells the customer, unless the reason is an internal one", () => {
    const told = (reason: typeof hold.reason) =>
      accepted(run(UNDER, { ...hold, reason }, HOLDER)).outbox.filter(({ kind }) => kind === "NOTIFICATION");
    expect(told("CALL_BACK")).toHaveLength(1);
    expect(told("VIDEO_VERIFICATION")).toHaveLength(1);
    expect(told("INTERNAL")).toEqual([]);
  });

  it("is over at its end, not a millisecond before", () => {
    const over = { type: "holdExpired" } as const;
    const untilMs = NOW_MS + 30 * MINUTE_MS;
    expect(codeOf(run(ON_HOLD, over, SYSTEM, { nowMs: untilMs - 1 }))).toBe("HOLD_NOT_OVER");
    expect(rowsOf(run(ON_HOLD, over, SYSTEM, { nowMs: untilMs }))).toEqual(["T51"]);
  });

  it("can only be ended while it lasts", () => {
    expect(codeOf(run(UNDER, { type: "resume" }, HOLDER))).toBe("ORDER_NOT_ON_HOLD");
    expect(codeOf(run(UNDER, { type: "holdExpired" }, SYSTEM))).toBe("ORDER_NOT_ON_HOLD");
  });

  it("counts as a pause however it ends: by a take-over, or by a rejection that is undone", () => {
    const paused = { clock: { pausedMs: 30 * MINUTE_MS } };
    expect(accepted(run(ON_HOLD, { type: "claim" }, LEAD)).next).toMatchObject(paused);
    const rejected = accepted(run(ON_HOLD, reject, HOLDER)).next;
    expect(accepted(run(rejected, { type: "undoVerdict" }, HOLDER)).next).toMatchObject(paused);
  });

  it("pauses the internal clock while it waits for the customer, not for an internal matter", () => {
    const resumed = (claim: ReturnType<typeof heldClaimOf>) => {
      const order = orderIn("UNDER_FIRST_REVIEW", FIRST_FILING, { claim });
      return accepted(run(order, { type: "resume" }, HOLDER)).next;
    };
    expect(resumed(heldClaimOf())).toMatchObject({ clock: { pausedMs: 30 * MINUTE_MS } });
    expect(resumed(heldClaimOf({}, { reason: "VIDEO_VERIFICATION" }))).toMatchObject({
      clock: { pausedMs: 30 * MINUTE_MS },
    });
    expect(resumed(heldClaimOf({}, { reason: "INTERNAL" }))).toMatchObject({ clock: { pausedMs: 0 } });
  });
});

describe("the colleague who is named", () => {
  const fit = assigneeOf(REVIEWER);

  it.each([
    ["assign", PENDING, LEAD],
    ["reassign", UNDER, LEAD],
    ["handOver", UNDER, HOLDER],
  ] as const)("%s needs one who may review this type in this province", (type, order, actor) => {
    const to = (assignee: typeof fit | null) =>
      run(order, commandOf(type, FIRST_FILING), actor, { facts: { assignee } });
    expect(rowsOf(to(fit))).toHaveLength(1);
    expect(rowsOf(to({ ...fit, provinces: ["440000"], filingTypes: ["FIRST_FILING"] }))).toHaveLength(1);
    expect(codeOf(to(null))).toBe("ASSIGNEE_INVALID");
    expect(codeOf(to({ ...fit, active: false }))).toBe("ASSIGNEE_INVALID");
    expect(codeOf(to({ ...fit, provinces: ["110000"] }))).toBe("ASSIGNEE_INVALID");
    expect(codeOf(to({ ...fit, filingTypes: ["CLAIM"] }))).toBe("ASSIGNEE_INVALID");
    for (const { roles } of [MANAGER, ADMIN, AUDITOR, staff("nobody")])
      expect(codeOf(to({ ...fit, roles }))).toBe("ASSIGNEE_INVALID");
  });

  it("escalate needs a lead and a comment", () => {
    const escalate = commandOf("escalate", FIRST_FILING);
    expect(codeOf(run(UNDER, escalate, HOLDER, { facts: { assignee: fit } }))).toBe("ASSIGNEE_INVALID");
    expect(codeOf(run(UNDER, { ...escalate, comment: " " }, HOLDER, { facts: factsFor("escalate") }))).toBe(
      "COMMENT_REQUIRED",
    );
  });

  it("the lead who got an escalated order decides it or hands it back, which clears the flag", () => {
    const escalated = accepted(run(UNDER, commandOf("escalate", FIRST_FILING), HOLDER)).next;
    expect(escalated).toMatchObject({ claim: { holder: "lead-a", escalated: true } });
    expect(rowsOf(run(escalated, commandOf("approve", FIRST_FILING), LEAD))).toEqual(["T10"]);
    const back = accepted(run(escalated, commandOf("handOver", FIRST_FILING), LEAD)).next;
    expect(back).toMatchObject({ claim: { holder: "reviewer-b", escalated: false } });
  });
});
