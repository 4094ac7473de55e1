import { expect } from "vitest";
import { type Actor, actorName } from "#shared/domain/order/actor";
import type { Command } from "#shared/domain/order/command";
import type { Decision } from "#shared/domain/order/decision";
import type { TransitionId } from "#shared/domain/order/event";
import { CLOCK, DAY_MS, LEAD, VERDICT_ID } from "#test/support/order-fixtures";
import {
  type Check,
  claimed,
  claimOfNext,
  clockOfNext,
  clockRunsOn,
  created,
  edited,
  expectFreshLease,
  handedOn,
  newClock,
  previous,
  submitted,
  UNDO_MS,
} from "./claim-clock-checks";
import type { Chain } from "./grid";
import type { Scenario } from "./scenario";

function verdict(decision: Decision, scenario: Scenario, actor: Actor) {
  const { next, outbox, writes } = decision;
  const undo = "undo" in next ? next.undo : null;
  expect(undo).toMatchObject({
    verdictId: VERDICT_ID,
    decidedBy: actorName(actor),
    untilMs: scenario.nowMs + UNDO_MS,
    returnTo: "PENDING_FIRST_REVIEW",
    clock: CLOCK,
  });
  expect(next.previousReviewer).toBe(actorName(actor));
  expect(writes).toContainEqual(expect.objectContaining({ type: "VERDICT", decidedBy: actorName(actor) }));
  expect(outbox.length).toBeGreaterThan(0);
  for (const message of outbox) {
    expect(message.notBeforeMs, message.kind).toBeGreaterThanOrEqual(scenario.nowMs + UNDO_MS);
    expect(message.group, message.kind).not.toBeNull();
  }
}

const approved: Check = (scenario, actor, decision) => {
  verdict(decision, scenario, actor);
  const { next, outbox } = decision;
  if (next.status !== "PENDING_BUREAU_SUBMISSION") throw new Error("not approved");
  expect(next.approvedAtMs).toBe(scenario.nowMs);
  expect(outbox.filter((message) => message.kind === "BUREAU_PUSH")).toHaveLength(1);
  const granted = outbox.filter((message) => JSON.stringify(message.payload).includes("domainAccessGranted"));
  expect(granted).toHaveLength(next.kind.type === "ADD_ACCESS" ? 1 : 0);
};

const awaitsConfirmation: Check = (scenario, actor, decision) => {
  verdict(decision, scenario, actor);
  expect(decision.next).toMatchObject({ expiresAtMs: scenario.nowMs + 15 * DAY_MS });
  expect(decision.outbox.filter((message) => message.kind === "BUREAU_PUSH")).toEqual([]);
};

const returned: Check = (scenario, actor, decision) => {
  verdict(decision, scenario, actor);
  expect(decision.next).toMatchObject({
    returnedAtMs: scenario.nowMs,
    expiresAtMs: scenario.nowMs + 45 * DAY_MS,
  });
};

const pushQueued: Check = (_scenario, _actor, { outbox }) => {
  expect(outbox.filter((message) => message.kind === "BUREAU_PUSH")).toHaveLength(1);
};

const pushCancelled: Check = (_scenario, _actor, { cancelGroups }) => {
  expect(cancelGroups).toContain("push");
};

const held: Check = (scenario, _actor, decision) => {
  const { command, nowMs } = scenario;
  if (command.type !== "hold") throw new Error(command.type);
  const hold = { reason: command.reason, sinceMs: nowMs, untilMs: command.untilMs };
  const { holder, lease } = claimOfNext(decision);
  expect({ holder, lease }).toEqual({ holder: "reviewer-a", lease: { state: "SUSPENDED", hold } });
  expect(clockOfNext(decision)).toEqual(CLOCK);
};

const resumed: Check = (scenario, actor, decision) => {
  expectFreshLease("reviewer-a")(scenario, actor, decision);
  const { pausedMs, ...published } = clockOfNext(decision);
  expect(pausedMs).toBe(scenario.nowMs - heldSince(scenario));
  expect(published).toEqual({ startedAtMs: CLOCK.startedAtMs, dueAtMs: CLOCK.dueAtMs, estimated: false });
};

function heldSince(scenario: Scenario): number {
  const order = previous(scenario);
  if (order.status !== "UNDER_FIRST_REVIEW" || order.claim.lease.state !== "SUSPENDED")
    throw new Error("not held");
  return order.claim.lease.hold.sinceMs;
}

const recalled: Check = (scenario, actor, decision) => {
  expectFreshLease(LEAD.username)(scenario, actor, decision);
  newClock(scenario, actor, decision);
  expect(claimOfNext(decision).returnTo).toBe("PENDING_FIRST_REVIEW");
  pushCancelled(scenario, actor, decision);
  expect(decision.next.confirmed).toBe(previous(scenario).confirmed);
};

const reopened: Check = (scenario, actor, decision) => {
  expectFreshLease(LEAD.username)(scenario, actor, decision);
  newClock(scenario, actor, decision);
};

const undone: Check = (scenario, actor, decision) => {
  expectFreshLease("reviewer-a")(scenario, actor, decision);
  clockRunsOn(scenario, actor, decision);
  expect(claimOfNext(decision)).toMatchObject({ returnTo: "PENDING_FIRST_REVIEW", escalated: false });
  expect(decision.cancelGroups).toContain(VERDICT_ID);
  expect(decision.next.previousReviewer).toBeNull();
  expect(decision.outbox.filter((message) => message.kind === "NOTIFICATION")).toEqual([]);
};

function ends(cause: string): Check {
  return (scenario, _actor, { next }) => {
    expect(next).toMatchObject({ returnedAtMs: scenario.nowMs, cause });
  };
}

function answered<T extends Command["type"]>(
  type: T,
  check: (decision: Decision, command: Command) => void,
): Check {
  return (scenario, _actor, decision) => {
    if (scenario.command.type === type) check(decision, scenario.command);
  };
}

const BY_ROW: Partial<Record<TransitionId, Check>> = {
  T01: created,
  T02: edited,
  T04: submitted,
  T07: claimed,
  T10: approved,
  T11: awaitsConfirmation,
  T12: (scenario, actor, decision) => verdict(decision, scenario, actor),
  T13: returned,
  T14: returned,
  T15: handedOn,
  T16: held,
  T17: submitted,
  T18: submitted,
  T19: claimed,
  T23: (scenario, actor, decision) => {
    expect(decision.next.confirmed).toBe(true);
    pushQueued(scenario, actor, decision);
  },
  T25: pushCancelled,
  T26: recalled,
  T27: (scenario, _actor, { next }) => {
    expect(next.submissionNo).toBe(previous(scenario).submissionNo + 1);
    expect(next).toMatchObject({ unknownSinceMs: null, sinceMs: scenario.nowMs });
  },
  T31: ends("JGDM_1003"),
  T33: ends("DOMAIN_CHECK"),
  T34: answered("codeSent", ({ next }, command) => {
    expect(next).toMatchObject("deadlineMs" in command ? { deadlineMs: command.deadlineMs } : {});
  }),
  T35: (scenario, _actor, { next }) => {
    const { order } = scenario;
    if (order?.status === "SMS_PENDING") expect(next).toMatchObject({ deadlineMs: order.deadlineMs });
  },
  T39: ends("SMS_LOCKED"),
  T40: ends("SMS_TIMED_OUT"),
  T41: pushQueued,
  T42: submitted,
  T43: answered("bureauApproved", ({ next }, command) => {
    expect(next).toMatchObject("numbers" in command ? { filingNumbers: command.numbers } : {});
  }),
  T44: answered("bureauRejected", ({ next }, command) => {
    expect(next).toMatchObject("opinion" in command ? { opinion: command.opinion } : {});
  }),
  T46: created,
  T47: (scenario, actor, decision) => {
    created(scenario, actor, decision);
    submitted(scenario, actor, decision);
    expect(decision.next.createdBy).toBe(actor.kind === "STAFF" ? actor.username : null);
  },
  T48: created,
  T49: submitted,
  T51: resumed,
  T52: handedOn,
  T53: undone,
  T54: (scenario, _actor, { next }) => {
    expect(next).toMatchObject({ unknownSinceMs: scenario.nowMs });
    expect(next.submissionNo).toBe(previous(scenario).submissionNo);
  },
  T56: submitted,
  T59: reopened,
};

/** §3.4 for each row of the chain; a released claim (T08) and an ended one leave nothing but the status behind. */
export function expectConsequences(chain: Chain, scenario: Scenario, actor: Actor, decision: Decision): void {
  for (const id of chain) BY_ROW[id]?.(scenario, actor, decision);
  if (chain.length === 1 && chain[0] === "T08") clockRunsOn(scenario, actor, decision);
}
