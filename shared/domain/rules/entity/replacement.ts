import type { Entity } from "../../filing/entity";
import { embeddedOrganisationCode, isCreditCodeForm } from "../../identifiers/credit-code";
import { plainOrganisationCode } from "../../identifiers/organisation-code";
import { canonicalIdNumber, canonicalPersonName } from "../../privacy/normalise";
import { filedEntity, ocrOf } from "../document-view";
import { NATURES } from "../natures";
import type { RuleInput } from "../rule-input";

/** Whether two certificate numbers are one: letter case, blanks and the hyphen of organisation codes aside. */
export function sameNumber(left: string, right: string): boolean {
  return plainNumber(left) === plainNumber(right);
}

function plainNumber(number: string): string {
  return plainOrganisationCode(canonicalIdNumber(number));
}

/** The same entity under a new certificate: its unified code contains the organisation code of the filed number. */
export function isSameBody(certNumber: string, filedNumber: string): boolean {
  if (sameNumber(certNumber, filedNumber)) return true;
  const fresh = plainNumber(certNumber);
  const filed = plainNumber(filedNumber);
  const filedCode = isCreditCodeForm(filed) ? embeddedOrganisationCode(filed) : filed;
  return isCreditCodeForm(fresh) && embeddedOrganisationCode(fresh) === filedCode;
}

/**
 * Whether the province lets the filed entity be replaced by this one (`entityReplacement`, domain.md §8): an
 * individual by the own company, or a company by one of the same legal representative.
 */
export function replacementAllowed(input: RuleInput): boolean {
  const filed = filedEntity(input);
  const cases = input.province.switches.entityReplacement ?? [];
  if (filed === null || input.application.entity.nature !== NATURES.ENTERPRISE) return false;
  if (filed.nature === NATURES.INDIVIDUAL) {
    return (
      cases.includes("INDIVIDUAL_TO_OWN_COMPANY") &&
      isLegalRepresentative(input, { name: filed.name, idNumber: filed.certNumber })
    );
  }
  const former = formerRepresentative(filed);
  return (
    filed.nature === NATURES.ENTERPRISE &&
    cases.includes("COMPANY_TO_COMPANY_SAME_LEGAL_REP") &&
    former !== null &&
    isLegalRepresentative(input, former)
  );
}

interface Representative {
  readonly name: string;
  readonly idNumber: string;
}

function formerRepresentative({ responsiblePerson: person }: Entity): Representative | null {
  if (!person || person.isLegalRepresentative === false) return null;
  return { name: person.name ?? "", idNumber: person.idNumber ?? "" };
}

/**
 * By the registry or the licence, which name the present representative, or by the number of the ERP, unless the form
 * says that the ERP is somebody else.
 */
function isLegalRepresentative(input: RuleInput, { name, idNumber }: Representative): boolean {
  const { entity, evidence } = input.application;
  const registered = [
    evidence?.companyRegistry?.legalRepresentative,
    ...ocrOf(input, "ENTITY_CERTIFICATE").map(({ fields }) => fields.legalRepresentative),
  ];
  const isNamed = registered.some(
    (found) => Boolean(found) && canonicalPersonName(found ?? "") === canonicalPersonName(name),
  );
  const erp = entity.responsiblePerson;
  const isErp = idNumber !== "" && sameNumber(erp?.idNumber ?? "", idNumber);
  return isNamed || (isErp && erp?.isLegalRepresentative !== false);
}
