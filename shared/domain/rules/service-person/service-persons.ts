import { type PersonAt, srpsOf } from "../document-view";
import type { RuleInput } from "../rule-input";

export interface ServicePersonAt extends PersonAt {
  readonly serviceIndex: number;
  /** `services[i].responsiblePerson`, also of one who is the ERP. */
  readonly sectionPath: string;
  readonly sameAsEntity: boolean;
}

/** The responsible person of each service with the form section that names them; the ERP stands for "the same". */
export function servicePersons(input: RuleInput): ServicePersonAt[] {
  return srpsOf(input).flatMap((srp) => {
    const { serviceIndex } = srp;
    if (serviceIndex === null) return [];
    const sectionPath = `services[${serviceIndex}].responsiblePerson`;
    return [{ ...srp, serviceIndex, sectionPath, sameAsEntity: srp.path !== sectionPath }];
  });
}

/** Those who are stated on their own. */
export function ownServicePersons(input: RuleInput): ServicePersonAt[] {
  return servicePersons(input).filter(({ sameAsEntity }) => !sameAsEntity);
}
