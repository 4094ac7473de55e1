import { z } from "zod";

/**
 * Building blocks of the order document's shape. Lengths are the V3.0 limits of `domain.md` §5 where known;
 * the *meaning* of a value (a valid phone, a real region) is never checked here: it is a finding, not a refusal.
 */

/** A text of at most `max` characters; empty is allowed, because "not filled in" is a finding. */
export function text(max: number) {
  return z.string().max(max);
}

/** An optional value: absent and null both mean "not given". */
export function maybe<T extends z.ZodType>(schema: T) {
  return schema.nullish();
}

/** A calendar date as the customer wrote it, `YYYY-MM-DD`. */
export const dateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** An instant as ISO 8601 text. */
export const instantText = z.string().max(40);

/** Lower- or upper-case hexadecimal SHA-256 of a material's bytes, folded to lower case. */
export const sha256Text = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/)
  .transform((value) => value.toLowerCase());

/** Integer code of one of the trade's code tables; up to 2^53, since content codes are bit masks beyond 2^32. */
export const code = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
