/**
 * Every way the domain says no. A refusal is a value: nothing was changed, the code is stable and part of the
 * contract, the sentence comes from `refusal-texts.ts` in both languages.
 */
export const REFUSAL_CODES = [
  "ORDER_NOT_FOUND",
  "NOT_PERMITTED",
  "STALE_ORDER",
  "STALE_FINDINGS",
  "STATUS_NOT_ALLOWED",
  "KIND_NOT_ALLOWED",
  "ORDER_NOT_CLAIMED",
  "ORDER_CLAIMED_BY_OTHER",
  "ORDER_ALREADY_YOURS",
  "LEASE_EXPIRED",
  "LEASE_NOT_EXPIRED",
  "CLAIM_LIMIT",
  "FOUR_EYES",
  "ORDER_ON_HOLD",
  "ORDER_NOT_ON_HOLD",
  "HOLD_NOT_OVER",
  "HOLD_UNTIL_INVALID",
  "ASSIGNEE_INVALID",
  "REASON_REQUIRED",
  "REASON_FIELD_REQUIRED",
  "TEMPLATE_UNKNOWN",
  "UNFILLED_PLACEHOLDER",
  "UNRESOLVED_FINDINGS",
  "OVERRIDE_NOT_ALLOWED",
  "UNDO_WINDOW_OVER",
  "UNDO_WINDOW_OPEN",
  "NOT_YOUR_VERDICT",
  "COMMENT_REQUIRED",
  "EVIDENCE_REQUIRED",
  "NOT_EXPIRED",
  "CONFIRMATION_MISSING",
  "OPEN_ORDER_EXISTS",
  "ACCOUNT_HAS_ENTITY",
  "IMMUTABLE_FIELD",
  "RECORD_CODE_INVALID",
  "BUREAU_EVENT_EARLY",
  "BUREAU_EVENT_LATE",
  "STALE_SUBMISSION",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Values that the sentence of a refusal may mention: codes, counts and user names, never personal data. */
export type RefusalParams = Readonly<Record<string, string | number>>;

export interface Refusal {
  readonly kind: "REFUSAL";
  readonly code: RefusalCode;
  readonly params: RefusalParams;
}

export function refuse(code: RefusalCode, params: RefusalParams = {}): Refusal {
  return { kind: "REFUSAL", code, params };
}

export function isRefusal(value: object): value is Refusal {
  return "kind" in value && value.kind === "REFUSAL";
}
