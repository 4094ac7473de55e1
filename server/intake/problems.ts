import { INTAKE_PROBLEMS, type IntakeProblemCode } from "#shared/contract/intake-problems";
import { type Refusal, type RefusalCode, refuse } from "#shared/domain/order/refusal";
import { refusalSentences } from "#shared/domain/order/refusal-texts";
import type { OrderStatus } from "#shared/domain/order/status";
import type { Problem } from "./answer";

type Extra = Partial<Pick<Problem, "details" | "headers">> & {
  readonly params?: Readonly<Record<string, string | number>>;
};

/** A problem of the intake's own; nothing was decided, so a repeat is judged afresh. */
export function problem(code: IntakeProblemCode, extra: Extra = {}): Problem {
  const { status, zh, en } = INTAKE_PROBLEMS[code];
  const { params = {}, details = {}, headers = {} } = extra;
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  return { kind: "PROBLEM", status, code, zh: fill(zh), en: fill(en), details, headers, stored: false };
}

export function isIntakeProblem(code: string): code is IntakeProblemCode {
  return Object.hasOwn(INTAKE_PROBLEMS, code);
}

/** HTTP status of each refusal of the machine; a code without a line does not compile. */
const REFUSAL_STATUS = {
  ORDER_NOT_FOUND: 404,
  NOT_PERMITTED: 409,
  STALE_ORDER: 409,
  STALE_FINDINGS: 409,
  STATUS_NOT_ALLOWED: 409,
  KIND_NOT_ALLOWED: 409,
  ORDER_NOT_CLAIMED: 409,
  ORDER_CLAIMED_BY_OTHER: 409,
  ORDER_ALREADY_YOURS: 409,
  LEASE_EXPIRED: 409,
  LEASE_NOT_EXPIRED: 409,
  CLAIM_LIMIT: 409,
  FOUR_EYES: 409,
  ORDER_ON_HOLD: 409,
  ORDER_NOT_ON_HOLD: 409,
  HOLD_NOT_OVER: 409,
  HOLD_UNTIL_INVALID: 422,
  ASSIGNEE_INVALID: 422,
  REASON_REQUIRED: 422,
  REASON_FIELD_REQUIRED: 422,
  TEMPLATE_UNKNOWN: 422,
  UNFILLED_PLACEHOLDER: 422,
  UNRESOLVED_FINDINGS: 409,
  OVERRIDE_NOT_ALLOWED: 409,
  UNDO_WINDOW_OVER: 409,
  UNDO_WINDOW_OPEN: 409,
  NOT_YOUR_VERDICT: 409,
  COMMENT_REQUIRED: 422,
  NOT_EXPIRED: 409,
  CONFIRMATION_MISSING: 409,
  OPEN_ORDER_EXISTS: 409,
  ACCOUNT_HAS_ENTITY: 409,
  EVIDENCE_REQUIRED: 422,
  RECORD_CODE_INVALID: 409,
  IMMUTABLE_FIELD: 422,
  BUREAU_EVENT_EARLY: 409,
  BUREAU_EVENT_LATE: 409,
  STALE_SUBMISSION: 409,
} as const satisfies Record<RefusalCode, number>;

/** A refusal of the machine with the order's present status; decided, hence kept for a repeat. */
export function refusalProblem(refusal: Refusal, currentStatus: OrderStatus | null): Problem {
  const { zh, en } = refusalSentences(refusal);
  const { field, orderNo } = refusal.params;
  return {
    kind: "PROBLEM",
    status: REFUSAL_STATUS[refusal.code],
    code: refusal.code,
    zh,
    en,
    details: {
      ...(currentStatus === null ? {} : { currentStatus }),
      ...(typeof field === "string" ? { field } : {}),
      ...(refusal.code === "OPEN_ORDER_EXISTS" && typeof orderNo === "string"
        ? { openOrderNo: orderNo }
        : {}),
    },
    headers: {},
    stored: refusal.code !== "ORDER_NOT_FOUND",
  };
}

/** As OPEN_ORDER_EXISTS, where the other order came through another key: its number is none of this caller's business. */
export function foreignOpenOrder(currentStatus: OrderStatus | null): Problem {
  return {
    ...refusalProblem(refuse("OPEN_ORDER_EXISTS"), currentStatus),
    zh: "该主体或账号在其他渠道还有未完成的备案订单,请先完成或放弃",
    en: "An order of this entity or account that came another way is still open; finish or abandon it first",
  };
}

/** No such order, or not one of the caller's: he cannot tell which. */
export const ORDER_NOT_FOUND: Problem = refusalProblem(refuse("ORDER_NOT_FOUND"), null);
