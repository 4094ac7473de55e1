import { createHash } from "node:crypto";
import type { FiledService, RegistryQuery } from "#shared/contract/bureau-v1";
import { newEntityNumber, serviceIndexOf } from "./filing-number";
import type { EntityRow, SubmissionRow } from "./rows";
import type { Table } from "./table";

/** What is filed, as far as this bureau has approved it or been told of it by a number. */
export interface Registry {
  /** The sponsor's row; one that is not filed here yet is entered under its known number or a new one. */
  enter(row: SubmissionRow, seed: string, atMs: number): EntityRow;
  find(certDigest: string): EntityRow | undefined;
  save(entity: EntityRow): void;
  /** The filed sponsor that holds this domain, if any. */
  holderOf(domain: string): EntityRow | undefined;
  query(query: RegistryQuery): { filed: boolean; entityFilingNumber?: string; services: FiledService[] };
  readonly size: number;
}

/** Stands for a sponsor's certificate; letter case and blanks make no difference. */
export function certDigestOf(certType: number, certNumber: string): string {
  const folded = certNumber.replace(/\s/g, "").toUpperCase();
  return createHash("sha256").update(`${certType}:${folded}`).digest("hex");
}

export function foldDomain(domain: string): string {
  return domain.trim().toLowerCase();
}

export function createRegistry(table: Table<EntityRow>): Registry {
  const byDomain = new Map<string, string>();
  const numbers = new Set<string>();
  const note = (entity: EntityRow) => {
    numbers.add(entity.number);
    for (const service of entity.services) {
      for (const domain of service.domains) byDomain.set(foldDomain(domain), entity.certDigest);
    }
  };
  for (const entity of table.values()) note(entity);

  const holderOf = (domain: string) => {
    const certDigest = byDomain.get(foldDomain(domain));
    return certDigest === undefined ? undefined : table.get(certDigest);
  };
  const save = (entity: EntityRow) => {
    for (const service of table.get(entity.certDigest)?.services ?? []) {
      for (const domain of service.domains) {
        if (byDomain.get(foldDomain(domain)) === entity.certDigest) byDomain.delete(foldDomain(domain));
      }
    }
    table.set(entity.certDigest, entity);
    note(entity);
  };

  return {
    find: (certDigest) => table.get(certDigest),
    holderOf,
    save,
    enter(row, seed, atMs) {
      const known = table.get(row.certDigest);
      if (known?.filed) return known;
      const isTaken = (number: string) => numbers.has(number);
      return {
        certDigest: row.certDigest,
        filed: true,
        number: row.entityNumber ?? newEntityNumber(seed, row.provinceCode, row.certDigest, atMs, isTaken),
        nextIndex: firstFreeIndex(row),
        services: [],
      };
    },
    query(query) {
      const byCertificate = "certNumber" in query;
      const entity = byCertificate
        ? table.get(certDigestOf(query.certType, query.certNumber))
        : holderOf(query.domain);
      if (!entity?.filed) return { filed: false, services: [] };
      const services = byCertificate ? entity.services : servicesWith(entity, query.domain);
      return { filed: true, entityFilingNumber: entity.number, services };
    },
    get size() {
      return [...table.values()].filter((entity) => entity.filed).length;
    },
  };
}

function servicesWith(entity: EntityRow, domain: string): FiledService[] {
  const wanted = foldDomain(domain);
  return entity.services.filter((service) => service.domains.some((held) => foldDomain(held) === wanted));
}

/** A sponsor that was filed before we heard of it has at least one service: its indexes are not given again. */
function firstFreeIndex(row: SubmissionRow): number {
  const numbers = [...row.targetServices, ...row.services.flatMap((service) => service.filingNumber ?? [])];
  const highest = Math.max(0, ...numbers.map(serviceIndexOf));
  return Math.max(highest + 1, row.entityNumber === null ? 1 : 2);
}
