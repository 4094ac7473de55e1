/**
 * The filing types of the trade and what each of them implies for the order's road (domain.md §2).
 * Code and origin together name one of the fourteen sub-kinds; everything that differs between them
 * is asked through the predicates below, so that no caller compares strings of its own.
 */

/** Every filing type code of `domain.md` §1. */
export const FILING_TYPES = [
  "FIRST_FILING",
  "ADD_ACCESS",
  "ADD_SERVICE",
  "CHANGE_ENTITY",
  "CHANGE_SERVICE",
  "CHANGE_BOTH",
  "CANCEL_ACCESS",
  "DEREGISTER_ENTITY",
  "DEREGISTER_SERVICE",
  "CLAIM",
  "TRANSFER",
] as const;
export type FilingType = (typeof FILING_TYPES)[number];

/** Where the entity's existing filing lives; splits ADD_ACCESS and ADD_SERVICE into two paths each (seed §2-5). */
export const ENTITY_ORIGINS = ["OURS", "OTHER"] as const;
export type EntityOrigin = (typeof ENTITY_ORIGINS)[number];

/** Who started a cancellation of access (seed §7). */
export const CANCEL_ORIGINS = ["VOLUNTARY", "FORCED"] as const;
export type CancelOrigin = (typeof CANCEL_ORIGINS)[number];

/** A filing type with its origin: one of the fourteen sub-kinds of `domain.md` §2.1. */
export type FilingKind =
  | { readonly type: "ADD_ACCESS" | "ADD_SERVICE"; readonly origin: EntityOrigin }
  | { readonly type: "CANCEL_ACCESS"; readonly origin: CancelOrigin }
  | {
      readonly type: Exclude<FilingType, "ADD_ACCESS" | "ADD_SERVICE" | "CANCEL_ACCESS">;
      readonly origin: null;
    };

/** All fourteen sub-kinds, in the order of the matrix in `domain.md` §2.1. */
export const FILING_KINDS: readonly FilingKind[] = [
  { type: "FIRST_FILING", origin: null },
  { type: "ADD_ACCESS", origin: "OURS" },
  { type: "ADD_ACCESS", origin: "OTHER" },
  { type: "ADD_SERVICE", origin: "OURS" },
  { type: "ADD_SERVICE", origin: "OTHER" },
  { type: "CHANGE_ENTITY", origin: null },
  { type: "CHANGE_SERVICE", origin: null },
  { type: "CHANGE_BOTH", origin: null },
  { type: "CANCEL_ACCESS", origin: "VOLUNTARY" },
  { type: "CANCEL_ACCESS", origin: "FORCED" },
  { type: "DEREGISTER_ENTITY", origin: null },
  { type: "DEREGISTER_SERVICE", origin: null },
  { type: "CLAIM", origin: null },
  { type: "TRANSFER", origin: null },
];

/** Stable text of a sub-kind, for example `CANCEL_ACCESS/FORCED`: a column value, a test name, a translation key. */
export function kindCode(kind: FilingKind): string {
  return kind.origin === null ? kind.type : `${kind.type}/${kind.origin}`;
}

/** Cancellations and deregistrations: they cannot be withdrawn, only abandoned (domain.md §3.1 notes). */
export function isRemoval(kind: FilingKind): boolean {
  return kind.type === "CANCEL_ACCESS" || isDeregistration(kind);
}

export function isDeregistration(kind: FilingKind): boolean {
  return kind.type === "DEREGISTER_ENTITY" || kind.type === "DEREGISTER_SERVICE";
}

/** A forced cancellation belongs to a lead: no customer command applies to it (T56, T57). */
export function isForced(kind: FilingKind): boolean {
  return kind.type === "CANCEL_ACCESS" && kind.origin === "FORCED";
}

/** Whether an approval waits for the customer's confirmation first (T11; seed §7.6, §8.6, §9.6). */
export function needsCustomerConfirmation(kind: FilingKind): boolean {
  return isDeregistration(kind) || (kind.type === "CANCEL_ACCESS" && kind.origin === "VOLUNTARY");
}

/** Whether an approved order of this kind goes to the bureau at all (CLAIM and TRANSFER end with us). */
export function goesToBureau(kind: FilingKind): boolean {
  return kind.type !== "CLAIM" && kind.type !== "TRANSFER";
}

/** Status of a successful order of this kind after the bureau's approval (T43). */
export function bureauApprovedStatus(kind: FilingKind): "FILED" | "CANCELLED_ACCESS" | "DEREGISTERED" {
  if (kind.type === "CANCEL_ACCESS") return "CANCELLED_ACCESS";
  return isDeregistration(kind) ? "DEREGISTERED" : "FILED";
}
