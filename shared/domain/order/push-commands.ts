import { isDeregistration, needsCustomerConfirmation } from "../filing/filing-type";
import type { CommandOf } from "./command";
import type { DecideContext, Decision, Outcome } from "./decision";
import { wrongStatus } from "./guards";
import { coreOf, type Order, type OrderIn } from "./order";
import { refuse } from "./refusal";
import { PUSH_GROUP, pushMessage, step } from "./step";

/** From the approved order to the bureau's acceptance: T27-T30, T50, T54. */

/** T27: locks the order against withdrawal and takes the next submission number. */
export function push(order: Order, command: CommandOf<"push">, ctx: DecideContext): Outcome {
  if (order.status !== "PENDING_BUREAU_SUBMISSION") return wrongStatus(order);
  if (order.undo !== null && ctx.nowMs < order.undo.untilMs) return refuse("UNDO_WINDOW_OPEN");
  if (needsCustomerConfirmation(order.kind) && !order.confirmed) return refuse("CONFIRMATION_MISSING");
  const submissionNo = order.submissionNo + 1;
  return step(
    order,
    {
      ...coreOf(order),
      submissionNo,
      status: "SUBMITTING_TO_BUREAU",
      expectsSms: command.expectsSms,
      sinceMs: ctx.nowMs,
      unknownSinceMs: null,
    },
    "T27",
    "push",
    ctx,
    { data: { submissionNo }, cancel: [PUSH_GROUP] },
  );
}

/** T28: a definite "no" of the transport; back to waiting, and pushed again at `retryAtMs`. */
export function uploadFailed(order: Order, command: CommandOf<"uploadFailed">, ctx: DecideContext): Outcome {
  if (order.status !== "SUBMITTING_TO_BUREAU") return wrongStatus(order);
  return step(
    order,
    { ...coreOf(order), status: "PENDING_BUREAU_SUBMISSION", approvedAtMs: ctx.nowMs, undo: null },
    "T28",
    "uploadFailed",
    ctx,
    {
      data: {
        submissionNo: order.submissionNo,
        msgCode: command.msgCode,
        detail: command.detail,
        deadLetter: command.retryAtMs === null,
      },
      notify: ["ld"],
      outbox: command.retryAtMs === null ? [] : [pushMessage(command.retryAtMs)],
    },
  );
}

/** How long an outcome may stay in doubt before a lead is told (T54). */
const UNKNOWN_ALARM_MS = 15 * 60_000;

/** T54: nobody knows whether the bureau took it. The order stays locked until an answer comes. */
export function outcomeUnknown(
  order: Order,
  command: CommandOf<"outcomeUnknown">,
  ctx: DecideContext,
): Outcome {
  if (order.status !== "SUBMITTING_TO_BUREAU") return wrongStatus(order);
  const unknownSinceMs = order.unknownSinceMs ?? ctx.nowMs;
  return step(order, { ...order, unknownSinceMs }, "T54", "outcomeUnknown", ctx, {
    data: { submissionNo: order.submissionNo, detail: command.detail },
    notify: ctx.nowMs - unknownSinceMs >= UNKNOWN_ALARM_MS ? ["ld"] : [],
  });
}

/** T29, T30, T50: where the order goes once the bureau has it. */
export function accept(order: OrderIn<"SUBMITTING_TO_BUREAU">, ctx: DecideContext): Decision {
  const core = coreOf(order);
  const data = { submissionNo: order.submissionNo };
  const sinceMs = ctx.nowMs;
  if (order.kind.type === "CANCEL_ACCESS") {
    return step(order, { ...core, status: "UNDER_BUREAU_REVIEW", sinceMs }, "T30", "uploadAccepted", ctx, {
      data,
    });
  }
  const notify = ["cs", "ce", "er", "sr"] as const;
  if (isDeregistration(order.kind)) {
    const next: Order = { ...core, status: "SMS_PENDING", sinceMs, deadlineMs: null };
    return step(order, next, "T50", "uploadAccepted", ctx, { data, notify });
  }
  const next: Order = { ...core, status: "MIIT_DOMAIN_CHECK", expectsSms: order.expectsSms, sinceMs };
  return step(order, next, "T29", "uploadAccepted", ctx, { data, notify });
}
