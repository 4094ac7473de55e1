import type { FilingKind } from "#shared/domain/filing/filing-type";
import { PUBLIC_SCOPES } from "../data/companies";
import { arrangeServices } from "./arrange-services";
import { appNames, type EntityNames, entityNames, makeBrand, nameBefore, siteNames } from "./company-names";
import { type Draft, type DraftLiveness, isFullFiling } from "./draft";
import { entityFilingNumber, makeEntity, makeErp, makeSrp } from "./entity";
import { companyEvidence, domainEvidence, phoneEvidence, registryEvidence, siteEvidence } from "./evidence";
import { makeFiledRecord } from "./filed-record";
import { orderPapers } from "./order-papers";
import { type OrderSeed, SLOT, uniqueDigits } from "./order-seed";
import { contactName } from "./people";
import { pickPlace } from "./regions";
import type { DraftService, ServiceSetting } from "./services";
import type { OrderShape } from "./shape";

/** An order without a fault: complete, consistent, and what its province asks for. */
export function buildDraft(order: OrderSeed, shape: OrderShape): Draft {
  const { kind } = shape;
  const place = pickPlace(order.stream("place"), shape.province.adcode);
  const brand = makeBrand(order);
  const erp = makeErp(order, shape, place);
  const srp = shape.sameAsEntity ? null : makeSrp(order, shape, place);
  const names: EntityNames = entityNames(order, shape.nature, brand, place);
  const entity = makeEntity(order, shape, names, place, erp);
  const legalRepresentative = erp.isLegalRepresentative ? erp.name : contactName(order, SLOT.outsider);
  const sites = siteNames(order, shape, names, brand);
  const setting: ServiceSetting = {
    order,
    shape,
    brand,
    siteNames: sites,
    appNames: appNames(order, brand),
    srp,
  };
  const filingNumber = entityFilingNumber(order, shape.province.short);
  const { services, filedServices } = arrangeServices(setting, filingNumber);
  const filed =
    kind.type === "FIRST_FILING"
      ? null
      : makeFiledRecord({
          order,
          shape,
          place,
          brand,
          entity,
          erp,
          services: filedServices,
          entityFilingNumber: filingNumber,
          formerSiteName: nameBefore(
            filedServices[0]?.name ?? "",
            filedServices[0]?.kind === "APP" ? setting.appNames : sites,
            names,
          ),
        });
  if (namesItsNumber(kind)) entity.filingNumber = filingNumber;
  const scope =
    shape.nature === "INDIVIDUAL" ? "" : (PUBLIC_SCOPES[shape.nature]?.scope ?? brand.industry.scope);
  const core = { order, shape, kind, place, brand, names, entity, erp, srp, services, filed };
  const liveness = livenessOf(order, kind, services);
  const accountId = `acct-${uniqueDigits(order, 0, 8)}`;
  return {
    ...core,
    accountId,
    channel: order.stream("channel").pick(["WEB", "WEB", "APP"]),
    target: targetOf(kind, filingNumber, filedServices, services),
    transfer:
      kind.type === "TRANSFER"
        ? {
            fromAccountId: accountId,
            toAccountId: `acct-${uniqueDigits(order, 1, 8)}`,
            scope: order.stream("transfer").pick(["ENTITY", "SERVICE"]),
          }
        : null,
    reason: reasonOf(order, kind),
    submitVerification: verificationOf(order, kind),
    papers: orderPapers({ ...core, liveness, legalRepresentative, scope }),
    liveness,
    consents: consentsOf(kind),
    domains: domainEvidence(core),
    company: companyEvidence(core, legalRepresentative, scope),
    registry: registryEvidence(core, filingNumber),
    phones: isFullFiling(kind) ? phoneEvidence({ erp, srp: kind.type === "CHANGE_ENTITY" ? null : srp }) : [],
    sites: siteEvidence(core),
  };
}

/** First filings have no number yet, and a filing held elsewhere is found by its certificate (`domain.md` §2). */
function namesItsNumber(kind: FilingKind): boolean {
  return kind.type !== "FIRST_FILING" && !(kind.type === "ADD_SERVICE" && kind.origin === "OTHER");
}

function targetOf(
  kind: FilingKind,
  filingNumber: string,
  filed: readonly DraftService[],
  named: readonly DraftService[],
): Draft["target"] {
  if (kind.type === "FIRST_FILING" || kind.type.startsWith("ADD_")) return null;
  const targeted = kind.type === "DEREGISTER_ENTITY" ? filed : kind.type === "CHANGE_ENTITY" ? [] : named;
  return {
    entityFilingNumber: filingNumber,
    serviceFilingNumbers: targeted.flatMap((service) => service.filingNumber ?? []),
  };
}

function livenessOf(order: OrderSeed, kind: FilingKind, services: readonly DraftService[]): DraftLiveness[] {
  if (!isFullFiling(kind)) return [];
  const indices = kind.type === "CHANGE_ENTITY" ? [null] : services.map((_, i) => i);
  const rng = order.stream("liveness");
  return indices.map((serviceIndex) => ({
    serviceIndex,
    passed: true,
    capturedAt: new Date(order.atMs - 600_000 - rng.int(7_200_000)).toISOString(),
    matched: true,
    score: Math.round((0.9 + rng.int(99) / 1_000) * 1_000) / 1_000,
  }));
}

function consentsOf(kind: FilingKind): Draft["consents"] {
  if (kind.type === "CLAIM") return { claimAgreement: true };
  return isFullFiling(kind)
    ? { informationSecurity: true, assistedEditing: true, filingUndertaking: true }
    : null;
}

const REASONS: Readonly<Record<string, readonly string[]>> = {
  "CANCEL_ACCESS/VOLUNTARY": ["网站已迁移至其他接入商", "不再使用本平台服务器"],
  "CANCEL_ACCESS/FORCED": ["备案资源到期释放后仍未续费", "主管部门要求停止接入"],
  DEREGISTER_ENTITY: ["单位业务调整，不再开办互联网信息服务", "个人不再使用网站"],
  DEREGISTER_SERVICE: ["该网站已停止运营", "域名不再续费"],
};

function reasonOf(order: OrderSeed, kind: FilingKind): string | null {
  const reasons = REASONS[kind.origin === null ? kind.type : `${kind.type}/${kind.origin}`];
  return reasons === undefined ? null : order.stream("reason").pick(reasons);
}

function verificationOf(order: OrderSeed, kind: FilingKind): Draft["submitVerification"] {
  const asked =
    kind.type === "DEREGISTER_ENTITY" || kind.type === "DEREGISTER_SERVICE" || kind.origin === "VOLUNTARY";
  if (!asked) return null;
  const person = kind.type === "DEREGISTER_ENTITY" ? "ERP" : "SRP";
  return { person, passed: true, at: new Date(order.atMs - 120_000).toISOString() };
}
