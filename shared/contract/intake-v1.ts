import { z } from "zod";
import { ORDER_STATUSES } from "../domain/order/status";
import { VERDICT_OUTCOMES } from "../domain/review/verdict";
import { TRACKING_STAGES } from "./staff-bureau";

/**
 * The intake API that customers' filing systems call (contracts.md §2): what they send and what they get. The order
 * document itself is `applicationSchema`. Answers may gain keys; requests refuse keys they do not know.
 */
export const INTAKE_BASE_PATH = "/api/intake/v1";

export const INTAKE_LIMITS = {
  bodyBytes: 256 * 1024,
  materialBytes: 10 * 1024 * 1024,
  idempotencyKeyCharacters: 200,
} as const;

/** Body of the calls that carry nothing but their address. */
export const emptyRequestSchema = z.strictObject({});

export const smsVerifyInputSchema = z.strictObject({
  phone: z.string().min(1).max(32),
  code: z.string().min(1).max(16),
  /** Last six characters of the ID number. */
  idTail: z.string().min(1).max(16),
});
export type SmsVerifyInput = z.infer<typeof smsVerifyInputSchema>;

export const smsResendInputSchema = smsVerifyInputSchema.omit({ code: true });
export type SmsResendInput = z.infer<typeof smsResendInputSchema>;

const ms = z.number().int();
const statusSchema = z.enum(ORDER_STATUSES);
const sentenceSchema = z.object({ zh: z.string(), en: z.string() });

const findingSchema = z.object({
  ruleId: z.string(),
  fieldPath: z.string(),
  state: z.enum(["VIOLATED", "CANNOT_CHECK"]),
  severity: z.enum(["block", "warn", "info"]),
  message: sentenceSchema,
  params: z.record(z.string(), z.string()),
  suggestedOutcome: z.enum(VERDICT_OUTCOMES).nullable(),
});

const moved = { orderNo: z.string(), status: statusSchema, revision: z.number().int().min(1) };

export const submitAnswerSchema = z.object({ ...moved, findings: z.array(findingSchema) });
export type SubmitAnswer = z.infer<typeof submitAnswerSchema>;

export const checkAnswerSchema = z.object({ findings: z.array(findingSchema) });
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;

/** `untouchedRequests`: field paths of the last verdict's reasons that the new revision left as they were. */
export const revisionAnswerSchema = z.object({
  ...moved,
  findings: z.array(findingSchema),
  untouchedRequests: z.array(z.string()),
});
export type RevisionAnswer = z.infer<typeof revisionAnswerSchema>;

export const commandAnswerSchema = z.object(moved);
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;

export const materialAnswerSchema = z.object({
  sha256: z.string(),
  mediaType: z.enum(["image/jpeg", "image/png", "application/pdf"]),
  bytes: z.number().int().min(1),
});
export type MaterialAnswer = z.infer<typeof materialAnswerSchema>;

const reasonSchema = z.object({
  fieldPath: z.string(),
  problem: z.string(),
  /** The same in English where the sentence is a template's. */
  problemEn: z.string().nullable(),
  suggestion: z.string(),
});

const reviewSchema = z.object({
  round: z.number().int().min(1),
  outcome: z.enum(VERDICT_OUTCOMES),
  atMs: ms,
  comment: z.string(),
  reasons: z.array(reasonSchema),
});
export type CustomerReview = z.infer<typeof reviewSchema>;

/** Where the order is with the bureau; `opinion` and `cause` say why it came back, null otherwise. */
const bureauSchema = z.object({
  stage: z.enum(TRACKING_STAGES),
  submissionKey: z.string().nullable(),
  /** By the bureau's clock; null outside SMS verification and before the first code. */
  smsDeadlineMs: ms.nullable(),
  cause: z.string().nullable(),
  opinion: z.string().nullable(),
});
export type CustomerBureauView = z.infer<typeof bureauSchema>;

/**
 * What the customer sees of an order. The status is that of the moment; comment and reasons of a verdict appear when
 * it can no longer be undone.
 */
export const orderViewSchema = z.object({
  ...moved,
  label: sentenceSchema,
  filingNumbers: z.object({ entity: z.string().nullable(), services: z.array(z.string()) }),
  /** Newest first. */
  reviewHistory: z.array(reviewSchema),
  /** Of the newest review that is shown. */
  reasons: z.array(reasonSchema),
  /** `place` 1 is the next to be looked at, 0 is being looked at; null when the order waits for no review. */
  queue: z.object({ place: z.number().int().min(0), expectedByMs: ms }).nullable(),
  bureau: bureauSchema.nullable(),
});
export type OrderView = z.infer<typeof orderViewSchema>;

export const smsVerifyAnswerSchema = z.object({
  verified: z.boolean(),
  attemptsLeft: z.number().int().min(0),
});
export type SmsVerifyAnswer = z.infer<typeof smsVerifyAnswerSchema>;

export const smsResendAnswerSchema = z.object({ sent: z.boolean(), resendsLeft: z.number().int().min(0) });
export type SmsResendAnswer = z.infer<typeof smsResendAnswerSchema>;

/** One thing wrong with the form of a request: where, and what was expected. Never what was sent. */
const shapeErrorSchema = z.object({
  path: z.string(),
  problem: z.string(),
  messageZh: z.string(),
  messageEn: z.string(),
  /** Codes that would be accepted. */
  allowed: z.array(z.string()).optional(),
  /** The bound that was passed: characters, items, or the number itself. */
  limit: z.number().optional(),
});
export type ShapeError = z.infer<typeof shapeErrorSchema>;

/** Every error (RFC 9457). `code` is stable; `detail` is one of the two messages, by `Accept-Language`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  messageZh: z.string(),
  messageEn: z.string(),
  /** 409 of a command: where the order stands. */
  currentStatus: statusSchema.optional(),
  /** UNKNOWN_MATERIAL: the hashes that are not known to this key. */
  materials: z.array(z.string()).optional(),
  /** IMMUTABLE_FIELD: its path. */
  field: z.string().optional(),
  /** OPEN_ORDER_EXISTS: the other order, when it came through the same key. */
  openOrderNo: z.string().optional(),
  /** INVALID_DOCUMENT: the first fifty faults of form. */
  errors: z.array(shapeErrorSchema).optional(),
});
export type ProblemBody = z.infer<typeof problemSchema>;
