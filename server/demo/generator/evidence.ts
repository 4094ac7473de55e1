import { REGISTRARS } from "../data/companies";
import { dateOfDay } from "./calendar-days";
import {
  type Draft,
  type DraftCompany,
  type DraftDomain,
  type DraftRegistry,
  type DraftSite,
  isFullFiling,
  isIndividual,
} from "./draft";
import type { Human } from "./people";
import type { DraftService } from "./services";

type Setting = Pick<
  Draft,
  "order" | "shape" | "kind" | "entity" | "erp" | "srp" | "services" | "brand" | "filed"
>;

/** What the domain service knows of every domain of the order, and of the registrable domain above an APP's. */
export function domainEvidence(setting: Setting): DraftDomain[] {
  if (!isFullFiling(setting.kind)) return [];
  return setting.services.flatMap((service) =>
    service.domains.map((domain) => domainRecord(setting, service, domain)),
  );
}

/** A clean record: approved, real-name registered long ago, held by the entity, valid for a year and more. */
export function domainRecord(setting: Setting, service: DraftService, domain: string): DraftDomain {
  const { order, shape, entity, erp, kind } = setting;
  const label = domain.split(".").find((part) => part.length > 4) ?? domain;
  const rng = order.stream(`domain ${label}`);
  const holder = shape.holderIsErp
    ? {
        realNameHolder: erp.name,
        holderCertType: erp.idType,
        holderCertNumber: erp.idNumber,
        holderRelation: "ERP",
      }
    : {
        realNameHolder: entity.name,
        holderCertType: entity.certType,
        holderCertNumber: entity.certNumber,
        holderRelation: "ENTITY",
      };
  const inUse = service.kind === "APP" || (kind.type !== "FIRST_FILING" && kind.type !== "ADD_SERVICE");
  const ips =
    service.kind === "APP"
      ? (service.app?.ipDomainBindings.map((binding) => binding.ip) ?? [])
      : service.ipRanges.map((range) => range.start);
  return {
    domain,
    registrar: rng.pick(REGISTRARS),
    registrarApproved: true,
    tldApproved: true,
    realNameStatus: "PASSED",
    realNameOn: dateOfDay(order.today - 40 - rng.int(800)),
    ...holder,
    expiresOn: dateOfDay(order.today + 380 + rng.int(1_200)),
    resolves: inUse,
    resolvedIps: inUse ? ips : [],
  };
}

/** The companies' registry, or for public bodies the register of their own kind; individuals stand in none. */
export function companyEvidence(
  setting: Setting,
  legalRepresentative: string,
  scope: string,
): DraftCompany | null {
  if (isIndividual(setting)) return null;
  const { entity, shape } = setting;
  return {
    status: "存续",
    name: entity.name,
    certNumber: entity.certNumber,
    legalRepresentative,
    entityKind: ENTITY_KINDS[shape.nature] ?? "其他",
    businessScope: scope,
  };
}

const ENTITY_KINDS: Readonly<Record<string, string>> = {
  ENTERPRISE: "有限责任公司",
  SOLE_TRADER: "个体工商户",
  GOVERNMENT: "机关",
  INSTITUTION: "事业单位",
  SOCIAL_ORG: "社会团体",
  PRIVATE_NON_ENTERPRISE: "民办非企业单位",
  LAW_FIRM: "律师事务所",
};

/** The ministry's registry: nothing for a first filing, else what the filed record says. */
export function registryEvidence(setting: Setting, filingNumber: string): DraftRegistry {
  const { filed, kind } = setting;
  const services = filed?.services ?? [];
  return {
    entityFiled: filed !== null,
    entityFilingNumber: filed === null ? null : filingNumber,
    domainsFiled: services.flatMap((service) => service.domains),
    entityReviewElsewhere: false,
    entityShell: false,
    legacyOurs: kind.type === "CLAIM",
    appsFiled: services.filter((service) => service.kind === "APP").map((service) => service.name),
    servicesTotal: services.length,
    pendingChange: false,
  };
}

export function phoneEvidence({
  erp,
  srp,
}: Pick<Draft, "erp" | "srp">): { phone: string; provinceCode: string }[] {
  const locate = (human: Human) => ({ phone: human.mobile, provinceCode: human.mobileProvince });
  return srp === null ? [locate(erp)] : [locate(erp), locate(srp)];
}

/** A visit to every filed website (open, with its number) and to every new one (still closed). */
export function siteEvidence(setting: Setting): DraftSite[] {
  const { kind, filed, services, entity, order, shape } = setting;
  if (!isFullFiling(kind)) return [];
  const checkedAt = new Date(order.atMs - 3_600_000).toISOString();
  const open = (filed?.services ?? [])
    .filter((service) => service.kind === "WEBSITE")
    .flatMap((service) =>
      service.domains.map((domain) => ({
        domain,
        reachable: true,
        onMainlandIp: true,
        // Guangdong shows the entity's number, the others that of the service.
        footerNumber:
          (shape.province.id === "GD" ? filed?.entity.filingNumber : service.filingNumber) ?? null,
        footerLink: "https://beian.miit.gov.cn/",
        footerCopyright: `版权所有 © ${entity.name}`,
        checkedAt,
      })),
    );
  const opening = kind.type === "FIRST_FILING" || kind.type === "ADD_SERVICE";
  const closed = services
    .filter((service) => opening && service.kind === "WEBSITE")
    .flatMap((service) =>
      service.domains.map((domain) => ({
        domain,
        reachable: false,
        onMainlandIp: false,
        footerNumber: null,
        footerLink: null,
        footerCopyright: null,
        checkedAt,
      })),
    );
  return [...open, ...closed];
}
