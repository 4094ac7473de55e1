import type { Application } from "../filing/application";
import type { Entity } from "../filing/entity";
import type { Evidence } from "../filing/evidence";
import type { Service } from "../filing/service";

/**
 * The document as rules and store see it: letter case of ID numbers, credit codes and domains folded, names
 * trimmed, fingerprints without separators (contracts.md §2, domain.md §5.6). Everything else stays as written: a
 * blank inside a number or domain is a fault that the customer is told, not one that is put right for him.
 */
export function foldApplication(application: Application): Application {
  const { evidence } = application;
  return {
    ...application,
    entity: foldEntity(application.entity),
    services: application.services.map(foldService),
    materials: application.materials.map((material) => ({ ...material, ...foldedDomain(material) })),
    ...(evidence ? { evidence: foldEvidence(evidence) } : {}),
  };
}

function foldEntity(entity: Entity): Entity {
  const { responsiblePerson } = entity;
  return {
    ...entity,
    name: entity.name.trim(),
    certNumber: upperCase(entity.certNumber),
    ...(responsiblePerson ? { responsiblePerson: foldPerson(responsiblePerson) } : {}),
  };
}

type PersonTexts = { name?: string | null | undefined; idNumber?: string | null | undefined };

function foldPerson<T extends PersonTexts>(person: T): T {
  return {
    ...person,
    ...(person.name ? { name: person.name.trim() } : {}),
    ...(person.idNumber ? { idNumber: upperCase(person.idNumber) } : {}),
  };
}

function foldService<T extends Service>(service: T): T {
  const { responsiblePerson, homepageUrl, platforms, ipDomainBindings } = service;
  return {
    ...service,
    name: service.name.trim(),
    domains: service.domains.map(lowerCase),
    ...(responsiblePerson ? { responsiblePerson: foldPerson(responsiblePerson) } : {}),
    ...(homepageUrl ? { homepageUrl: foldHost(homepageUrl) } : {}),
    ...(platforms ? { platforms: platforms.map(foldPlatform) } : {}),
    ...(ipDomainBindings
      ? { ipDomainBindings: ipDomainBindings.map((b) => ({ ...b, domains: b.domains.map(lowerCase) })) }
      : {}),
  };
}

/** Scheme and host in lower case; a path may tell letter case apart. */
function foldHost(url: string): string {
  return url.trim().replace(/^(?:[a-z]+:\/\/)?[^/?#]*/iu, (host) => host.toLowerCase());
}

type Platform = NonNullable<Service["platforms"]>[number];

function foldPlatform(platform: Platform): Platform {
  const { fingerprint, domains } = platform;
  return {
    ...platform,
    ...(fingerprint ? { fingerprint: fingerprint.replace(/[:\s]/gu, "").toUpperCase() } : {}),
    ...(domains ? { domains: domains.map(lowerCase) } : {}),
  };
}

function foldEvidence(evidence: Evidence): Evidence {
  const { ocr, domains, companyRegistry, miitRegistry, filedRecord, sites } = evidence;
  return {
    ...evidence,
    ...(ocr ? { ocr: ocr.map((paper) => ({ ...paper, fields: foldNumbers(paper.fields) })) } : {}),
    ...(domains ? { domains: domains.map((d) => ({ ...foldNumbers(d), ...foldedDomain(d) })) } : {}),
    ...(companyRegistry ? { companyRegistry: foldNumbers(companyRegistry) } : {}),
    ...(miitRegistry?.domainsFiled
      ? { miitRegistry: { ...miitRegistry, domainsFiled: miitRegistry.domainsFiled.map(lowerCase) } }
      : {}),
    ...(filedRecord
      ? {
          filedRecord: {
            entity: foldEntity(filedRecord.entity),
            services: filedRecord.services.map(foldService),
          },
        }
      : {}),
    ...(sites ? { sites: sites.map((site) => ({ ...site, ...foldedDomain(site) })) } : {}),
  };
}

const NUMBER_FIELDS: ReadonlySet<string> = new Set(["certNumber", "idNumber", "holderCertNumber"]);

function foldNumbers<T extends object>(record: T): T {
  const folded: Record<string, string> = {};
  for (const [key, value] of Object.entries(record)) {
    if (NUMBER_FIELDS.has(key) && typeof value === "string") folded[key] = upperCase(value);
  }
  return Object.assign({}, record, folded);
}

/** The folded domain of a record that has one, as something to spread over it. */
function foldedDomain<T extends string | null | undefined>(record: { domain?: T }): { domain?: string } {
  return record.domain ? { domain: lowerCase(record.domain) } : {};
}

function upperCase(value: string): string {
  return value.toUpperCase();
}

function lowerCase(value: string): string {
  return value.toLowerCase();
}
