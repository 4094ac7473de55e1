import type { ServiceAt } from "../document-view";
import type { RuleInput } from "../rule-input";
import { type FiledServiceAt, filedCounterpart, filedServices } from "./filed-services";

export interface FiledDomains {
  readonly domains: readonly string[];
  /** `evidence.filedRecord.services[0].domains` */
  readonly path: string;
}

/** The domains filed for a service of the order. */
export function filedDomains(input: RuleInput, place: ServiceAt): FiledDomains | "NO_RECORD" | "NOT_FILED" {
  const filed = filedServices(input);
  if (filed === null) return "NO_RECORD";
  const one = filedCounterpart(filed, place) ?? onlyOne(filed, input, place);
  return one === null ? "NOT_FILED" : { domains: one.service.domains, path: `${one.path}.domains` };
}

/** A change of the only service of its kind is a change of the only filed one, whatever it was called. */
function onlyOne(
  filed: readonly FiledServiceAt[],
  input: RuleInput,
  { service }: ServiceAt,
): FiledServiceAt | null {
  const { filingType, services } = input.application;
  const alike = filed.filter((one) => one.service.kind === service.kind);
  const ordered = services.filter((one) => one.kind === service.kind);
  const isChange = filingType === "CHANGE_SERVICE" || filingType === "CHANGE_BOTH";
  return isChange && ordered.length === 1 && alike.length === 1 ? (alike[0] ?? null) : null;
}

interface ListedDomain {
  readonly domain: string;
  readonly path: string;
}

export interface ForeignDomains {
  /** Stand in place of a filed domain that is gone. */
  readonly replaced: readonly (ListedDomain & { readonly filed: string })[];
  /** Come on top. */
  readonly added: readonly ListedDomain[];
  readonly filedPath: string;
}

/**
 * The domains that a change lists and the registry does not hold for that service, as replacements of filed ones as
 * far as those are gone, in order; null when the filed domains are not known.
 */
export function foreignDomains(input: RuleInput, place: ServiceAt): ForeignDomains | null {
  const filed = filedDomains(input, place);
  if (filed === "NO_RECORD" || filed === "NOT_FILED") return null;
  const { service, path } = place;
  const gone = filed.domains.filter((domain) => !service.domains.includes(domain));
  const foreign = service.domains
    .map((domain, index) => ({ domain, path: `${path}.domains[${index}]` }))
    .filter(({ domain }) => !filed.domains.includes(domain));
  return {
    replaced: gone.flatMap((former, index) => {
      const one = foreign[index];
      return one === undefined ? [] : [{ ...one, filed: former }];
    }),
    added: foreign.slice(gone.length),
    filedPath: filed.path,
  };
}
