import { parseIp, sameIp } from "../../identifiers/ip-address";
import { domainEvidence, type ServiceAt } from "../document-view";
import { at, cannotCheck, violated } from "../results";
import type { RuleResult } from "../rule";
import type { RuleInput } from "../rule-input";

/** R-142, first half: every IP that a listed domain resolves to is bound. */
export function unbound(input: RuleInput, { service, path }: ServiceAt): RuleResult[] {
  const place = `${path}.ipDomainBindings`;
  const bound = (service.ipDomainBindings ?? []).map(({ ip }) => ip);
  const lookups = service.domains.map((domain) => domainEvidence(input, domain));
  const resolved = lookups.flatMap((lookup) => lookup?.found.resolvedIps ?? []);
  const missing = [...new Set(resolved)].filter((ip) => !bound.some((one) => equalIps(one, ip)));
  if (missing.length > 0) {
    const list = missing.join("、");
    const materialList = { zh: `解析IP ${list}`, en: `the resolved IP ${list}` };
    const grounds = lookups.flatMap((lookup) => (lookup === null ? [] : [at(`${lookup.path}.resolvedIps`)]));
    return [violated(place, { materialList }, [at(place), ...grounds])];
  }
  const unknown = lookups.some((lookup) => !lookup?.found.resolvedIps && lookup?.found.resolves !== false);
  return unknown ? [cannotCheck(place, "evidence.domains[].resolvedIps")] : [];
}

/** R-142, second half: a bound domain is among the APP's domains. */
export function unlisted({ service, path }: ServiceAt): RuleResult[] {
  return (service.ipDomainBindings ?? []).flatMap(({ domains }, index) => {
    const foreign = domains.filter((domain) => !service.domains.includes(domain));
    if (foreign.length === 0) return [];
    const place = `${path}.ipDomainBindings[${index}]`;
    const list = foreign.map((domain) => (domain === "" ? "-" : domain)).join("、");
    const materialList = { zh: `APP域名 ${list}`, en: `the APP domain ${list}` };
    return [violated(place, { materialList }, [at(place), at(`${path}.domains`)])];
  });
}

function equalIps(left: string, right: string): boolean {
  const [a, b] = [parseIp(left), parseIp(right)];
  return a === null || b === null ? left === right : sameIp(a, b);
}
