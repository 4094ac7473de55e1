import { newClock } from "./clock";
import type { CommandOf, CommandType } from "./command";
import type { DecideContext, Outcome } from "./decision";
import type { TransitionId } from "./event";
import { liveLease, reviewerRefusal, staffOf, wrongStatus } from "./guards";
import { coreOf, type Order, type OrderIn } from "./order";
import { refuse } from "./refusal";
import { domainAccess, PUSH_GROUP, step } from "./step";

/** What takes a verdict back: undo by whoever gave it (T53), recall (T26) and reopening (T59) by a lead. */

type UnderReview = OrderIn<"UNDER_FIRST_REVIEW">;

/** T53: exactly as it was before, with a fresh lease; nothing of the verdict has left yet. */
export function undoVerdict(order: Order, _command: CommandOf<"undoVerdict">, ctx: DecideContext): Outcome {
  if (!("undo" in order)) return wrongStatus(order);
  const { undo } = order;
  if (undo === null || ctx.nowMs >= undo.untilMs) return refuse("UNDO_WINDOW_OVER");
  const { username } = staffOf(ctx.actor);
  if (undo.decidedBy !== username) return refuse("NOT_YOUR_VERDICT");
  return step(
    order,
    {
      ...coreOf(order),
      previousReviewer: undo.previousReviewer,
      status: "UNDER_FIRST_REVIEW",
      clock: undo.clock,
      preferredUntilMs: null,
      claim: {
        holder: username,
        claimedAtMs: undo.claimedAtMs,
        returnTo: undo.returnTo,
        escalated: undo.escalated,
        lease: liveLease(ctx),
      },
    },
    "T53",
    "undoVerdict",
    ctx,
    { data: { verdictId: undo.verdictId, round: order.round }, cancel: [PUSH_GROUP, undo.verdictId] },
  );
}

/** T26: a lead pulls an approved order back before it is pushed. */
export function recall(order: Order, command: CommandOf<"recall">, ctx: DecideContext): Outcome {
  if (order.status !== "PENDING_BUREAU_SUBMISSION") return wrongStatus(order);
  const revoke = order.kind.type === "ADD_ACCESS" ? [domainAccess(false, null, ctx.nowMs)] : [];
  return takeBack(order, "recall", "T26", command.reason, ctx, {
    notify: ["rv"],
    cancel: [PUSH_GROUP, ...(order.undo ? [order.undo.verdictId] : [])],
    outbox: revoke,
  });
}

/** T59: a returned order was judged wrongly, and the undo window is over. */
export function reopen(order: Order, command: CommandOf<"reopen">, ctx: DecideContext): Outcome {
  if (order.status !== "FIRST_REVIEW_REJECTED" && order.status !== "NEEDS_REVISION")
    return wrongStatus(order);
  // Only an edit clears it: what was judged is not the newest revision any more.
  if (order.undo === null) return refuse("STALE_ORDER");
  if (ctx.nowMs < order.undo.untilMs) return refuse("UNDO_WINDOW_OPEN");
  return takeBack(order, "reopen", "T59", command.reason, ctx, { notify: ["cs", "ce", "rv"] });
}

function takeBack(
  order: Order,
  command: CommandType,
  transition: TransitionId,
  reason: string,
  ctx: DecideContext,
  parts: Parameters<typeof step>[5],
): Outcome {
  if (reason.trim() === "") return refuse("REASON_REQUIRED");
  const { username } = staffOf(ctx.actor);
  const refusal = reviewerRefusal(order, username, null);
  if (refusal !== null) return refusal;
  const next: UnderReview = {
    ...coreOf(order),
    round: order.round + 1,
    status: "UNDER_FIRST_REVIEW",
    clock: newClock(ctx.nowMs),
    preferredUntilMs: null,
    claim: {
      holder: username,
      claimedAtMs: ctx.nowMs,
      returnTo: "PENDING_FIRST_REVIEW",
      escalated: false,
      lease: liveLease(ctx),
    },
  };
  return step(order, next, transition, command, ctx, {
    ...parts,
    data: { holder: username, round: next.round },
    writes: [{ type: "NOTE", author: username, atMs: ctx.nowMs, text: reason }],
  });
}
