import { z } from "zod";
import { SMS_ROLES } from "./bureau-record";

const base = {
  /** Unique at the bureau; the same id may come in several files and is applied once. */
  resultId: z.string().min(1).max(128),
  submissionKey: z.string().min(1).max(128),
  /** On the bureau's clock. */
  atMs: z.number().int(),
};

const count = z.number().int().min(0);

export const SMS_EVENTS = ["SENT", "WRONG_INPUT", "VERIFIED", "ALL_VERIFIED", "TIMED_OUT", "LOCKED"] as const;

/** A record-level error: codes 1003-1068 and 5001-5999 of `domain.md` §11.3. */
export const recordErrorResultSchema = z.object({
  ...base,
  kind: z.literal("RECORD_ERROR"),
  jgdm: z.number().int(),
  text: z.string().max(1000),
});

export const domainCheckResultSchema = z.object({
  ...base,
  kind: z.literal("DOMAIN_CHECK"),
  passed: z.boolean(),
  reason: z.string().max(1000).nullish(),
});

/** `SENT` comes once per recipient and again, with one resend less, for each resend. */
export const smsResultSchema = z.object({
  ...base,
  kind: z.literal("SMS"),
  event: z.enum(SMS_EVENTS),
  role: z.enum(SMS_ROLES).nullish(),
  deadlineMs: z.number().int().nullish(),
  attemptsLeft: count.nullish(),
  resendsLeft: count.nullish(),
});

/** The bureau's decision; `services[].index` is the place in the record's `services`. */
export const reviewResultSchema = z.object({
  ...base,
  kind: z.literal("REVIEW"),
  approved: z.boolean(),
  jgdm: z.union([z.literal(1001), z.literal(1002)]),
  opinion: z.string().max(1000).nullish(),
  entityFilingNumber: z.string().max(64).nullish(),
  services: z
    .array(z.object({ index: count, serviceFilingNumber: z.string().max(64) }))
    .max(100)
    .nullish(),
});

/**
 * What the bureau reports about a submission, always asynchronously (contracts.md §4). What may be missing may also
 * be null, as some bureaus write it.
 */
export const resultSchema = z.discriminatedUnion("kind", [
  recordErrorResultSchema,
  domainCheckResultSchema,
  smsResultSchema,
  reviewResultSchema,
]);
export type BureauResult = z.infer<typeof resultSchema>;

/** A result file; it comes again with every poll until it is acknowledged by name. */
export const resultFileSchema = z.object({
  /** Whatever the bureau calls it: it only comes back, percent-encoded, in the acknowledgement. */
  fileName: z.string().min(1).max(255),
  results: z.array(resultSchema).max(40),
});
export type BureauResultFile = z.infer<typeof resultFileSchema>;
