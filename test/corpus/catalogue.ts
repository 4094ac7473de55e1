import type { CorpusCase } from "./case";
import {
  CLEAN_CERTIFICATE_CASES,
  CLEAN_NATURE_CASES,
  CLEAN_PROVINCE_CASES,
  CLEAN_SHAPE_CASES,
} from "./cases/clean";
import { CLOSE_CALL_CASES } from "./cases/close-calls";
import {
  ADDRESS_FORM_CASES,
  CERTIFICATE_ADDRESS_CASES,
  CONTACT_PLACE_CASES,
  REGION_CASES,
} from "./cases/ent-address";
import { CERTIFICATE_NUMBER_CASES } from "./cases/ent-certificate";
import { ENTITY_CHANGE_CASES, UNIT_FORM_CASES } from "./cases/ent-identity";
import { ENTITY_NAME_CASES } from "./cases/ent-name";
import { CERTIFICATE_ISSUE_CASES, COMPANY_REGISTRY_CASES } from "./cases/ent-registry";
import { LOCAL_ONLY_CASES, RESIDENCE_PROOF_CASES } from "./cases/ent-residence";
import { AGE_CASES, MIN_AGE_CASES } from "./cases/erp-age";
import { EMERGENCY_PHONE_CASES, MAILBOX_CASES, THIRD_PERSON_CASES } from "./cases/erp-contact";
import { ID_NUMBER_CASES, ID_READING_CASES, LEGAL_REPRESENTATIVE_CASES } from "./cases/erp-identity";
import { ID_KIND_CASES } from "./cases/erp-kinds";
import { MOBILE_CASES, SHARED_MOBILE_CASES } from "./cases/erp-phone";
import { NO_RECORD_CASES } from "./cases/no-record";
import { ADMISSION_CASES } from "./cases/ord-admission";
import { CHANGE_KIND_CASES, CONSENT_CASES, UNCHANGEABLE_CASES } from "./cases/ord-change";
import { ORDER_CONFLICT_CASES, SERVICE_DOMAIN_CASES } from "./cases/ord-conflicts";
import { SERVICE_COUNT_CASES } from "./cases/ord-counts";
import { REMOVAL_CASES } from "./cases/ord-removal";
import { ORDER_TYPE_CASES } from "./cases/ord-type";
import { PROVINCE_SRP_CASES, SRP_LETTER_CASES, TWO_PERSONS_CASES } from "./cases/srp";
import { FINANCE_NAME_CASES, SHARED_SRP_CASES } from "./cases/srp-elsewhere";
import { SERVICE_CORPUS } from "./service-corpus";

/** All cases of the corpus. */
export const CORPUS: readonly CorpusCase[] = [
  ...CLEAN_NATURE_CASES,
  ...CLEAN_CERTIFICATE_CASES,
  ...CLEAN_PROVINCE_CASES,
  ...CLEAN_SHAPE_CASES,
  ...CERTIFICATE_ADDRESS_CASES,
  ...CONTACT_PLACE_CASES,
  ...ADDRESS_FORM_CASES,
  ...REGION_CASES,
  ...CERTIFICATE_NUMBER_CASES,
  ...UNIT_FORM_CASES,
  ...ENTITY_CHANGE_CASES,
  ...ENTITY_NAME_CASES,
  ...COMPANY_REGISTRY_CASES,
  ...CERTIFICATE_ISSUE_CASES,
  ...LOCAL_ONLY_CASES,
  ...RESIDENCE_PROOF_CASES,
  ...MIN_AGE_CASES,
  ...AGE_CASES,
  ...EMERGENCY_PHONE_CASES,
  ...THIRD_PERSON_CASES,
  ...MAILBOX_CASES,
  ...LEGAL_REPRESENTATIVE_CASES,
  ...ID_READING_CASES,
  ...ID_NUMBER_CASES,
  ...ID_KIND_CASES,
  ...MOBILE_CASES,
  ...SHARED_MOBILE_CASES,
  ...NO_RECORD_CASES,
  ...CLOSE_CALL_CASES,
  ...ADMISSION_CASES,
  ...CHANGE_KIND_CASES,
  ...UNCHANGEABLE_CASES,
  ...CONSENT_CASES,
  ...ORDER_CONFLICT_CASES,
  ...SERVICE_DOMAIN_CASES,
  ...SERVICE_COUNT_CASES,
  ...REMOVAL_CASES,
  ...ORDER_TYPE_CASES,
  ...TWO_PERSONS_CASES,
  ...SRP_LETTER_CASES,
  ...PROVINCE_SRP_CASES,
  ...SHARED_SRP_CASES,
  ...FINANCE_NAME_CASES,
  ...SERVICE_CORPUS,
];
