import type { Actor } from "./actor";
import type { CommandType } from "./command";

/** The actor kinds of `domain.md` §3.3; a lead may also do whatever a reviewer may. */
type Party = "CUSTOMER" | "REVIEWER" | "LEAD" | "SYSTEM" | "BUREAU";

/** Who may give which command at all; what the order's state adds to that is the handlers' business. */
const COMMAND_PARTIES: Record<CommandType, readonly Party[]> = {
  create: ["CUSTOMER"],
  edit: ["CUSTOMER", "LEAD"],
  submit: ["CUSTOMER", "LEAD"],
  withdraw: ["CUSTOMER"],
  abandon: ["CUSTOMER", "LEAD"],
  confirm: ["CUSTOMER"],
  resubmitUnchanged: ["CUSTOMER", "LEAD"],
  transfer: ["CUSTOMER"],
  claim: ["REVIEWER"],
  assign: ["LEAD"],
  release: ["REVIEWER"],
  approve: ["REVIEWER"],
  reject: ["REVIEWER"],
  requestRevision: ["REVIEWER"],
  escalate: ["REVIEWER"],
  hold: ["REVIEWER"],
  resume: ["REVIEWER"],
  handOver: ["REVIEWER"],
  reassign: ["LEAD"],
  undoVerdict: ["REVIEWER"],
  recall: ["LEAD"],
  reopen: ["LEAD"],
  forceCancelAccess: ["LEAD", "CUSTOMER"],
  claimExpired: ["SYSTEM"],
  holdExpired: ["SYSTEM"],
  expire: ["SYSTEM"],
  push: ["SYSTEM", "LEAD"],
  uploadFailed: ["SYSTEM"],
  outcomeUnknown: ["SYSTEM"],
  uploadAccepted: ["BUREAU"],
  recordRejected: ["BUREAU"],
  domainCheckPassed: ["BUREAU"],
  domainCheckFailed: ["BUREAU"],
  codeSent: ["BUREAU"],
  resend: ["BUREAU"],
  verify: ["BUREAU"],
  timeout: ["BUREAU"],
  bureauApproved: ["BUREAU"],
  bureauRejected: ["BUREAU"],
};

/**
 * Whether this actor may give this command in principle (domain.md §3.3). `verify` and `resend` are the customer's
 * acts on the ministry's page; we learn of them from the bureau only.
 */
export function mayCommand(actor: Actor, command: CommandType): boolean {
  const parties = COMMAND_PARTIES[command];
  if (actor.kind !== "STAFF") return parties.includes(actor.kind);
  if (actor.roles.includes("LEAD") && (parties.includes("LEAD") || parties.includes("REVIEWER"))) return true;
  return actor.roles.includes("REVIEWER") && parties.includes("REVIEWER");
}
