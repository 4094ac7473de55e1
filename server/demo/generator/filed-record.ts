import type { FiledRecord } from "#shared/domain/filing/evidence";
import { OTHER_PROVIDERS } from "../data/companies";
import { type Brand, formerName } from "./company-names";
import { type DraftEntity, makeErp, makeSrp, officeAddress } from "./entity";
import { type OrderSeed, SLOT } from "./order-seed";
import type { Human } from "./people";
import type { Place } from "./regions";
import { publicIp } from "./resources";
import { type DraftService, siblingDomain } from "./services";
import type { OrderShape } from "./shape";
import { entityDocument, personDocument, serviceDocument } from "./to-document";

const US = { name: "本平台", ours: true };

export interface FiledSetting {
  readonly order: OrderSeed;
  readonly shape: OrderShape;
  readonly place: Place;
  readonly brand: Brand;
  readonly entity: DraftEntity;
  readonly erp: Human;
  /** The services as they are filed; for CHANGE_* as the order wants them, the past is worked out here. */
  readonly services: readonly DraftService[];
  readonly entityFilingNumber: string;
  /** Name that the first service bore before a change of its name. */
  readonly formerSiteName: string;
}

/** What the registry holds of the entity before this order; for a change, the values it replaces. */
export function makeFiledRecord(setting: FiledSetting): FiledRecord {
  const { shape } = setting;
  const entity = { ...entityDocument(setting.entity, setting.erp), filingNumber: setting.entityFilingNumber };
  const services = setting.services.map((service) => ({
    ...serviceDocument(service, null),
    accessProviders: providersOf(setting, service),
    pendingOperation: null,
  }));
  const record: FiledRecord = { entity, services };
  for (const item of shape.changes) REVERSALS[item](record, setting);
  return record;
}

function providersOf(
  { order, shape, services }: FiledSetting,
  service: DraftService,
): { name: string; ours: boolean }[] {
  const other = { name: order.stream("provider").pick(OTHER_PROVIDERS), ours: false };
  const accessed = services.at(-1) === service;
  switch (shape.kind.type) {
    case "ADD_ACCESS":
      return accessed || shape.kind.origin === "OTHER" ? [other] : [US];
    case "ADD_SERVICE":
      return shape.kind.origin === "OTHER" ? [other] : [US];
    case "CANCEL_ACCESS":
      return shape.kind.origin === "VOLUNTARY" ? [US, other] : [US];
    default:
      return [US];
  }
}

type Reversal = (record: FiledRecord, setting: FiledSetting) => void;

/** How the filed record differed from the order for each changed item. */
const REVERSALS: Readonly<Record<OrderShape["changes"][number], Reversal>> = {
  CONTACT_ADDRESS: ({ entity }, { order, place }) => {
    entity.contactAddress = officeAddress(order.stream("former office"), place);
  },
  CERT_ADDRESS: ({ entity }, { order, place }) => {
    entity.certAddress = officeAddress(order.stream("former seat"), place);
    entity.contactAddress = entity.certAddress;
  },
  NAME: ({ entity }, { brand }) => {
    entity.name = formerName(entity.name, brand);
  },
  LEGAL_REP: ({ entity }, { order, shape, place }) => {
    entity.responsiblePerson = personDocument(makeErp(order, shape, place, SLOT.formerErp));
  },
  CONTACTS: ({ entity }, { order, shape, place }) => {
    const former = makeErp(order, shape, place, SLOT.formerErp);
    entity.responsiblePerson = { ...entity.responsiblePerson, mobile: former.mobile, email: former.email };
  },
  SITE_NAME: ({ services }, { formerSiteName }) => {
    const [service] = services;
    if (service !== undefined) service.name = formerSiteName;
  },
  REMARK: ({ services }) => {
    const [service] = services;
    if (service !== undefined) service.remark = "对外展示与联系";
  },
  IP: ({ services }, { order }) => {
    const [service] = services;
    const former = publicIp(order, 9);
    if (service === undefined) return;
    if (service.kind === "WEBSITE") service.ipRanges = [{ start: former, end: former }];
    else service.ipDomainBindings = [{ ip: former, domains: service.domains }];
  },
  SRP: ({ services }, { order, shape, place }) => {
    const former = makeSrp(order, shape, place, SLOT.formerSrp);
    for (const service of services)
      service.responsiblePerson = { sameAsEntity: false, ...personDocument(former) };
  },
  DROP_DOMAIN: ({ services }) => {
    const [service] = services;
    const domain = service?.domains[0];
    if (service?.kind === "WEBSITE" && domain !== undefined) service.domains.push(siblingDomain(domain));
    else if (service !== undefined) service.remark = "对外展示与联系";
  },
};
