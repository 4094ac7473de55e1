import { domainKey, registrableDomain } from "../../identifiers/domain-name";

/** Most distinct host names that stand under one registrable domain (domain.md §7.X, `DOMAIN_PREFIXES`). */
export function fullestDomain(hosts: readonly string[]): number {
  const byDomain = new Map<string, Set<string>>();
  for (const host of hosts) {
    const domain = registrableDomain(host);
    if (domain === null) continue;
    const names = byDomain.get(domain) ?? new Set();
    byDomain.set(domain, names.add(domainKey(host)));
  }
  return Math.max(0, ...[...byDomain.values()].map((names) => names.size));
}
