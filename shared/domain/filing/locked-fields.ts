import { type Application, filingKindOf } from "./application";

/**
 * The fields that no revision may change (domain.md §2.2, `lockedFields`): whoever chose them wrong abandons the
 * order and files anew. The region stays editable. Origins that do not belong to the filing type are not compared.
 */
export const LOCKED_FIELDS = [
  "filingType",
  "entityOrigin",
  "cancelOrigin",
  "accountId",
  "entity.nature",
] as const;
export type LockedField = (typeof LOCKED_FIELDS)[number];

/** Path of the first locked field in which the two documents differ; null when none does. */
export function changedLockedField(before: Application, after: Application): LockedField | null {
  if (before.filingType !== after.filingType) return "filingType";
  if (filingKindOf(before).origin !== filingKindOf(after).origin) {
    return after.filingType === "CANCEL_ACCESS" ? "cancelOrigin" : "entityOrigin";
  }
  if (before.accountId !== after.accountId) return "accountId";
  return before.entity.nature === after.entity.nature ? null : "entity.nature";
}
