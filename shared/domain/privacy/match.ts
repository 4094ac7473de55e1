import type { Application } from "../filing/application";
import type { Entity } from "../filing/entity";
import type { Evidence } from "../filing/evidence";
import type { MaterialKind } from "../filing/materials";
import type { EntityPerson } from "../filing/person";
import type { Service } from "../filing/service";
import {
  canonicalDomain,
  canonicalEmail,
  canonicalIdNumber,
  canonicalPersonName,
  canonicalPhone,
  canonicalText,
} from "./normalise";
import type { CompanyRegistry, DomainEvidence, OcrPaper } from "./personal-fields";
import { isPersonalEntity } from "./personhood";

/** Where the other side of a comparison comes from. WHOIS is the registrar's real-name data of a domain. */
export const MATCH_SOURCES = ["OCR", "REGISTRY", "WHOIS", "FILED"] as const;
export type MatchSource = (typeof MATCH_SOURCES)[number];

/**
 * Whether a field of the document equals what a source says, without either value: what a reviewer sees beside
 * masked data. `matches` is null when the source is there but one of the two sides is empty.
 */
export type MatchMark = {
  readonly fieldPath: string;
  readonly source: MatchSource;
  readonly matches: boolean | null;
};

type Text = string | null | undefined;
type Canonical = (value: string) => string;
type Person = Partial<EntityPerson>;
type PaperFields = OcrPaper["fields"];

/** One comparison: a field of ours, where to read it, and where to read its counterpart. */
type Line<Own, Other> = readonly [
  field: string,
  own: (own: Own) => Text,
  other: (other: Other) => Text,
  as: Canonical,
];

const UNIT_ON_PAPER: readonly Line<Entity, PaperFields>[] = [
  ["name", (own) => own.name, (paper) => paper.name, canonicalText],
  ["certNumber", (own) => own.certNumber, (paper) => paper.certNumber, canonicalIdNumber],
  ["certAddress", (own) => own.certAddress, (paper) => paper.address, canonicalText],
  ["certValidFrom", (own) => own.certValidFrom, (paper) => paper.validFrom, canonicalText],
  ["certValidTo", (own) => own.certValidTo, (paper) => paper.validTo, canonicalText],
];

const INDIVIDUAL_ON_PAPER: readonly Line<Entity, PaperFields>[] = [
  ["name", (own) => own.name, (paper) => paper.name, canonicalPersonName],
  ["certNumber", (own) => own.certNumber, personNumber, canonicalIdNumber],
  ...UNIT_ON_PAPER.slice(2),
];

const ENTITY_IN_REGISTRY: readonly Line<Entity, CompanyRegistry>[] = [
  ["name", (own) => own.name, (registry) => registry.name, canonicalText],
  ["certNumber", (own) => own.certNumber, (registry) => registry.certNumber, canonicalIdNumber],
];

const ENTITY_FILED: readonly Line<Entity, Entity>[] = [
  ["name", (own) => own.name, (filed) => filed.name, canonicalText],
  ["certNumber", (own) => own.certNumber, (filed) => filed.certNumber, canonicalIdNumber],
  ["certAddress", (own) => own.certAddress, (filed) => filed.certAddress, canonicalText],
  ["contactAddress", (own) => own.contactAddress, (filed) => filed.contactAddress, canonicalText],
];

const PERSON_ON_PAPER: readonly Line<Person, PaperFields>[] = [
  ["name", (own) => own.name, (paper) => paper.name, canonicalPersonName],
  ["idNumber", (own) => own.idNumber, personNumber, canonicalIdNumber],
  ["idValidFrom", (own) => own.idValidFrom, (paper) => paper.validFrom, canonicalText],
  ["idValidTo", (own) => own.idValidTo, (paper) => paper.validTo, canonicalText],
];

const PERSON_FILED: readonly Line<Person, Person>[] = [
  ["name", (own) => own.name, (filed) => filed.name, canonicalPersonName],
  ["idNumber", (own) => own.idNumber, (filed) => filed.idNumber, canonicalIdNumber],
  ["mobile", (own) => own.mobile, (filed) => filed.mobile, canonicalPhone],
  ["emergencyPhone", (own) => own.emergencyPhone, (filed) => filed.emergencyPhone, canonicalPhone],
  ["email", (own) => own.email, (filed) => filed.email, canonicalEmail],
];

/** The claim "is the legal representative" holds where licence and registry name the same person. */
const LEGAL_REPRESENTATIVE: readonly Line<Person, { legalRepresentative?: Text }>[] = [
  ["isLegalRepresentative", (own) => own.name, (source) => source.legalRepresentative, canonicalPersonName],
];

const SERVICE_FILED: readonly Line<Service, Service>[] = [
  ["name", (own) => own.name, (filed) => filed.name, canonicalText],
];

/**
 * Equality marks for the workbench, in the order of the form. A source that is missing altogether gives no mark.
 * Computed where the document is in clear; the result holds paths and answers only.
 */
export function matchMarks(application: Application): MatchMark[] {
  const { entity, services, evidence } = application;
  if (!evidence) return [];
  return [
    ...entityMarks(entity, evidence),
    ...services.flatMap((service, index) => serviceMarks(application, service, index, evidence)),
  ];
}

function entityMarks(entity: Entity, evidence: Evidence): MatchMark[] {
  const personal = isPersonalEntity(entity);
  const certificate = papersOf(evidence, ["ENTITY_CERTIFICATE"]);
  const identity = papersOf(evidence, ["ERP_ID_FRONT", "ERP_ID_BACK"]);
  const registry = present(evidence.companyRegistry);
  const filed = present(evidence.filedRecord?.entity);
  const person = entity.responsiblePerson ?? {};
  const path = "entity.responsiblePerson";
  return [
    ...(personal
      ? marks("entity", entity, "OCR", [...certificate, ...identity], INDIVIDUAL_ON_PAPER)
      : marks("entity", entity, "OCR", certificate, UNIT_ON_PAPER)),
    ...marks("entity", entity, "REGISTRY", registry, ENTITY_IN_REGISTRY),
    ...marks("entity", entity, "FILED", filed, ENTITY_FILED),
    ...marks(path, person, "OCR", identity, PERSON_ON_PAPER),
    ...marks(
      path,
      person,
      "FILED",
      filed.flatMap((one) => present(one.responsiblePerson)),
      PERSON_FILED,
    ),
    ...(person.isLegalRepresentative
      ? [
          ...marks(path, person, "OCR", certificate, LEGAL_REPRESENTATIVE),
          ...marks(path, person, "REGISTRY", registry, LEGAL_REPRESENTATIVE),
        ]
      : []),
  ];
}

function serviceMarks(
  application: Application,
  service: Service,
  index: number,
  evidence: Evidence,
): MatchMark[] {
  const path = `services[${index}]`;
  const filed = filedServices(service, evidence);
  const only = application.services.length === 1;
  const domains = service.domains.flatMap((domain, at) =>
    holderMarks(application.entity, domain, `${path}.domains[${at}]`, evidence.domains ?? []),
  );
  const names = marks(path, service, "FILED", filed, SERVICE_FILED);
  const person = service.responsiblePerson;
  if (!person || person.sameAsEntity) return [...names, ...domains];
  const papers = papersOf(
    evidence,
    ["SRP_ID_FRONT", "SRP_ID_BACK"],
    (at) => at === index || (at == null && only),
  );
  const filedPeople = filed.flatMap((one) =>
    present(
      one.responsiblePerson?.sameAsEntity
        ? evidence.filedRecord?.entity.responsiblePerson
        : one.responsiblePerson,
    ),
  );
  return [
    ...names,
    ...domains,
    ...marks(`${path}.responsiblePerson`, person, "OCR", papers, PERSON_ON_PAPER),
    ...marks(`${path}.responsiblePerson`, person, "FILED", filedPeople, PERSON_FILED),
  ];
}

/** Whether the registrar's holder of the domain is the sponsor: by number where both are known, else by name. */
function holderMarks(
  entity: Entity,
  domain: string,
  fieldPath: string,
  known: readonly DomainEvidence[],
): MatchMark[] {
  const key = canonicalDomain(domain);
  const found = known.filter((one) => canonicalDomain(one.domain) === key);
  if (found.length === 0) return [];
  const numbers = found.map((one) => one.holderCertNumber);
  const names = found.map((one) => one.realNameHolder);
  const matches =
    equalsEach(entity.certNumber, numbers, canonicalIdNumber) ??
    equalsEach(entity.name, names, canonicalText);
  return [{ fieldPath, source: "WHOIS", matches }];
}

/** The marks of one record against every record that a source holds on it; none when it holds no record. */
function marks<Own, Other>(
  path: string,
  own: Own,
  source: MatchSource,
  others: readonly Other[],
  lines: readonly Line<Own, Other>[],
): MatchMark[] {
  if (others.length === 0) return [];
  return lines.map(([field, ofOwn, ofOther, as]) => ({
    fieldPath: `${path}.${field}`,
    source,
    matches: equalsEach(ofOwn(own), others.map(ofOther), as),
  }));
}

/** Whether each value given equals our own: papers that disagree are no match. Null with nothing to compare. */
function equalsEach(own: Text, others: readonly Text[], as: Canonical): boolean | null {
  const given = others.filter((other): other is string => typeof other === "string" && other !== "");
  if (!own || given.length === 0) return null;
  const key = as(own);
  return given.every((other) => as(other) === key);
}

function papersOf(
  evidence: Evidence,
  kinds: readonly MaterialKind[],
  ofService: (serviceIndex: number | null | undefined) => boolean = () => true,
): PaperFields[] {
  const papers = (evidence.ocr ?? []).filter((paper) => kinds.some((kind) => kind === paper.materialKind));
  return papers.filter((paper) => ofService(paper.serviceIndex)).map((paper) => paper.fields);
}

/** Number of a person as a paper gives it, under whichever of the two names the reader filed it. */
function personNumber(paper: PaperFields): Text {
  return paper.idNumber || paper.certNumber;
}

function filedServices(service: Service, evidence: Evidence): Service[] {
  const number = service.filingNumber;
  if (!number) return [];
  return (evidence.filedRecord?.services ?? []).filter((one) => one.filingNumber === number);
}

/** A possibly missing record as a list of none or one. */
function present<T>(record: T | null | undefined): T[] {
  return record == null ? [] : [record];
}
