import type { Evidence } from "../../filing/evidence";
import { domainKey, isWithinDomain, registrableDomain } from "../../identifiers/domain-name";
import { isCalendarDay } from "../../time/working-calendar";
import { type DomainAt, domainsAt } from "../document-view";
import { cannotCheck } from "../results";
import type { RuleResult } from "../rule";
import type { RuleInput } from "../rule-input";

type DomainRecord = NonNullable<Evidence["domains"]>[number];

/** What upstream found out about the registration of a domain. */
export interface Registration {
  readonly found: DomainRecord;
  /** `evidence.domains[0]` */
  readonly path: string;
}

/** The domains that are given; an empty line is R-091's alone. */
export function givenDomains(input: RuleInput, kind?: "WEBSITE" | "APP"): DomainAt[] {
  return domainsAt(input, kind).filter(({ domain }) => domain.trim() !== "");
}

/**
 * The record of a name, else that of the registrable domain it lies under, which is what is registered and held. Null:
 * nobody looked either up.
 */
export function registrationOf(input: RuleInput, domain: string): Registration | null {
  const registered = registrableDomain(domain);
  return recordOf(input, domain) ?? (registered === null ? null : recordOf(input, registered));
}

/** The record of exactly this name, or null. */
export function recordOf({ application }: RuleInput, domain: string): Registration | null {
  const all = application.evidence?.domains ?? [];
  const place = all.findIndex((one) => domainKey(one.domain) === domainKey(domain));
  const found = all[place];
  return found === undefined ? null : { found, path: `evidence.domains[${place}]` };
}

type Field = Exclude<keyof DomainRecord, "domain">;

/**
 * Judges one field of every domain's record. `judge` gets the field's value, which is there; without it the place
 * cannot be checked.
 */
export function overRecords<F extends Field>(
  input: RuleInput,
  field: F,
  judge: (at: DomainAt, value: NonNullable<DomainRecord[F]>, record: Registration) => RuleResult[],
): RuleResult[] {
  return givenDomains(input).flatMap((at) => {
    const record = registrationOf(input, at.domain);
    const value = record?.found[field];
    return record === null || value === undefined || value === null
      ? [cannotCheck(at.domainPath, `evidence.domains[].${field}`)]
      : judge(at, value, record);
  });
}

/** A day out of a record; null when the text is no day of the calendar. */
export function dayOf(text: string | null | undefined): string | null {
  return text && isCalendarDay(text) ? text : null;
}

/** Whether a paper that names this domain, or none, is about `domain`: a paper for a domain covers names below it. */
export function speaksOf(named: string | null | undefined, domain: string): boolean {
  return !named || isWithinDomain(domain, named);
}
