import type { Evidence } from "../../filing/evidence";
import { domainKey } from "../../identifiers/domain-name";
import { sitesAt } from "../document-view";
import { cannotCheck } from "../results";
import type { CannotCheck } from "../rule";
import type { RuleInput } from "../rule-input";
import { isSameService } from "../same-service";

type Site = NonNullable<Evidence["sites"]>[number];

interface Visit {
  readonly site: Site;
  /** `evidence.sites[0]` */
  readonly path: string;
}

/** A website of the entity that is filed already, by domain, and what a visit to it found. */
export interface FiledSite {
  readonly domain: string;
  /** Null when nobody went there. */
  readonly visit: Visit | null;
}

/**
 * The entity's filed websites that this order leaves standing, or null when nothing tells which they are. The filed
 * record names them, and the registry's list any further one that was visited. Without the record every site that was
 * visited counts, but for those that the order itself opens.
 */
export function filedSites(input: RuleInput): readonly FiledSite[] | null {
  const { filedRecord, miitRegistry } = input.application.evidence ?? {};
  const visits = visitsByHost(input);
  const opened = openedDomains(input);
  const standing = [...visits].flatMap(([domain, visit]) => (opened.has(domain) ? [] : [{ domain, visit }]));
  if (filedRecord) {
    const recorded = new Set(filedRecord.services.flatMap(({ domains }) => domains.map(hostOf)));
    const listed = new Set((miitRegistry?.domainsFiled ?? []).map(hostOf));
    return [
      ...remainingDomains(input).map((domain) => ({ domain, visit: visits.get(hostOf(domain)) ?? null })),
      ...standing.filter(({ domain }) => listed.has(domain) && !recorded.has(domain)),
    ];
  }
  if (standing.length > 0) return standing;
  return miitRegistry?.servicesTotal === 0 ? [] : null;
}

/** The first visit to each host; one that names no host tells nothing. */
function visitsByHost(input: RuleInput): ReadonlyMap<string, Visit> {
  const visits = new Map<string, Visit>();
  for (const visit of sitesAt(input)) {
    const host = hostOf(visit.site.domain);
    if (host !== "" && !visits.has(host)) visits.set(host, visit);
  }
  return visits;
}

/** The answer where it cannot be told which websites are filed. */
export function sitesUnknown({ application }: RuleInput, fieldPath: string): CannotCheck {
  return cannotCheck(fieldPath, application.evidence?.sites ? "evidence.filedRecord" : "evidence.sites");
}

/** Domains of filed websites, without those that a change takes off its website. */
function remainingDomains({ application }: RuleInput): string[] {
  const filed = application.evidence?.filedRecord?.services ?? [];
  const changes = application.filingType === "CHANGE_SERVICE" || application.filingType === "CHANGE_BOTH";
  const domains = filed
    .filter(({ kind }) => kind === "WEBSITE")
    .flatMap((site) => {
      const changed = changes
        ? application.services.find((service) => isSameService(service, site))
        : undefined;
      if (changed === undefined) return site.domains;
      const kept = new Set(changed.domains.map(domainKey));
      return site.domains.filter((domain) => kept.has(domainKey(domain)));
    });
  return [...new Set(domains)].filter((domain) => domain.trim() !== "");
}

/** Domains of websites that nobody has filed yet: they are still closed, and rightly so. */
function openedDomains({ application }: RuleInput): ReadonlySet<string> {
  const opens = application.filingType === "FIRST_FILING" || application.filingType === "ADD_SERVICE";
  return new Set(opens ? application.services.flatMap(({ domains }) => domains.map(hostOf)) : []);
}

function hostOf(domain: string): string {
  return domainKey(domain).replace(/^www\./u, "");
}
