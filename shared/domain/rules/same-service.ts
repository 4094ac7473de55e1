import type { Service } from "../filing/service";
import { domainKey } from "../identifiers/domain-name";
import { canonicalText } from "../privacy/normalise";

/** Whether a service of the order is this filed one: the same filing number, or the same kind and a domain in common. */
export function isSameService(service: Service, filed: Service): boolean {
  if (service.filingNumber && filed.filingNumber) {
    return canonicalText(service.filingNumber) === canonicalText(filed.filingNumber);
  }
  const domains = new Set(filed.domains.map(domainKey));
  return service.kind === filed.kind && service.domains.some((domain) => domains.has(domainKey(domain)));
}
