import { TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";
import {
  EDGE_REFUSAL_TEXTS,
  type EdgeRefusalCode,
  type StaffErrorData,
  type StaffRefusalCode,
} from "#shared/contract/staff-refusals";
import type { RefusalCode, RefusalParams } from "#shared/domain/order/refusal";
import { REFUSAL_TEXTS } from "#shared/domain/order/refusal-texts";
import type { Reply } from "../usecases/reply";

/** Every refusal as a tRPC code, and through it as an HTTP status. A code without a line does not compile. */
const TRPC_CODES = {
  ORDER_NOT_FOUND: "NOT_FOUND",
  NOT_PERMITTED: "FORBIDDEN",
  STALE_ORDER: "CONFLICT",
  STALE_FINDINGS: "CONFLICT",
  STATUS_NOT_ALLOWED: "CONFLICT",
  KIND_NOT_ALLOWED: "CONFLICT",
  ORDER_NOT_CLAIMED: "CONFLICT",
  ORDER_CLAIMED_BY_OTHER: "CONFLICT",
  ORDER_ALREADY_YOURS: "CONFLICT",
  LEASE_EXPIRED: "CONFLICT",
  LEASE_NOT_EXPIRED: "CONFLICT",
  CLAIM_LIMIT: "CONFLICT",
  FOUR_EYES: "FORBIDDEN",
  ORDER_ON_HOLD: "CONFLICT",
  ORDER_NOT_ON_HOLD: "CONFLICT",
  HOLD_NOT_OVER: "CONFLICT",
  HOLD_UNTIL_INVALID: "UNPROCESSABLE_CONTENT",
  ASSIGNEE_INVALID: "UNPROCESSABLE_CONTENT",
  REASON_REQUIRED: "UNPROCESSABLE_CONTENT",
  REASON_FIELD_REQUIRED: "UNPROCESSABLE_CONTENT",
  TEMPLATE_UNKNOWN: "UNPROCESSABLE_CONTENT",
  UNFILLED_PLACEHOLDER: "UNPROCESSABLE_CONTENT",
  UNRESOLVED_FINDINGS: "UNPROCESSABLE_CONTENT",
  OVERRIDE_NOT_ALLOWED: "FORBIDDEN",
  UNDO_WINDOW_OVER: "CONFLICT",
  UNDO_WINDOW_OPEN: "CONFLICT",
  NOT_YOUR_VERDICT: "FORBIDDEN",
  COMMENT_REQUIRED: "UNPROCESSABLE_CONTENT",
  EVIDENCE_REQUIRED: "UNPROCESSABLE_CONTENT",
  NOT_EXPIRED: "CONFLICT",
  CONFIRMATION_MISSING: "CONFLICT",
  OPEN_ORDER_EXISTS: "CONFLICT",
  ACCOUNT_HAS_ENTITY: "CONFLICT",
  IMMUTABLE_FIELD: "UNPROCESSABLE_CONTENT",
  RECORD_CODE_INVALID: "UNPROCESSABLE_CONTENT",
  BUREAU_EVENT_EARLY: "CONFLICT",
  BUREAU_EVENT_LATE: "CONFLICT",
  STALE_SUBMISSION: "CONFLICT",
  SIGN_IN_REQUIRED: "UNAUTHORIZED",
  SIGN_IN_FAILED: "UNAUTHORIZED",
  ACCOUNT_LOCKED: "TOO_MANY_REQUESTS",
  TOO_MANY_ATTEMPTS: "TOO_MANY_REQUESTS",
  SERVER_BUSY: "SERVICE_UNAVAILABLE",
  CROSS_SITE: "FORBIDDEN",
  CLIENT_HEADER_MISSING: "FORBIDDEN",
  UNSUPPORTED_MEDIA_TYPE: "UNSUPPORTED_MEDIA_TYPE",
  METHOD_NOT_ALLOWED: "METHOD_NOT_SUPPORTED",
  BAD_INPUT: "BAD_REQUEST",
  TOO_LARGE: "PAYLOAD_TOO_LARGE",
  NOT_FOUND: "NOT_FOUND",
  REVEAL_LIMIT: "TOO_MANY_REQUESTS",
  DOCUMENT_NOT_FOUND: "NOT_FOUND",
  DOCUMENT_CLOSED: "FORBIDDEN",
  HASH_MISMATCH: "UNPROCESSABLE_CONTENT",
  MATERIAL_REFUSED: "UNPROCESSABLE_CONTENT",
  UNKNOWN_MATERIAL: "UNPROCESSABLE_CONTENT",
  STAFF_NOT_FOUND: "NOT_FOUND",
  ROLES_INCOMPATIBLE: "UNPROCESSABLE_CONTENT",
  OWN_ROLES: "FORBIDDEN",
  RULE_NOT_FOUND: "NOT_FOUND",
  PROVINCE_NOT_FOUND: "NOT_FOUND",
  EFFECTIVE_IN_PAST: "UNPROCESSABLE_CONTENT",
  EFFECTIVE_RANGE: "UNPROCESSABLE_CONTENT",
  BAD_SWITCH_VALUE: "UNPROCESSABLE_CONTENT",
  BAD_LIST_VALUE: "UNPROCESSABLE_CONTENT",
  RULE_FIXED: "CONFLICT",
  BLACKLIST_DUPLICATE: "CONFLICT",
  BLACKLIST_NOT_FOUND: "NOT_FOUND",
  TEMPLATE_FAULTS: "UNPROCESSABLE_CONTENT",
  TEMPLATE_DRAFT_OPEN: "CONFLICT",
  STALE_TEMPLATE_DRAFT: "CONFLICT",
  OWN_TEMPLATE: "FORBIDDEN",
  SIMULATOR_ABSENT: "NOT_FOUND",
  SIMULATOR_UNREACHABLE: "BAD_GATEWAY",
  INTERNAL: "INTERNAL_SERVER_ERROR",
} as const satisfies Record<RefusalCode | EdgeRefusalCode, TRPC_ERROR_CODE_KEY>;

/** HTTP status of each tRPC code above. */
const HTTP_STATUS = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNPROCESSABLE_CONTENT: 422,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  BAD_GATEWAY: 502,
  SERVICE_UNAVAILABLE: 503,
} as const satisfies Record<(typeof TRPC_CODES)[StaffRefusalCode], number>;

/** A refusal on its way out of a procedure; the error formatter turns it into `data`. */
class RefusedError extends Error {
  constructor(
    readonly refusal: StaffRefusalCode,
    readonly params: RefusalParams,
  ) {
    super(refusal);
    this.name = "RefusedError";
  }
}

export function trpcRefusal(refusal: StaffRefusalCode, params: RefusalParams = {}): TRPCError {
  return new TRPCError({ code: TRPC_CODES[refusal], cause: new RefusedError(refusal, params) });
}

/** The value of a use-case's reply; a refusal leaves the procedure as a tRPC error. */
export function answer<T>(reply: Reply<T>): T {
  if (reply.kind === "DONE") return reply.value;
  throw trpcRefusal(reply.code, reply.params);
}

/** `data` of a refusal, sentences filled in. */
export function refusalData(
  refusal: StaffRefusalCode,
  params: RefusalParams = {},
  fields: readonly string[] = [],
): StaffErrorData {
  const texts: Record<StaffRefusalCode, { zh: string; en: string }> = {
    ...REFUSAL_TEXTS,
    ...EDGE_REFUSAL_TEXTS,
  };
  const code = TRPC_CODES[refusal];
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  return {
    code,
    httpStatus: HTTP_STATUS[code],
    refusal,
    params,
    fields,
    messageZh: fill(texts[refusal].zh),
    messageEn: fill(texts[refusal].en),
  };
}

/** `data` of whatever left a procedure. Only a refusal says why; a bug says that there was one, and nothing else. */
export function errorData(error: TRPCError): StaffErrorData {
  if (error.cause instanceof RefusedError) return refusalData(error.cause.refusal, error.cause.params);
  switch (error.code) {
    case "BAD_REQUEST":
    case "PARSE_ERROR":
      return refusalData("BAD_INPUT", {}, inputFields(error.cause));
    case "NOT_FOUND":
      return refusalData("NOT_FOUND");
    case "METHOD_NOT_SUPPORTED":
      return refusalData("METHOD_NOT_ALLOWED");
    case "UNSUPPORTED_MEDIA_TYPE":
      return refusalData("UNSUPPORTED_MEDIA_TYPE");
    case "PAYLOAD_TOO_LARGE":
      return refusalData("TOO_LARGE");
    default:
      return refusalData("INTERNAL");
  }
}

const MAX_FIELDS = 20;
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9]{0,39}$/;

/** Paths of a failed parse without any value; names that do not look like ours are left out. */
function inputFields(cause: unknown): string[] {
  if (!(cause instanceof Error) || !("issues" in cause) || !Array.isArray(cause.issues)) return [];
  const paths = cause.issues.slice(0, MAX_FIELDS).map((issue: unknown) => {
    if (typeof issue !== "object" || issue === null || !("path" in issue) || !Array.isArray(issue.path))
      return "";
    return issue.path.reduce((path: string, part: unknown) => joinPath(path, part), "");
  });
  return [...new Set(paths.filter((path) => path !== ""))];
}

function joinPath(path: string, part: unknown): string {
  if (typeof part === "number") return `${path}[${part}]`;
  if (typeof part !== "string" || !FIELD_NAME.test(part)) return path;
  return path === "" ? part : `${path}.${part}`;
}
