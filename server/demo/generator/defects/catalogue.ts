import { ADDRESS_DEFECTS } from "./address-defects";
import { APP_DEFECTS } from "./app-defects";
import { CERTIFICATE_DEFECTS } from "./certificate-defects";
import { CONTACT_DEFECTS } from "./contact-defects";
import type { Defect } from "./defect";
import { DOMAIN_DEFECTS } from "./domain-defects";
import { ORDER_DEFECTS } from "./order-defects";
import { PAPER_DEFECTS } from "./paper-defects";
import { PERSON_DEFECTS } from "./person-defects";
import { REMOVAL_DEFECTS } from "./removal-defects";
import { RESOURCE_DEFECTS } from "./resource-defects";
import { SERVICE_PERSON_DEFECTS } from "./service-person-defects";
import { SECTOR_DEFECTS, WEBSITE_DEFECTS } from "./website-defects";

/** Every fault the demo can plant, by rule group. */
export const DEFECTS: readonly Defect[] = [
  ...ORDER_DEFECTS,
  ...REMOVAL_DEFECTS,
  ...CERTIFICATE_DEFECTS,
  ...ADDRESS_DEFECTS,
  ...PERSON_DEFECTS,
  ...CONTACT_DEFECTS,
  ...SERVICE_PERSON_DEFECTS,
  ...PAPER_DEFECTS,
  ...DOMAIN_DEFECTS,
  ...WEBSITE_DEFECTS,
  ...SECTOR_DEFECTS,
  ...APP_DEFECTS,
  ...RESOURCE_DEFECTS,
];

const BY_ID = new Map(DEFECTS.map((defect) => [defect.id, defect]));

export function defectOf(id: string): Defect {
  const defect = BY_ID.get(id);
  if (defect === undefined) throw new Error(`no defect ${id}`);
  return defect;
}
