import type { Application } from "../filing/application";
import { samePlain, valueAt } from "./field-path";
import type { VerdictReason } from "./verdict";

/**
 * Field paths of the reasons whose place in the document is the same as before: what the reviewer asked for and the
 * customer left as it was (T18). Nothing is refused because of it. Each path once, in the order of the reasons.
 * A path that names nothing in either document counts as untouched.
 */
export function untouchedRequests(
  reasons: readonly Pick<VerdictReason, "fieldPath">[],
  before: Application,
  after: Application,
): string[] {
  const paths = new Set(reasons.map((reason) => reason.fieldPath));
  return [...paths].filter((path) => samePlain(valueAt(before, path), valueAt(after, path)));
}
