import { z } from "zod";
import { controlPatchSchema } from "#shared/contract/bureau-control";
import { SMS_ROLES } from "#shared/contract/bureau-record";
import { resultSchema } from "#shared/contract/bureau-result";
import { filedServiceSchema, SUBMISSION_STATES } from "#shared/contract/bureau-v1";

/**
 * What the simulated bureau remembers. Of a record only what its life needs: no documents, no persons beyond the
 * phones that wait for a code, and the sponsor's certificate only as a digest.
 */

const recipientSchema = z.object({
  role: z.enum(SMS_ROLES),
  phone: z.string(),
  idTail: z.string(),
  /** Empty until sent. */
  code: z.string(),
  resends: z.number().int(),
  /** Consecutive wrong inputs. */
  wrong: z.number().int(),
  verified: z.boolean(),
});
export type Recipient = z.infer<typeof recipientSchema>;

const serviceRowSchema = z.object({
  kind: z.enum(["WEBSITE", "APP"]),
  name: z.string(),
  domains: z.array(z.string()),
  filingNumber: z.string().nullable(),
});
export type ServiceRow = z.infer<typeof serviceRowSchema>;

export const submissionRowSchema = z.object({
  key: z.string(),
  orderNo: z.string(),
  provinceCode: z.string(),
  czlx: z.number().int(),
  certDigest: z.string(),
  /** The entity's number as the provider knows it, from the target or the entity. */
  entityNumber: z.string().nullable(),
  services: z.array(serviceRowSchema),
  targetServices: z.array(z.string()),
  recipients: z.array(recipientSchema),
  state: z.enum(SUBMISSION_STATES),
  /** When it came into this state. */
  stepAtMs: z.number().int(),
  /** When the first codes went out. */
  sentAtMs: z.number().int().nullable(),
  results: z.number().int(),
});
export type SubmissionRow = z.infer<typeof submissionRowSchema>;

export const provinceRowSchema = z.object({
  lastDataSequence: z.number().int(),
  lastFile: z.number().int(),
});

/** A result that is not in a file yet; `again`: it will stand in a second file too. */
export const pendingRowSchema = z.object({
  provinceCode: z.string(),
  again: z.boolean(),
  result: resultSchema,
});
export type PendingRow = z.infer<typeof pendingRowSchema>;

export const fileRowSchema = z.object({
  provinceCode: z.string(),
  results: z.array(resultSchema),
});

/** A sponsor in the registry, by the digest of its certificate. */
export const entityRowSchema = z.object({
  certDigest: z.string(),
  /** False after deregistration: it is kept so that its number is never given again. */
  filed: z.boolean(),
  number: z.string(),
  nextIndex: z.number().int(),
  services: z.array(filedServiceSchema),
});
export type EntityRow = z.infer<typeof entityRowSchema>;

export const clockRowSchema = z.object({
  realMs: z.number(),
  virtualMs: z.number(),
  factor: z.number(),
});

/** What `PUT /control` has changed so far, and the virtual time of the last change. */
export const controlRowSchema = z.object({
  sinceMs: z.number(),
  changes: controlPatchSchema.omit({ advanceMs: true }),
});
export type ControlRow = z.infer<typeof controlRowSchema>;

/** States in which a submission still lives; every other one is an end. */
export const LIVE_STATES: ReadonlySet<string> = new Set([
  "RECEIVED",
  "DOMAIN_CHECK",
  "SMS_PENDING",
  "IN_REVIEW",
]);

export function isLive(submission: SubmissionRow): boolean {
  return LIVE_STATES.has(submission.state);
}
