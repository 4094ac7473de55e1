import { isForced, needsCustomerConfirmation } from "../filing/filing-type";
import { isLead } from "./actor";
import { newClock } from "./clock";
import type { CommandOf } from "./command";
import type { DecideContext, Outcome } from "./decision";
import type { TransitionId } from "./event";
import { openOrderRefusal } from "./guards";
import type { OrderCore } from "./order";
import { refuse } from "./refusal";
import { step } from "./step";

/** Commands that bring an order into the world: T01, T46, T47, T48. */

function newCore(
  command: Pick<CommandOf<"create">, "orderNo" | "kind" | "accountId" | "provinceCode">,
  createdBy: string | null,
): OrderCore {
  return {
    orderNo: command.orderNo,
    kind: command.kind,
    accountId: command.accountId,
    provinceCode: command.provinceCode,
    version: 0,
    revisionNo: 1,
    round: 0,
    submittedAtMs: null,
    submissionNo: 0,
    previousReviewer: null,
    createdBy,
    confirmed: false,
  };
}

/** T01, T46: a draft, of any type but a forced cancellation and a transfer. Refused while another order is open. */
export function create(command: CommandOf<"create">, ctx: DecideContext): Outcome {
  if (isForced(command.kind) || command.kind.type === "TRANSFER") return refuse("KIND_NOT_ALLOWED");
  const open = openOrderRefusal(ctx);
  if (open !== null) return open;
  const fromRecord = command.kind.type.startsWith("CHANGE_") || needsCustomerConfirmation(command.kind);
  const transition: TransitionId = fromRecord ? "T46" : "T01";
  return step(null, { ...newCore(command, null), status: "DRAFT" }, transition, "create", ctx, {
    data: { revision: 1 },
    writes: [{ type: "REVISION", revisionNo: 1, application: command.application }],
  });
}

/** T47: a lead (or the intake on his behalf) cancels access for cause; straight into the review queue. */
export function forceCancelAccess(command: CommandOf<"forceCancelAccess">, ctx: DecideContext): Outcome {
  const open = openOrderRefusal(ctx);
  if (open !== null) return open;
  // From the intake these are findings for the reviewer like every other gap; a lead is told at once.
  if (ctx.actor.kind === "STAFF") {
    if (command.legalGround.trim() === "") return refuse("COMMENT_REQUIRED");
    const hasEvidence = command.application.materials.some(({ kind }) => kind === "FORCED_CANCEL_EVIDENCE");
    if (!hasEvidence) return refuse("EVIDENCE_REQUIRED");
  }
  const createdBy = ctx.actor.kind === "STAFF" && isLead(ctx.actor) ? ctx.actor.username : null;
  const kind = { type: "CANCEL_ACCESS", origin: "FORCED" } as const;
  const core = newCore({ ...command, kind }, createdBy);
  return step(
    null,
    {
      ...core,
      round: 1,
      submittedAtMs: ctx.nowMs,
      status: "PENDING_FIRST_REVIEW",
      clock: newClock(ctx.nowMs),
      preferredUntilMs: null,
    },
    "T47",
    "forceCancelAccess",
    ctx,
    {
      data: { revision: 1, round: 1 },
      notify: ["ce"],
      writes: [
        { type: "REVISION", revisionNo: 1, application: command.application },
        { type: "NOTE", author: createdBy ?? "intake", atMs: ctx.nowMs, text: command.legalGround },
      ],
    },
  );
}

/** T48: the filing moves between two of our accounts; nobody reviews it and the bureau is not asked (seed §11). */
export function transfer(command: CommandOf<"transfer">, ctx: DecideContext): Outcome {
  const open = openOrderRefusal(ctx);
  if (open !== null) return open;
  if (ctx.facts.targetAccountHasEntity) return refuse("ACCOUNT_HAS_ENTITY");
  const core = newCore({ ...command, kind: { type: "TRANSFER", origin: null } }, null);
  return step(null, { ...core, status: "TRANSFERRED", endedAtMs: ctx.nowMs }, "T48", "transfer", ctx, {
    data: { revision: 1, fromAccount: command.accountId, toAccount: command.toAccountId },
    notify: ["ce"],
    writes: [{ type: "REVISION", revisionNo: 1, application: command.application }],
  });
}
