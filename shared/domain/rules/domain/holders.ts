import { canonicalIdNumber, canonicalPersonName } from "../../privacy/normalise";
import { erpOf, sameText } from "../document-view";
import type { RuleInput } from "../rule-input";
import type { Registration } from "./registrations";

/** Relations of a holder to a unit that a paper can prove. */
export const PROVABLE_RELATIONS = {
  SHAREHOLDER: { zh: "股东", en: "a shareholder" },
  PRINCIPAL: { zh: "负责人", en: "the principal" },
  EXECUTIVE: { zh: "高级管理人员", en: "a senior executive" },
} as const;
type ProvableRelation = keyof typeof PROVABLE_RELATIONS;

/** The provable relation that the record states, or null. */
export function provableRelation({ found }: Registration): ProvableRelation | null {
  const { holderRelation } = found;
  return holderRelation === "SHAREHOLDER" || holderRelation === "PRINCIPAL" || holderRelation === "EXECUTIVE"
    ? holderRelation
    : null;
}

interface Identity {
  readonly name: string | null | undefined;
  readonly certType: number | null | undefined;
  readonly certNumber: string | null | undefined;
}

/** Whether the holder is the filing entity by name, type and number; null while a missing part leaves it open. */
export function heldByEntity({ application: { entity } }: RuleInput, record: Registration): boolean | null {
  return isHolder(record, entity);
}

/** Whether the holder is the entity responsible person, by the same three. */
export function heldByErp(input: RuleInput, record: Registration): boolean | null {
  const person = erpOf(input)?.person;
  if (person === undefined) return false;
  const { name, idType, idNumber } = person;
  return isHolder(record, { name, certType: idType, certNumber: idNumber });
}

/** False as soon as one part differs; what the form leaves empty differs from whatever the holder has. */
function isHolder({ found }: Registration, { name, certType, certNumber }: Identity): boolean | null {
  const { realNameHolder, holderCertType, holderCertNumber } = found;
  const parts = [
    realNameHolder ? sameName(realNameHolder, name ?? "") : null,
    typeof holderCertType === "number" ? holderCertType === certType : null,
    holderCertNumber ? canonicalIdNumber(holderCertNumber) === canonicalIdNumber(certNumber ?? "") : null,
  ];
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

/** Units' names are compared with their blanks out, persons' also whatever dot stands between their parts. */
function sameName(left: string, right: string): boolean {
  return sameText(left, right) || canonicalPersonName(left) === canonicalPersonName(right);
}

/** Whether the holder is the unit itself: by its name, and by type and number as far as they are known. */
export function heldByUnitItself(
  { application: { entity } }: RuleInput,
  { found }: Registration,
): boolean | null {
  const { realNameHolder, holderCertType, holderCertNumber } = found;
  const differs =
    (realNameHolder && !sameText(realNameHolder, entity.name)) ||
    (typeof holderCertType === "number" && holderCertType !== entity.certType) ||
    (holderCertNumber && canonicalIdNumber(holderCertNumber) !== canonicalIdNumber(entity.certNumber));
  if (differs) return false;
  return realNameHolder ? true : null;
}

/** The parts of a record that would tell who holds the domain and are not there. */
export function missingHolderParts({ found }: Registration): string[] {
  const parts = ["realNameHolder", "holderCertType", "holderCertNumber"] as const;
  return parts
    .filter((part) => found[part] === undefined || found[part] === null || found[part] === "")
    .map((part) => `evidence.domains[].${part}`);
}
