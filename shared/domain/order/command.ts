import type { Application } from "../filing/application";
import type { FilingKind } from "../filing/filing-type";
import type { Verdict } from "../review/verdict";
import type { FilingNumbers, Hold } from "./order";

/**
 * Every event of `domain.md` §3.2, as the command that asks for it. Ids and times that a command brings into the
 * world are part of it (`orderNo`, `verdictId`), so that deciding stays a function of its arguments.
 */
export type Command =
  // The customer, through the filing system.
  | {
      type: "create";
      orderNo: string;
      kind: FilingKind;
      accountId: string;
      provinceCode: string;
      application: Application;
    }
  | { type: "edit"; application: Application }
  | { type: "submit" }
  | { type: "withdraw" }
  | { type: "abandon"; reason: string }
  | { type: "confirm" }
  | { type: "resubmitUnchanged" }
  | {
      type: "transfer";
      orderNo: string;
      accountId: string;
      toAccountId: string;
      provinceCode: string;
      application: Application;
    }
  // Reviewers and leads.
  | { type: "claim" }
  | { type: "assign"; to: string }
  | { type: "release" }
  | { type: "approve"; verdict: Verdict }
  | { type: "reject"; verdict: Verdict }
  | { type: "requestRevision"; verdict: Verdict }
  | { type: "escalate"; to: string; comment: string }
  | { type: "hold"; reason: Hold["reason"]; untilMs: number; comment: string }
  | { type: "resume" }
  | { type: "handOver"; to: string; comment: string }
  | { type: "reassign"; to: string; comment: string }
  | { type: "undoVerdict" }
  | { type: "recall"; reason: string }
  | { type: "reopen"; reason: string }
  | {
      type: "forceCancelAccess";
      orderNo: string;
      accountId: string;
      provinceCode: string;
      application: Application;
      legalGround: string;
    }
  // Our own machinery.
  | { type: "claimExpired" }
  | { type: "holdExpired" }
  | { type: "expire" }
  | { type: "push"; expectsSms: boolean }
  /** `retryAtMs` null: given up for now, a dead letter until somebody pushes again. */
  | { type: "uploadFailed"; msgCode: number; detail: string; retryAtMs: number | null }
  | { type: "outcomeUnknown"; detail: string }
  // The bureau. `submissionNo` says which push the event answers; an older one changes nothing.
  | { type: "uploadAccepted"; submissionNo: number }
  | { type: "recordRejected"; submissionNo: number; jgdm: number; text: string }
  | { type: "domainCheckPassed"; submissionNo: number }
  | { type: "domainCheckFailed"; submissionNo: number; reason: string }
  | { type: "codeSent"; submissionNo: number; role: string; deadlineMs: number }
  | { type: "resend"; submissionNo: number; role: string; resendsLeft: number }
  | {
      type: "verify";
      submissionNo: number;
      result: "ONE" | "ALL" | "WRONG" | "LOCKED";
      role: string;
      attemptsLeft: number | null;
    }
  | { type: "timeout"; submissionNo: number }
  | { type: "bureauApproved"; submissionNo: number; numbers: FilingNumbers }
  | { type: "bureauRejected"; submissionNo: number; opinion: string };

export type CommandType = Command["type"];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** All command types, in the order of the union: rows of the grid, keys of the handler table. */
export const COMMAND_TYPES = [
  "create",
  "edit",
  "submit",
  "withdraw",
  "abandon",
  "confirm",
  "resubmitUnchanged",
  "transfer",
  "claim",
  "assign",
  "release",
  "approve",
  "reject",
  "requestRevision",
  "escalate",
  "hold",
  "resume",
  "handOver",
  "reassign",
  "undoVerdict",
  "recall",
  "reopen",
  "forceCancelAccess",
  "claimExpired",
  "holdExpired",
  "expire",
  "push",
  "uploadFailed",
  "outcomeUnknown",
  "uploadAccepted",
  "recordRejected",
  "domainCheckPassed",
  "domainCheckFailed",
  "codeSent",
  "resend",
  "verify",
  "timeout",
  "bureauApproved",
  "bureauRejected",
] as const satisfies readonly CommandType[];
