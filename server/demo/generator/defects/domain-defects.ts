import { dateOfDay } from "../calendar-days";
import type { Draft, DraftDomain } from "../draft";
import { SLOT } from "../order-seed";
import { makeHuman } from "../people";
import {
  both,
  type Defect,
  editsServices,
  filesServices,
  found,
  hasOneService,
  inProvince,
  isPublicBody,
  isUnit,
  opensServices,
  outside,
  type Planted,
  startsWithWebsite,
} from "./defect";
import { FIRST_DOMAIN, firstDomain, renameDomain } from "./domain-moves";

/** Changes the record of the first domain; the finding stands at the domain. */
function onRecord(
  ruleId: string,
  change: (record: DraftDomain, draft: Draft) => void,
): (draft: Draft) => Planted[] {
  return (draft) => {
    const record = firstDomain(draft);
    if (record === undefined) return [];
    change(record, draft);
    return [found(ruleId, FIRST_DOMAIN)];
  };
}

const opensCompanySite = both(opensServices, startsWithWebsite, (shape) => !isPublicBody(shape));

function renamed(draft: Draft, suffix: string): string {
  return `${(draft.services[0]?.domains[0] ?? "").split(".")[0]}.${suffix}`;
}

/** Faults of domains, their registration and their holders (group DOM). */
export const DOMAIN_DEFECTS: readonly Defect[] = [
  {
    id: "domain-with-www",
    touches: ["domain", "homepage"],
    suits: opensCompanySite,
    plant: (draft) => {
      renameDomain(draft, 0, `www.${draft.services[0]?.domains[0] ?? ""}`);
      return [found("R-091", FIRST_DOMAIN)];
    },
  },
  {
    id: "suffix-not-approved",
    touches: ["domain"],
    suits: opensCompanySite,
    plant: (draft) => {
      renameDomain(draft, 0, renamed(draft, "tk"));
      return onRecord("R-092", (record) => {
        record.tldApproved = false;
      })(draft);
    },
  },
  {
    id: "registrar-not-approved",
    touches: ["domain"],
    suits: filesServices,
    plant: onRecord("R-093", (record) => {
      record.registrarApproved = false;
      record.registrar = "Example Overseas Registrar LLC";
    }),
  },
  {
    id: "domain-expires",
    touches: ["domain"],
    suits: filesServices,
    plant: onRecord("R-094", (record, { order }) => {
      record.expiresOn = dateOfDay(order.today + order.stream("domain expiry").pick([-25, -4, 15, 40, 60]));
    }),
  },
  {
    id: "domain-without-real-name",
    touches: ["domain"],
    suits: filesServices,
    plant: onRecord("R-095", (record, { order }) => {
      record.realNameStatus = order.stream("real name").pick(["NONE", "SYNCING"]);
      record.realNameOn = null;
    }),
  },
  {
    id: "domain-of-somebody-else",
    touches: ["domain"],
    suits: both(filesServices, (shape) => !isUnit(shape) || shape.province.holderMustBeUnit !== true),
    plant: onRecord("R-096", (record) => {
      record.realNameHolder = "示例他方贸易有限公司";
      record.holderCertType = 1;
      record.holderCertNumber = "91110108MA01ABCD5T";
      record.holderRelation = "NONE";
    }),
  },
  {
    id: "holder-relation-unproven",
    touches: ["domain"],
    suits: both(filesServices, isUnit, outside("NX", "XZ")),
    plant: (draft) => {
      const record = firstDomain(draft);
      if (record === undefined) return [];
      const { order, place } = draft;
      const holder = makeHuman(order, {
        slot: SLOT.outsider,
        home: place,
        mobileProvince: place.province.code,
        workCity: place.city.code,
        isLegalRepresentative: false,
      });
      record.realNameHolder = holder.name;
      record.holderCertType = holder.idType;
      record.holderCertNumber = holder.idNumber;
      record.holderRelation = order.stream("relation").pick(["SHAREHOLDER", "PRINCIPAL", "EXECUTIVE"]);
      return [found("R-097", "materials")];
    },
  },
  {
    id: "holder-is-not-the-unit",
    touches: ["domain"],
    rare: true,
    suits: both(filesServices, isUnit, inProvince("NX", "XZ")),
    plant: onRecord("R-098", (record, { erp }) => {
      record.realNameHolder = erp.name;
      record.holderCertType = erp.idType;
      record.holderCertNumber = erp.idNumber;
      record.holderRelation = "ERP";
    }),
  },
  {
    id: "domain-certificate-missing",
    touches: ["domain certificate", "domain"],
    suits: (shape) => filesServices(shape) && shape.province.noDomainCertificate !== true,
    plant: (draft) => {
      const at = draft.papers.findIndex((paper) => paper.kind === "DOMAIN_CERTIFICATE");
      if (at < 0) return [];
      draft.papers.splice(at, 1);
      return [found("R-099", "materials")];
    },
  },
  {
    id: "unfiled-domain-resolves",
    touches: ["domain"],
    suits: both(opensServices, startsWithWebsite),
    plant: onRecord("R-100", (record, { services }) => {
      record.resolves = true;
      record.resolvedIps = services[0]?.ipRanges.map((range) => range.start) ?? [];
    }),
  },
  {
    id: "domain-already-filed",
    touches: ["domain", "registry"],
    suits: both(opensServices, startsWithWebsite),
    plant: ({ registry, services, kind }) => {
      registry.domainsFiled.push(services[0]?.domains[0] ?? "");
      const filed = found("R-101", FIRST_DOMAIN);
      return kind.type === "ADD_SERVICE" ? [filed, found("R-004", FIRST_DOMAIN)] : [filed];
    },
  },
  {
    id: "public-body-under-com",
    touches: ["domain"],
    rare: true,
    suits: both(opensServices, startsWithWebsite, isPublicBody),
    plant: (draft) => {
      renameDomain(draft, 0, renamed(draft, "com"));
      return [found("R-102", FIRST_DOMAIN)];
    },
  },
  {
    id: "suffix-refused-in-beijing",
    touches: ["domain"],
    rare: true,
    suits: both(opensCompanySite, inProvince("BJ")),
    plant: (draft) => {
      renameDomain(
        draft,
        0,
        renamed(draft, draft.order.stream("refused suffix").pick(["org", "me", "asia"])),
      );
      return [found("R-103", FIRST_DOMAIN)];
    },
  },
  {
    id: "homepage-elsewhere",
    touches: ["homepage"],
    suits: both(editsServices, startsWithWebsite),
    plant: ({ services: [service], order }) => {
      const domain = service?.domains[0];
      if (service === undefined || domain === undefined) return [];
      service.homepageUrl = order
        .stream("homepage")
        .pick([domain, `http://www.${domain}`, "www.example-homepage.cn"]);
      return [found("R-104", "services[0].homepageUrl")];
    },
  },
  {
    id: "domain-twice-in-order",
    touches: ["domain", "services"],
    rare: true,
    suits: (shape) =>
      opensServices(shape) &&
      startsWithWebsite(shape) &&
      hasOneService(shape) &&
      !isPublicBody(shape) &&
      mayHaveTwo(shape),
    bend: (shape) => {
      shape.serviceKinds.push("WEBSITE");
      shape.sameAsEntity = true;
    },
    plant: (draft) => {
      const domain = draft.services[0]?.domains[0];
      const second = draft.services[1]?.domains[0];
      if (domain === undefined || second === undefined) return [];
      draft.domains.splice(
        draft.domains.findIndex((record) => record.domain === second),
        1,
      );
      draft.sites.splice(
        draft.sites.findIndex((site) => site.domain === second),
        1,
      );
      renameDomain(draft, 1, domain);
      return [found("R-105", "services[1].domains[0]")];
    },
  },
];

function mayHaveTwo({ province, nature, foreignDocument }: Parameters<Defect["suits"]>[0]): boolean {
  const limit = nature === "INDIVIDUAL" ? province.maxIndividualServices : province.maxUnitServices;
  return limit !== 1 && foreignDocument === null && province.srpNotLegal !== true;
}
