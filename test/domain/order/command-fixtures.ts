import type { FilingKind } from "#shared/domain/filing/filing-type";
import type { CommandOf, CommandType } from "#shared/domain/order/command";
import type { Facts } from "#shared/domain/order/decision";
import {
  ACCOUNT,
  applicationOf,
  assigneeOf,
  DAY_MS,
  HOUR_MS,
  LEAD,
  NOW_MS,
  ORDER_NO,
  OTHER_ACCOUNT,
  REVIEWER,
  verdictOf,
} from "#test/support/order-fixtures";

/** Facts under which every command of `commandOf` that names a colleague finds a fit one. */
export const FIT_ASSIGNEE: Partial<Facts> = { assignee: assigneeOf(REVIEWER) };
export const FIT_LEAD: Partial<Facts> = { assignee: assigneeOf(LEAD) };

type Builders = { readonly [T in CommandType]: (kind: FilingKind, submissionNo: number) => CommandOf<T> };

const BUILD: Builders = {
  create: (kind) => ({ type: "create", kind, ...opening(kind) }),
  edit: (kind) => ({ type: "edit", application: applicationOf(kind) }),
  submit: () => ({ type: "submit" }),
  withdraw: () => ({ type: "withdraw" }),
  abandon: () => ({ type: "abandon", reason: "no longer needed" }),
  confirm: () => ({ type: "confirm" }),
  resubmitUnchanged: () => ({ type: "resubmitUnchanged" }),
  transfer: (kind) => ({ type: "transfer", ...opening(kind), toAccountId: OTHER_ACCOUNT }),
  claim: () => ({ type: "claim" }),
  assign: () => ({ type: "assign", to: REVIEWER.username }),
  release: () => ({ type: "release" }),
  approve: () => ({ type: "approve", verdict: verdictOf("APPROVE") }),
  reject: () => ({ type: "reject", verdict: verdictOf("REJECT") }),
  requestRevision: () => ({ type: "requestRevision", verdict: verdictOf("REVISE") }),
  escalate: () => ({ type: "escalate", to: LEAD.username, comment: "please look at the scope" }),
  hold: () => ({ type: "hold", reason: "CALL_BACK", untilMs: NOW_MS + HOUR_MS, comment: "no answer" }),
  resume: () => ({ type: "resume" }),
  handOver: () => ({ type: "handOver", to: REVIEWER.username, comment: "end of shift" }),
  reassign: () => ({ type: "reassign", to: REVIEWER.username, comment: "balance the load" }),
  undoVerdict: () => ({ type: "undoVerdict" }),
  recall: () => ({ type: "recall", reason: "approved by mistake" }),
  reopen: () => ({ type: "reopen", reason: "rejected by mistake" }),
  forceCancelAccess: (kind) => ({
    type: "forceCancelAccess",
    ...opening(kind),
    legalGround: "resource expired",
  }),
  claimExpired: () => ({ type: "claimExpired" }),
  holdExpired: () => ({ type: "holdExpired" }),
  expire: () => ({ type: "expire" }),
  push: (kind) => ({ type: "push", expectsSms: kind.type !== "CANCEL_ACCESS" }),
  uploadFailed: () => ({ type: "uploadFailed", msgCode: 999, detail: "other", retryAtMs: NOW_MS + HOUR_MS }),
  outcomeUnknown: () => ({ type: "outcomeUnknown", detail: "no answer" }),
  uploadAccepted: (_kind, submissionNo) => ({ type: "uploadAccepted", submissionNo }),
  recordRejected: (_kind, submissionNo) => ({
    type: "recordRejected",
    submissionNo,
    jgdm: 1003,
    text: "主办者冲突",
  }),
  domainCheckPassed: (_kind, submissionNo) => ({ type: "domainCheckPassed", submissionNo }),
  domainCheckFailed: (_kind, submissionNo) => ({
    type: "domainCheckFailed",
    submissionNo,
    reason: "域名不存在",
  }),
  codeSent: (_kind, submissionNo) => ({
    type: "codeSent",
    submissionNo,
    role: "ERP",
    deadlineMs: NOW_MS + DAY_MS,
  }),
  resend: (_kind, submissionNo) => ({ type: "resend", submissionNo, role: "ERP", resendsLeft: 1 }),
  verify: (_kind, submissionNo) => verifyOf("ONE", submissionNo),
  timeout: (_kind, submissionNo) => ({ type: "timeout", submissionNo }),
  bureauApproved: (_kind, submissionNo) => ({
    type: "bureauApproved",
    submissionNo,
    numbers: { entity: "粤ICP备26000001号", services: ["粤ICP备26000001号-1"] },
  }),
  bureauRejected: (_kind, submissionNo) => ({ type: "bureauRejected", submissionNo, opinion: "不予通过" }),
};

/** A complete, plausible command of the type for an order of the sub-kind; verdicts carry `VERDICT_ID`. */
export function commandOf<T extends CommandType>(type: T, kind: FilingKind, submissionNo = 1): CommandOf<T> {
  return BUILD[type](kind, submissionNo);
}

export function verifyOf(result: CommandOf<"verify">["result"], submissionNo = 1): CommandOf<"verify"> {
  const attemptsLeft = { ONE: 5, ALL: 5, WRONG: 4, LOCKED: 0 }[result];
  return { type: "verify", submissionNo, result, role: "ERP", attemptsLeft };
}

function opening(kind: FilingKind) {
  return {
    orderNo: ORDER_NO,
    accountId: ACCOUNT,
    provinceCode: "440000",
    application: applicationOf(kind),
  };
}

/** Facts that make the command of this type possible where it names a colleague. */
export function factsFor(type: CommandType): Partial<Facts> {
  return type === "escalate" ? FIT_LEAD : FIT_ASSIGNEE;
}
