import { type FilingKind, isForced } from "../filing/filing-type";
import { type Actor, isLead, type StaffActor } from "./actor";
import type { Assignee, DecideContext } from "./decision";
import { type Claim, claimIsLive, type Order, type OrderIn } from "./order";
import { type Refusal, refuse } from "./refusal";

/** The usual answer to a command that the present status does not know. */
export function wrongStatus(order: Order): Refusal {
  return refuse("STATUS_NOT_ALLOWED", { status: order.status });
}

/** A handler for staff commands only ever sees staff: `mayCommand` was asked before. Anything else is a bug. */
export function staffOf(actor: Actor): StaffActor {
  if (actor.kind !== "STAFF") throw new Error(`staff command from ${actor.kind}`);
  return actor;
}

/** The order under review if the actor holds its live claim, else why not (P3: a stale lease can do nothing). */
export function heldOrder(order: Order, ctx: DecideContext): OrderIn<"UNDER_FIRST_REVIEW"> | Refusal {
  if (order.status !== "UNDER_FIRST_REVIEW") {
    const waiting = order.status === "PENDING_FIRST_REVIEW" || order.status === "REVISED_PENDING_REVIEW";
    return waiting ? refuse("ORDER_NOT_CLAIMED") : wrongStatus(order);
  }
  const { username } = staffOf(ctx.actor);
  const live = claimIsLive(order.claim, ctx.nowMs);
  if (order.claim.holder === username) return live ? order : refuse("LEASE_EXPIRED");
  return live
    ? refuse("ORDER_CLAIMED_BY_OTHER", { holder: order.claim.holder })
    : refuse("ORDER_NOT_CLAIMED");
}

export function onHold(claim: Claim): boolean {
  return claim.lease.state === "SUSPENDED";
}

/** A fresh lease for a (new) holder. */
export function liveLease(ctx: DecideContext): Claim["lease"] {
  return { state: "LIVE", untilMs: ctx.nowMs + ctx.settings.leaseMs };
}

/** Why this person may not review this order: not the creator of a forced cancellation, right skills, a reviewer at all. */
export function reviewerRefusal(order: Order, username: string, person: Assignee | null): Refusal | null {
  if (isForced(order.kind) && order.createdBy === username) return refuse("FOUR_EYES");
  if (person !== null && !maySkill(person, order.kind, order.provinceCode)) {
    return refuse("ASSIGNEE_INVALID", { to: username });
  }
  return null;
}

/** One open order per entity and account: the gate that refuses a submission. */
export function openOrderRefusal(ctx: DecideContext): Refusal | null {
  const [orderNo] = ctx.facts.openOrderNos;
  return orderNo === undefined ? null : refuse("OPEN_ORDER_EXISTS", { orderNo });
}

/** As `reviewerRefusal`, for a colleague named by the command: an unknown one is refused too. */
export function assigneeRefusal(order: Order, to: string, ctx: DecideContext): Refusal | null {
  const person = ctx.facts.assignee;
  if (person === null || person.username !== to) return refuse("ASSIGNEE_INVALID", { to });
  return reviewerRefusal(order, to, person);
}

function maySkill(person: Assignee, kind: FilingKind, provinceCode: string): boolean {
  const reviews = person.active && (person.roles.includes("REVIEWER") || person.roles.includes("LEAD"));
  const province = person.provinces === null || person.provinces.includes(provinceCode);
  const type = person.filingTypes === null || person.filingTypes.includes(kind.type);
  return reviews && province && type;
}

/**
 * Whose command it is: a forced cancellation belongs to a lead (T56, T57), every other order to its customer.
 * `resubmitUnchanged` and `abandon` of a lead on customers' orders are judged by their handlers.
 */
export function ownerRefusal(order: Order, actor: Actor): Refusal | null {
  if (isForced(order.kind)) return isLead(actor) ? null : refuse("KIND_NOT_ALLOWED");
  return actor.kind === "CUSTOMER" ? null : refuse("NOT_PERMITTED");
}
