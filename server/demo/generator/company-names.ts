import {
  BRAND_SYLLABLES,
  DIARY_FORMS,
  DIARY_SUBJECTS,
  GOVERNMENT_BODIES,
  INDUSTRIES,
  type Industry,
  PUBLIC_INSTITUTIONS,
} from "../data/companies";
import { type OrderSeed, uniqueOfOrder } from "./order-seed";
import { isMunicipality, type Place } from "./regions";
import type { DemoNature, OrderShape } from "./shape";

/** The invented name that a company, its sites and its domains share. */
export interface Brand {
  readonly zh: string;
  readonly industry: Industry;
  /** Label below the top-level domain; no other order of the run has it. */
  readonly label: string;
}

const TAILS = INDUSTRIES.flatMap((industry) => industry.tails.map((tail) => ({ industry, tail })));

export function makeBrand(order: OrderSeed): Brand {
  const count = BRAND_SYLLABLES.length;
  const size = count * count * TAILS.length;
  const place = uniqueOfOrder(order, size, 3);
  const tail = TAILS[place % TAILS.length] ?? TAILS[0];
  const pair = Math.floor(place / TAILS.length);
  const first = BRAND_SYLLABLES[Math.floor(pair / count)] ?? ["启", "qi"];
  const second = BRAND_SYLLABLES[pair % count] ?? ["航", "hang"];
  if (tail === undefined) throw new Error("no industry");
  const round = Math.floor(order.index / size);
  return {
    zh: first[0] + second[0],
    industry: tail.industry,
    label: `${first[1]}${second[1]}${tail.tail}${round === 0 ? "" : round}`,
  };
}

export interface EntityNames {
  readonly full: string;
  /** Full name without region and legal form, as sites use it; equal to the full name for public bodies. */
  readonly short: string;
}

export function entityNames(order: OrderSeed, nature: DemoNature, brand: Brand, place: Place): EntityNames {
  const rng = order.stream("names");
  const city = cityWord(place);
  const word = brand.zh + brand.industry.word;
  switch (nature) {
    case "ENTERPRISE":
      return { full: `${city}${word}有限公司`, short: word };
    case "SOLE_TRADER":
      return { full: `${place.county.name}${word}经营部`, short: word };
    case "GOVERNMENT":
      return whole(`${publicBodyHead(place)}${rng.pick(GOVERNMENT_BODIES)}`);
    case "INSTITUTION":
      return whole(`${publicBodyHead(place)}${rng.pick(PUBLIC_INSTITUTIONS)}`);
    case "SOCIAL_ORG":
      return { full: `${city}${brand.zh}志愿服务协会`, short: `${brand.zh}志愿服务协会` };
    case "PRIVATE_NON_ENTERPRISE":
      return { full: `${city}${brand.zh}社会工作服务中心`, short: `${brand.zh}社会工作服务中心` };
    case "LAW_FIRM":
      return { full: `${provinceWord(place)}${brand.zh}律师事务所`, short: `${brand.zh}律师事务所` };
    case "INDIVIDUAL":
      return whole("");
  }
}

/** The name of the company before it took its present one: another trade under the same brand. */
export function formerName(full: string, brand: Brand): string {
  const other = INDUSTRIES.find(
    (industry) => industry.word !== brand.industry.word && !full.includes(industry.word),
  );
  return full.includes(brand.industry.word) && other !== undefined
    ? full.replace(brand.industry.word, other.word)
    : `${full.slice(0, -2)}服务${full.slice(-2)}`;
}

/** Names of an order's websites, each different, in the manner the province asks for. */
export function siteNames(order: OrderSeed, shape: OrderShape, names: EntityNames, brand: Brand): string[] {
  if (shape.nature === "INDIVIDUAL") {
    const rng = order.stream("diary");
    const subject = rng.int(DIARY_SUBJECTS.length);
    return DIARY_FORMS.map((form, i) => `${DIARY_SUBJECTS[(subject + i) % DIARY_SUBJECTS.length]}的${form}`);
  }
  const { full, short } = names;
  if (shape.province.officialSiteName === true) return [`${full}官网`, `${short}官网`];
  if (shape.province.unitSiteName === true) return [full, short];
  if (short === full) return ["官网", "服务", "信息", "公告", "指南"].map((tail) => full + tail);
  const tail = order.stream("site names").pick(["官网", "", "门户", "服务中心"]);
  return [`${short}${tail}`, `${short}产品中心`, `${brand.zh}客户服务`, `${short}展示`, `${short}资料库`];
}

/** The name that a website or APP had before its name was changed. */
export function nameBefore(current: string, names: readonly string[], { short }: EntityNames): string {
  const other = names.slice(1).find((name) => name !== current);
  return other ?? `${short}主页`;
}

export function appNames(order: OrderSeed, brand: Brand): string[] {
  const rng = order.stream("app names");
  const word = rng.pick(brand.industry.appWords);
  return [`${brand.zh}${word}`, `${brand.zh}${word}企业版`];
}

function whole(name: string): EntityNames {
  return { full: name, short: name };
}

function cityWord(place: Place): string {
  if (isMunicipality(place.province.code)) return place.province.name.slice(0, 2);
  return place.city.name.endsWith("市") ? place.city.name : place.county.name;
}

function publicBodyHead(place: Place): string {
  return isMunicipality(place.province.code)
    ? place.province.name + place.county.name
    : place.city.name + place.county.name;
}

function provinceWord(place: Place): string {
  return /^(内蒙古|黑龙江)/.exec(place.province.name)?.[0] ?? place.province.name.slice(0, 2);
}
