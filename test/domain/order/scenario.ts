import type { Actor } from "#shared/domain/order/actor";
import type { Command, CommandType } from "#shared/domain/order/command";
import { decide } from "#shared/domain/order/decide";
import type { Outcome } from "#shared/domain/order/decision";
import type { Order } from "#shared/domain/order/order";
import {
  ADMIN,
  AUDITOR,
  BUREAU,
  CUSTOMER,
  claimOf,
  contextOf,
  DAY_MS,
  HOLDER,
  heldClaimOf,
  kindOf,
  LEAD,
  LEASE_UNTIL_MS,
  MANAGER,
  MINUTE_MS,
  NOW_MS,
  orderIn,
  REVIEWER,
  SECURITY_ADMIN,
  SYSTEM,
  undoOf,
} from "#test/support/order-fixtures";
import { commandOf, factsFor, verifyOf } from "./command-fixtures";
import type { Chain } from "./grid";
import type { ActorCode, From } from "./transitions.data";

/** Everybody who could try a command; the first six as in the table, the others never may. */
export const ACTORS = {
  C: CUSTOMER,
  H: HOLDER,
  R: REVIEWER,
  L: LEAD,
  S: SYSTEM,
  B: BUREAU,
  manager: MANAGER,
  admin: ADMIN,
  securityAdmin: SECURITY_ADMIN,
  auditor: AUDITOR,
} as const satisfies Record<ActorCode, Actor> & Record<string, Actor>;
export type Somebody = keyof typeof ACTORS;
export const EVERYBODY = Object.keys(ACTORS).filter((code): code is Somebody => code in ACTORS);

/** An order, a command and an instant; who gives the command is left open. */
export interface Scenario {
  readonly order: Order | null;
  readonly command: Command;
  readonly nowMs: number;
}

export function attempt(scenario: Scenario, actor: Actor): Outcome {
  const { order, command, nowMs } = scenario;
  return decide(order, command, contextOf(actor, { nowMs, facts: factsFor(command.type) }));
}

/** The state, the command and the instant in which the rows of `chain` apply to an order of this kind. */
export function scenarioFor(status: From, type: CommandType, chain: Chain, kindCode: string): Scenario {
  const kind = kindOf(kindCode);
  const { patch, nowMs } = stateFor(status, type, chain);
  const order = status === "(none)" ? null : orderIn(status, kind, patch);
  return { order, command: variantOf(type, chain, kindCode), nowMs };
}

function variantOf(type: CommandType, chain: Chain, kindCode: string): Command {
  const result = { T36: "ONE", T37: "ALL", T38: "WRONG", T39: "LOCKED" } as const;
  for (const [id, value] of Object.entries(result))
    if (chain.some((link) => link === id)) return verifyOf(value);
  return commandOf(type, kindOf(kindCode));
}

interface State {
  readonly patch: Readonly<Record<string, unknown>>;
  readonly nowMs: number;
}

function stateFor(status: From, type: CommandType, chain: Chain): State {
  const last = chain.at(-1);
  if (chain[0] === "T08" && type !== "release") {
    const returnTo = last === "T19" ? "REVISED_PENDING_REVIEW" : "PENDING_FIRST_REVIEW";
    return { patch: { claim: claimOf({ returnTo }) }, nowMs: LEASE_UNTIL_MS };
  }
  if (last === "T51") {
    const over = type === "holdExpired";
    return { patch: { claim: heldClaimOf() }, nowMs: over ? NOW_MS + 30 * MINUTE_MS : NOW_MS };
  }
  if (last === "T53") return { patch: { undo: undoOf() }, nowMs: NOW_MS + 5000 };
  if (last === "T22") return { patch: {}, nowMs: NOW_MS + 45 * DAY_MS + 1 };
  if (last === "T24" && type === "expire") return { patch: {}, nowMs: NOW_MS + 15 * DAY_MS + 1 };
  if (last === "T55") return { patch: { expectsSms: false }, nowMs: NOW_MS };
  if (last === "T34") return { patch: status === "SMS_PENDING" ? { deadlineMs: null } : {}, nowMs: NOW_MS };
  return { patch: {}, nowMs: NOW_MS };
}

/** The states an order of one status can be found in, as far as commands could tell them apart. */
export function statesOf(status: From): State[] {
  const plain = { patch: {}, nowMs: NOW_MS };
  switch (status) {
    case "UNDER_FIRST_REVIEW":
      return [
        plain,
        { patch: {}, nowMs: LEASE_UNTIL_MS },
        { patch: { claim: heldClaimOf() }, nowMs: NOW_MS },
        { patch: { claim: claimOf({ escalated: true, returnTo: "REVISED_PENDING_REVIEW" }) }, nowMs: NOW_MS },
      ];
    case "FIRST_REVIEW_REJECTED":
    case "NEEDS_REVISION":
    case "AWAITING_CUSTOMER_CONFIRMATION":
    case "PENDING_BUREAU_SUBMISSION":
    case "CLAIMED":
      return [plain, { patch: { undo: undoOf() }, nowMs: NOW_MS }];
    case "SUBMITTING_TO_BUREAU":
      return [plain, { patch: { unknownSinceMs: NOW_MS - MINUTE_MS, expectsSms: false }, nowMs: NOW_MS }];
    default:
      return [plain];
  }
}
