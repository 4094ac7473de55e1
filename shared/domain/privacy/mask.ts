import type { Application } from "../filing/application";
import { fragmentsIn, maskFreeText } from "./free-text";
import { maskValue, type PersonalKind } from "./mask-value";
import { visitPersonal } from "./visit-personal";

/** One personal value of a document, as it was written. */
export type PersonalDatum = {
  readonly fieldPath: string;
  readonly kind: PersonalKind;
  readonly value: string;
  /** True for a run of characters inside a remark or a file name, false for a field's whole value. */
  readonly inFreeText: boolean;
};

/**
 * The document as it leaves the server before `orders.reveal`: every personal value masked, in free texts too;
 * names of units and services, credit codes, domains and filing numbers stay (assurance.md §3).
 */
export function maskApplication(application: Application): Application {
  const replacements = knownReplacements(application);
  return visitPersonal(application, (kind, value) => {
    if (kind !== "FREE_TEXT") return maskValue(kind, value);
    const withoutKnown = replacements.reduce(
      (text, [raw, masked]) => text.replaceAll(raw, () => masked),
      value,
    );
    return maskFreeText(withoutKnown);
  });
}

/** Every personal value of the document with its place: for blind indexes, and for proving that none leaks. */
export function personalDataOf(application: Application): PersonalDatum[] {
  const data: PersonalDatum[] = [];
  visitPersonal(application, (kind, value, fieldPath) => {
    if (kind === "FREE_TEXT") {
      data.push(...fragmentsIn(value).map((fragment) => ({ fieldPath, ...fragment, inFreeText: true })));
    } else {
      data.push({ fieldPath, kind, value, inFreeText: false });
    }
    return value;
  });
  return data;
}

/** Raw and masked text of each value a remark might repeat; longest first, so that no part of one survives. */
function knownReplacements(application: Application): (readonly [string, string])[] {
  const masked = new Map<string, string>();
  for (const { kind, value, inFreeText } of personalDataOf(application)) {
    if (!inFreeText && value.length >= 2) masked.set(value, maskValue(kind, value));
  }
  return [...masked].sort(([a], [b]) => b.length - a.length);
}
