import type { Application } from "../filing/application";
import type { Entity } from "../filing/entity";
import type { Evidence } from "../filing/evidence";
import type { MaterialRef } from "../filing/materials";
import type { ServicePerson } from "../filing/person";
import type { Service } from "../filing/service";
import type { PersonalKind } from "./mask-value";

/**
 * Which field of the order document is personal, shape by shape. Every field is classified, so a field added to
 * the schema does not compile until somebody has decided about it.
 *
 * CLEAR: never personal. NESTED: has a table of its own. FREE_TEXT: may mention a person.
 * UNIT_NUMBER, UNIT_NAME: belong to a unit unless the value itself has the form of a person's.
 */
export type FieldClass = PersonalKind | "FREE_TEXT" | "UNIT_NUMBER" | "UNIT_NAME" | "CLEAR" | "NESTED";
export type FieldTable = Readonly<Record<string, FieldClass>>;
type TableOf<T> = Record<keyof T, FieldClass>;

export const APPLICATION_FIELDS = {
  filingType: "CLEAR",
  entityOrigin: "CLEAR",
  cancelOrigin: "CLEAR",
  accountId: "CLEAR",
  channel: "CLEAR",
  entity: "NESTED",
  services: "NESTED",
  target: "CLEAR",
  transfer: "CLEAR",
  reason: "FREE_TEXT",
  submitVerification: "CLEAR",
  materials: "NESTED",
  liveness: "CLEAR",
  videoVerification: "CLEAR",
  consents: "CLEAR",
  evidence: "NESTED",
} as const satisfies TableOf<Application>;

/** A unit's record: its own data are public, the person in it is not. */
export const UNIT_FIELDS = {
  region: "CLEAR",
  nature: "CLEAR",
  name: "CLEAR",
  certType: "CLEAR",
  certNumber: "UNIT_NUMBER",
  certAddress: "CLEAR",
  contactAddress: "CLEAR",
  certValidFrom: "CLEAR",
  certValidTo: "CLEAR",
  investor: "UNIT_NAME",
  remark: "FREE_TEXT",
  filingNumber: "CLEAR",
  responsiblePerson: "NESTED",
} as const satisfies TableOf<Entity>;

/** The record of a natural person. */
export const INDIVIDUAL_FIELDS = {
  ...UNIT_FIELDS,
  name: "PERSON_NAME",
  certNumber: "ID_NUMBER",
  certAddress: "ADDRESS",
  contactAddress: "ADDRESS",
} as const satisfies TableOf<Entity>;

export const PERSON_FIELDS = {
  sameAsEntity: "CLEAR",
  name: "PERSON_NAME",
  idType: "CLEAR",
  idNumber: "ID_NUMBER",
  idValidFrom: "CLEAR",
  idValidTo: "CLEAR",
  mobile: "PHONE",
  emergencyPhone: "PHONE",
  emergencyContactName: "PERSON_NAME",
  emergencyContactRelation: "FREE_TEXT",
  landline: "PHONE",
  email: "EMAIL",
  isLegalRepresentative: "CLEAR",
} as const satisfies TableOf<ServicePerson>;

export const SERVICE_FIELDS = {
  kind: "CLEAR",
  name: "CLEAR",
  filingNumber: "CLEAR",
  domains: "CLEAR",
  homepageUrl: "CLEAR",
  ipRanges: "CLEAR",
  serviceContent: "CLEAR",
  languages: "CLEAR",
  preApprovals: "CLEAR",
  remark: "FREE_TEXT",
  resource: "CLEAR",
  responsiblePerson: "NESTED",
  icon: "CLEAR",
  importMode: "CLEAR",
  usesSdk: "CLEAR",
  sdks: "CLEAR",
  ipDomainBindings: "CLEAR",
  platforms: "CLEAR",
} as const satisfies TableOf<Service>;

export const MATERIAL_FIELDS = {
  kind: "CLEAR",
  sha256: "CLEAR",
  fileName: "FREE_TEXT",
  serviceIndex: "CLEAR",
  domain: "CLEAR",
} as const satisfies TableOf<MaterialRef>;

export const EVIDENCE_FIELDS = {
  ocr: "NESTED",
  domains: "NESTED",
  companyRegistry: "NESTED",
  miitRegistry: "CLEAR",
  filedRecord: "NESTED",
  phones: "NESTED",
  images: "NESTED",
  faces: "CLEAR",
  sites: "NESTED",
} as const satisfies TableOf<Evidence>;

/** One element of a list field of the evidence. */
type Item<K extends keyof Evidence> = NonNullable<Evidence[K]> extends readonly (infer T)[] ? T : never;
export type OcrPaper = Item<"ocr">;
export type DomainEvidence = Item<"domains">;
export type CompanyRegistry = NonNullable<Evidence["companyRegistry"]>;

/** What was read off a paper that was issued to a person. */
export const PERSON_PAPER_FIELDS = {
  name: "PERSON_NAME",
  certNumber: "ID_NUMBER",
  legalRepresentative: "PERSON_NAME",
  address: "ADDRESS",
  idNumber: "ID_NUMBER",
  birthDate: "BIRTH_DATE",
  validFrom: "CLEAR",
  validTo: "CLEAR",
  issuer: "CLEAR",
} as const satisfies TableOf<OcrPaper["fields"]>;

/** What was read off a paper that was issued to a unit. */
export const UNIT_PAPER_FIELDS = {
  ...PERSON_PAPER_FIELDS,
  name: "CLEAR",
  certNumber: "UNIT_NUMBER",
  address: "CLEAR",
} as const satisfies TableOf<OcrPaper["fields"]>;

export const UNIT_HOLDER_FIELDS = {
  domain: "CLEAR",
  registrar: "CLEAR",
  registrarApproved: "CLEAR",
  tldApproved: "CLEAR",
  realNameStatus: "CLEAR",
  realNameOn: "CLEAR",
  realNameHolder: "CLEAR",
  holderCertType: "CLEAR",
  holderCertNumber: "UNIT_NUMBER",
  holderRelation: "CLEAR",
  expiresOn: "CLEAR",
  resolves: "CLEAR",
  resolvedIps: "CLEAR",
} as const satisfies TableOf<DomainEvidence>;

export const PERSON_HOLDER_FIELDS = {
  ...UNIT_HOLDER_FIELDS,
  realNameHolder: "PERSON_NAME",
  holderCertNumber: "ID_NUMBER",
} as const satisfies TableOf<DomainEvidence>;

export const UNIT_REGISTRY_FIELDS = {
  status: "CLEAR",
  name: "CLEAR",
  certNumber: "UNIT_NUMBER",
  legalRepresentative: "PERSON_NAME",
  entityKind: "CLEAR",
  businessScope: "CLEAR",
} as const satisfies TableOf<CompanyRegistry>;

export const PERSON_REGISTRY_FIELDS = {
  ...UNIT_REGISTRY_FIELDS,
  name: "PERSON_NAME",
  certNumber: "ID_NUMBER",
} as const satisfies TableOf<CompanyRegistry>;

export const PHONE_FIELDS = {
  phone: "PHONE",
  provinceCode: "CLEAR",
} as const satisfies TableOf<Item<"phones">>;

export const IMAGE_FIELDS = {
  sha256: "CLEAR",
  colour: "CLEAR",
  sharp: "CLEAR",
  edgesComplete: "CLEAR",
  glare: "CLEAR",
  screenReshoot: "CLEAR",
  copy: "CLEAR",
  background: "CLEAR",
  documentKind: "CLEAR",
  duplicateOf: "CLEAR",
  watermarkText: "FREE_TEXT",
  tamperSuspected: "CLEAR",
} as const satisfies TableOf<Item<"images">>;

export const SITE_FIELDS = {
  domain: "CLEAR",
  reachable: "CLEAR",
  onMainlandIp: "CLEAR",
  footerNumber: "CLEAR",
  footerLink: "CLEAR",
  footerCopyright: "FREE_TEXT",
  checkedAt: "CLEAR",
} as const satisfies TableOf<Item<"sites">>;
