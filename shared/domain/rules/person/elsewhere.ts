import { erpOf } from "../document-view";
import { fact } from "../results";
import type { EvidenceRef } from "../rule";
import type { OtherEntity, OtherPerson, RuleInput } from "../rule-input";
import type { ContactField } from "./person-texts";
import { idNumberOf } from "./same-person";

/** How the rules' `needs` name what is known of other entities' persons. */
export const CONTACT_INDEX = "context.contactIndex";

/** Canonical ID number of the legal representative who is this order's ERP; null = the ERP is not that, or unnamed. */
export function ownLegalRepNumber(input: RuleInput): string | null {
  const person = erpOf(input)?.person;
  const number = person?.isLegalRepresentative === true ? idNumberOf(person) : "";
  return number === "" ? null : number;
}

/** Whether this order's legal representative is, as such, the other entity's ERP too. */
export function hasSameLegalRep(input: RuleInput, other: OtherEntity): boolean {
  const own = ownLegalRepNumber(input);
  return own !== null && other.erp?.isLegalRepresentative === true && other.erp.idNumber === own;
}

/** The persons of another entity whose contacts count as somebody else's: all but the common legal representative. */
export function othersOf(input: RuleInput, other: OtherEntity): OtherPerson[] {
  const persons = [...(other.erp === null ? [] : [other.erp]), ...other.srps];
  const own = hasSameLegalRep(input, other) ? ownLegalRepNumber(input) : null;
  return persons.filter(({ idNumber }) => own === null || idNumber !== own);
}

/** Whether one of these persons gave the canonical value in one of the fields; empty values are nobody's. */
export function givenBy(
  persons: readonly OtherPerson[],
  value: string,
  fields: readonly ContactField[],
): boolean {
  return value !== "" && persons.some((person) => fields.some((field) => person[field] === value));
}

/** The other orders as the reviewer is shown them. */
export function otherOrders(others: readonly OtherEntity[]): EvidenceRef[] {
  return others.map(({ orderNo, entityLabel }) => fact(CONTACT_INDEX, `${orderNo} ${entityLabel}`));
}
