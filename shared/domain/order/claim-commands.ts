import { isLead } from "./actor";
import { clockAfterHold } from "./clock";
import type { CommandOf, CommandType } from "./command";
import type { DecideContext, Decision, Outcome, SealedWrite } from "./decision";
import type { TransitionId } from "./event";
import {
  assigneeRefusal,
  heldOrder,
  liveLease,
  onHold,
  reviewerRefusal,
  staffOf,
  wrongStatus,
} from "./guards";
import { claimIsLive, coreOf, type Order, type OrderIn } from "./order";
import { isRefusal, refuse } from "./refusal";
import { merge, step } from "./step";

/** Claims and leases: T07, T08, T15, T16, T19, T51, T52. */

type Waiting = OrderIn<"PENDING_FIRST_REVIEW">;
type UnderReview = OrderIn<"UNDER_FIRST_REVIEW">;

/** T07, T19. An expired claim is released first, in the same decision; a lead takes over a live one (T52). */
export function claim(order: Order, _command: CommandOf<"claim">, ctx: DecideContext): Outcome {
  const { username } = staffOf(ctx.actor);
  const refusal = reviewerRefusal(order, username, ctx.facts.assignee);
  if (refusal !== null) return refusal;
  if (order.status === "UNDER_FIRST_REVIEW" && claimIsLive(order.claim, ctx.nowMs)) {
    if (order.claim.holder === username) return refuse("ORDER_ALREADY_YOURS");
    return isLead(ctx.actor)
      ? moveTo(order, username, "claim", ctx)
      : refuse("ORDER_CLAIMED_BY_OTHER", { holder: order.claim.holder });
  }
  if (ctx.facts.liveClaims >= ctx.settings.claimLimit) {
    return refuse("CLAIM_LIMIT", { limit: ctx.settings.claimLimit });
  }
  return takeFree(order, username, "claim", ctx);
}

/** T07, T19 by a lead for somebody else. */
export function assign(order: Order, command: CommandOf<"assign">, ctx: DecideContext): Outcome {
  if (order.status === "UNDER_FIRST_REVIEW" && claimIsLive(order.claim, ctx.nowMs)) {
    return refuse("ORDER_CLAIMED_BY_OTHER", { holder: order.claim.holder });
  }
  return assigneeRefusal(order, command.to, ctx) ?? takeFree(order, command.to, "assign", ctx);
}

function takeFree(order: Order, holder: string, command: "claim" | "assign", ctx: DecideContext): Outcome {
  if (order.status === "UNDER_FIRST_REVIEW") {
    const released = releaseTo(order, "claimExpired", ctx);
    const freed = released.next;
    if (freed.status !== "PENDING_FIRST_REVIEW" && freed.status !== "REVISED_PENDING_REVIEW")
      return wrongStatus(freed);
    return merge(released, take(freed, holder, command, ctx));
  }
  if (order.status !== "PENDING_FIRST_REVIEW" && order.status !== "REVISED_PENDING_REVIEW")
    return wrongStatus(order);
  return take(order, holder, command, ctx);
}

function take(order: Waiting, holder: string, command: "claim" | "assign", ctx: DecideContext): Decision {
  const transition: TransitionId = order.status === "PENDING_FIRST_REVIEW" ? "T07" : "T19";
  const next: UnderReview = {
    ...coreOf(order),
    status: "UNDER_FIRST_REVIEW",
    clock: order.clock,
    preferredUntilMs: order.preferredUntilMs,
    claim: {
      holder,
      claimedAtMs: ctx.nowMs,
      returnTo: order.status,
      escalated: false,
      lease: liveLease(ctx),
    },
  };
  return step(order, next, transition, command, ctx, { data: { holder }, notify: ["rv"] });
}

function releaseTo(order: UnderReview, command: "release" | "claimExpired", ctx: DecideContext): Decision {
  const next: Waiting = {
    ...coreOf(order),
    status: order.claim.returnTo,
    clock: order.clock,
    preferredUntilMs: order.preferredUntilMs,
  };
  return step(order, next, "T08", command, ctx, { data: { holder: order.claim.holder }, notify: ["rv"] });
}

/** T08: the holder gives the order back, or a lead takes it out of his hands. */
export function release(order: Order, _command: CommandOf<"release">, ctx: DecideContext): Outcome {
  if (order.status === "UNDER_FIRST_REVIEW" && isLead(ctx.actor)) {
    if (!claimIsLive(order.claim, ctx.nowMs)) return refuse("ORDER_NOT_CLAIMED");
    return onHold(order.claim) ? refuse("ORDER_ON_HOLD") : releaseTo(order, "release", ctx);
  }
  const held = heldOrder(order, ctx);
  if (isRefusal(held)) return held;
  return onHold(held.claim) ? refuse("ORDER_ON_HOLD") : releaseTo(held, "release", ctx);
}

/** T08 by the system; lists never wait for it, because a lease ends by itself. */
export function claimExpired(order: Order, _command: CommandOf<"claimExpired">, ctx: DecideContext): Outcome {
  if (order.status !== "UNDER_FIRST_REVIEW") return wrongStatus(order);
  if (claimIsLive(order.claim, ctx.nowMs)) return refuse("LEASE_NOT_EXPIRED");
  return releaseTo(order, "claimExpired", ctx);
}

/** T15: to a lead, with an explanation; he decides or hands it back. */
export function escalate(order: Order, command: CommandOf<"escalate">, ctx: DecideContext): Outcome {
  const held = heldOrder(order, ctx);
  if (isRefusal(held)) return held;
  if (onHold(held.claim)) return refuse("ORDER_ON_HOLD");
  if (command.comment.trim() === "") return refuse("COMMENT_REQUIRED");
  const refusal = assigneeRefusal(order, command.to, ctx);
  if (refusal !== null) return refusal;
  if (!ctx.facts.assignee?.roles.includes("LEAD")) return refuse("ASSIGNEE_INVALID", { to: command.to });
  return step(order, withHolder(held, command.to, true, ctx), "T15", "escalate", ctx, {
    data: { fromHolder: held.claim.holder, holder: command.to },
    notify: ["ld"],
    writes: noted(command.comment, ctx),
  });
}

/** T16: the lease is suspended until the customer called back, the video took place, or a colleague answered. */
export function hold(order: Order, command: CommandOf<"hold">, ctx: DecideContext): Outcome {
  const held = heldOrder(order, ctx);
  if (isRefusal(held)) return held;
  if (onHold(held.claim)) return refuse("ORDER_ON_HOLD");
  const longest = ctx.nowMs + ctx.settings.holdMaxMs;
  if (command.untilMs <= ctx.nowMs || command.untilMs > longest) {
    return refuse("HOLD_UNTIL_INVALID", { days: Math.floor(ctx.settings.holdMaxMs / 86_400_000) });
  }
  const lease = {
    state: "SUSPENDED",
    hold: { reason: command.reason, sinceMs: ctx.nowMs, untilMs: command.untilMs },
  } as const;
  return step(order, { ...held, claim: { ...held.claim, lease } }, "T16", "hold", ctx, {
    data: { reason: command.reason, untilMs: command.untilMs },
    notify: command.reason === "INTERNAL" ? [] : ["ce"],
    writes: noted(command.comment, ctx),
  });
}

/** T51 by the holder or a lead. */
export function resume(order: Order, _command: CommandOf<"resume">, ctx: DecideContext): Outcome {
  const held = order.status === "UNDER_FIRST_REVIEW" && isLead(ctx.actor) ? order : heldOrder(order, ctx);
  if (isRefusal(held)) return held;
  return onHold(held.claim) ? endHold(held, "resume", ctx) : refuse("ORDER_NOT_ON_HOLD");
}

/** T51 by the clock. */
export function holdExpired(order: Order, _command: CommandOf<"holdExpired">, ctx: DecideContext): Outcome {
  if (order.status !== "UNDER_FIRST_REVIEW") return wrongStatus(order);
  const { lease } = order.claim;
  if (lease.state !== "SUSPENDED") return refuse("ORDER_NOT_ON_HOLD");
  return ctx.nowMs < lease.hold.untilMs ? refuse("HOLD_NOT_OVER") : endHold(order, "holdExpired", ctx);
}

function endHold(order: UnderReview, command: CommandType, ctx: DecideContext): Decision {
  const clock = clockAfterHold(order.clock, order.claim.lease, ctx.nowMs);
  const next: UnderReview = { ...order, clock, claim: { ...order.claim, lease: liveLease(ctx) } };
  return step(order, next, "T51", command, ctx, { data: { holder: order.claim.holder }, notify: ["rv"] });
}

/** T52: the holder names a colleague. */
export function handOver(order: Order, command: CommandOf<"handOver">, ctx: DecideContext): Outcome {
  const held = heldOrder(order, ctx);
  if (isRefusal(held)) return held;
  if (onHold(held.claim)) return refuse("ORDER_ON_HOLD");
  return (
    assigneeRefusal(order, command.to, ctx) ?? moveTo(held, command.to, "handOver", ctx, command.comment)
  );
}

/** T52: a lead moves it, also to himself and also while it is on hold (the hold ends). */
export function reassign(order: Order, command: CommandOf<"reassign">, ctx: DecideContext): Outcome {
  if (order.status !== "UNDER_FIRST_REVIEW") return wrongStatus(order);
  if (!claimIsLive(order.claim, ctx.nowMs)) return refuse("ORDER_NOT_CLAIMED");
  return (
    assigneeRefusal(order, command.to, ctx) ?? moveTo(order, command.to, "reassign", ctx, command.comment)
  );
}

function moveTo(
  order: UnderReview,
  to: string,
  command: CommandType,
  ctx: DecideContext,
  comment = "",
): Decision {
  return step(order, withHolder(order, to, false, ctx), "T52", command, ctx, {
    data: { fromHolder: order.claim.holder, holder: to },
    notify: ["rv"],
    writes: noted(comment, ctx),
  });
}

function withHolder(order: UnderReview, holder: string, escalated: boolean, ctx: DecideContext): UnderReview {
  return {
    ...order,
    clock: clockAfterHold(order.clock, order.claim.lease, ctx.nowMs),
    claim: { ...order.claim, holder, escalated, claimedAtMs: ctx.nowMs, lease: liveLease(ctx) },
  };
}

/** What was said about it, sealed: a comment may name persons. */
function noted(comment: string, ctx: DecideContext): SealedWrite[] {
  if (comment.trim() === "") return [];
  return [{ type: "NOTE", author: staffOf(ctx.actor).username, atMs: ctx.nowMs, text: comment }];
}
