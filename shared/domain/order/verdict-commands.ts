import { needsCustomerConfirmation } from "../filing/filing-type";
import { mayOverride } from "../review/settle-finding";
import { hasUnfilledPlaceholder, type Verdict } from "../review/verdict";
import { isLead } from "./actor";
import { clockAfterHold } from "./clock";
import type { CommandOf } from "./command";
import type { DecideContext, Decision, Outcome } from "./decision";
import type { TransitionId } from "./event";
import { heldOrder, onHold, reviewerRefusal, staffOf } from "./guards";
import { coreOf, type Order, type OrderIn, type Undo } from "./order";
import type { OutboxMessage } from "./outbox";
import { isRefusal, type Refusal, refuse } from "./refusal";
import { domainAccess, pushMessage, step } from "./step";

/** Verdicts: T10-T14. */

type UnderReview = OrderIn<"UNDER_FIRST_REVIEW">;

/** T10, T11, T12. Refused on hold and while a blocking finding is neither resolved nor rightly overridden. */
export function approve(order: Order, command: CommandOf<"approve">, ctx: DecideContext): Outcome {
  const held = decidable(order, command.verdict, ctx);
  if (isRefusal(held)) return held;
  if (onHold(held.claim)) return refuse("ORDER_ON_HOLD");
  const blocked = blockRefusal(command.verdict, ctx);
  if (blocked !== null) return blocked;
  const undo = undoOf(held, command.verdict, ctx);
  const core = { ...coreOf(held), previousReviewer: staffOf(ctx.actor).username };
  if (held.kind.type === "CLAIM") {
    return verdictStep(held, { ...core, status: "CLAIMED", endedAtMs: ctx.nowMs, undo }, "T12", command, ctx);
  }
  // A recalled order keeps the confirmation it already had (T26), so nobody is asked twice.
  if (needsCustomerConfirmation(held.kind) && !held.confirmed) {
    const expiresAtMs = ctx.nowMs + ctx.settings.confirmationTtlMs;
    return verdictStep(
      held,
      { ...core, status: "AWAITING_CUSTOMER_CONFIRMATION", expiresAtMs, undo },
      "T11",
      command,
      ctx,
    );
  }
  const grants = held.kind.type === "ADD_ACCESS" && ctx.settings.accessGrantAt === "FIRST_REVIEW";
  const next: Order = { ...core, status: "PENDING_BUREAU_SUBMISSION", approvedAtMs: ctx.nowMs, undo };
  return verdictStep(held, next, "T10", command, ctx, [
    pushMessage(undo.untilMs),
    ...(grants ? [domainAccess(true, undo.verdictId, undo.untilMs)] : []),
  ]);
}

/** T13: wrong or violating. Allowed on hold, because the call that was waited for may have failed. */
export function reject(order: Order, command: CommandOf<"reject">, ctx: DecideContext): Outcome {
  return giveBack(order, command, "FIRST_REVIEW_REJECTED", "T13", ctx);
}

/** T14: missing or incomplete. */
export function requestRevision(
  order: Order,
  command: CommandOf<"requestRevision">,
  ctx: DecideContext,
): Outcome {
  return giveBack(order, command, "NEEDS_REVISION", "T14", ctx);
}

function giveBack(
  order: Order,
  command: CommandOf<"reject" | "requestRevision">,
  status: "FIRST_REVIEW_REJECTED" | "NEEDS_REVISION",
  transition: TransitionId,
  ctx: DecideContext,
): Outcome {
  const held = decidable(order, command.verdict, ctx);
  if (isRefusal(held)) return held;
  if (command.verdict.reasons.length === 0) return refuse("REASON_REQUIRED");
  if (command.verdict.reasons.some((reason) => reason.problem.trim() === ""))
    return refuse("REASON_REQUIRED");
  if (command.verdict.reasons.some((reason) => reason.fieldPath.trim() === ""))
    return refuse("REASON_FIELD_REQUIRED");
  const next: Order = {
    ...coreOf(held),
    previousReviewer: staffOf(ctx.actor).username,
    status,
    returnedAtMs: ctx.nowMs,
    expiresAtMs: ctx.nowMs + ctx.settings.rejectedTtlMs,
    undo: undoOf(held, command.verdict, ctx),
  };
  return verdictStep(held, next, transition, command, ctx);
}

/** What every verdict needs: the live claim, four eyes, the findings the reviewer saw, and no hole in the message. */
function decidable(order: Order, verdict: Verdict, ctx: DecideContext): UnderReview | Refusal {
  const held = heldOrder(order, ctx);
  if (isRefusal(held)) return held;
  const refusal = reviewerRefusal(order, staffOf(ctx.actor).username, null);
  if (refusal !== null) return refusal;
  if (ctx.expectedFindingsVersion !== null && ctx.expectedFindingsVersion !== ctx.facts.findingsVersion) {
    return refuse("STALE_FINDINGS");
  }
  const texts = [
    verdict.comment,
    ...verdict.reasons.flatMap((reason) => [reason.problem, reason.suggestion]),
  ];
  return texts.some(hasUnfilledPlaceholder) ? refuse("UNFILLED_PLACEHOLDER") : held;
}

function blockRefusal(verdict: Verdict, ctx: DecideContext): Refusal | null {
  const open = ctx.facts.blocks.filter((block) => {
    return !verdict.overrides.some(
      (override) =>
        override.ruleId === block.ruleId &&
        (override.fieldPath === null || override.fieldPath === block.fieldPath),
    );
  });
  if (open.length > 0) return refuse("UNRESOLVED_FINDINGS", { count: open.length });
  if (verdict.overrides.some((override) => override.reason.trim() === "")) return refuse("COMMENT_REQUIRED");
  const forbidden = ctx.facts.blocks.find((block) => !mayOverride(block.override, isLead(ctx.actor)));
  return forbidden === undefined ? null : refuse("OVERRIDE_NOT_ALLOWED", { ruleId: forbidden.ruleId });
}

function undoOf(order: UnderReview, verdict: Verdict, ctx: DecideContext): Undo {
  return {
    verdictId: verdict.verdictId,
    decidedBy: staffOf(ctx.actor).username,
    untilMs: ctx.nowMs + ctx.settings.undoWindowMs,
    claimedAtMs: order.claim.claimedAtMs,
    returnTo: order.claim.returnTo,
    escalated: order.claim.escalated,
    // A verdict given during a hold ends it, so its pause counts even if the verdict is taken back.
    clock: clockAfterHold(order.clock, order.claim.lease, ctx.nowMs),
    previousReviewer: order.previousReviewer,
  };
}

/** Everything a verdict sends waits for the undo window, so that undo is simply the cancellation of its group. */
function verdictStep(
  order: UnderReview,
  next: Order,
  transition: TransitionId,
  command: CommandOf<"approve" | "reject" | "requestRevision">,
  ctx: DecideContext,
  outbox: readonly OutboxMessage[] = [],
): Decision {
  const { verdict } = command;
  const decidedBy = staffOf(ctx.actor).username;
  const untilMs = ctx.nowMs + ctx.settings.undoWindowMs;
  const result: OutboxMessage = {
    kind: "WEBHOOK",
    group: verdict.verdictId,
    notBeforeMs: untilMs,
    payload: {
      event: "order.review_result",
      outcome: verdict.outcome,
      status: next.status,
      round: order.round,
    },
  };
  return step(order, next, transition, command.type, ctx, {
    data: {
      verdictId: verdict.verdictId,
      outcome: verdict.outcome,
      round: order.round,
      fields: verdict.reasons.map((reason) => reason.fieldPath),
      overrides: verdict.overrides.map((override) => override.ruleId),
    },
    notify: ["cs", "ce"],
    delayed: { group: verdict.verdictId, untilMs },
    outbox: [result, ...outbox],
    writes: [
      {
        type: "VERDICT",
        verdict,
        round: order.round,
        revisionNo: order.revisionNo,
        decidedBy,
        decidedAtMs: ctx.nowMs,
        claimedAtMs: order.claim.claimedAtMs,
      },
    ],
  });
}
