import { INDIVIDUAL_NATURE } from "../filing/entity";

/** Codes of `entity.nature` by name (domain.md §5.2). */
export const NATURES = {
  DEFENSE: 1,
  GOVERNMENT: 2,
  PUBLIC_INSTITUTION: 3,
  ENTERPRISE: 4,
  INDIVIDUAL: INDIVIDUAL_NATURE,
  SOCIAL_ORG: 6,
  PRIVATE_NON_ENTERPRISE: 9,
  FOUNDATION: 10,
  LAW_FIRM: 11,
  FOREIGN_CULTURAL_CENTER: 12,
  MASS_ORG: 13,
  FORENSIC: 14,
  RELIGIOUS: 15,
  OVERSEAS: 16,
  MEDICAL: 17,
  NOTARY: 18,
  COLLECTIVE: 19,
  ARBITRATION: 20,
} as const;
export type NatureName = keyof typeof NATURES;

/** Whether a nature code is meant by a name; `UNIT` is every nature but the individual. */
export function isOfNature(code: number, name: NatureName | "UNIT"): boolean {
  return name === "UNIT" ? code !== NATURES.INDIVIDUAL : code === NATURES[name];
}
