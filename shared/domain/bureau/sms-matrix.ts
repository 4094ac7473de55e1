import type { Application } from "#shared/domain/filing/application";
import type { EntityPerson } from "#shared/domain/filing/person";
import type { Service } from "#shared/domain/filing/service";
import { entityChanged } from "./entity-changed";

/** A person who has to answer a verification code of the ministry (12381). */
export interface SmsRecipient {
  readonly role: "ERP" | "SRP";
  /** Empty when the document gives no number: the bureau then refuses the record instead of skipping the check. */
  readonly phone: string;
  /** Last six characters of the ID document, upper case. */
  readonly idTail: string;
}

/** Contradictions of seed §14 that stay configurable (domain.md §4). */
export interface SmsMatrixOptions {
  /** ADD_SERVICE of an APP while the entity stays as filed: nobody (note of table 14-1) or the SRP (its main cell). */
  readonly addAppWithoutEntityChange: "NONE" | "SRP";
}

export const DEFAULT_SMS_OPTIONS: SmsMatrixOptions = { addAppWithoutEntityChange: "NONE" };

/**
 * Who gets a code for this order: table 14-1 of seed §14 as decided in `domain.md` §4, the union over the services,
 * one entry per phone (role ERP where both persons share it), the ERP first.
 *
 * Persons are those written in the order, except the SRP of ADD_ACCESS and everybody in DEREGISTER_*: they are
 * those of `evidence.filedRecord`. Where that evidence is missing or lacks the service, the order's persons stand in.
 */
export function smsRecipients(
  application: Application,
  options: SmsMatrixOptions = DEFAULT_SMS_OPTIONS,
): SmsRecipient[] {
  const erp = application.entity.responsiblePerson;
  const srps = (services: readonly Service[]) => services.map((service) => orderSrp(application, service));
  switch (application.filingType) {
    case "FIRST_FILING":
    case "CHANGE_BOTH":
      return recipients([erp], srps(application.services));
    case "CHANGE_ENTITY":
      return recipients([erp], []);
    case "CHANGE_SERVICE":
      return recipients([], srps(application.services));
    case "ADD_ACCESS": {
      const originals = application.services.map((service) => filedSrp(application, service));
      return recipients(mayHaveChanged(application) ? [erp] : [], originals);
    }
    case "ADD_SERVICE": {
      const changed = mayHaveChanged(application);
      const asked = application.services.filter(
        (service) => service.kind === "WEBSITE" || (!changed && options.addAppWithoutEntityChange === "SRP"),
      );
      return recipients(changed ? [erp] : [], srps(asked));
    }
    case "DEREGISTER_ENTITY":
      return recipients([application.evidence?.filedRecord?.entity.responsiblePerson ?? erp], []);
    case "DEREGISTER_SERVICE":
      return recipients([], deregisteredSrps(application));
    case "CANCEL_ACCESS":
    case "CLAIM":
    case "TRANSFER":
      return [];
  }
}

/**
 * Without a filed record to compare with, an entity filed here counts as unchanged (its data are shown read-only,
 * seed §2 and §4), one filed elsewhere as changed: its data are open for editing, and one code too many harms
 * nobody, while one too few files a change that its responsible person never confirmed.
 */
function mayHaveChanged(application: Application): boolean {
  return entityChanged(application) ?? application.entityOrigin !== "OURS";
}

type Person = Pick<EntityPerson, "mobile" | "idNumber"> | null | undefined;

function orderSrp(application: Application, service: Service): Person {
  const own = service.responsiblePerson;
  return own?.sameAsEntity ? application.entity.responsiblePerson : own;
}

/** The SRP of the filed counterpart of a service: by filing number, else by a shared domain, else by kind and name. */
function filedSrp(application: Application, service: Service): Person {
  const filed = application.evidence?.filedRecord;
  const domains = new Set(service.domains.map(fold));
  const counterpart =
    filed?.services.find(
      (other) => isGiven(service.filingNumber) && other.filingNumber === service.filingNumber,
    ) ??
    filed?.services.find((other) => other.domains.some((domain) => domains.has(fold(domain)))) ??
    filed?.services.find((other) => other.kind === service.kind && other.name === service.name);
  const person = counterpart?.responsiblePerson;
  if (!person) return orderSrp(application, service);
  return person.sameAsEntity ? filed?.entity.responsiblePerson : person;
}

/** The SRPs of the filed services the target names; else of the order's copy; never nobody: this cannot be undone. */
function deregisteredSrps(application: Application): Person[] {
  const filed = application.evidence?.filedRecord;
  const numbers = application.target?.serviceFilingNumbers ?? [];
  const named = (filed?.services ?? []).filter(
    (service) => isGiven(service.filingNumber) && numbers.includes(service.filingNumber),
  );
  const services = named.length > 0 ? named : application.services;
  return services.length > 0 ? services.map((service) => filedSrp(application, service)) : [null];
}

function recipients(erps: readonly Person[], srps: readonly Person[]): SmsRecipient[] {
  const byPhone = new Map<string, SmsRecipient>();
  const add = (role: SmsRecipient["role"], person: Person) => {
    const phone = foldPhone(person?.mobile ?? "");
    const idTail = (person?.idNumber ?? "").trim().slice(-6).toUpperCase();
    if (!byPhone.has(phone)) byPhone.set(phone, { role, phone, idTail });
  };
  for (const person of erps) add("ERP", person);
  for (const person of srps) add("SRP", person);
  return [...byPhone.values()];
}

function foldPhone(phone: string): string {
  return phone.replace(/[\s-]/g, "").replace(/^\+?86(?=1\d{10}$)/, "");
}

function fold(domain: string): string {
  return domain.trim().toLowerCase();
}

function isGiven(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && value !== "";
}
