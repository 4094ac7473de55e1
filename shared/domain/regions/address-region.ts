import { canonicalText } from "../privacy/normalise";
import { type AddressName, CITY_NAMES, COUNTY_NAMES, PROVINCE_NAMES } from "./address-names";

/** Names by their first two characters, longest first. */
type NameIndex = ReadonlyMap<string, readonly AddressName[]>;

function indexOf(names: readonly AddressName[]): NameIndex {
  const index = new Map<string, AddressName[]>();
  for (const name of names) {
    const head = name.text.slice(0, 2);
    index.set(head, [...(index.get(head) ?? []), name]);
  }
  for (const found of index.values()) found.sort((a, b) => b.text.length - a.text.length);
  return index;
}

const places = indexOf([...CITY_NAMES, ...COUNTY_NAMES]);
const everything = indexOf([...PROVINCE_NAMES, ...CITY_NAMES, ...COUNTY_NAMES]);

/** What a road, a village or a house is called after a place: `北京西路`, `南京大厦`. */
const AFTER_A_SHORT_NAME =
  /^[东南西北中一二三四五六七八九十]{0,2}(?:大?[路街道]|巷|弄|里|胡同|新?村|镇|乡|小区|花园|公园|广场|大厦|大楼|中心|国际|公寓)/u;
/** Districts that many towns have under the same bare name, listed or not: `东区3号`. */
const BARE_DISTRICT = /^.区$/u;
/** Province, city, county; and the city once more where a county-level one is written after its own. */
const REGION_LEVELS = 4;

/**
 * Province that a Chinese address or an authority's name begins with, as GB/T 2260 code (`440000`). The province may
 * be left out where the name of a city or county tells it; a name that several provinces have tells nothing, nor do
 * national authorities. Null = not told.
 */
export function provinceOfAddress(text: string): string | null {
  return only(startOf(readable(text))?.names.map(({ provinceCode }) => provinceCode));
}

/**
 * City that a Chinese address lies in, as GB/T 2260 code: a prefecture-level one (`440300`), the municipality
 * (`110100`), or a county-level place that its province runs directly (`429004`). A county alone tells its city
 * unless several cities of the province have one of the name. Null = not told.
 */
export function cityOfAddress(text: string): string | null {
  const address = readable(text);
  const start = startOf(address);
  if (start === null) return null;
  const told = only(start.names.map(({ cityCode }) => cityCode));
  if (told !== null) return told;
  const provinceCode = only(start.names.map((name) => name.provinceCode));
  if (provinceCode === null) return null;
  const rest = address.slice(start.length).replace(/^(?:省?直辖县级行政区划|自治区直辖县级行政区划)/u, "");
  const inside = longest(places, rest, (name) => name.provinceCode === provinceCode);
  return only(inside?.names.map(({ cityCode }) => cityCode));
}

/**
 * What an address says after the names of province, city and county it begins with: `中山路5号`. The text is in
 * canonical form; all of it when it begins with no region.
 */
export function withinRegion(text: string): string {
  let rest = readable(text);
  for (let part = 0; part < REGION_LEVELS; part += 1) {
    const start = longest(everything, rest, () => true);
    if (start === null) break;
    rest = rest.slice(start.length);
  }
  return rest;
}

/** Whether two addresses are the same, the name of the province left out in one of them or not. */
export function sameAddress(left: string, right: string): boolean {
  const [shorter = "", longer = ""] = [canonicalText(left), canonicalText(right)].sort(
    (a, b) => a.length - b.length,
  );
  if (shorter === longer) return true;
  return PROVINCE_NAMES.some(({ text }) => longer === `${text}${shorter}`);
}

/** Without blanks, the country and an opening bracket: `中国（上海）自由贸易试验区` begins with 上海. */
function readable(text: string): string {
  return canonicalText(text).replace(/^(?:中华人民共和国|中国)?[,，、:：-]?\(?/u, "");
}

function startOf(address: string) {
  return longest(everything, address, ({ text }) => !BARE_DISTRICT.test(text));
}

/** The longest names that the text begins with, all of one length, among those that are wanted. */
function longest(
  index: NameIndex,
  text: string,
  wanted: (name: AddressName) => boolean,
): { readonly names: readonly AddressName[]; readonly length: number } | null {
  const fitting = (index.get(text.slice(0, 2)) ?? []).filter(
    (name) =>
      text.startsWith(name.text) &&
      wanted(name) &&
      !(name.short && AFTER_A_SHORT_NAME.test(text.slice(name.text.length))),
  );
  const length = fitting[0]?.text.length ?? 0;
  if (length === 0) return null;
  const names = fitting.filter((name) => name.text.length === length);
  // 海南 and 吉林 alone mean the province, not the prefecture of the name.
  const provinces = names.filter((name) => PROVINCE_NAMES.includes(name));
  return { names: provinces.length > 0 ? provinces : names, length };
}

/** The one value that all entries agree on; null when they differ or there is none. */
function only(values: readonly (string | null)[] = []): string | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}
