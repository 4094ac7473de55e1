import { bureauApprovedStatus } from "../filing/filing-type";
import type { CommandOf, CommandType } from "./command";
import type { DecideContext, Outcome } from "./decision";
import type { TransitionId } from "./event";
import { coreOf, type Order, type OrderIn } from "./order";
import { accept } from "./push-commands";
import { isRefusal, refuse } from "./refusal";
import { domainAccess, merge, step } from "./step";

/** What the bureau says: T29-T40, T43, T44, T50, T55. */

type BureauStatus = "SUBMITTING_TO_BUREAU" | "MIIT_DOMAIN_CHECK" | "SMS_PENDING" | "UNDER_BUREAU_REVIEW";
const ROAD: readonly Order["status"][] = [
  "SUBMITTING_TO_BUREAU",
  "MIIT_DOMAIN_CHECK",
  "SMS_PENDING",
  "UNDER_BUREAU_REVIEW",
] satisfies readonly BureauStatus[];

/**
 * Runs `apply` on the order if it stands at one of the stages the event belongs to. An event that arrives before
 * the upload's acknowledgement implies it (race rules, domain.md §3.2); one that is ahead of the road otherwise is
 * early and comes again, one behind it is late and changes nothing.
 */
function atStage(
  order: Order,
  submissionNo: number,
  stages: readonly BureauStatus[],
  ctx: DecideContext,
  apply: (order: Order) => Outcome,
): Outcome {
  if (submissionNo !== order.submissionNo) return refuse("STALE_SUBMISSION");
  if ((stages as readonly Order["status"][]).includes(order.status)) return apply(order);
  const here = ROAD.indexOf(order.status);
  if (here < 0) return refuse("BUREAU_EVENT_LATE");
  if (order.status === "SUBMITTING_TO_BUREAU") {
    const accepted = accept(order, ctx);
    const then = atStage(accepted.next, submissionNo, stages, ctx, apply);
    return isRefusal(then) ? then : merge(accepted, then);
  }
  const lastStage = Math.max(...stages.map((stage) => ROAD.indexOf(stage)));
  return refuse(here < lastStage ? "BUREAU_EVENT_EARLY" : "BUREAU_EVENT_LATE");
}

export function uploadAccepted(
  order: Order,
  command: CommandOf<"uploadAccepted">,
  ctx: DecideContext,
): Outcome {
  if (command.submissionNo !== order.submissionNo) return refuse("STALE_SUBMISSION");
  return order.status === "SUBMITTING_TO_BUREAU" ? accept(order, ctx) : refuse("BUREAU_EVENT_LATE");
}

/** T31: a record code other than 1001 and 1002 (those are T43 and T44), from anywhere on the road. */
export function recordRejected(
  order: Order,
  command: CommandOf<"recordRejected">,
  ctx: DecideContext,
): Outcome {
  const { jgdm } = command;
  if (jgdm === 1001 || jgdm === 1002) return refuse("RECORD_CODE_INVALID", { jgdm });
  const anywhere = [
    "SUBMITTING_TO_BUREAU",
    "MIIT_DOMAIN_CHECK",
    "SMS_PENDING",
    "UNDER_BUREAU_REVIEW",
  ] as const;
  return atStage(order, command.submissionNo, anywhere, ctx, (at) =>
    giveBack(at, "MIIT_RETURNED", `JGDM_${command.jgdm}`, command.text, "T31", "recordRejected", ctx),
  );
}

/** T32, or T55 where nobody has to verify. */
export function domainCheckPassed(
  order: Order,
  command: CommandOf<"domainCheckPassed">,
  ctx: DecideContext,
): Outcome {
  return atStage(order, command.submissionNo, ["MIIT_DOMAIN_CHECK"], ctx, (at) => {
    const expectsSms = at.status === "MIIT_DOMAIN_CHECK" && at.expectsSms;
    const data = { submissionNo: at.submissionNo };
    const core = { ...coreOf(at), sinceMs: ctx.nowMs };
    return expectsSms
      ? step(at, { ...core, status: "SMS_PENDING", deadlineMs: null }, "T32", "domainCheckPassed", ctx, {
          data,
        })
      : step(at, { ...core, status: "UNDER_BUREAU_REVIEW" }, "T55", "domainCheckPassed", ctx, {
          data,
          notify: ["cs", "ce"],
        });
  });
}

/** T33 */
export function domainCheckFailed(
  order: Order,
  command: CommandOf<"domainCheckFailed">,
  ctx: DecideContext,
): Outcome {
  return atStage(order, command.submissionNo, ["MIIT_DOMAIN_CHECK"], ctx, (at) =>
    giveBack(at, "MIIT_RETURNED", "DOMAIN_CHECK", command.reason, "T33", "domainCheckFailed", ctx),
  );
}

/** T34: the first code starts the 24 hours; a second recipient's code does not move the deadline. */
export function codeSent(order: Order, command: CommandOf<"codeSent">, ctx: DecideContext): Outcome {
  return atSms(order, command, ctx, (at) =>
    step(at, { ...at, deadlineMs: at.deadlineMs ?? command.deadlineMs }, "T34", "codeSent", ctx, {
      data: { submissionNo: at.submissionNo, role: command.role, deadlineMs: command.deadlineMs },
    }),
  );
}

/** T35: a new code, the same deadline. */
export function resend(order: Order, command: CommandOf<"resend">, ctx: DecideContext): Outcome {
  return atSms(order, command, ctx, (at) =>
    step(at, at, "T35", "resend", ctx, {
      data: { submissionNo: at.submissionNo, role: command.role, resendsLeft: command.resendsLeft },
    }),
  );
}

/** T36-T39: one number verified, all verified, a wrong input, or the sixth after five wrong ones. */
export function verify(order: Order, command: CommandOf<"verify">, ctx: DecideContext): Outcome {
  return atSms(order, command, ctx, (at) => {
    const data = { submissionNo: at.submissionNo, role: command.role, attemptsLeft: command.attemptsLeft };
    switch (command.result) {
      case "ONE":
        return step(at, at, "T36", "verify", ctx, { data });
      case "WRONG":
        return step(at, at, "T38", "verify", ctx, { data });
      case "ALL": {
        const next: Order = { ...coreOf(at), status: "UNDER_BUREAU_REVIEW", sinceMs: ctx.nowMs };
        return step(at, next, "T37", "verify", ctx, { data, notify: ["cs", "ce"] });
      }
      case "LOCKED":
        return giveBack(at, "SMS_RETURNED", "SMS_LOCKED", "", "T39", "verify", ctx);
    }
  });
}

/** T40 */
export function timeout(order: Order, command: CommandOf<"timeout">, ctx: DecideContext): Outcome {
  return atSms(order, command, ctx, (at) =>
    giveBack(at, "SMS_RETURNED", "SMS_TIMED_OUT", "", "T40", "timeout", ctx),
  );
}

function atSms(
  order: Order,
  command: { readonly submissionNo: number },
  ctx: DecideContext,
  apply: (order: OrderIn<"SMS_PENDING">) => Outcome,
): Outcome {
  return atStage(order, command.submissionNo, ["SMS_PENDING"], ctx, (at) =>
    at.status === "SMS_PENDING" ? apply(at) : refuse("BUREAU_EVENT_LATE"),
  );
}

/** T43: filed, access cancelled or deregistered. */
export function bureauApproved(
  order: Order,
  command: CommandOf<"bureauApproved">,
  ctx: DecideContext,
): Outcome {
  return atStage(order, command.submissionNo, ["UNDER_BUREAU_REVIEW"], ctx, (at) => {
    const grants = at.kind.type === "ADD_ACCESS" && ctx.settings.accessGrantAt === "FILED";
    const next: Order = {
      ...coreOf(at),
      status: bureauApprovedStatus(at.kind),
      endedAtMs: ctx.nowMs,
      filingNumbers: command.numbers,
    };
    return step(at, next, "T43", "bureauApproved", ctx, {
      data: {
        submissionNo: at.submissionNo,
        entityFilingNumber: command.numbers.entity,
        serviceFilingNumbers: command.numbers.services,
      },
      notify: ["cs", "ce", "er"],
      outbox: grants ? [domainAccess(true, null, ctx.nowMs)] : [],
    });
  });
}

/** T44 */
export function bureauRejected(
  order: Order,
  command: CommandOf<"bureauRejected">,
  ctx: DecideContext,
): Outcome {
  return atStage(order, command.submissionNo, ["UNDER_BUREAU_REVIEW"], ctx, (at) =>
    giveBack(at, "BUREAU_REJECTED", "JGDM_1002", command.opinion, "T44", "bureauRejected", ctx),
  );
}

function giveBack(
  order: Order,
  status: "MIIT_RETURNED" | "SMS_RETURNED" | "BUREAU_REJECTED",
  cause: string,
  opinion: string,
  transition: TransitionId,
  command: CommandType,
  ctx: DecideContext,
): Outcome {
  const next: Order = { ...coreOf(order), status, returnedAtMs: ctx.nowMs, cause, opinion };
  return step(order, next, transition, command, ctx, {
    data: { submissionNo: order.submissionNo, cause },
    notify: transition === "T44" ? ["cs", "ce", "er", "rv"] : ["cs", "ce", "rv"],
    outbox: order.kind.type === "ADD_ACCESS" ? [domainAccess(false, null, ctx.nowMs)] : [],
  });
}
