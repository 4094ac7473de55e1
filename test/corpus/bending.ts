import type { Application } from "#shared/domain/filing/application";
import type { Entity } from "#shared/domain/filing/entity";
import type { Evidence, FiledRecord } from "#shared/domain/filing/evidence";
import type { MaterialKind } from "#shared/domain/filing/materials";
import type { EntityPerson } from "#shared/domain/filing/person";
import type { Service } from "#shared/domain/filing/service";

/**
 * Ways for cases to get at the parts of an order that they bend. A part that is not there is a mistake of the case,
 * so they throw instead of answering nothing.
 */

type Part<T> = NonNullable<T>;

function there<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`the order has no ${what}`);
  return value;
}

export function evidenceOf({ evidence }: Application): Evidence {
  return there(evidence, "evidence");
}

export function erpOf({ entity }: Application): EntityPerson {
  return there(entity.responsiblePerson, "ERP");
}

export function serviceOf({ services }: Application, index = 0): Service {
  return there(services[index], `service ${index}`);
}

export function srpOf(application: Application, index = 0): Part<Service["responsiblePerson"]> {
  return there(serviceOf(application, index).responsiblePerson, `SRP ${index}`);
}

/** What was read off the first paper of a kind. */
export function paperOf(
  application: Application,
  kind: MaterialKind,
): Part<Evidence["ocr"]>[number]["fields"] {
  const found = evidenceOf(application).ocr?.find(({ materialKind }) => materialKind === kind);
  return there(found, `reading of ${kind}`).fields;
}

export function domainFacts(application: Application, index = 0): Part<Evidence["domains"]>[number] {
  return there(evidenceOf(application).domains?.[index], `facts on domain ${index}`);
}

export function companyFacts(application: Application): Part<Evidence["companyRegistry"]> {
  return there(evidenceOf(application).companyRegistry, "company registry");
}

export function ministryFacts(application: Application): Part<Evidence["miitRegistry"]> {
  return there(evidenceOf(application).miitRegistry, "ministry registry");
}

export function filedRecordOf(application: Application): FiledRecord {
  return there(evidenceOf(application).filedRecord, "filed record");
}

export function filedEntityOf(application: Application): Entity {
  return filedRecordOf(application).entity;
}

export function filedErpOf(application: Application): EntityPerson {
  return there(filedEntityOf(application).responsiblePerson, "filed ERP");
}

export function filedServiceOf(application: Application, index = 0): FiledRecord["services"][number] {
  return there(filedRecordOf(application).services[index], `filed service ${index}`);
}

/** Takes every paper of a kind away, with what was read off it. */
export function withoutPapers(application: Application, kind: MaterialKind): void {
  const { materials } = application;
  if (!materials.some((material) => material.kind === kind)) throw new Error(`the order has no ${kind}`);
  application.materials = materials.filter((material) => material.kind !== kind);
  const evidence = evidenceOf(application);
  evidence.ocr = (evidence.ocr ?? []).filter(({ materialKind }) => materialKind !== kind);
}

/** The file of the first paper of a kind, as it is known to the image check. */
export function imageOf(application: Application, kind: MaterialKind): Part<Evidence["images"]>[number] {
  const material = there(
    application.materials.find((one) => one.kind === kind),
    kind,
  );
  const found = evidenceOf(application).images?.find(({ sha256 }) => sha256 === material.sha256);
  return there(found, `image of ${kind}`);
}

/** Adds a paper of a kind whose file is one that the order has already, so that its bytes are known. */
export function addPaper(
  application: Application,
  kind: MaterialKind,
  more: Partial<Application["materials"][number]> = {},
): void {
  const { sha256 } = there(application.materials[0], "material");
  application.materials.push({ kind, sha256, ...more });
}

/** Every text of the document that is exactly `from` becomes `to`. */
export function replaceEverywhere(application: Application, from: string, to: string): void {
  replaceIn(application, from, to);
}

function replaceIn(part: object, from: string, to: string): void {
  for (const [key, value] of Object.entries(part)) {
    if (value === from) Reflect.set(part, key, to);
    else if (value !== null && typeof value === "object") replaceIn(value, from, to);
  }
}
