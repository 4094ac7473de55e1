import type { Application } from "#shared/domain/filing/application";
import type { Entity } from "#shared/domain/filing/entity";
import type { Evidence, FiledRecord } from "#shared/domain/filing/evidence";
import type { MaterialKind } from "#shared/domain/filing/materials";
import type { EntityPerson, ServicePerson } from "#shared/domain/filing/person";
import type { Service } from "#shared/domain/filing/service";
import {
  addPaper,
  companyFacts,
  erpOf,
  filedEntityOf,
  filedErpOf,
  filedServiceOf,
  imageOf,
  ministryFacts,
  paperOf,
  replaceEverywhere,
  serviceOf,
  srpOf,
  withoutPapers,
} from "./bending";
import type { Bend } from "./case";

/** Bends as data: what becomes of which part. null takes a value away. */

/** One after the other. */
export function all(...bends: readonly Bend[]): Bend {
  return (application, files) => {
    for (const bend of bends) bend(application, files);
  };
}

export function order(values: Partial<Application>): Bend {
  return (application) => void Object.assign(application, values);
}

export function entity(values: Partial<Entity>): Bend {
  return (application) => void Object.assign(application.entity, values);
}

export function region(values: Partial<Entity["region"]>): Bend {
  return (application) => void Object.assign(application.entity.region, values);
}

export function erp(values: EntityPerson): Bend {
  return (application) => void Object.assign(erpOf(application), values);
}

export function srp(values: Partial<ServicePerson>, index = 0): Bend {
  return (application) => void Object.assign(srpOf(application, index), values);
}

export function service(values: Partial<Service>, index = 0): Bend {
  return (application) => void Object.assign(serviceOf(application, index), values);
}

/** What was read off the first paper of a kind. */
export function reading(kind: MaterialKind, values: ReturnType<typeof paperOf>): Bend {
  return (application) => void Object.assign(paperOf(application, kind), values);
}

/** What the image check saw on the first paper of a kind. */
export function image(kind: MaterialKind, values: Partial<ReturnType<typeof imageOf>>): Bend {
  return (application) => void Object.assign(imageOf(application, kind), values);
}

/** What the companies' registry says. */
export function registry(values: ReturnType<typeof companyFacts>): Bend {
  return (application) => void Object.assign(companyFacts(application), values);
}

/** What the ministry's registry says. */
export function ministry(values: ReturnType<typeof ministryFacts>): Bend {
  return (application) => void Object.assign(ministryFacts(application), values);
}

export function filedEntity(values: Partial<Entity>): Bend {
  return (application) => void Object.assign(filedEntityOf(application), values);
}

export function filedErp(values: EntityPerson): Bend {
  return (application) => void Object.assign(filedErpOf(application), values);
}

export function filedService(values: Partial<FiledRecord["services"][number]>, index = 0): Bend {
  return (application) => void Object.assign(filedServiceOf(application, index), values);
}

/** A part of the evidence that is not there. */
export function without(part: keyof Evidence): Bend {
  return (application) => void Object.assign(application.evidence ?? {}, { [part]: null });
}

export function withoutPaper(kind: MaterialKind): Bend {
  return (application) => withoutPapers(application, kind);
}

export function paper(kind: MaterialKind, more: Partial<Application["materials"][number]> = {}): Bend {
  return (application) => addPaper(application, kind, more);
}

/** The entity's number, wherever the order and its evidence name it. */
export function renumber(to: (number: string) => string): Bend {
  return (application) => {
    const { certNumber } = application.entity;
    replaceEverywhere(application, certNumber, to(certNumber));
  };
}

/** The entity's name likewise. */
export function rename(to: (name: string) => string): Bend {
  return (application) => {
    const { name } = application.entity;
    replaceEverywhere(application, name, to(name));
  };
}

/** Another type of certificate, in the order, its filed record and as the domains' registrars know it. */
export function certifyAs(certType: number): Bend {
  return (application) => {
    const { entity: own, evidence } = application;
    for (const domain of evidence?.domains ?? [])
      if (domain.holderCertNumber === own.certNumber) domain.holderCertType = certType;
    own.certType = certType;
    if (evidence?.filedRecord) evidence.filedRecord.entity.certType = certType;
  };
}

/** Another nature, in the order and its filed record. */
export function natureOf(nature: number): Bend {
  return ({ entity: own, evidence }) => {
    own.nature = nature;
    if (evidence?.filedRecord) evidence.filedRecord.entity.nature = nature;
  };
}
