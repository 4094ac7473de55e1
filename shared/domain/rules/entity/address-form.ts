import { nestingFaults, type RegionLevel, regionName } from "../../regions/region-codes";
import { NOT_GIVEN } from "../param-texts";
import type { ParamValue, Text } from "../rule";
import type { RuleInput } from "../rule-input";

/** What an address must say and may contain (domain.md §7.ENT, R-034 to R-036). */

const DOOR_TOKEN = /号|室|栋|幢|楼|层|座|单元|组/u;
/** By these words a remark speaks of the address: `该地址已是最详细`, `无门牌号`. */
const REMARK_OF_ADDRESS = /地址|门牌|详细|住址|房号|楼号/u;
/** Han, letters of any script with their marks, digits, blanks, and the few signs that addresses need. */
const ADMITTED = /[\p{sc=Han}\p{L}\p{M}\p{Nd} \u3000\-#()（）·]/u;
const MOST_NAMED_CHARACTERS = 5;

export function hasDoorToken(address: string): boolean {
  return DOOR_TOKEN.test(address);
}

export function explainsAddress(remark: string): boolean {
  return REMARK_OF_ADDRESS.test(remark);
}

/** Characters that no address may have, each once and the first few only; unprintable ones by their code point. */
export function specialCharacters(address: string): string[] {
  const found = new Set<string>();
  for (const character of address) {
    if (!ADMITTED.test(character)) found.add(character);
    if (found.size === MOST_NAMED_CHARACTERS) break;
  }
  return [...found].map((character) =>
    /[\p{C}\p{Z}]/u.test(character)
      ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
      : character,
  );
}

export interface RegionFault {
  readonly field: "provinceCode" | "cityCode" | "countyCode";
  readonly label: Text;
  readonly actual: ParamValue;
  readonly expected: Text;
}

const FIELDS: Record<RegionLevel, { readonly field: RegionFault["field"]; readonly label: Text }> = {
  PROVINCE: { field: "provinceCode", label: { zh: "省份代码", en: "The province code" } },
  CITY: { field: "cityCode", label: { zh: "城市代码", en: "The city code" } },
  COUNTY: { field: "countyCode", label: { zh: "区县代码", en: "The county code" } },
};

/** The levels of the region whose code does not belong where it stands. */
export function regionFaults({ application }: RuleInput): RegionFault[] {
  const { provinceCode, cityCode, countyCode } = application.entity.region;
  const codes = { provinceCode, cityCode: cityCode || null, countyCode: countyCode || null };
  return nestingFaults(codes).map((level) => {
    const { field, label } = FIELDS[level];
    return { field, label, actual: written(codes[field] ?? ""), expected: expectedAt(level, codes) };
  });
}

function written(code: string): ParamValue {
  if (code.trim() === "") return NOT_GIVEN;
  const name = regionName(code);
  return name === null ? code : `${code} ${name}`;
}

function expectedAt(level: RegionLevel, codes: { provinceCode: string; cityCode: string | null }): Text {
  if (level === "PROVINCE") {
    return { zh: "一个省级行政区划代码", en: "the code of a province" };
  }
  const parent = level === "COUNTY" && codes.cityCode !== null ? codes.cityCode : codes.provinceCode;
  const name = regionName(parent) ?? parent;
  return level === "CITY"
    ? { zh: `${name}所辖城市的代码`, en: `the code of a city of ${name}` }
    : { zh: `${name}所辖区县的代码`, en: `the code of a county of ${name}` };
}
