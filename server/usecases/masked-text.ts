import type { Application } from "#shared/domain/filing/application";
import { maskFreeText } from "#shared/domain/privacy/free-text";
import { personalDataOf } from "#shared/domain/privacy/mask";
import { maskValue } from "#shared/domain/privacy/mask-value";

/** Masks the personal values of this document wherever a colleague's text repeats them, and what looks like some. */
export function maskedText(application: Application): (text: string) => string {
  const known = new Map<string, string>();
  for (const { kind, value, inFreeText } of personalDataOf(application)) {
    if (!inFreeText && value.length >= 2) known.set(value, maskValue(kind, value));
  }
  // Longest first, so that no part of a long value survives the replacement of a short one.
  const replacements = [...known].sort(([a], [b]) => b.length - a.length);
  return (text) =>
    maskFreeText(replacements.reduce((masked, [raw, mask]) => masked.replaceAll(raw, () => mask), text));
}
