import type { Entity } from "../filing/entity";
import { isIndividual } from "../filing/entity";
import type { Evidence } from "../filing/evidence";
import type { MaterialKind, MaterialRef } from "../filing/materials";
import type { EntityPerson } from "../filing/person";
import type { Service, ServiceKind } from "../filing/service";
import { canonicalDomain, canonicalText } from "../privacy/normalise";
import type { Text } from "./rule";
import type { RuleInput } from "./rule-input";

/** Ways into the order document that many rules share. Each gives the value together with its field path. */

export type Role = "ERP" | "SRP";
/** A person as the form has it; the ERP's fields stand for an SRP that is the same. */
export type Person = Partial<EntityPerson>;

export interface PersonAt {
  readonly role: Role;
  readonly person: Person;
  /** `entity.responsiblePerson` or `services[i].responsiblePerson`. */
  readonly path: string;
  /** null for the ERP. */
  readonly serviceIndex: number | null;
}

export interface ServiceAt {
  readonly service: Service;
  readonly index: number;
  /** `services[0]` */
  readonly path: string;
}

export interface DomainAt extends ServiceAt {
  readonly domain: string;
  /** `services[0].domains[1]` */
  readonly domainPath: string;
}

const ERP_PATH = "entity.responsiblePerson";

/** The entity responsible person, or null when the order names none. */
export function erpOf({ application }: RuleInput): PersonAt | null {
  const person = application.entity.responsiblePerson;
  return person ? { role: "ERP", person, path: ERP_PATH, serviceIndex: null } : null;
}

/** Every person that is stated: the ERP, and each SRP that is not said to be the same. One entry per form section. */
export function statedPersons(input: RuleInput): PersonAt[] {
  const erp = erpOf(input);
  return [...(erp === null ? [] : [erp]), ...srpsOf(input).filter(({ path }) => path !== ERP_PATH)];
}

/**
 * The responsible person of each service that has one. One that is "same as entity" is the ERP, at the ERP's path,
 * and is left out when there is no ERP.
 */
export function srpsOf(input: RuleInput): PersonAt[] {
  const erp = erpOf(input);
  return servicesAt(input).flatMap(({ service, index, path }): PersonAt[] => {
    const own = service.responsiblePerson;
    if (!own) return [];
    if (!own.sameAsEntity)
      return [{ role: "SRP", person: own, path: `${path}.responsiblePerson`, serviceIndex: index }];
    return erp === null ? [] : [{ ...erp, role: "SRP", serviceIndex: index }];
  });
}

/** The services of the order, or those of one kind. */
export function servicesAt({ application }: RuleInput, kind?: ServiceKind): ServiceAt[] {
  return application.services
    .map((service, index) => ({ service, index, path: `services[${index}]` }))
    .filter(({ service }) => kind === undefined || service.kind === kind);
}

/** Every domain of the services, or of those of one kind. */
export function domainsAt(input: RuleInput, kind?: ServiceKind): DomainAt[] {
  return servicesAt(input, kind).flatMap((at) =>
    at.service.domains.map((domain, place) => ({
      ...at,
      domain,
      domainPath: `${at.path}.domains[${place}]`,
    })),
  );
}

type Ocr = NonNullable<Evidence["ocr"]>[number];
type DomainEvidence = NonNullable<Evidence["domains"]>[number];
type Image = NonNullable<Evidence["images"]>[number];
type Site = NonNullable<Evidence["sites"]>[number];

/** What was read off the papers of a kind; of one service where an index is given. `path` ends with `.fields`. */
export function ocrOf(
  { application }: RuleInput,
  kind: MaterialKind,
  serviceIndex?: number,
): { readonly fields: Ocr["fields"]; readonly path: string }[] {
  return (application.evidence?.ocr ?? []).flatMap((paper, place) =>
    paper.materialKind === kind && (serviceIndex === undefined || (paper.serviceIndex ?? 0) === serviceIndex)
      ? [{ fields: paper.fields, path: `evidence.ocr[${place}].fields` }]
      : [],
  );
}

/** What upstream found out about a domain; null when nobody looked. */
export function domainEvidence(
  { application }: RuleInput,
  domain: string,
): { readonly found: DomainEvidence; readonly path: string } | null {
  const all = application.evidence?.domains ?? [];
  const place = all.findIndex((entry) => canonicalDomain(entry.domain) === canonicalDomain(domain));
  const found = all[place];
  return found === undefined ? null : { found, path: `evidence.domains[${place}]` };
}

/** What a machine saw in a picture; null when none looked. */
export function imageEvidence(
  { application }: RuleInput,
  sha256: string,
): { readonly image: Image; readonly path: string } | null {
  const all = application.evidence?.images ?? [];
  const place = all.findIndex((entry) => entry.sha256 === sha256);
  const image = all[place];
  return image === undefined ? null : { image, path: `evidence.images[${place}]` };
}

/** The probes of the entity's sites. */
export function sitesAt({ application }: RuleInput): { readonly site: Site; readonly path: string }[] {
  return (application.evidence?.sites ?? []).map((site, place) => ({
    site,
    path: `evidence.sites[${place}]`,
  }));
}

export interface MaterialAt {
  readonly material: MaterialRef;
  /** `materials[3]` */
  readonly path: string;
}

/** The materials of a kind, of one service where an index is given. A paper that names no service is its first's. */
export function materialsOf(
  { application }: RuleInput,
  kind: MaterialKind,
  serviceIndex?: number,
): MaterialAt[] {
  return application.materials.flatMap((material, place) =>
    material.kind === kind && (serviceIndex === undefined || (material.serviceIndex ?? 0) === serviceIndex)
      ? [{ material, path: `materials[${place}]` }]
      : [],
  );
}

export function hasMaterial(input: RuleInput, kind: MaterialKind, serviceIndex?: number): boolean {
  return materialsOf(input, kind, serviceIndex).length > 0;
}

export function isUnit({ application }: RuleInput): boolean {
  return !isIndividual(application.entity);
}

/** Which half of a `{ unit, individual }` switch speaks about this order. */
export function natureSide(input: RuleInput): "unit" | "individual" {
  return isUnit(input) ? "unit" : "individual";
}

/** The registry's present record of the entity, or null. */
export function filedEntity({ application }: RuleInput): Entity | null {
  return application.evidence?.filedRecord?.entity ?? null;
}

/** Equal names or addresses: NFKC, blanks out, one kind of brackets (domain.md §5.1). */
export function sameText(left: string, right: string): boolean {
  return canonicalText(left) === canonicalText(right);
}

export const ROLE_NAMES: Record<Role, Text> = {
  ERP: { zh: "主体负责人", en: "entity responsible person" },
  SRP: { zh: "服务负责人", en: "service responsible person" },
};
