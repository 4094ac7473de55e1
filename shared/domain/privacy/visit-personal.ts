import type { Application } from "../filing/application";
import type { Entity } from "../filing/entity";
import type { Evidence } from "../filing/evidence";
import type { Service } from "../filing/service";
import type { PersonalKind } from "./mask-value";
import {
  APPLICATION_FIELDS,
  type CompanyRegistry,
  type DomainEvidence,
  EVIDENCE_FIELDS,
  type FieldClass,
  type FieldTable,
  IMAGE_FIELDS,
  INDIVIDUAL_FIELDS,
  MATERIAL_FIELDS,
  type OcrPaper,
  PERSON_FIELDS,
  PERSON_HOLDER_FIELDS,
  PERSON_PAPER_FIELDS,
  PERSON_REGISTRY_FIELDS,
  PHONE_FIELDS,
  SERVICE_FIELDS,
  SITE_FIELDS,
  UNIT_FIELDS,
  UNIT_HOLDER_FIELDS,
  UNIT_PAPER_FIELDS,
  UNIT_REGISTRY_FIELDS,
} from "./personal-fields";
import {
  holderIsPerson,
  isPersonalEntity,
  looksLikePersonalNumber,
  looksLikeUnitName,
  type Parties,
  paperIsPersonal,
  partiesOf,
  registryIsPersonal,
} from "./personhood";

/** Answers what stands in place of a personal value or a free text found at `fieldPath`. */
export type PersonalVisitor = (kind: PersonalKind | "FREE_TEXT", value: string, fieldPath: string) => string;

/**
 * A copy of the document in which the visitor has replaced every personal value and every free text. The one
 * walk behind masking and behind collecting, so that the two cannot disagree. Empty texts are not visited.
 */
export function visitPersonal(application: Application, visit: PersonalVisitor): Application {
  const { entity, services, materials, evidence } = application;
  return {
    ...visitFields(application, APPLICATION_FIELDS, "", visit),
    entity: visitEntity(entity, "entity", visit),
    services: services.map((service, index) => visitService(service, `services[${index}]`, visit)),
    materials: visitList(materials, MATERIAL_FIELDS, "materials", visit),
    ...(evidence ? { evidence: visitEvidence(evidence, partiesOf(application), visit) } : {}),
  };
}

function visitEntity(entity: Entity, path: string, visit: PersonalVisitor): Entity {
  const table = isPersonalEntity(entity) ? INDIVIDUAL_FIELDS : UNIT_FIELDS;
  return { ...visitFields(entity, table, `${path}.`, visit), ...visitedPerson(entity, path, visit) };
}

function visitService<T extends Service>(service: T, path: string, visit: PersonalVisitor): T {
  return {
    ...visitFields(service, SERVICE_FIELDS, `${path}.`, visit),
    ...visitedPerson(service, path, visit),
  };
}

/** The visited responsible person of an entity or service, as something to spread over it. */
function visitedPerson<T extends object>(
  owner: { readonly responsiblePerson?: T | null | undefined },
  path: string,
  visit: PersonalVisitor,
): { responsiblePerson?: T } {
  const person = owner.responsiblePerson;
  if (!person) return {};
  return {
    responsiblePerson: visitFields(person, PERSON_FIELDS, `${path}.responsiblePerson.`, visit),
  };
}

function visitEvidence(evidence: Evidence, parties: Parties, visit: PersonalVisitor): Evidence {
  const { ocr, domains, companyRegistry, filedRecord, phones, images, sites } = evidence;
  return {
    ...visitFields(evidence, EVIDENCE_FIELDS, "evidence.", visit),
    ...(ocr ? { ocr: visitPapers(ocr, parties, visit) } : {}),
    ...(domains ? { domains: visitHolders(domains, parties, visit) } : {}),
    ...(companyRegistry ? { companyRegistry: visitRegistry(companyRegistry, parties, visit) } : {}),
    ...(filedRecord
      ? {
          filedRecord: {
            entity: visitEntity(filedRecord.entity, "evidence.filedRecord.entity", visit),
            services: filedRecord.services.map((service, index) =>
              visitService(service, `evidence.filedRecord.services[${index}]`, visit),
            ),
          },
        }
      : {}),
    ...(phones ? { phones: visitList(phones, PHONE_FIELDS, "evidence.phones", visit) } : {}),
    ...(images ? { images: visitList(images, IMAGE_FIELDS, "evidence.images", visit) } : {}),
    ...(sites ? { sites: visitList(sites, SITE_FIELDS, "evidence.sites", visit) } : {}),
  };
}

function visitPapers(papers: readonly OcrPaper[], parties: Parties, visit: PersonalVisitor) {
  return papers.map((paper, index) => {
    const personal = paperIsPersonal(paper, parties);
    const table = personal ? PERSON_PAPER_FIELDS : UNIT_PAPER_FIELDS;
    return { ...paper, fields: visitFields(paper.fields, table, `evidence.ocr[${index}].fields.`, visit) };
  });
}

function visitHolders(domains: readonly DomainEvidence[], parties: Parties, visit: PersonalVisitor) {
  return domains.map((domain, index) => {
    const personal = holderIsPerson(domain, parties);
    const table = personal ? PERSON_HOLDER_FIELDS : UNIT_HOLDER_FIELDS;
    return visitFields(domain, table, `evidence.domains[${index}].`, visit);
  });
}

function visitRegistry(registry: CompanyRegistry, parties: Parties, visit: PersonalVisitor): CompanyRegistry {
  const personal = registryIsPersonal(registry.name ?? "", parties);
  const table = personal ? PERSON_REGISTRY_FIELDS : UNIT_REGISTRY_FIELDS;
  return visitFields(registry, table, "evidence.companyRegistry.", visit);
}

function visitList<T extends object>(
  items: readonly T[],
  table: FieldTable,
  path: string,
  visit: PersonalVisitor,
): T[] {
  return items.map((item, index) => visitFields(item, table, `${path}[${index}].`, visit));
}

/** A shallow copy of the record with its own texts visited as the table says. */
function visitFields<T extends object>(
  record: T,
  table: FieldTable,
  prefix: string,
  visit: PersonalVisitor,
): T {
  const replaced: Record<string, string> = {};
  for (const [key, value] of Object.entries(record)) {
    if (typeof value !== "string" || value === "") continue;
    const kind = visitedKind(table[key], value);
    if (kind !== null) replaced[key] = visit(kind, value, prefix + key);
  }
  return Object.assign({}, record, replaced);
}

/** What a value of that class is to the visitor; null when it is nobody's personal datum. */
function visitedKind(fieldClass: FieldClass | undefined, value: string): PersonalKind | "FREE_TEXT" | null {
  switch (fieldClass) {
    case undefined:
    case "CLEAR":
    case "NESTED":
      return null;
    case "UNIT_NUMBER":
      return looksLikePersonalNumber(value) ? "ID_NUMBER" : null;
    case "UNIT_NAME":
      return value.length < 2 || looksLikeUnitName(value) ? null : "PERSON_NAME";
    default:
      return fieldClass;
  }
}
