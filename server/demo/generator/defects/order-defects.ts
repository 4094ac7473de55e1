import { domainRecord } from "../evidence";
import { isMunicipality } from "../regions";
import { siblingDomain } from "../services";
import {
  both,
  type Defect,
  filesEntity,
  found,
  hasOneService,
  inProvince,
  isFull,
  isPerson,
  isPublicBody,
  isUnit,
  opensServices,
  outside,
  startsWithWebsite,
  typeIn,
} from "./defect";
import { addDomain } from "./domain-moves";

/** Faults of the order as such: wrong type, wrong object, wrong number of things (group ORD). */
export const ORDER_DEFECTS: readonly Defect[] = [
  {
    id: "entity-already-filed",
    touches: ["registry"],
    suits: typeIn("FIRST_FILING"),
    plant: ({ registry, shape, order }) => {
      registry.entityFiled = true;
      registry.entityFilingNumber = `${shape.province.short}ICP备2019${String(order.index % 1_000_000).padStart(6, "0")}号`;
      return [found("R-003", "filingType")];
    },
  },
  {
    id: "entity-not-filed",
    touches: ["registry"],
    suits: typeIn("ADD_SERVICE"),
    plant: ({ registry }) => {
      registry.entityFiled = false;
      return [found("R-004", "filingType")];
    },
  },
  {
    id: "claim-first",
    touches: ["registry"],
    suits: typeIn("FIRST_FILING", "ADD_ACCESS", "ADD_SERVICE"),
    plant: ({ registry }) => {
      registry.legacyOurs = true;
      return [found("R-006", "entity.certNumber")];
    },
  },
  {
    id: "shell-entity",
    touches: ["registry"],
    suits: (shape) => shape.kind.type === "FIRST_FILING" && shape.province.shellMayAdd !== true,
    plant: ({ registry }) => {
      registry.entityFiled = true;
      registry.entityShell = true;
      return [found("R-007", "entity.certNumber")];
    },
  },
  {
    id: "in-review-elsewhere",
    touches: ["registry"],
    suits: typeIn("FIRST_FILING", "CHANGE_ENTITY", "CHANGE_SERVICE", "CHANGE_BOTH"),
    plant: ({ registry, kind }) => {
      if (kind.type === "FIRST_FILING") registry.entityReviewElsewhere = true;
      else registry.pendingChange = true;
      return [found("R-009", "entity.certNumber")];
    },
  },
  {
    id: "entity-edited-while-adding",
    touches: ["contact address", "filed"],
    rare: true,
    suits: (shape) => shape.kind.type.startsWith("ADD_") && shape.kind.origin === "OURS",
    plant: ({ filed, entity }) => {
      if (filed === null) return [];
      filed.entity.contactAddress = `${entity.contactAddress.slice(0, -4)}${entity.contactAddress.endsWith("108室") ? "205室" : "108室"}`;
      return [found("R-010", "entity.contactAddress")];
    },
  },
  {
    id: "access-incomplete",
    touches: ["domain", "sites", "filed"],
    rare: true,
    suits: both(typeIn("ADD_ACCESS"), startsWithWebsite),
    plant: ({ services, filed, registry, sites }) => {
      const [service] = services;
      const record = filed?.services.find((one) => one.filingNumber === service?.filingNumber);
      const open = sites.find((site) => site.domain === service?.domains[0]);
      if (record === undefined || open === undefined) return [];
      const forgotten = open.domain.replace(".", "old.");
      record.domains.push(forgotten);
      registry.domainsFiled.push(forgotten);
      sites.push({ ...open, domain: forgotten });
      return [found("R-011", "services[0].domains")];
    },
  },
  {
    id: "too-many-services",
    touches: ["services", "domain"],
    rare: true,
    suits: (shape) =>
      opensServices(shape) &&
      (inProvince("HB", "HN")(shape) ||
        (isPerson(shape) && (shape.province.id === "HA" || takesOneAtFirst(shape)))),
    bend: (shape) => {
      shape.serviceKinds.splice(0, shape.serviceKinds.length, "WEBSITE", "WEBSITE");
      shape.sameAsEntity = true;
    },
    plant: () => [found("R-012", "services")],
  },
  {
    id: "two-domains",
    touches: ["domain"],
    suits: (shape) =>
      opensServices(shape) &&
      startsWithWebsite(shape) &&
      hasOneService(shape) &&
      !isPublicBody(shape) &&
      shape.province.maxIndividualServices !== 1,
    plant: (draft) => {
      const [service] = draft.services;
      const domain = service?.domains[0];
      if (service === undefined || domain === undefined) return [];
      const second = siblingDomain(domain);
      addDomain(draft, 0, second, domainRecord(draft, service, second));
      return [found("R-013", "services[0].domains")];
    },
  },
  {
    id: "contacts-changed-alone",
    touches: ["erp", "filed"],
    suits: (shape) =>
      shape.kind.type === "CHANGE_ENTITY" &&
      (isPerson(shape) || (shape.nature === "ENTERPRISE" && shape.sameAsEntity)),
    plant: ({ filed, erp }) => {
      const former = filed?.entity.responsiblePerson;
      if (former == null) return [];
      former.mobile = `${erp.mobile.slice(0, 3)}${String((Number(erp.mobile.slice(3)) + 50_000_000) % 100_000_000).padStart(8, "0")}`;
      return [found("R-014", "filingType")];
    },
  },
  {
    id: "legal-representative-changed-alone",
    touches: ["erp", "filed", "changes"],
    rare: true,
    suits: (shape) =>
      shape.kind.type === "CHANGE_ENTITY" && isUnit(shape) && shape.province.erpChangeNeedsBoth === true,
    bend: (shape) => {
      shape.changes.splice(0, 1, "LEGAL_REP");
      shape.sameAsEntity = false;
    },
    plant: () => [found("R-014", "filingType")],
  },
  {
    id: "domain-replaced",
    touches: ["domain", "sites", "filed"],
    suits: both(typeIn("CHANGE_SERVICE", "CHANGE_BOTH"), startsWithWebsite),
    plant: ({ filed, registry, services, sites }) => {
      const record = filed?.services[0];
      const domain = services[0]?.domains[0];
      const site = sites.find((one) => one.domain === domain);
      if (record === undefined || domain === undefined || site === undefined) return [];
      const former = domain.replace(".", "old.");
      const swap = (listed: string) => (listed === domain ? former : listed);
      record.domains = record.domains.map(swap);
      registry.domainsFiled.splice(0, registry.domainsFiled.length, ...registry.domainsFiled.map(swap));
      site.domain = former;
      return [found("R-015", "services[0].domains[0]")];
    },
  },
  {
    id: "consent-not-given",
    touches: ["consents"],
    suits: (shape) => isFull(shape) || shape.kind.type === "CLAIM",
    plant: (draft) => {
      if (draft.consents?.claimAgreement === true) draft.consents.claimAgreement = false;
      else if (draft.consents !== null) draft.consents.assistedEditing = false;
      return [found("R-016", "consents")];
    },
  },
  {
    id: "county-of-another-city",
    touches: ["region"],
    suits: (shape) =>
      typeIn("FIRST_FILING", "CHANGE_ENTITY", "CHANGE_BOTH")(shape) && !isMunicipality(shape.province.adcode),
    plant: ({ entity, place, order }) => {
      const others = place.province.cities.filter((city) => city.code !== place.city.code);
      const county = others.length === 0 ? undefined : order.stream("other county").pick(others).counties[0];
      if (county === undefined) return [];
      entity.region.countyCode = county.code;
      return [found("R-036", "entity.region.countyCode")];
    },
  },
  {
    id: "individual-from-another-province",
    touches: ["erp", "cert address"],
    rare: true,
    suits: both(isPerson, filesEntity, (shape) => shape.province.individuals === "LOCAL_ONLY", outside("JX")),
    bend: (shape) => {
      shape.outOfProvince = true;
    },
    plant: () => [found("R-029", "entity.region.provinceCode")],
  },
];

/** Hainan: one service in an individual's first filing, any number later. */
function takesOneAtFirst(shape: Parameters<Defect["suits"]>[0]): boolean {
  return shape.province.id === "HI" && shape.kind.type === "FIRST_FILING";
}
