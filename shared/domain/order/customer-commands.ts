import { type Application, filingKindOf } from "../filing/application";
import { isForced, isRemoval } from "../filing/filing-type";
import { isLead } from "./actor";
import { newClock, preferredUntil } from "./clock";
import type { CommandOf } from "./command";
import type { DecideContext, Outcome } from "./decision";
import type { TransitionId } from "./event";
import { openOrderRefusal, ownerRefusal, wrongStatus } from "./guards";
import { coreOf, type Order } from "./order";
import { type Refusal, refuse } from "./refusal";
import { domainAccess, PUSH_GROUP, pushMessage, step } from "./step";

/** What the customer does to an existing order (domain.md §3.3 C), and the lead in his place for forced cancellations. */

/** The transition that lets an order be edited and submitted from here; null where it cannot. */
function editTransition(order: Order): TransitionId | null {
  if (isForced(order.kind) && order.status !== "DRAFT") return returned(order) ? "T56" : null;
  switch (order.status) {
    case "DRAFT":
      return "T02";
    case "FIRST_REVIEW_REJECTED":
      return "T17";
    case "NEEDS_REVISION":
      return "T18";
    case "MIIT_RETURNED":
    case "SMS_RETURNED":
    case "BUREAU_REJECTED":
      return "T42";
    default:
      return null;
  }
}

function returned(order: Order): boolean {
  return "returnedAtMs" in order;
}

/** T02 and the first half of T17, T18, T42, T56: a new revision of the whole document; the status stays. */
export function edit(order: Order, command: CommandOf<"edit">, ctx: DecideContext): Outcome {
  const transition = editTransition(order);
  if (transition === null) return wrongStatus(order);
  const owner = ownerRefusal(order, ctx.actor);
  if (owner !== null) return owner;
  const locked = lockedFieldRefusal(order, command.application) ?? openOrderRefusal(ctx);
  if (locked !== null) return locked;
  const revisionNo = order.revisionNo + 1;
  const changed = { ...order, revisionNo, provinceCode: command.application.entity.region.provinceCode };
  const next: Order = "undo" in changed ? { ...changed, undo: null } : changed;
  return step(order, next, transition, "edit", ctx, {
    data: { revision: revisionNo },
    writes: [{ type: "REVISION", revisionNo, application: command.application }],
  });
}

/** What identifies the order stays as it was created; the customer abandons it and files anew (domain.md §2.2). */
function lockedFieldRefusal(order: Order, application: Application): Refusal | null {
  const kind = filingKindOf(application);
  if (kind.type !== order.kind.type) return refuse("IMMUTABLE_FIELD", { field: "filingType" });
  if (kind.origin !== order.kind.origin) return refuse("IMMUTABLE_FIELD", { field: originField(order) });
  return application.accountId === order.accountId ? null : refuse("IMMUTABLE_FIELD", { field: "accountId" });
}

function originField(order: Order): "cancelOrigin" | "entityOrigin" {
  return order.kind.type === "CANCEL_ACCESS" ? "cancelOrigin" : "entityOrigin";
}

/** T04, T17, T18, T42, T49, T56: into the review queue, with a new two-day clock. */
export function submit(order: Order, _command: CommandOf<"submit">, ctx: DecideContext): Outcome {
  const edited = editTransition(order);
  if (edited === null) return wrongStatus(order);
  const refusal = ownerRefusal(order, ctx.actor) ?? openOrderRefusal(ctx);
  if (refusal !== null) return refusal;
  const transition = submitTransition(order, edited);
  const afterRevision = order.status === "NEEDS_REVISION" && transition !== "T56";
  return step(
    order,
    {
      ...coreOf(order),
      round: order.round + 1,
      submittedAtMs: ctx.nowMs,
      confirmed: false,
      status: afterRevision ? "REVISED_PENDING_REVIEW" : "PENDING_FIRST_REVIEW",
      clock: newClock(ctx.nowMs),
      preferredUntilMs: afterRevision ? preferredUntil(order.previousReviewer, ctx.nowMs) : null,
    },
    transition,
    "submit",
    ctx,
    {
      data: { revision: order.revisionNo, round: order.round + 1 },
      notify: transition === "T56" ? [] : ["cs", "ce"],
    },
  );
}

function submitTransition(order: Order, edited: TransitionId): TransitionId {
  const firstReviewReturn = order.status === "FIRST_REVIEW_REJECTED" || order.status === "NEEDS_REVISION";
  if (order.kind.type === "CLAIM" && (order.status === "DRAFT" || firstReviewReturn)) return "T49";
  return order.status === "DRAFT" ? "T04" : edited;
}

/** T05, T09, T20, T25: back to a draft; ends a claim, and stops a push that is not under way yet. */
export function withdraw(order: Order, _command: CommandOf<"withdraw">, ctx: DecideContext): Outcome {
  const transition = withdrawTransition(order);
  if (transition === null) return wrongStatus(order);
  if (isRemoval(order.kind)) return refuse("KIND_NOT_ALLOWED");
  const verdictGroup =
    order.status === "PENDING_BUREAU_SUBMISSION" && order.undo ? [order.undo.verdictId] : [];
  const revoke = transition === "T25" && order.kind.type === "ADD_ACCESS";
  return step(order, { ...coreOf(order), status: "DRAFT" }, transition, "withdraw", ctx, {
    notify: transition === "T09" || transition === "T25" ? ["rv"] : [],
    cancel: transition === "T25" ? [PUSH_GROUP, ...verdictGroup] : [],
    outbox: revoke ? [domainAccess(false, null, ctx.nowMs)] : [],
  });
}

function withdrawTransition(order: Order): TransitionId | null {
  switch (order.status) {
    case "PENDING_FIRST_REVIEW":
      return "T05";
    case "UNDER_FIRST_REVIEW":
      return "T09";
    case "REVISED_PENDING_REVIEW":
      return "T20";
    case "PENDING_BUREAU_SUBMISSION":
      return "T25";
    default:
      return null;
  }
}

/** T03, T06, T21, T24 by the customer; T57, T58 by a lead with a reason. */
export function abandon(order: Order, command: CommandOf<"abandon">, ctx: DecideContext): Outcome {
  const lead = isLead(ctx.actor);
  const transition = lead ? leadAbandon(order) : customerAbandon(order);
  if (transition === null) return wrongStatus(order);
  if (transition === "T57" && !lead) return refuse("KIND_NOT_ALLOWED");
  if (transition === "T06" && !isRemoval(order.kind)) return refuse("KIND_NOT_ALLOWED");
  if (lead && command.reason.trim() === "") return refuse("REASON_REQUIRED");
  const verdictGroup = "undo" in order && order.undo ? [order.undo.verdictId] : [];
  const author = ctx.actor.kind === "STAFF" ? ctx.actor.username : "customer";
  return step(
    order,
    { ...coreOf(order), status: "ABANDONED", endedAtMs: ctx.nowMs },
    transition,
    "abandon",
    ctx,
    {
      notify: transition === "T06" || transition === "T57" ? ["ce", "rv"] : ["ce"],
      cancel: [PUSH_GROUP, ...verdictGroup],
      writes: command.reason === "" ? [] : [{ type: "NOTE", author, atMs: ctx.nowMs, text: command.reason }],
    },
  );
}

function customerAbandon(order: Order): TransitionId | null {
  if (isForced(order.kind)) return leadAbandon(order);
  if (order.status === "DRAFT") return "T03";
  if (order.status === "AWAITING_CUSTOMER_CONFIRMATION") return "T24";
  if (returned(order)) return "T21";
  return beforePush(order) ? "T06" : null;
}

function leadAbandon(order: Order): TransitionId | null {
  if (isForced(order.kind)) return beforePush(order) || returned(order) ? "T57" : null;
  return order.status === "DRAFT" || returned(order) ? "T58" : null;
}

function beforePush(order: Order): boolean {
  switch (order.status) {
    case "PENDING_FIRST_REVIEW":
    case "UNDER_FIRST_REVIEW":
    case "REVISED_PENDING_REVIEW":
    case "PENDING_BUREAU_SUBMISSION":
      return true;
    default:
      return false;
  }
}

/** T23: the customer stands by the cancellation or deregistration; the push clock starts. */
export function confirm(order: Order, _command: CommandOf<"confirm">, ctx: DecideContext): Outcome {
  if (order.status !== "AWAITING_CUSTOMER_CONFIRMATION") return wrongStatus(order);
  return step(
    order,
    {
      ...coreOf(order),
      confirmed: true,
      status: "PENDING_BUREAU_SUBMISSION",
      approvedAtMs: ctx.nowMs,
      undo: null,
    },
    "T23",
    "confirm",
    ctx,
    { notify: ["ce"], outbox: [pushMessage(ctx.nowMs)] },
  );
}

/** T41: after a failed SMS verification the approval still stands, and nothing but a new push is needed. */
export function resubmitUnchanged(
  order: Order,
  _command: CommandOf<"resubmitUnchanged">,
  ctx: DecideContext,
): Outcome {
  if (order.status !== "SMS_RETURNED") return wrongStatus(order);
  const grant = order.kind.type === "ADD_ACCESS" && ctx.settings.accessGrantAt === "FIRST_REVIEW";
  return step(
    order,
    { ...coreOf(order), status: "PENDING_BUREAU_SUBMISSION", approvedAtMs: ctx.nowMs, undo: null },
    "T41",
    "resubmitUnchanged",
    ctx,
    {
      notify: ["cs"],
      outbox: [pushMessage(ctx.nowMs), ...(grant ? [domainAccess(true, null, ctx.nowMs)] : [])],
    },
  );
}

/** T22, T24: nobody came back in time. */
export function expire(order: Order, _command: CommandOf<"expire">, ctx: DecideContext): Outcome {
  const returnedToCustomer = order.status === "FIRST_REVIEW_REJECTED" || order.status === "NEEDS_REVISION";
  if (!returnedToCustomer && order.status !== "AWAITING_CUSTOMER_CONFIRMATION") return wrongStatus(order);
  if (ctx.nowMs < order.expiresAtMs) return refuse("NOT_EXPIRED");
  const transition: TransitionId = returnedToCustomer ? "T22" : "T24";
  return step(
    order,
    { ...coreOf(order), status: "ABANDONED", endedAtMs: ctx.nowMs },
    transition,
    "expire",
    ctx,
    {
      notify: ["ce"],
    },
  );
}
