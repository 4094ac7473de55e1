import { canonicalText } from "../../privacy/normalise";
import { CITY_NAMES, COUNTY_NAMES, PROVINCE_NAMES } from "../../regions/address-names";

/** A unit's name without the parts that say where and what form it is (domain.md §7.X, R-111). */

/** Forms that never belong to a short name. */
const LEGAL_FORM =
  /(?:有限责任公司|股份有限公司|有限公司|总公司|分公司|公司|合伙企业|有限合伙|特殊普通合伙|普通合伙|个体工商户)$/u;
/** What many a name ends with after that, or instead: part of the short name or not. */
const LOOSE_FORM = /(?:集团|股份|经营部|商行|商店|门市部|服务部|工作室|合作社|厂|店)$/u;
/** `深圳市南山区`, `广东省深圳市`: no name has more parts of a region. */
const MAX_REGION_PARTS = 4;

const REGIONS_BY_HEAD = new Map<string, string[]>();
for (const { text } of [...PROVINCE_NAMES, ...CITY_NAMES, ...COUNTY_NAMES]) {
  const head = text.slice(0, 2);
  REGIONS_BY_HEAD.set(head, [...(REGIONS_BY_HEAD.get(head) ?? []), text]);
}

/** Names compared as site names are: one kind of letters, no blanks, no brackets. */
export function plainName(name: string): string {
  return canonicalText(name).replace(/[()]/gu, "");
}

/** Names that the unit may call itself by, without both region and legal form, in plain form. */
export function shortNames(fullName: string): string[] {
  return unique(readings(fullName).flatMap((name) => withoutRegion(name).flatMap(withoutLegalForm)));
}

/** The full name and every shortening of it: without the region, without the legal form, without both. */
export function fullOrShortNames(fullName: string): string[] {
  return unique(
    readings(fullName).flatMap((name) =>
      [name, ...withoutRegion(name)].flatMap((part) => [part, ...withoutLegalForm(part)]),
    ),
  );
}

/** `示例（深圳）科技` reads with and without what stands in brackets. */
function readings(fullName: string): string[] {
  const name = canonicalText(fullName);
  return [plainName(name), plainName(name.replace(/\([^()]*\)/gu, ""))];
}

/** What is left behind the first, second … part of the region; the name itself where it begins with none. */
function withoutRegion(name: string): string[] {
  const rests: string[] = [];
  let rest = name;
  while (rests.length < MAX_REGION_PARTS) {
    const length = regionLength(rest);
    if (length === 0 || length === rest.length) break;
    rest = rest.slice(length);
    rests.push(rest);
  }
  return rests.length === 0 ? [name] : rests;
}

function regionLength(name: string): number {
  const fitting = (REGIONS_BY_HEAD.get(name.slice(0, 2)) ?? []).filter((text) => name.startsWith(text));
  return Math.max(0, ...fitting.map((text) => text.length));
}

function withoutLegalForm(name: string): string[] {
  const rest = name.replace(LEGAL_FORM, "");
  return [rest, rest.replace(LOOSE_FORM, "")].filter((text) => text !== "");
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== "");
}
