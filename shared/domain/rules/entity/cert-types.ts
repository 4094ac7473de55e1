import { NATURES } from "../natures";
import type { RuleInput } from "../rule-input";

/** Certificate types that an entity nature admits, by nature code (domain.md §5.2). */
export const CERT_TYPES_BY_NATURE: Readonly<Record<number, readonly number[]>> = {
  [NATURES.DEFENSE]: [5, 23],
  [NATURES.GOVERNMENT]: [9, 13],
  [NATURES.PUBLIC_INSTITUTION]: [3, 4, 15],
  [NATURES.ENTERPRISE]: [1, 12, 27],
  [NATURES.INDIVIDUAL]: [2, 7, 11, 14, 30, 41, 42],
  [NATURES.SOCIAL_ORG]: [6, 10],
  [NATURES.PRIVATE_NON_ENTERPRISE]: [16, 17, 36, 37],
  [NATURES.FOUNDATION]: [18, 19],
  [NATURES.LAW_FIRM]: [20, 21],
  [NATURES.FOREIGN_CULTURAL_CENTER]: [22, 34, 40],
  [NATURES.MASS_ORG]: [24],
  [NATURES.FORENSIC]: [28],
  [NATURES.RELIGIOUS]: [25],
  [NATURES.OVERSEAS]: [35],
  [NATURES.MEDICAL]: [38],
  [NATURES.NOTARY]: [39],
  [NATURES.COLLECTIVE]: [43],
  [NATURES.ARBITRATION]: [44],
};

/** Newer types of units; which natures they belong to is not known. */
const UNPAIRED_CERT_TYPES: readonly number[] = [46, 47, 48, 49];

/** Whether nobody knows if this nature admits the type. */
export function isPairingUnknown(nature: number, certType: number): boolean {
  return nature !== NATURES.INDIVIDUAL && UNPAIRED_CERT_TYPES.includes(certType);
}

const PASSPORT = 7;
const ISSUED_IN_CHINA: ReadonlySet<number> = new Set(
  [...Object.values(CERT_TYPES_BY_NATURE).flat(), ...UNPAIRED_CERT_TYPES].filter((code) => code !== PASSPORT),
);

/** Whether a type is one that Chinese authorities issue. */
export function isIssuedInChina(certType: number): boolean {
  return ISSUED_IN_CHINA.has(certType);
}

/** A body from abroad: filed as one, or a foreign company by the registry. */
export function isFromAbroad({ application }: RuleInput): boolean {
  const kind = application.evidence?.companyRegistry?.entityKind ?? "";
  return application.entity.nature === NATURES.OVERSEAS || /外国|境外/u.test(kind);
}
