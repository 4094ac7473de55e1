import type { Change } from "./revision-diff";
import type { VerdictReason } from "./verdict";

/**
 * Places that changed although no reason of the last verdict named them, something above them or something within
 * them: what a second reading must not miss. A reason about `materials` speaks of every paper.
 */
export function unaskedChanges(
  reasons: readonly Pick<VerdictReason, "fieldPath">[],
  changes: readonly Pick<Change, "path" | "fromPath">[],
): string[] {
  const asked = reasons.map((reason) => segments(reason.fieldPath));
  const unasked = changes.filter(
    ({ path, fromPath }) =>
      !asked.some(
        (request) => related(request, segments(path)) || related(request, segments(fromPath ?? path)),
      ),
  );
  return [...new Set(unasked.map(({ path }) => path))];
}

/** Whether one place holds the other; `[]` and a material's kind stand for any place of the list. */
function related(left: readonly string[], right: readonly string[]): boolean {
  const shorter = Math.min(left.length, right.length);
  for (let i = 0; i < shorter; i++) {
    if (left[i] !== right[i] && !anyPlace(left[i]) && !anyPlace(right[i])) return false;
  }
  return true;
}

function anyPlace(segment: string | undefined): boolean {
  return segment === "]" || (segment !== undefined && /^[A-Z_]+\]?$/.test(segment));
}

function segments(path: string): string[] {
  return path.split(/[.[]/).filter((segment) => segment !== "");
}
