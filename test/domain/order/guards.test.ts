import { describe, expect, it } from "vitest";
import { DEFAULT_ORDER_SETTINGS } from "#shared/domain/order/settings";
import {
  assigneeOf,
  CREATOR,
  CUSTOMER,
  claimOf,
  FIRST_FILING,
  FORCED,
  HOLDER,
  HOUR_MS,
  LEAD,
  LEASE_UNTIL_MS,
  orderIn,
  REVIEWER,
  SYSTEM,
} from "#test/support/order-fixtures";
import { commandOf } from "./command-fixtures";
import { accepted, codeOf, refused, rowsOf, run } from "./outcome";

const UNDER = orderIn("UNDER_FIRST_REVIEW");
const PENDING = orderIn("PENDING_FIRST_REVIEW");

/** What only the holder of the live claim may do (domain.md §3.3). */
const CLAIM_COMMANDS = [
  "release",
  "approve",
  "reject",
  "requestRevision",
  "escalate",
  "hold",
  "handOver",
] as const;

describe("version guard", () => {
  it.each([
    ["claim", PENDING, REVIEWER],
    ["approve", UNDER, HOLDER],
    ["reject", UNDER, HOLDER],
    ["requestRevision", UNDER, HOLDER],
    ["recall", orderIn("PENDING_BUREAU_SUBMISSION"), LEAD],
    ["reopen", orderIn("NEEDS_REVISION"), LEAD],
  ] as const)("%s on a version that is no longer current is refused as STALE_ORDER", (type, order, actor) => {
    const command = commandOf(type, FIRST_FILING);
    expect(codeOf(run(order, command, actor, { expectedVersion: order.version - 1 }))).toBe("STALE_ORDER");
    expect(codeOf(run(order, command, actor, { expectedVersion: order.version + 1 }))).toBe("STALE_ORDER");
    expect(accepted(run(order, command, actor, { expectedVersion: order.version })).next.version).toBe(6);
  });

  it("asks nobody for a version who did not look at one", () => {
    expect(rowsOf(run(PENDING, { type: "claim" }, REVIEWER, { expectedVersion: null }))).toEqual(["T07"]);
  });

  it("refuses to approve on findings that were recalculated since", () => {
    const approve = commandOf("approve", FIRST_FILING);
    const facts = { findingsVersion: "f2" };
    expect(codeOf(run(UNDER, approve, HOLDER, { facts, expectedFindingsVersion: "f1" }))).toBe(
      "STALE_FINDINGS",
    );
    expect(rowsOf(run(UNDER, approve, HOLDER, { facts, expectedFindingsVersion: "f2" }))).toEqual(["T10"]);
  });
});

describe("the live claim", () => {
  it.each(CLAIM_COMMANDS)("%s by a reviewer who does not hold it names the holder", (type) => {
    const said = refused(run(UNDER, commandOf(type, FIRST_FILING), REVIEWER));
    expect(said.code).toBe("ORDER_CLAIMED_BY_OTHER");
    expect(said.params).toMatchObject({ holder: "reviewer-a" });
  });

  it.each(CLAIM_COMMANDS.filter((type) => type !== "release"))(
    "a lead may %s only after taking it over",
    (type) => {
      expect(codeOf(run(UNDER, commandOf(type, FIRST_FILING), LEAD))).toBe("ORDER_CLAIMED_BY_OTHER");
      const takenOver = accepted(run(UNDER, { type: "claim" }, LEAD)).next;
      expect(rowsOf(run(takenOver, commandOf(type, FIRST_FILING), LEAD))).toHaveLength(1);
    },
  );

  it.each(CLAIM_COMMANDS)(
    "%s a millisecond before the lease ends is in time, at its end too late",
    (type) => {
      const command = commandOf(type, FIRST_FILING);
      expect(rowsOf(run(UNDER, command, HOLDER, { nowMs: LEASE_UNTIL_MS - 1 }))).toHaveLength(1);
      if (type !== "release")
        expect(codeOf(run(UNDER, command, HOLDER, { nowMs: LEASE_UNTIL_MS }))).toBe("LEASE_EXPIRED");
    },
  );

  it("the sweeper may release at the end of the lease, not a millisecond before", () => {
    const sweep = { type: "claimExpired" } as const;
    expect(codeOf(run(UNDER, sweep, SYSTEM, { nowMs: LEASE_UNTIL_MS - 1 }))).toBe("LEASE_NOT_EXPIRED");
    expect(rowsOf(run(UNDER, sweep, SYSTEM, { nowMs: LEASE_UNTIL_MS }))).toEqual(["T08"]);
  });

  it("anybody may claim from the end of the lease on, nobody a millisecond before", () => {
    const claim = { type: "claim" } as const;
    expect(codeOf(run(UNDER, claim, REVIEWER, { nowMs: LEASE_UNTIL_MS - 1 }))).toBe("ORDER_CLAIMED_BY_OTHER");
    expect(rowsOf(run(UNDER, claim, REVIEWER, { nowMs: LEASE_UNTIL_MS }))).toEqual(["T08", "T07"]);
    expect(rowsOf(run(UNDER, claim, HOLDER, { nowMs: LEASE_UNTIL_MS }))).toEqual(["T08", "T07"]);
  });

  it("an order whose lease ran out goes back to where it came from, revised orders to the revised ones", () => {
    const revised = orderIn("UNDER_FIRST_REVIEW", FIRST_FILING, {
      claim: claimOf({ returnTo: "REVISED_PENDING_REVIEW" }),
    });
    const released = accepted(run(revised, { type: "claimExpired" }, SYSTEM, { nowMs: LEASE_UNTIL_MS }));
    expect(released.next.status).toBe("REVISED_PENDING_REVIEW");
    expect(rowsOf(run(revised, { type: "claim" }, REVIEWER, { nowMs: LEASE_UNTIL_MS }))).toEqual([
      "T08",
      "T19",
    ]);
  });

  it("a customer withdraws an order whose lease ran out as one that nobody holds", () => {
    const outcome = accepted(run(UNDER, { type: "withdraw" }, CUSTOMER, { nowMs: LEASE_UNTIL_MS + HOUR_MS }));
    expect(outcome.next.status).toBe("DRAFT");
  });

  it("a second claim by the holder is refused while the first lives, be he a lead or not", () => {
    const leads = orderIn("UNDER_FIRST_REVIEW", FIRST_FILING, { claim: claimOf({ holder: LEAD.username }) });
    expect(run(UNDER, { type: "claim" }, HOLDER).kind).toBe("REFUSAL");
    expect(run(leads, { type: "claim" }, LEAD).kind).toBe("REFUSAL");
  });

  it("needs a reviewer for this type and province, where a person is restricted to some", () => {
    const me = assigneeOf(REVIEWER);
    const claim = (patch: Partial<typeof me>) =>
      run(PENDING, { type: "claim" }, REVIEWER, { facts: { assignee: { ...me, ...patch } } });
    expect(codeOf(claim({ provinces: ["110000"] }))).toBe("ASSIGNEE_INVALID");
    expect(codeOf(claim({ filingTypes: ["CLAIM"] }))).toBe("ASSIGNEE_INVALID");
    expect(rowsOf(claim({ provinces: ["440000"], filingTypes: ["FIRST_FILING"] }))).toEqual(["T07"]);
  });

  it("a lead cannot assign an order that somebody holds, he reassigns it", () => {
    expect(codeOf(run(UNDER, commandOf("assign", FIRST_FILING), LEAD))).toBe("ORDER_CLAIMED_BY_OTHER");
    expect(rowsOf(run(UNDER, commandOf("reassign", FIRST_FILING), LEAD))).toEqual(["T52"]);
  });
});

describe("the claim limit", () => {
  const claim = { type: "claim" } as const;
  const limit = DEFAULT_ORDER_SETTINGS.claimLimit;

  it("lets a reviewer hold as many orders as the setting says, not one more", () => {
    expect(rowsOf(run(PENDING, claim, REVIEWER, { facts: { liveClaims: limit - 1 } }))).toEqual(["T07"]);
    const said = refused(run(PENDING, claim, REVIEWER, { facts: { liveClaims: limit } }));
    expect(said).toMatchObject({ code: "CLAIM_LIMIT", params: { limit } });
  });
});

describe("four eyes: whoever created a forced cancellation does not review it", () => {
  const pending = orderIn("PENDING_FIRST_REVIEW", FORCED);
  const under = orderIn("UNDER_FIRST_REVIEW", FORCED);
  const facts = { assignee: assigneeOf(CREATOR) };

  it("the creator can neither claim it nor take it over", () => {
    expect(codeOf(run(pending, { type: "claim" }, CREATOR))).toBe("FOUR_EYES");
    expect(codeOf(run(under, { type: "claim" }, CREATOR))).toBe("FOUR_EYES");
    expect(codeOf(run(under, { type: "claim" }, CREATOR, { nowMs: LEASE_UNTIL_MS }))).toBe("FOUR_EYES");
    expect(rowsOf(run(pending, { type: "claim" }, LEAD))).toEqual(["T07"]);
  });

  it.each([
    ["assign", pending, LEAD],
    ["reassign", under, LEAD],
    ["handOver", under, HOLDER],
    ["escalate", under, HOLDER],
  ] as const)("nobody can %s it to the creator", (type, order, actor) => {
    const command = { ...commandOf(type, FORCED), to: CREATOR.username };
    expect(["FOUR_EYES", "ASSIGNEE_INVALID"]).toContain(codeOf(run(order, command, actor, { facts })));
  });

  it.each([
    ["recall", orderIn("PENDING_BUREAU_SUBMISSION", FORCED)],
    ["reopen", orderIn("FIRST_REVIEW_REJECTED", FORCED)],
  ] as const)("the creator cannot %s it into his own hands", (type, order) => {
    expect(codeOf(run(order, commandOf(type, FORCED), CREATOR))).toBe("FOUR_EYES");
    expect(run(order, commandOf(type, FORCED), LEAD).kind).toBe("DECISION");
  });

  it("another lead may edit, resubmit and abandon it, the creator too", () => {
    for (const actor of [LEAD, CREATOR])
      for (const type of ["edit", "submit", "abandon"] as const)
        expect(run(orderIn("NEEDS_REVISION", FORCED), commandOf(type, FORCED), actor).kind).toBe("DECISION");
  });
});
