import { type Application, applicationSchema } from "#shared/domain/filing/application";
import { FILING_KINDS, type FilingKind, kindCode } from "#shared/domain/filing/filing-type";
import type { Actor, StaffActor } from "#shared/domain/order/actor";
import { type Assignee, type DecideContext, type Facts, NO_FACTS } from "#shared/domain/order/decision";
import { type Claim, type Hold, type Order, orderSchema, type Undo } from "#shared/domain/order/order";
import { DEFAULT_ORDER_SETTINGS } from "#shared/domain/order/settings";
import type { OrderStatus } from "#shared/domain/order/status";
import type { Verdict, VerdictOutcome, VerdictReason } from "#shared/domain/review/verdict";
import type { Role } from "#shared/domain/staff/role";
import { PERSON, SHA_CERTIFICATE, SHA_EVIDENCE, SHA_ID } from "./document-parts";

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Monday, 2 March 2026, 10:00 in Shanghai: a working hour, far from holidays. */
export const NOW_MS = Date.parse("2026-03-02T10:00:00+08:00");
export const SUBMITTED_MS = NOW_MS - 30 * MINUTE_MS;
/** 1,080 working minutes after 09:30 on Monday. */
export const DUE_MS = Date.parse("2026-03-04T09:30:00+08:00");
export const CLAIMED_MS = NOW_MS - 10 * MINUTE_MS;
export const LEASE_UNTIL_MS = CLAIMED_MS + 30 * MINUTE_MS;

export const ORDER_NO = "ORD-0001";
export const ACCOUNT = "acct-1";
export const OTHER_ACCOUNT = "acct-2";
export const VERDICT_ID = "verdict-1";

export function staff(username: string, ...roles: Role[]): StaffActor {
  return { kind: "STAFF", username, roles };
}

export const CUSTOMER: Actor = { kind: "CUSTOMER", intakeKey: "key-1" };
/** Holds the claim and decided the verdict wherever a fixture has one. */
export const HOLDER = staff("reviewer-a", "REVIEWER");
export const REVIEWER = staff("reviewer-b", "REVIEWER");
export const LEAD = staff("lead-a", "LEAD");
/** Created the forced cancellation of every fixture of that kind. */
export const CREATOR = staff("lead-c", "LEAD");
export const MANAGER = staff("manager-a", "MANAGER");
export const ADMIN = staff("admin-a", "ADMIN");
export const SECURITY_ADMIN = staff("security-a", "SECURITY_ADMIN");
export const AUDITOR = staff("auditor-a", "AUDITOR");
export const SYSTEM: Actor = { kind: "SYSTEM", worker: "timer" };
export const BUREAU: Actor = { kind: "BUREAU" };

/** The sub-kind of a code such as `CANCEL_ACCESS/FORCED`. */
export function kindOf(code: string): FilingKind {
  const kind = FILING_KINDS.find((candidate) => kindCode(candidate) === code);
  if (kind === undefined) throw new Error(`no filing kind ${code}`);
  return kind;
}

export const FIRST_FILING = kindOf("FIRST_FILING");
export const FORCED = kindOf("CANCEL_ACCESS/FORCED");
export const VOLUNTARY = kindOf("CANCEL_ACCESS/VOLUNTARY");

/** A small document of the given sub-kind that the schema accepts; rules may still find fault with it. */
export function applicationOf(kind: FilingKind, patch: Partial<Application> = {}): Application {
  const removal = ["CANCEL_ACCESS", "DEREGISTER_ENTITY", "DEREGISTER_SERVICE"].includes(kind.type);
  const service = {
    kind: "WEBSITE",
    name: "示例网站",
    domains: ["example.com"],
    responsiblePerson: { sameAsEntity: true },
  };
  return applicationSchema.parse({
    filingType: kind.type,
    entityOrigin: kind.type === "ADD_ACCESS" || kind.type === "ADD_SERVICE" ? kind.origin : null,
    cancelOrigin: kind.type === "CANCEL_ACCESS" ? kind.origin : null,
    accountId: ACCOUNT,
    entity: {
      region: { provinceCode: "440000", cityCode: "440300", countyCode: "440305" },
      nature: 4,
      name: "深圳市示例科技有限公司",
      certType: 1,
      certNumber: "91440300MA5EXAMPLE",
      responsiblePerson: PERSON,
    },
    services: kind.type === "CHANGE_ENTITY" ? [] : [service],
    target: removal
      ? { entityFilingNumber: "粤ICP备12345678号", serviceFilingNumbers: ["粤ICP备12345678号-1"] }
      : null,
    transfer:
      kind.type === "TRANSFER"
        ? { fromAccountId: ACCOUNT, toAccountId: OTHER_ACCOUNT, scope: "ENTITY" }
        : null,
    reason: removal ? "不再使用" : null,
    materials: [
      { kind: "ENTITY_CERTIFICATE", sha256: SHA_CERTIFICATE },
      { kind: "ERP_ID_FRONT", sha256: SHA_ID },
      ...(kind.origin === "FORCED" ? [{ kind: "FORCED_CANCEL_EVIDENCE", sha256: SHA_EVIDENCE }] : []),
    ],
    consents:
      kind.type === "CLAIM"
        ? { claimAgreement: true }
        : { informationSecurity: true, assistedEditing: true, filingUndertaking: true },
    ...patch,
  });
}

export const CLOCK = { startedAtMs: SUBMITTED_MS, dueAtMs: DUE_MS, estimated: false, pausedMs: 0 };

export function claimOf(patch: Partial<Claim> = {}): Claim {
  return {
    holder: HOLDER.username,
    claimedAtMs: CLAIMED_MS,
    returnTo: "PENDING_FIRST_REVIEW",
    escalated: false,
    lease: { state: "LIVE", untilMs: LEASE_UNTIL_MS },
    ...patch,
  };
}

/** A claim on hold since half an hour ago, until half an hour from now. */
export function heldClaimOf(patch: Partial<Claim> = {}, hold: Partial<Hold> = {}): Claim {
  const sinceMs = NOW_MS - 30 * MINUTE_MS;
  const untilMs = NOW_MS + 30 * MINUTE_MS;
  const lease = { state: "SUSPENDED", hold: { reason: "CALL_BACK", sinceMs, untilMs, ...hold } } as const;
  return claimOf({ lease, ...patch });
}

/** What an order keeps of a verdict given this instant. */
export function undoOf(patch: Partial<Undo> = {}): Undo {
  return {
    verdictId: VERDICT_ID,
    decidedBy: HOLDER.username,
    untilMs: NOW_MS + 10 * SECOND_MS,
    claimedAtMs: CLAIMED_MS,
    returnTo: "PENDING_FIRST_REVIEW",
    escalated: false,
    clock: CLOCK,
    previousReviewer: null,
    ...patch,
  };
}

/** A verdict whose window is over: nothing happened to the order since, but it can no longer be taken back. */
const SETTLED = undoOf({ untilMs: NOW_MS });

const SHAPES: Record<OrderStatus, Readonly<Record<string, unknown>>> = {
  DRAFT: { round: 0, submittedAtMs: null, previousReviewer: null },
  PENDING_FIRST_REVIEW: { clock: CLOCK, preferredUntilMs: null },
  UNDER_FIRST_REVIEW: { clock: CLOCK, preferredUntilMs: null, claim: claimOf() },
  FIRST_REVIEW_REJECTED: { returnedAtMs: NOW_MS, expiresAtMs: NOW_MS + 45 * DAY_MS, undo: SETTLED },
  NEEDS_REVISION: { returnedAtMs: NOW_MS, expiresAtMs: NOW_MS + 45 * DAY_MS, undo: SETTLED },
  REVISED_PENDING_REVIEW: { clock: CLOCK, preferredUntilMs: null, round: 2 },
  AWAITING_CUSTOMER_CONFIRMATION: { expiresAtMs: NOW_MS + 15 * DAY_MS, undo: null },
  PENDING_BUREAU_SUBMISSION: { approvedAtMs: NOW_MS, undo: null },
  SUBMITTING_TO_BUREAU: { expectsSms: true, sinceMs: NOW_MS, unknownSinceMs: null, submissionNo: 1 },
  MIIT_DOMAIN_CHECK: { expectsSms: true, sinceMs: NOW_MS, submissionNo: 1 },
  SMS_PENDING: { sinceMs: NOW_MS, deadlineMs: NOW_MS + DAY_MS, submissionNo: 1 },
  UNDER_BUREAU_REVIEW: { sinceMs: NOW_MS, submissionNo: 1 },
  MIIT_RETURNED: { returnedAtMs: NOW_MS, cause: "JGDM_1003", opinion: "主办者冲突", submissionNo: 1 },
  SMS_RETURNED: { returnedAtMs: NOW_MS, cause: "SMS_TIMED_OUT", opinion: "短信核验失败", submissionNo: 1 },
  BUREAU_REJECTED: { returnedAtMs: NOW_MS, cause: "JGDM_1002", opinion: "不予通过", submissionNo: 1 },
  FILED: { endedAtMs: NOW_MS, filingNumbers: { entity: null, services: [] }, submissionNo: 1 },
  CANCELLED_ACCESS: { endedAtMs: NOW_MS, filingNumbers: { entity: null, services: [] }, submissionNo: 1 },
  DEREGISTERED: { endedAtMs: NOW_MS, filingNumbers: { entity: null, services: [] }, submissionNo: 1 },
  CLAIMED: { endedAtMs: NOW_MS, undo: null },
  TRANSFERRED: { endedAtMs: NOW_MS, round: 0, submittedAtMs: null, previousReviewer: null },
  ABANDONED: { endedAtMs: NOW_MS },
};

const CONFIRMED_KINDS = ["CANCEL_ACCESS/VOLUNTARY", "DEREGISTER_ENTITY", "DEREGISTER_SERVICE"];
const AFTER_CONFIRMATION: readonly OrderStatus[] = [
  "PENDING_BUREAU_SUBMISSION",
  "SUBMITTING_TO_BUREAU",
  "SMS_PENDING",
  "UNDER_BUREAU_REVIEW",
  "MIIT_RETURNED",
  "SMS_RETURNED",
  "BUREAU_REJECTED",
  "CANCELLED_ACCESS",
  "DEREGISTERED",
];

/**
 * A valid order in the status, of the sub-kind. It was reviewed by `reviewer-a` before (except a fresh DRAFT), its
 * verdict can no longer be undone; `patch` replaces whole fields and is checked by the schema of the row.
 */
export function orderIn(
  status: OrderStatus,
  kind: FilingKind = FIRST_FILING,
  patch: Readonly<Record<string, unknown>> = {},
): Order {
  return orderSchema.parse({
    orderNo: ORDER_NO,
    kind,
    accountId: ACCOUNT,
    provinceCode: "440000",
    version: 5,
    revisionNo: 1,
    round: 1,
    submittedAtMs: SUBMITTED_MS,
    submissionNo: 0,
    previousReviewer: HOLDER.username,
    createdBy: kind.origin === "FORCED" ? CREATOR.username : null,
    confirmed: CONFIRMED_KINDS.includes(kindCode(kind)) && AFTER_CONFIRMATION.includes(status),
    status,
    ...SHAPES[status],
    ...patch,
  });
}

export function reasonOf(patch: Partial<VerdictReason> = {}): VerdictReason {
  return {
    templateCode: null,
    fieldPath: "entity.certNumber",
    params: {},
    problem: "证件号码与证件不一致",
    suggestion: "请按证件原件填写",
    ...patch,
  };
}

/** A complete verdict: no reason on approval, one on the other two. */
export function verdictOf(outcome: VerdictOutcome, patch: Partial<Verdict> = {}): Verdict {
  return {
    verdictId: VERDICT_ID,
    outcome,
    comment: "",
    note: "",
    reasons: outcome === "APPROVE" ? [] : [reasonOf()],
    overrides: [],
    ...patch,
  };
}

export function assigneeOf(person: StaffActor, patch: Partial<Assignee> = {}): Assignee {
  const { username, roles } = person;
  return { username, active: true, roles, provinces: null, filingTypes: null, ...patch };
}

export function contextOf(
  actor: Actor,
  patch: Partial<Omit<DecideContext, "facts">> & { readonly facts?: Partial<Facts> } = {},
): DecideContext {
  return {
    actor,
    nowMs: NOW_MS,
    settings: DEFAULT_ORDER_SETTINGS,
    expectedVersion: null,
    expectedFindingsVersion: null,
    ...patch,
    facts: { ...NO_FACTS, ...patch.facts },
  };
}
