import * as bureau from "./bureau-commands";
import * as claims from "./claim-commands";
import type { Command, CommandOf, CommandType } from "./command";
import { mayCommand } from "./command-actors";
import * as creation from "./create-commands";
import * as customer from "./customer-commands";
import type { DecideContext, Outcome } from "./decision";
import { wrongStatus } from "./guards";
import type { Order } from "./order";
import * as pushing from "./push-commands";
import { isRefusal, refuse } from "./refusal";
import { merge } from "./step";
import * as takingBack from "./take-back-commands";
import * as verdicts from "./verdict-commands";

/**
 * The one state machine of an order (domain.md §3.2): what a command leads to, or why it is refused. Pure: time,
 * ids and looked-up facts come with the arguments. A refusal changes nothing. Checked in this order: may this actor
 * give the command at all, does the order exist, is it the version the person saw, then the command's own guards.
 */
export function decide(order: Order | null, command: Command, ctx: DecideContext): Outcome {
  return decideAll(order, [command], ctx);
}

/** Several commands as one change (`create` + `submit`, `edit` + `submit`): all of them or none, one version. */
export function decideAll(order: Order | null, commands: readonly Command[], ctx: DecideContext): Outcome {
  let outcome: Outcome | null = null;
  for (const command of commands) {
    const before: Order | null = outcome === null ? order : outcome.next;
    const expectedVersion = outcome === null ? ctx.expectedVersion : null;
    const following: Outcome = decideOne(before, command, { ...ctx, expectedVersion });
    if (isRefusal(following)) return following;
    outcome = outcome === null ? following : merge(outcome, following);
  }
  if (outcome === null) throw new Error("a change needs at least one command");
  return { ...outcome, next: { ...outcome.next, version: (order?.version ?? 0) + 1 } };
}

function decideOne(order: Order | null, command: Command, ctx: DecideContext): Outcome {
  if (!mayCommand(ctx.actor, command.type)) return refuse("NOT_PERMITTED");
  switch (command.type) {
    case "create":
      return order === null ? creation.create(command, ctx) : wrongStatus(order);
    case "forceCancelAccess":
      return order === null ? creation.forceCancelAccess(command, ctx) : wrongStatus(order);
    case "transfer":
      return order === null ? creation.transfer(command, ctx) : wrongStatus(order);
  }
  if (order === null) return refuse("ORDER_NOT_FOUND");
  if (ctx.expectedVersion !== null && ctx.expectedVersion !== order.version) return refuse("STALE_ORDER");
  return decideExisting(command.type, order, command, ctx);
}

type CommandMap = {
  [T in Exclude<CommandType, "create" | "forceCancelAccess" | "transfer">]: CommandOf<T>;
};
type Handlers = {
  [T in keyof CommandMap]: (order: Order, command: CommandMap[T], ctx: DecideContext) => Outcome;
};

/** One handler per command; a command added to the union without one does not compile. */
const HANDLERS: Handlers = {
  edit: customer.edit,
  submit: customer.submit,
  withdraw: customer.withdraw,
  abandon: customer.abandon,
  confirm: customer.confirm,
  resubmitUnchanged: customer.resubmitUnchanged,
  expire: customer.expire,
  claim: claims.claim,
  assign: claims.assign,
  release: claims.release,
  claimExpired: claims.claimExpired,
  escalate: claims.escalate,
  hold: claims.hold,
  resume: claims.resume,
  holdExpired: claims.holdExpired,
  handOver: claims.handOver,
  reassign: claims.reassign,
  approve: verdicts.approve,
  reject: verdicts.reject,
  requestRevision: verdicts.requestRevision,
  undoVerdict: takingBack.undoVerdict,
  recall: takingBack.recall,
  reopen: takingBack.reopen,
  push: pushing.push,
  uploadFailed: pushing.uploadFailed,
  outcomeUnknown: pushing.outcomeUnknown,
  uploadAccepted: bureau.uploadAccepted,
  recordRejected: bureau.recordRejected,
  domainCheckPassed: bureau.domainCheckPassed,
  domainCheckFailed: bureau.domainCheckFailed,
  codeSent: bureau.codeSent,
  resend: bureau.resend,
  verify: bureau.verify,
  timeout: bureau.timeout,
  bureauApproved: bureau.bureauApproved,
  bureauRejected: bureau.bureauRejected,
};

function decideExisting<T extends keyof CommandMap>(
  type: T,
  order: Order,
  command: CommandMap[T],
  ctx: DecideContext,
): Outcome {
  return HANDLERS[type](order, command, ctx);
}
