import { z } from "zod";
import { resultFileSchema } from "./bureau-result";

/**
 * Transport of the bureau protocol (contracts.md §4): address, headers, limits, signature base and the shapes of
 * requests and answers. Records, results, codes and the simulator's control stand in the `bureau-*` files beside
 * this one. Answers tolerate unknown keys, so that a bureau may say more than we read.
 */
export const BUREAU_BASE_PATH = "/bureau/v1";

export const BUREAU_HEADERS = {
  provider: "x-provider",
  timestamp: "x-timestamp",
  nonce: "x-nonce",
  signature: "x-signature",
} as const;

/** Answered by every simulated bureau, so that nobody takes it for the real one. */
export const SIMULATED_HEADER = "x-simulated";

/** Secret of a demonstration on one machine; whoever listens beyond loopback must set another. */
export const DEMO_BUREAU_SECRET = "demo-bureau-secret";

export const BUREAU_LIMITS = {
  recordsPerBatch: 1000,
  batchBytes: 50 * 1024 * 1024,
  statusKeys: 1000,
  resultsPerFile: 40,
  filesPerPoll: 50,
  defaultFilesPerPoll: 20,
  nonceCharacters: 64,
  clockSkewMs: 5 * 60_000,
  answerBytes: 1024 * 1024,
} as const;

/** SMS verification of seed §14: six digits, 24 h from the first code, two resends, the sixth input returns. */
export const SMS_RULES = {
  codeDigits: 6,
  validMs: 24 * 3_600_000,
  resends: 2,
  wrongInputs: 5,
} as const;

export interface SignedParts {
  /** Unix milliseconds as sent in `X-Timestamp`. */
  readonly timestamp: string;
  readonly nonce: string;
  readonly method: string;
  /** The request target exactly as sent: `/bureau/v1` and the query included. */
  readonly path: string;
  /** Lower-case hex SHA-256 of the body's bytes; of zero bytes when there is no body. */
  readonly bodySha256Hex: string;
}

/** The text that is signed with HMAC-SHA256 under BUREAU_SECRET; `X-Signature` is `sha256=` and the hex digest. */
export function signatureBase(parts: SignedParts): string {
  return [parts.timestamp, parts.nonce, parts.method.toUpperCase(), parts.path, parts.bodySha256Hex].join(
    "\n",
  );
}

const sequence = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** What every HTTP 200 of the bureau carries; `missing` only with code 14. Read it first, the rest on code 0. */
export const envelopeSchema = z.object({
  msgCode: z.number().int(),
  msg: z.string(),
  /** The bureau's clock; its deadlines are to be shown against this. */
  bureauTimeMs: z.number().int(),
  missing: sequence.nullish(),
});
export type BureauEnvelope = z.infer<typeof envelopeSchema>;

/** A batch as the bureau reads it: the records are judged one by one, after the batch. */
export const submitRequestSchema = z.object({
  provinceCode: z.string().max(12),
  dataSequence: sequence,
  records: z.array(z.unknown()),
});
export const submitAnswerSchema = envelopeSchema.extend({ accepted: sequence });

export const lastSequenceAnswerSchema = envelopeSchema.extend({ lastDataSequence: z.number().int().min(0) });

export const SUBMISSION_STATES = [
  "UNKNOWN",
  "RECEIVED",
  "DOMAIN_CHECK",
  "SMS_PENDING",
  "IN_REVIEW",
  "APPROVED",
  "REFUSED",
  "RECORD_ERROR",
  "DOMAIN_FAILED",
  "SMS_FAILED",
] as const;
export const submissionStateSchema = z.enum(SUBMISSION_STATES);
export type BureauSubmissionState = z.infer<typeof submissionStateSchema>;

export const stateAnswerSchema = envelopeSchema.extend({ state: submissionStateSchema });

export const statusRequestSchema = z.object({
  submissionKeys: z.array(z.string().max(128)).max(BUREAU_LIMITS.statusKeys),
});
export const statusAnswerSchema = envelopeSchema.extend({
  states: z.record(z.string(), submissionStateSchema),
});

export const resultsAnswerSchema = envelopeSchema.extend({
  files: z.array(resultFileSchema).max(BUREAU_LIMITS.filesPerPoll),
});

export const registryQuerySchema = z.union([
  z.strictObject({ domain: z.string().min(1).max(128) }),
  z.strictObject({ certType: z.number().int(), certNumber: z.string().min(1).max(255) }),
]);
export type RegistryQuery = z.infer<typeof registryQuerySchema>;

export const filedServiceSchema = z.object({
  serviceFilingNumber: z.string().max(64),
  name: z.string().max(512),
  domains: z.array(z.string().max(128)).max(64),
  accessProviders: z.array(z.object({ name: z.string().max(255), ours: z.boolean() })).max(50),
});
export type FiledService = z.infer<typeof filedServiceSchema>;

/** By certificate: all services of the entity. By domain: the services that carry it. */
export const registryAnswerSchema = envelopeSchema.extend({
  filed: z.boolean(),
  entityFilingNumber: z.string().max(64).optional(),
  services: z.array(filedServiceSchema).max(1000),
});

export const smsVerifyRequestSchema = z.object({
  phone: z.string().min(1).max(128),
  code: z.string().min(1).max(32),
  idTail: z.string().min(1).max(32),
});
export const smsVerifyAnswerSchema = envelopeSchema.extend({
  verified: z.boolean(),
  attemptsLeft: z.number().int().min(0),
});

export const smsResendRequestSchema = z.object({
  phone: z.string().min(1).max(128),
  idTail: z.string().min(1).max(32),
});
export const smsResendAnswerSchema = envelopeSchema.extend({
  sent: z.boolean(),
  resendsLeft: z.number().int().min(0),
});
