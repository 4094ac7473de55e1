import { z } from "zod";
import { parseSubmissionKey, SMS_ROLES } from "./bureau-record";
import { envelopeSchema, submissionStateSchema } from "./bureau-v1";

/** `/control` of the simulated bureau: unsigned, for demonstrations and tests; a real bureau has no such thing. */

const virtualMs = z
  .number()
  .min(0)
  .max(366 * 86_400_000);
const share = z.number().min(0).max(1);

/** Delays in virtual milliseconds. Medians are of lognormal delays, min and max of even ones. */
export const controlDelaysSchema = z.strictObject({
  recordCheckMinMs: virtualMs,
  recordCheckMaxMs: virtualMs,
  domainCheckMinMs: virtualMs,
  domainCheckMaxMs: virtualMs,
  smsSentAfterMs: virtualMs,
  smsAnswerMedianMs: virtualMs,
  reviewMedianMs: virtualMs,
});

/** Probability per submission (per result for `duplicateResult`) that a step goes wrong by itself. */
export const controlFailuresSchema = z.strictObject({
  recordError: share,
  domainFail: share,
  smsTimeout: share,
  smsLocked: share,
  refuse: share,
  duplicateResult: share,
});

/**
 * What is forced: a failed domain check, a record error with a code of `domain.md` §11.3, silent applicants,
 * applicants who type six wrong codes, a refusal, or none of the accidental failures (`APPROVE`).
 */
export const forcedOutcomeSchema = z
  .string()
  .regex(/^(DOMAIN_FAIL|RECORD_ERROR:\d{4}|SMS_TIMEOUT|SMS_LOCKED|REFUSE|APPROVE)$/);

/** `match` is a whole submission key, or a prefix of the order number; the longest match wins. */
export const forcedRuleSchema = z.strictObject({
  match: z.string().min(1).max(128),
  outcome: forcedOutcomeSchema,
});
export type ForcedRule = z.infer<typeof forcedRuleSchema>;

export const PROFILES = ["none", "demo"] as const;

export const controlSchema = z.strictObject({
  /** `none`: nothing fails by itself and nobody answers codes; `demo`: some failures, applicants answer. */
  profile: z.enum(PROFILES),
  seed: z.string().min(1).max(64),
  /** Virtual milliseconds per real millisecond; 0 stops the bureau's clock. */
  clockFactor: z.number().min(0).max(1_000_000),
  /** Applicants answer their codes by themselves. */
  autoVerifySms: z.boolean(),
  /** Records are compared with what is filed here: an entity or domain already filed is a record error. */
  registryChecks: z.boolean(),
  delays: controlDelaysSchema,
  failures: controlFailuresSchema,
  forced: z.array(forcedRuleSchema).max(1000),
});
export type BureauControl = z.infer<typeof controlSchema>;

/** Body of `PUT /control`: only what is to change. `advanceMs` moves the bureau's clock ahead at once. */
export const controlPatchSchema = z.strictObject({
  ...controlSchema.partial().shape,
  delays: controlDelaysSchema.partial().optional(),
  failures: controlFailuresSchema.partial().optional(),
  advanceMs: virtualMs.optional(),
});
export type ControlPatch = z.infer<typeof controlPatchSchema>;

export const controlAnswerSchema = envelopeSchema.extend({
  simulated: z.literal(true),
  control: controlSchema,
  provinces: z.array(z.object({ provinceCode: z.string(), lastDataSequence: z.number().int() })),
  submissions: z.partialRecord(submissionStateSchema, z.number().int()),
  filedEntities: z.number().int(),
  unacknowledgedFiles: z.number().int(),
});

/** `GET /control/sms`: codes of the submissions that wait for them, newest first, at most 500. */
export const controlSmsAnswerSchema = envelopeSchema.extend({
  codes: z
    .array(
      z.object({
        submissionKey: z.string(),
        role: z.enum(SMS_ROLES),
        phone: z.string(),
        idTail: z.string(),
        code: z.string(),
        sentAtMs: z.number().int(),
        deadlineMs: z.number().int(),
        verified: z.boolean(),
        attemptsLeft: z.number().int(),
        resendsLeft: z.number().int(),
      }),
    )
    .max(500),
});
export type ControlSmsCode = z.infer<typeof controlSmsAnswerSchema>["codes"][number];

/** The outcome forced on a submission by the rules, or null. */
export function forcedOutcomeOf(forced: readonly ForcedRule[], submissionKey: string): string | null {
  const orderNo = parseSubmissionKey(submissionKey)?.orderNo ?? submissionKey;
  let best: ForcedRule | null = null;
  for (const rule of forced) {
    const fits = rule.match === submissionKey || orderNo.startsWith(rule.match);
    if (fits && (best === null || rule.match.length > best.match.length)) best = rule;
  }
  return best?.outcome ?? null;
}
