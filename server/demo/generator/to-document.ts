import type { Entity } from "#shared/domain/filing/entity";
import type { EntityPerson } from "#shared/domain/filing/person";
import type { Service } from "#shared/domain/filing/service";
import type { DraftEntity } from "./entity";
import type { Human } from "./people";
import type { DraftService } from "./services";

/** The person fields of the order document. */
export function personDocument(human: Human): EntityPerson {
  return {
    name: human.name,
    idType: human.idType,
    idNumber: human.idNumber,
    idValidFrom: human.idValidFrom,
    idValidTo: human.idValidTo,
    mobile: human.mobile,
    emergencyPhone: human.emergencyPhone,
    emergencyContactName: human.emergencyContactName,
    emergencyContactRelation: human.emergencyContactRelation,
    landline: human.landline,
    email: human.email,
    isLegalRepresentative: human.isLegalRepresentative,
  };
}

export function entityDocument(entity: DraftEntity, erp: Human): Entity {
  const { filingNumber, ...rest } = entity;
  return {
    ...rest,
    region: { ...entity.region },
    ...(filingNumber === null ? {} : { filingNumber }),
    responsiblePerson: personDocument(erp),
  };
}

/** `iconSha256` is the uploaded icon of an APP; null where the form names none. */
export function serviceDocument(service: DraftService, iconSha256: string | null): Service {
  const { app, srp } = service;
  return {
    kind: service.kind,
    name: service.name,
    ...(service.filingNumber === null ? {} : { filingNumber: service.filingNumber }),
    domains: [...service.domains],
    ...(service.homepageUrl === null ? {} : { homepageUrl: service.homepageUrl }),
    ipRanges: service.ipRanges.map((range) => ({ ...range })),
    serviceContent: [...service.serviceContent],
    languages: [...service.languages],
    preApprovals: [],
    remark: service.remark,
    resource: { ...service.resource, publicIps: [...service.resource.publicIps] },
    responsiblePerson:
      srp === null ? { sameAsEntity: true } : { sameAsEntity: false, ...personDocument(srp) },
    ...(app === null
      ? {}
      : {
          ...(app.iconGiven && iconSha256 !== null ? { icon: iconSha256 } : {}),
          importMode: app.importMode,
          usesSdk: app.usesSdk,
          sdks: app.sdks.map((sdk) => ({ ...sdk })),
          ipDomainBindings: app.ipDomainBindings.map((binding) => ({
            ...binding,
            domains: [...binding.domains],
          })),
          platforms: app.platforms.map((platform) => ({ ...platform, domains: [...platform.domains] })),
        }),
  };
}
