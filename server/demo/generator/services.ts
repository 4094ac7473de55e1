import type { ServiceKind } from "#shared/domain/filing/service";
import { COMMON_SUFFIXES, PUBLIC_SCOPES } from "../data/companies";
import { type DraftApp, makeApp } from "./apps";
import type { Brand } from "./company-names";
import type { OrderSeed } from "./order-seed";
import type { Human } from "./people";
import { type DraftResource, makeResource } from "./resources";
import type { DemoNature, OrderShape } from "./shape";

/** A website or APP of the order, or of the filed record. */
export interface DraftService {
  readonly kind: ServiceKind;
  name: string;
  filingNumber: string | null;
  domains: string[];
  homepageUrl: string | null;
  ipRanges: { start: string; end: string }[];
  serviceContent: number[];
  languages: number[];
  remark: string;
  resource: DraftResource;
  /** null: the entity's responsible person. */
  srp: Human | null;
  app: DraftApp | null;
}

/** What all services of one order have in common. */
export interface ServiceSetting {
  readonly order: OrderSeed;
  readonly shape: OrderShape;
  readonly brand: Brand;
  readonly siteNames: readonly string[];
  readonly appNames: readonly string[];
  readonly srp: Human | null;
}

const LABEL_TAILS = ["", "shop", "cloud", "show", "plus", "open", "more", "next"];

/** The `number`th service of the entity (0 the oldest): its name and domain follow from the number. */
export function makeService(setting: ServiceSetting, kind: ServiceKind, number: number): DraftService {
  const { order, shape, brand } = setting;
  const individual = shape.nature === "INDIVIDUAL";
  const resource = makeResource(order, number);
  const domain = `${brand.label}${LABEL_TAILS[number] ?? number}${kind === "APP" ? "app" : ""}.${suffixOf(order, shape, kind, number)}`;
  const ip = resource.publicIps[0] ?? "";
  const rng = order.stream(`service ${number}`);
  const website = kind === "WEBSITE";
  const oneDomain = individual && shape.province.maxIndividualServices === 1;
  const names = website ? setting.siteNames : setting.appNames;
  const name = names[number % names.length] ?? brand.zh;
  const app = website ? null : makeApp({ order, number, name, domain, ip, oneDomain });
  return {
    kind,
    name,
    filingNumber: null,
    domains: app === null ? [domain] : app.domains,
    homepageUrl: website || rng.chance(0.5) ? `www.${domain}` : null,
    ipRanges: website ? [{ start: ip, end: ip }] : [],
    serviceContent: [contentCode(individual, website, rng.chance(0.5))],
    languages: [1],
    remark: remarkOf(shape.nature, website, brand),
    resource,
    srp: setting.srp,
    app,
  };
}

/** A second domain of an old website: the same label under another suffix. */
export function siblingDomain(domain: string): string {
  const [label = ""] = domain.split(".");
  return domain.endsWith(".cn") && !domain.endsWith(".com.cn") ? `${label}.com` : `${label}.cn`;
}

function suffixOf(order: OrderSeed, shape: OrderShape, kind: ServiceKind, number: number): string {
  if (kind === "WEBSITE" && shape.nature === "GOVERNMENT") return "gov.cn";
  if (kind === "WEBSITE" && shape.nature === "INSTITUTION") return "cn";
  return order.stream(`suffix ${number}`).pick(COMMON_SUFFIXES);
}

/** Content codes of `domain.md` §5.8: individuals may only keep a diary or choose "other". */
function contentCode(individual: boolean, website: boolean, other: boolean): number {
  if (individual) return other || !website ? 8_388_608 : 32;
  return website ? 128 : 134_217_728;
}

/** What the service will really offer, in a sentence. */
function remarkOf(nature: DemoNature, website: boolean, { industry }: Brand): string {
  if (nature === "INDIVIDUAL") {
    return website ? "记录本人日常生活与读书心得，不提供互动功能" : "供本人记录日程与习惯，不向他人提供服务";
  }
  return PUBLIC_SCOPES[nature]?.remark ?? (website ? industry.remark : industry.appRemark);
}
