import type { FiledService } from "#shared/contract/bureau-v1";
import { serviceIndexOf, serviceNumber } from "./filing-number";
import { foldDomain, type Registry } from "./registry";
import type { EntityRow, ServiceRow, SubmissionRow } from "./rows";

/** The numbers that an approval announces. */
export interface Approval {
  readonly entityFilingNumber?: string;
  readonly services?: { index: number; serviceFilingNumber: string }[];
}

const ANOTHER_PROVIDER = { name: "another-provider", ours: false };

/**
 * Writes an approved submission into the registry, by operation code: filings get numbers, changes keep them,
 * cancelling takes our access away, and deregistration frees entity, services and domains.
 */
export function approve(
  registry: Registry,
  row: SubmissionRow,
  provider: string,
  seed: string,
  atMs: number,
): Approval {
  if (row.czlx >= 5) return remove(registry, row);
  const ours = { name: provider, ours: true };
  let entity = registry.enter(row, seed, atMs);
  const services: { index: number; serviceFilingNumber: string }[] = [];
  for (const [index, service] of row.services.entries()) {
    const filed = filedCounterpart(entity, row, service, index);
    const number = filed?.serviceFilingNumber ?? knownNumber(row, service, index);
    const serviceFilingNumber = number ?? serviceNumber(entity.number, entity.nextIndex, service.kind);
    const others = filed?.accessProviders.filter((access) => !access.ours);
    const elsewhere = others ?? (row.czlx === 3 ? [ANOTHER_PROVIDER] : []);
    entity = withService(entity, {
      serviceFilingNumber,
      name: service.name,
      domains: service.domains,
      accessProviders: [...elsewhere, ours],
    });
    const nextIndex = Math.max(entity.nextIndex, serviceIndexOf(serviceFilingNumber) + 1);
    entity = { ...entity, nextIndex };
    services.push({ index, serviceFilingNumber });
  }
  registry.save(entity);
  return { entityFilingNumber: entity.number, services };
}

/** New services have no counterpart; an access or a change finds its own by number, else by domain. */
function filedCounterpart(
  entity: EntityRow,
  row: SubmissionRow,
  service: ServiceRow,
  index: number,
): FiledService | null {
  if (row.czlx <= 2) return null;
  const number = knownNumber(row, service, index);
  const domains = new Set(service.domains.map(foldDomain));
  return (
    entity.services.find((filed) => filed.serviceFilingNumber === number) ??
    entity.services.find((filed) => filed.domains.some((domain) => domains.has(foldDomain(domain)))) ??
    null
  );
}

function knownNumber(row: SubmissionRow, service: ServiceRow, index: number): string | null {
  if (row.czlx <= 2) return null;
  return service.filingNumber ?? (row.czlx === 4 ? (row.targetServices[index] ?? null) : null);
}

function withService(entity: EntityRow, service: FiledService): EntityRow {
  const others = entity.services.filter((filed) => filed.serviceFilingNumber !== service.serviceFilingNumber);
  return { ...entity, services: [...others, service] };
}

/** What was never filed here is removed without a trace: the provider knows of filings older than this bureau. */
function remove(registry: Registry, row: SubmissionRow): Approval {
  const entity = registry.find(row.certDigest);
  if (!entity?.filed) return row.entityNumber === null ? {} : { entityFilingNumber: row.entityNumber };
  const named = new Set([
    ...row.targetServices,
    ...row.services.flatMap((service) => service.filingNumber ?? []),
  ]);
  const isNamed = (service: FiledService) => named.has(service.serviceFilingNumber);
  if (row.czlx === 6) registry.save({ ...entity, filed: false, services: [] });
  else if (row.czlx === 7) {
    registry.save({ ...entity, services: entity.services.filter((service) => !isNamed(service)) });
  } else {
    const services = entity.services.map((service) =>
      isNamed(service)
        ? { ...service, accessProviders: service.accessProviders.filter((access) => !access.ours) }
        : service,
    );
    registry.save({ ...entity, services });
  }
  return { entityFilingNumber: entity.number };
}
