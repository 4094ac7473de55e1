import type { FiledRecord } from "../../filing/evidence";
import type { Service } from "../../filing/service";
import { canonicalText } from "../../privacy/normalise";
import { type ServiceAt, sameText } from "../document-view";
import type { RuleInput } from "../rule-input";

export interface FiledServiceAt {
  readonly service: FiledRecord["services"][number];
  /** `evidence.filedRecord.services[0]` */
  readonly path: string;
}

/** The services of the registry's present record; null without one. */
export function filedServices({ application }: RuleInput): FiledServiceAt[] | null {
  const record = application.evidence?.filedRecord;
  if (!record) return null;
  return record.services.map((service, place) => ({
    service,
    path: `evidence.filedRecord.services[${place}]`,
  }));
}

/** The filed service with this filing number, or null. */
export function filedUnder(filed: readonly FiledServiceAt[], filingNumber: string): FiledServiceAt | null {
  const wanted = canonicalText(filingNumber);
  return filed.find(({ service }) => canonicalText(service.filingNumber ?? "") === wanted) ?? null;
}

/**
 * The filed service that a service of the order stands for: by its filing number, else by a domain they share, else
 * by its name; null when none of them is filed.
 */
export function filedCounterpart(
  filed: readonly FiledServiceAt[],
  { service }: Pick<ServiceAt, "service">,
): FiledServiceAt | null {
  const numbered = hasNumber(service) ? filedUnder(filed, service.filingNumber) : null;
  if (numbered !== null) return numbered;
  const alike = filed.filter((one) => one.service.kind === service.kind);
  return (
    alike.find((one) => one.service.domains.some((domain) => service.domains.includes(domain))) ??
    alike.find((one) => sameText(one.service.name, service.name)) ??
    null
  );
}

export function hasNumber(service: Service): service is Service & { filingNumber: string } {
  return (service.filingNumber ?? "").trim() !== "";
}
