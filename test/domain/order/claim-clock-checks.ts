import { expect } from "vitest";
import { type Actor, actorName } from "#shared/domain/order/actor";
import type { Decision } from "#shared/domain/order/decision";
import type { Claim, Order } from "#shared/domain/order/order";
import { firstReviewDue } from "#shared/domain/time/sla";
import { CLOCK, MINUTE_MS, REVIEWER, SECOND_MS } from "#test/support/order-fixtures";
import type { Scenario } from "./scenario";

/** What a row of §3.4 (claim, lease, clocks) says besides the status; by row of the transition table. */
export type Check = (scenario: Scenario, actor: Actor, decision: Decision) => void;

export const LEASE_MS = 30 * MINUTE_MS;
export const UNDO_MS = 10 * SECOND_MS;

export function claimOfNext(decision: Decision): Claim {
  const { next } = decision;
  if (next.status !== "UNDER_FIRST_REVIEW") throw new Error(`no claim in ${next.status}`);
  return next.claim;
}

export function clockOfNext(decision: Decision) {
  if (!("clock" in decision.next)) throw new Error(`no clock in ${decision.next.status}`);
  return decision.next.clock;
}

export function previous(scenario: Scenario): Order {
  if (scenario.order === null) throw new Error("no order before");
  return scenario.order;
}

export function expectFreshLease(holder: string): Check {
  return ({ nowMs }, _actor, decision) => {
    const claim = claimOfNext(decision);
    expect(claim.holder).toBe(holder);
    expect(claim.lease).toEqual({ state: "LIVE", untilMs: nowMs + LEASE_MS });
  };
}

export const newClock: Check = ({ nowMs }, _actor, decision) => {
  const { dueAtMs, estimated } = firstReviewDue(nowMs);
  expect(clockOfNext(decision)).toEqual({ startedAtMs: nowMs, dueAtMs, estimated, pausedMs: 0 });
};

export const clockRunsOn: Check = (_scenario, _actor, decision) => {
  expect(clockOfNext(decision)).toEqual(CLOCK);
};

export const submitted: Check = (scenario, actor, decision) => {
  if (scenario.command.type === "edit") return edited(scenario, actor, decision);
  newClock(scenario, actor, decision);
  const { next } = decision;
  expect(next.round).toBe((scenario.order?.round ?? 0) + 1);
  expect(next.submittedAtMs).toBe(scenario.nowMs);
  expect(next.previousReviewer).toBe(scenario.order?.previousReviewer ?? null);
  expect(next.confirmed).toBe(false);
};

export const edited: Check = (scenario, _actor, { next, writes }) => {
  const revisionNo = previous(scenario).revisionNo + 1;
  expect(next.revisionNo).toBe(revisionNo);
  expect(writes).toContainEqual(expect.objectContaining({ type: "REVISION", revisionNo }));
};

export const created: Check = (_scenario, _actor, { next, writes }) => {
  expect(next).toMatchObject({ version: 1, revisionNo: 1, submissionNo: 0 });
  expect(writes).toContainEqual(expect.objectContaining({ type: "REVISION", revisionNo: 1 }));
};

export const claimed: Check = (scenario, actor, decision) => {
  const holder = scenario.command.type === "assign" ? REVIEWER.username : actorName(actor);
  expectFreshLease(holder)(scenario, actor, decision);
  clockRunsOn(scenario, actor, decision);
  const order = previous(scenario);
  const returnTo = order.status === "UNDER_FIRST_REVIEW" ? order.claim.returnTo : order.status;
  expect(claimOfNext(decision)).toMatchObject({ claimedAtMs: scenario.nowMs, returnTo, escalated: false });
};

export const handedOn: Check = (scenario, actor, decision) => {
  const to = "to" in scenario.command ? scenario.command.to : actorName(actor);
  expectFreshLease(to)(scenario, actor, decision);
  clockRunsOn(scenario, actor, decision);
  expect(claimOfNext(decision).escalated).toBe(scenario.command.type === "escalate");
};
