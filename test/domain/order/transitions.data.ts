import type { CommandType } from "#shared/domain/order/command";
import type { TransitionId } from "#shared/domain/order/event";
import type { NotifyTarget } from "#shared/domain/order/outbox";
import type { OrderStatus } from "#shared/domain/order/status";

/**
 * The rows of the transition table (domain.md §3.2), transcribed by hand a second time, now by row: who may cause
 * it, for which sub-kinds, from where, to where, and who is told (column N).
 *
 * Actors: C customer, H the reviewer who holds the claim or gave the verdict, R another reviewer, L a lead who does
 * not hold it, S our machinery, B the bureau. `SAME` keeps the status, `RETURN_TO` is the status the claimed order
 * came from. Messages of the ministry itself (12381: T32, T34, T35) are not ours and do not appear; "the contacts in
 * the order" of T29 and T50 are both responsible persons. Verifying and resending happen on the ministry's page: the
 * table writes C, but all that reaches an order is the bureau's report (contracts.md §4, `Result` SMS), hence B.
 */
export type ActorCode = "C" | "H" | "R" | "L" | "S" | "B";
export type From = OrderStatus | "(none)";

export interface TransitionRow {
  readonly id: TransitionId;
  readonly command: CommandType;
  readonly actors: readonly ActorCode[];
  readonly kinds: readonly string[];
  readonly from: readonly From[];
  readonly to: OrderStatus | "SAME" | "RETURN_TO";
  readonly notify: readonly NotifyTarget[];
}

const ADDING = ["ADD_ACCESS/OURS", "ADD_ACCESS/OTHER", "ADD_SERVICE/OURS", "ADD_SERVICE/OTHER"];
const NEW = ["FIRST_FILING", ...ADDING];
const CHANGE = ["CHANGE_ENTITY", "CHANGE_SERVICE", "CHANGE_BOTH"];
const VOLUNTARY = ["CANCEL_ACCESS/VOLUNTARY"];
const FORCED = ["CANCEL_ACCESS/FORCED"];
const DEREGISTER = ["DEREGISTER_ENTITY", "DEREGISTER_SERVICE"];
const CLAIM = ["CLAIM"];
const TRANSFER = ["TRANSFER"];
/** Types that the ministry's domain check sees, and those a person may have to verify by SMS. */
const CHECKED = [...NEW, ...CHANGE];
const VERIFIED = [...CHECKED, ...DEREGISTER];
const WITHDRAWABLE = [...CHECKED, ...CLAIM];
const CONFIRMED = [...VOLUNTARY, ...DEREGISTER];
const PUSHED = [...CHECKED, ...CONFIRMED, ...FORCED];
const CUSTOMERS = [...CHECKED, ...CONFIRMED, ...CLAIM];
const REVIEWED = [...CUSTOMERS, ...FORCED];

const QUEUED: OrderStatus[] = ["PENDING_FIRST_REVIEW", "UNDER_FIRST_REVIEW", "REVISED_PENDING_REVIEW"];
const BUREAU_RETURNED: OrderStatus[] = ["MIIT_RETURNED", "SMS_RETURNED", "BUREAU_REJECTED"];
const RETURNED: OrderStatus[] = ["FIRST_REVIEW_REJECTED", "NEEDS_REVISION", ...BUREAU_RETURNED];
const AT_BUREAU: OrderStatus[] = [
  "SUBMITTING_TO_BUREAU",
  "MIIT_DOMAIN_CHECK",
  "SMS_PENDING",
  "UNDER_BUREAU_REVIEW",
];

function row(
  id: TransitionId,
  command: CommandType,
  actors: readonly ActorCode[],
  kinds: readonly string[],
  from: From | readonly From[],
  to: TransitionRow["to"],
  ...notify: NotifyTarget[]
): TransitionRow {
  return { id, command, actors, kinds, from: typeof from === "string" ? [from] : from, to, notify };
}

const DRAFT = "DRAFT";
const PENDING = "PENDING_FIRST_REVIEW";
const UNDER = "UNDER_FIRST_REVIEW";
const REJECTED = "FIRST_REVIEW_REJECTED";
const REVISION = "NEEDS_REVISION";
const REVISED = "REVISED_PENDING_REVIEW";
const AWAITING = "AWAITING_CUSTOMER_CONFIRMATION";
const APPROVED = "PENDING_BUREAU_SUBMISSION";
const SUBMITTING = "SUBMITTING_TO_BUREAU";
const DOMAIN = "MIIT_DOMAIN_CHECK";
const SMS = "SMS_PENDING";
const BUREAU = "UNDER_BUREAU_REVIEW";

export const TRANSITIONS: readonly TransitionRow[] = [
  row("T01", "create", ["C"], [...NEW, ...CLAIM], "(none)", DRAFT),
  row("T02", "edit", ["C"], CUSTOMERS, DRAFT, "SAME"),
  row("T03", "abandon", ["C"], CUSTOMERS, DRAFT, "ABANDONED", "ce"),
  row("T04", "submit", ["C"], [...CHECKED, ...CONFIRMED], DRAFT, PENDING, "cs", "ce"),
  row("T05", "withdraw", ["C"], WITHDRAWABLE, PENDING, DRAFT),
  row("T06", "abandon", ["C"], CONFIRMED, [...QUEUED, APPROVED], "ABANDONED", "ce", "rv"),
  row("T07", "claim", ["H", "R", "L"], REVIEWED, PENDING, UNDER, "rv"),
  row("T07", "assign", ["L"], REVIEWED, PENDING, UNDER, "rv"),
  row("T08", "release", ["H", "L"], REVIEWED, UNDER, "RETURN_TO", "rv"),
  row("T08", "claimExpired", ["S"], REVIEWED, UNDER, "RETURN_TO", "rv"),
  row("T09", "withdraw", ["C"], WITHDRAWABLE, UNDER, DRAFT, "rv"),
  row("T10", "approve", ["H"], [...CHECKED, ...FORCED], UNDER, APPROVED, "cs", "ce"),
  row("T11", "approve", ["H"], CONFIRMED, UNDER, AWAITING, "cs", "ce"),
  row("T12", "approve", ["H"], CLAIM, UNDER, "CLAIMED", "cs", "ce"),
  row("T13", "reject", ["H"], REVIEWED, UNDER, REJECTED, "cs", "ce"),
  row("T14", "requestRevision", ["H"], REVIEWED, UNDER, REVISION, "cs", "ce"),
  row("T15", "escalate", ["H"], REVIEWED, UNDER, "SAME", "ld"),
  row("T16", "hold", ["H"], REVIEWED, UNDER, "SAME", "ce"),
  row("T17", "edit", ["C"], CUSTOMERS, REJECTED, "SAME"),
  row("T17", "submit", ["C"], [...CHECKED, ...CONFIRMED], REJECTED, PENDING, "cs", "ce"),
  row("T18", "edit", ["C"], CUSTOMERS, REVISION, "SAME"),
  row("T18", "submit", ["C"], [...CHECKED, ...CONFIRMED], REVISION, REVISED, "cs", "ce"),
  row("T19", "claim", ["H", "R", "L"], REVIEWED, REVISED, UNDER, "rv"),
  row("T19", "assign", ["L"], REVIEWED, REVISED, UNDER, "rv"),
  row("T20", "withdraw", ["C"], WITHDRAWABLE, REVISED, DRAFT),
  row("T21", "abandon", ["C"], CUSTOMERS, RETURNED, "ABANDONED", "ce"),
  row("T22", "expire", ["S"], REVIEWED, [REJECTED, REVISION], "ABANDONED", "ce"),
  row("T23", "confirm", ["C"], CONFIRMED, AWAITING, APPROVED, "ce"),
  row("T24", "abandon", ["C"], CONFIRMED, AWAITING, "ABANDONED", "ce"),
  row("T24", "expire", ["S"], CONFIRMED, AWAITING, "ABANDONED", "ce"),
  row("T25", "withdraw", ["C"], CHECKED, APPROVED, DRAFT, "rv"),
  row("T26", "recall", ["L"], PUSHED, APPROVED, UNDER, "rv"),
  row("T27", "push", ["S", "L"], PUSHED, APPROVED, SUBMITTING),
  row("T28", "uploadFailed", ["S"], PUSHED, SUBMITTING, APPROVED, "ld"),
  row("T29", "uploadAccepted", ["B"], CHECKED, SUBMITTING, DOMAIN, "cs", "ce", "er", "sr"),
  row("T30", "uploadAccepted", ["B"], [...VOLUNTARY, ...FORCED], SUBMITTING, BUREAU),
  row("T31", "recordRejected", ["B"], PUSHED, AT_BUREAU, "MIIT_RETURNED", "cs", "ce", "rv"),
  row("T32", "domainCheckPassed", ["B"], CHECKED, DOMAIN, SMS),
  row("T33", "domainCheckFailed", ["B"], CHECKED, DOMAIN, "MIIT_RETURNED", "cs", "ce", "rv"),
  row("T34", "codeSent", ["B"], VERIFIED, SMS, "SAME"),
  row("T35", "resend", ["B"], VERIFIED, SMS, "SAME"),
  row("T36", "verify", ["B"], VERIFIED, SMS, "SAME"),
  row("T37", "verify", ["B"], VERIFIED, SMS, BUREAU, "cs", "ce"),
  row("T38", "verify", ["B"], VERIFIED, SMS, "SAME"),
  row("T39", "verify", ["B"], VERIFIED, SMS, "SMS_RETURNED", "cs", "ce", "rv"),
  row("T40", "timeout", ["B"], VERIFIED, SMS, "SMS_RETURNED", "cs", "ce", "rv"),
  row("T41", "resubmitUnchanged", ["C", "L"], [...VERIFIED, ...FORCED], "SMS_RETURNED", APPROVED, "cs"),
  row("T42", "edit", ["C"], [...CHECKED, ...CONFIRMED], BUREAU_RETURNED, "SAME"),
  row("T42", "submit", ["C"], [...CHECKED, ...CONFIRMED], BUREAU_RETURNED, PENDING, "cs", "ce"),
  row("T43", "bureauApproved", ["B"], CHECKED, BUREAU, "FILED", "cs", "ce", "er"),
  row(
    "T43",
    "bureauApproved",
    ["B"],
    [...VOLUNTARY, ...FORCED],
    BUREAU,
    "CANCELLED_ACCESS",
    "cs",
    "ce",
    "er",
  ),
  row("T43", "bureauApproved", ["B"], DEREGISTER, BUREAU, "DEREGISTERED", "cs", "ce", "er"),
  row("T44", "bureauRejected", ["B"], PUSHED, BUREAU, "BUREAU_REJECTED", "cs", "ce", "er", "rv"),
  row("T46", "create", ["C"], [...CHANGE, ...CONFIRMED], "(none)", DRAFT),
  row("T47", "forceCancelAccess", ["L", "C"], FORCED, "(none)", PENDING, "ce"),
  row("T48", "transfer", ["C"], TRANSFER, "(none)", "TRANSFERRED", "ce"),
  row("T49", "submit", ["C"], CLAIM, [DRAFT, REJECTED], PENDING, "cs", "ce"),
  row("T49", "submit", ["C"], CLAIM, REVISION, REVISED, "cs", "ce"),
  row("T50", "uploadAccepted", ["B"], DEREGISTER, SUBMITTING, SMS, "cs", "ce", "er", "sr"),
  row("T51", "resume", ["H", "L"], REVIEWED, UNDER, "SAME", "rv"),
  row("T51", "holdExpired", ["S"], REVIEWED, UNDER, "SAME", "rv"),
  row("T52", "handOver", ["H"], REVIEWED, UNDER, "SAME", "rv"),
  row("T52", "reassign", ["L"], REVIEWED, UNDER, "SAME", "rv"),
  row("T52", "claim", ["L"], REVIEWED, UNDER, "SAME", "rv"),
  row("T53", "undoVerdict", ["H"], REVIEWED, [REJECTED, REVISION], UNDER),
  row("T53", "undoVerdict", ["H"], CONFIRMED, AWAITING, UNDER),
  row("T53", "undoVerdict", ["H"], PUSHED, APPROVED, UNDER),
  row("T53", "undoVerdict", ["H"], CLAIM, "CLAIMED", UNDER),
  row("T54", "outcomeUnknown", ["S"], PUSHED, SUBMITTING, "SAME"),
  row(
    "T55",
    "domainCheckPassed",
    ["B"],
    ["ADD_SERVICE/OURS", "ADD_SERVICE/OTHER"],
    DOMAIN,
    BUREAU,
    "cs",
    "ce",
  ),
  row("T56", "edit", ["L"], FORCED, RETURNED, "SAME"),
  row("T56", "submit", ["L"], FORCED, RETURNED, PENDING),
  row("T57", "abandon", ["L"], FORCED, [...QUEUED, APPROVED, ...RETURNED], "ABANDONED", "ce", "rv"),
  row("T58", "abandon", ["L"], CUSTOMERS, [DRAFT, ...RETURNED], "ABANDONED", "ce"),
  row("T59", "reopen", ["L"], REVIEWED, [REJECTED, REVISION], UNDER, "cs", "ce", "rv"),
];

/** Which sub-kinds can stand in a status at all, read off the table from T01, T46, T47 and T48 on. */
export const KINDS_IN: Readonly<Record<From, readonly string[]>> = {
  "(none)": [...REVIEWED, ...TRANSFER],
  DRAFT: CUSTOMERS,
  PENDING_FIRST_REVIEW: REVIEWED,
  UNDER_FIRST_REVIEW: REVIEWED,
  FIRST_REVIEW_REJECTED: REVIEWED,
  NEEDS_REVISION: REVIEWED,
  REVISED_PENDING_REVIEW: REVIEWED,
  AWAITING_CUSTOMER_CONFIRMATION: CONFIRMED,
  PENDING_BUREAU_SUBMISSION: PUSHED,
  SUBMITTING_TO_BUREAU: PUSHED,
  MIIT_DOMAIN_CHECK: CHECKED,
  SMS_PENDING: VERIFIED,
  UNDER_BUREAU_REVIEW: PUSHED,
  MIIT_RETURNED: PUSHED,
  SMS_RETURNED: [...VERIFIED, ...FORCED],
  BUREAU_REJECTED: PUSHED,
  FILED: CHECKED,
  CANCELLED_ACCESS: [...VOLUNTARY, ...FORCED],
  DEREGISTERED: DEREGISTER,
  CLAIMED: CLAIM,
  TRANSFERRED: TRANSFER,
  ABANDONED: REVIEWED,
};
