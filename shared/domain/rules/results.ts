import type { CannotCheck, EvidenceRef, NeedsHuman, ParamValue, Violated } from "./rule";

/** Makers of the four answers of a rule; "pass" is the empty list. */

type Extra = Pick<Violated, "severity" | "outcome">;

/** The rule is broken at `fieldPath`. */
export function violated(
  fieldPath: string,
  params: Readonly<Record<string, ParamValue>>,
  evidence: readonly EvidenceRef[] = [],
  extra: Extra = {},
): Violated {
  return { kind: "VIOLATED", fieldPath, params, evidence, ...extra };
}

/** Not to be told, because `missing` (named as in `needs`) is not there. */
export function cannotCheck(fieldPath: string, ...missing: readonly [string, ...string[]]): CannotCheck {
  return { kind: "CANNOT_CHECK", fieldPath, missing };
}

/** The rule's question, to be answered at `fieldPath`; `hinted` when a machine saw a sign against it. */
export function needsHuman(
  fieldPath: string,
  evidence: readonly EvidenceRef[] = [],
  hinted = false,
): NeedsHuman {
  return { kind: "NEEDS_HUMAN", fieldPath, hinted, evidence };
}

/** A place of the order document, shown to the reviewer as it stands there. */
export function at(path: string): EvidenceRef {
  return { path };
}

/** A fact from elsewhere with its value. */
export function fact(path: string, value: string | number | boolean | null): EvidenceRef {
  return { path, value: String(value) };
}
