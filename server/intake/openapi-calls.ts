import type { IntakeProblemCode } from "#shared/contract/intake-problems";
import type { RefusalCode } from "#shared/domain/order/refusal";
import { ANSWER_EXAMPLES, DOCUMENT_EXAMPLES, REQUEST_EXAMPLES } from "./openapi-examples";

/** The calls of the intake API as the published description tells them. */

export type ProblemCode = IntakeProblemCode | RefusalCode;

export interface DescribedCall {
  readonly method: "get" | "put" | "post";
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  /** Name of the schema of the JSON body; BYTES for raw bytes; null for none. */
  readonly request: "OrderDocument" | "SmsVerify" | "SmsResend" | "Empty" | "BYTES" | null;
  readonly requestExamples: Readonly<Record<string, unknown>>;
  readonly status: 200 | 201;
  /** Name of the schema of the answer. */
  readonly answer: string;
  readonly answerExample: unknown;
  readonly problems: readonly ProblemCode[];
}

const BODY: readonly ProblemCode[] = [
  "BODY_TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
  "INVALID_JSON",
  "INVALID_DOCUMENT",
];
const KEY: readonly ProblemCode[] = [
  "IDEMPOTENCY_KEY_REQUIRED",
  "IDEMPOTENCY_KEY_INVALID",
  "IDEMPOTENCY_MISMATCH",
];
const COMMAND: readonly ProblemCode[] = [...KEY, ...BODY, "ORDER_NOT_FOUND", "STATUS_NOT_ALLOWED"];
const ONE_ORDER = "/orders/{orderNo}";

function command(
  name: "withdraw" | "abandon" | "confirm" | "resubmit-unchanged",
  words: Pick<DescribedCall, "id" | "summary" | "description" | "answerExample">,
): DescribedCall {
  return {
    method: "post",
    path: `${ONE_ORDER}/${name}`,
    request: "Empty",
    requestExamples: { none: {} },
    status: 200,
    answer: "Moved",
    problems: [...COMMAND, "KIND_NOT_ALLOWED"],
    ...words,
  };
}

export const CALLS: readonly DescribedCall[] = [
  {
    method: "put",
    path: "/materials/{sha256}",
    id: "putMaterial",
    summary: "Upload a material",
    description:
      "Raw bytes of a JPEG, PNG or PDF, at most 10 MB, under the SHA-256 of these bytes. Belongs to the key that sent it. Repeating it is harmless. Deleted when no order names it within 24 hours.",
    request: "BYTES",
    requestExamples: {},
    status: 201,
    answer: "Material",
    answerExample: ANSWER_EXAMPLES.material,
    problems: [
      "INVALID_HASH",
      "MATERIAL_TOO_LARGE",
      "HASH_MISMATCH",
      "MATERIAL_TYPE",
      "MATERIAL_BOMB",
      "MATERIAL_CORRUPT",
      "MATERIAL_POLYGLOT",
    ],
  },
  {
    method: "post",
    path: "/orders",
    id: "submitOrder",
    summary: "Submit an order",
    description:
      "The whole order document. Its form is checked here; its content is judged by the review, so a bad telephone number is a finding and not an error.",
    request: "OrderDocument",
    requestExamples: DOCUMENT_EXAMPLES,
    status: 201,
    answer: "Submitted",
    answerExample: ANSWER_EXAMPLES.submitted,
    problems: [
      ...KEY,
      ...BODY,
      "UNKNOWN_MATERIAL",
      "OPEN_ORDER_EXISTS",
      "ACCOUNT_HAS_ENTITY",
      "REASON_REQUIRED",
    ],
  },
  {
    method: "post",
    path: "/orders/check",
    id: "checkOrder",
    summary: "Check an order without submitting it",
    description:
      "The same checks of the document; nothing is stored, and the Idempotency-Key is not used up.",
    request: "OrderDocument",
    requestExamples: DOCUMENT_EXAMPLES,
    status: 200,
    answer: "Checked",
    answerExample: ANSWER_EXAMPLES.checked,
    problems: ["IDEMPOTENCY_KEY_REQUIRED", "IDEMPOTENCY_KEY_INVALID", ...BODY, "UNKNOWN_MATERIAL"],
  },
  {
    method: "get",
    path: ONE_ORDER,
    id: "getOrder",
    summary: "Look at an order",
    description:
      "Status, label, review history, place in the queue and stage with the bureau. Comment and reasons of a verdict appear when it can no longer be undone.",
    request: null,
    requestExamples: {},
    status: 200,
    answer: "OrderView",
    answerExample: ANSWER_EXAMPLES.view,
    problems: ["ORDER_NOT_FOUND"],
  },
  {
    method: "post",
    path: `${ONE_ORDER}/revisions`,
    id: "reviseOrder",
    summary: "Resubmit a returned or withdrawn order",
    description:
      "The whole document anew. Filing type, origin, account and entity nature cannot change. The answer names the requested items that were left as they were.",
    request: "OrderDocument",
    requestExamples: DOCUMENT_EXAMPLES,
    status: 200,
    answer: "Revised",
    answerExample: ANSWER_EXAMPLES.revised,
    problems: [...COMMAND, "KIND_NOT_ALLOWED", "UNKNOWN_MATERIAL", "IMMUTABLE_FIELD", "OPEN_ORDER_EXISTS"],
  },
  command("withdraw", {
    id: "withdrawOrder",
    summary: "Take an order back to edit it",
    description: "From the queue, out of a review, or ahead of its submission to the bureau.",
    answerExample: ANSWER_EXAMPLES.withdrawn,
  }),
  command("abandon", {
    id: "abandonOrder",
    summary: "Give an order up",
    description:
      "For good. Cancellations and deregistrations at any time before the bureau has them, others once they are drafts or returned.",
    answerExample: ANSWER_EXAMPLES.abandoned,
  }),
  command("confirm", {
    id: "confirmOrder",
    summary: "Confirm a cancellation or deregistration",
    description: "After it passed the first review; then it goes to the bureau.",
    answerExample: ANSWER_EXAMPLES.confirmed,
  }),
  command("resubmit-unchanged", {
    id: "resubmitUnchanged",
    summary: "Submit again after a failed SMS verification",
    description: "The same document goes to the bureau again, without another review.",
    answerExample: ANSWER_EXAMPLES.confirmed,
  }),
  {
    method: "post",
    path: `${ONE_ORDER}/sms/verify`,
    id: "verifySms",
    summary: "Enter a verification code",
    description: "Passed on to the simulated bureau, for demonstrations and tests. A wrong code counts.",
    request: "SmsVerify",
    requestExamples: { verify: REQUEST_EXAMPLES.smsVerify },
    status: 200,
    answer: "SmsVerified",
    answerExample: ANSWER_EXAMPLES.smsVerified,
    problems: [...COMMAND, "BUREAU_UNAVAILABLE"],
  },
  {
    method: "post",
    path: `${ONE_ORDER}/sms/resend`,
    id: "resendSms",
    summary: "Ask for another verification code",
    description: "Passed on to the simulated bureau, for demonstrations and tests. The deadline stays.",
    request: "SmsResend",
    requestExamples: { resend: REQUEST_EXAMPLES.smsResend },
    status: 200,
    answer: "SmsResent",
    answerExample: ANSWER_EXAMPLES.smsResent,
    problems: [...COMMAND, "BUREAU_UNAVAILABLE"],
  },
];
