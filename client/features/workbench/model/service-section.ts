import type { Application } from "#shared/domain/filing/application";
import type { Service } from "#shared/domain/filing/service";
import { appGroups } from "./app-groups";
import type { FieldBuilder } from "./field-builder";
import { personGroup } from "./person-group";
import {
  answer,
  coded,
  type Field,
  type Group,
  list,
  period,
  type Section,
  type Shown,
  text,
} from "./section";

/** One website or APP: itself, its domains, its responsible person, the resource it runs on. */
export function serviceSection(document: Application, index: number, field: FieldBuilder): Section[] {
  const service = document.services[index];
  if (!service) return [];
  const path = `services[${index}]`;
  return [
    {
      id: path,
      title: service.kind === "APP" ? "app" : "website",
      n: index + 1,
      groups: [
        { id: path, title: "service", fields: serviceFields(document, service, index, field) },
        { id: `${path}.domains`, title: "domains", fields: domainFields(document, service, index, field) },
        ...appGroups(service, index, field),
        responsible(document, service, index, field),
        { id: `${path}.resource`, title: "resource", fields: resourceFields(service, index, field) },
      ],
    },
  ];
}

function serviceFields(
  document: Application,
  service: Service,
  serviceIndex: number,
  field: FieldBuilder,
): Field[] {
  const path = `services[${serviceIndex}]`;
  const filed = document.evidence?.filedRecord?.services.find(
    (one) => one.filingNumber && one.filingNumber === service.filingNumber,
  );
  const at = { serviceIndex };
  const rare = { serviceIndex, onlyIfGiven: true };
  return [
    ...field(`${path}.kind`, coded("serviceKind", service.kind), at),
    ...field(`${path}.name`, text(service.name), { ...at, evidence: [["FILED", text(filed?.name)]] }),
    ...field(`${path}.filingNumber`, text(service.filingNumber), rare),
    ...field(`${path}.homepageUrl`, text(service.homepageUrl), rare),
    ...field(`${path}.serviceContent`, codes("serviceContent", service.serviceContent), at),
    ...field(`${path}.languages`, codes("language", service.languages), at),
    ...field(`${path}.ipRanges`, list((service.ipRanges ?? []).map(ipRange)), rare),
    ...field(`${path}.preApprovals`, list((service.preApprovals ?? []).map(preApproval)), {
      ...rare,
      papers: ["PRE_APPROVAL"],
    }),
    ...field(`${path}.remark`, text(service.remark), at),
  ];
}

function domainFields(
  document: Application,
  service: Service,
  serviceIndex: number,
  field: FieldBuilder,
): Field[] {
  return service.domains.flatMap((domain, at) => {
    const known = document.evidence?.domains?.find((one) => one.domain === domain);
    const site = document.evidence?.sites?.find((one) => one.domain === domain);
    return field(`services[${serviceIndex}].domains[${at}]`, text(domain), {
      serviceIndex,
      papers: ["DOMAIN_CERTIFICATE", "DOMAIN_REALNAME_SCREENSHOT"],
      evidence: [
        ["WHOIS", known ? holderOf(known) : { as: "missing" }],
        ["SITE", site ? siteOf(site) : { as: "missing" }],
      ],
    });
  });
}

type Known = NonNullable<NonNullable<Application["evidence"]>["domains"]>[number];
type Site = NonNullable<NonNullable<Application["evidence"]>["sites"]>[number];

function holderOf(known: Known): Shown {
  return list(
    [
      text(known.realNameHolder),
      coded("realNameStatus", known.realNameStatus),
      text(known.registrar),
      known.expiresOn ? period(null, known.expiresOn) : text(null),
      coded("resolves", known.resolves == null ? null : String(known.resolves)),
    ].filter((shown) => shown.as !== "missing"),
  );
}

function siteOf(site: Site): Shown {
  return list(
    [
      coded("reachable", site.reachable == null ? null : String(site.reachable)),
      text(site.footerNumber),
    ].filter((shown) => shown.as !== "missing"),
  );
}

function responsible(document: Application, service: Service, index: number, field: FieldBuilder): Group {
  const person = service.responsiblePerson;
  const path = `services[${index}].responsiblePerson`;
  if (!person?.sameAsEntity)
    return personGroup({ document, person: person ?? {}, serviceIndex: index, field });
  return {
    id: path,
    title: "srp",
    fields: field(`${path}.sameAsEntity`, answer(true), {
      serviceIndex: index,
      papers: ["ERP_ID_FRONT", "ERP_ID_BACK", "LIVENESS_PHOTO"],
    }),
  };
}

function resourceFields(service: Service, serviceIndex: number, field: FieldBuilder): Field[] {
  const { resource } = service;
  if (!resource) return [];
  const path = `services[${serviceIndex}].resource`;
  const at = { serviceIndex, onlyIfGiven: true };
  return [
    ...field(`${path}.type`, coded("resourceType", resource.type), at),
    ...field(`${path}.instanceId`, text(resource.instanceId), at),
    ...field(`${path}.billing`, coded("billing", resource.billing), at),
    ...field(`${path}.months`, text(resource.months), at),
    ...field(`${path}.expiresOn`, text(resource.expiresOn), at),
    ...field(`${path}.regionMainland`, answer(resource.regionMainland), at),
    ...field(`${path}.filingsUsed`, text(resource.filingsUsed), at),
    ...field(`${path}.publicIps`, list((resource.publicIps ?? []).map(text)), at),
    ...field(`${path}.authCode`, text(resource.authCode?.code), at),
  ];
}

function codes(group: string, values: readonly number[] | null | undefined): Shown {
  return list((values ?? []).map((value) => coded(group, value)));
}

function ipRange(range: { start: string; end: string }): Shown {
  return text(range.start === range.end ? range.start : `${range.start} – ${range.end}`);
}

function preApproval(one: NonNullable<Service["preApprovals"]>[number]): Shown {
  return list([coded("preApproval", one.type), text(one.number)].filter((shown) => shown.as !== "missing"));
}
