import type { FilingType } from "../filing/filing-type";

/** The sets of filing types that most rules apply to (domain.md §7, column "Applies"). */

/** FIRST, ADD_*, CHANGE_*: the types with the full form. */
export const FULL_FILINGS = [
  "FIRST_FILING",
  "ADD_ACCESS",
  "ADD_SERVICE",
  "CHANGE_ENTITY",
  "CHANGE_SERVICE",
  "CHANGE_BOTH",
] as const satisfies readonly FilingType[];

/** FIRST, ADD_*, CHANGE_ENTITY, CHANGE_BOTH: entity data are judged. */
export const ENTITY_FILINGS = [
  "FIRST_FILING",
  "ADD_ACCESS",
  "ADD_SERVICE",
  "CHANGE_ENTITY",
  "CHANGE_BOTH",
] as const satisfies readonly FilingType[];

/** FIRST, ADD_*, CHANGE_SERVICE, CHANGE_BOTH: services are judged. */
export const SERVICE_FILINGS = [
  "FIRST_FILING",
  "ADD_ACCESS",
  "ADD_SERVICE",
  "CHANGE_SERVICE",
  "CHANGE_BOTH",
] as const satisfies readonly FilingType[];

/** FIRST, ADD_*. */
export const ADDING_FILINGS = [
  "FIRST_FILING",
  "ADD_ACCESS",
  "ADD_SERVICE",
] as const satisfies readonly FilingType[];

/** FIRST, ADD_SERVICE: services nobody has filed yet. */
export const NEW_SERVICE_FILINGS = ["FIRST_FILING", "ADD_SERVICE"] as const satisfies readonly FilingType[];

/** CHANGE_*. */
export const CHANGE_FILINGS = [
  "CHANGE_ENTITY",
  "CHANGE_SERVICE",
  "CHANGE_BOTH",
] as const satisfies readonly FilingType[];

/** ADD_*, CHANGE_*: the entity has filed sites. */
export const EXISTING_FILINGS = [
  "ADD_ACCESS",
  "ADD_SERVICE",
  "CHANGE_ENTITY",
  "CHANGE_SERVICE",
  "CHANGE_BOTH",
] as const satisfies readonly FilingType[];
