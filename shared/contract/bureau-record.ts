import { z } from "zod";
import { RECORD_TAGS } from "#shared/domain/bureau/record-tag";
import { applicationSchema } from "#shared/domain/filing/application";
import { entitySchema } from "#shared/domain/filing/entity";
import { materialKindSchema } from "#shared/domain/filing/materials";
import { serviceSchema } from "#shared/domain/filing/service";

const SUBMISSION_KEY = /^([A-Za-z0-9_-]{1,64}):([1-9]\d{0,5})$/;

/** `<orderNo>:<submissionNo>`, the identity of one push; a retry of an unknown outcome keeps it (assurance P4). */
export const submissionKeySchema = z.string().regex(SUBMISSION_KEY);

/** Joins an order number and a submission number (from 1) to the key under which the bureau knows the push. */
export function submissionKeyOf(orderNo: string, submissionNo: number): string {
  return `${orderNo}:${submissionNo}`;
}

/** The two parts of a submission key, or null when the text is not one. */
export function parseSubmissionKey(key: string): { orderNo: string; submissionNo: number } | null {
  const match = SUBMISSION_KEY.exec(key);
  const [, orderNo, submissionNo] = match ?? [];
  if (orderNo === undefined || submissionNo === undefined) return null;
  return { orderNo, submissionNo: Number(submissionNo) };
}

export const SMS_ROLES = ["ERP", "SRP"] as const;

/** A person who gets a verification code: one entry per distinct phone, role ERP where both persons share it. */
export const smsRecipientSchema = z.strictObject({
  role: z.enum(SMS_ROLES),
  phone: z.string().min(1).max(128),
  /** Last six characters of the ID document used for this filing. */
  idTail: z.string().min(1).max(6),
});

const materialSchema = z.strictObject({
  kind: materialKindSchema,
  mediaType: z.string().min(1).max(64),
  base64: z.string().max(14_000_000),
});

/**
 * One record of a batch (contracts.md §4). A record that does not fit this shape is still accepted with its
 * batch as long as its key is readable, and comes back later as the result `RECORD_ERROR 5001`.
 */
export const recordSchema = z
  .strictObject({
    submissionKey: submissionKeySchema,
    tag: z.enum(["XZBA", "XZWZ", "XZJR", "BGBA", "ZXBA"]),
    zxlb: z.union([z.literal(0), z.literal(1), z.literal(2)]).optional(),
    czlx: z.union([
      z.literal(1),
      z.literal(2),
      z.literal(3),
      z.literal(4),
      z.literal(5),
      z.literal(6),
      z.literal(7),
    ]),
    entity: entitySchema,
    services: z.array(serviceSchema).max(50),
    target: applicationSchema.shape.target,
    materials: z.array(materialSchema).max(100),
    smsRecipients: z.array(smsRecipientSchema).max(101),
  })
  .refine(isKnownCombination, { message: "tag, zxlb and czlx do not belong together" });
export type BureauRecord = z.infer<typeof recordSchema>;

function isKnownCombination(record: { tag: string; zxlb?: number | undefined; czlx: number }): boolean {
  return Object.values(RECORD_TAGS).some(
    (known) => known.tag === record.tag && known.zxlb === record.zxlb && known.czlx === record.czlx,
  );
}
