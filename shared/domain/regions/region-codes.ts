import { CITY_DIVISIONS, COUNTY_DIVISIONS, isMunicipality, PROVINCE_DIVISIONS } from "./division-table";

const provinceNames = new Map(PROVINCE_DIVISIONS.map(({ code, name }) => [code, name]));
const cityNames = new Map(CITY_DIVISIONS.map(({ code, name }) => [code, name]));
const counties = new Map(COUNTY_DIVISIONS.map((county) => [county.code, county]));

/** Whether GB/T 2260 has this six-digit code at any level. */
export function isKnownRegion(code: string): boolean {
  return provinceNames.has(code) || cityNames.has(code) || counties.has(code);
}

/** The division's own name (`南山区`); the municipalities' 市辖区 reads as the city. Null for an unknown code. */
export function regionName(code: string): string | null {
  const provinceCode = provinceCodeOf(code);
  if (cityNames.has(code) && isMunicipality(provinceCode)) return provinceNames.get(provinceCode) ?? null;
  return provinceNames.get(code) ?? cityNames.get(code) ?? counties.get(code)?.name ?? null;
}

/** `440305` → `440000`, known or not. */
export function provinceCodeOf(code: string): string {
  return `${code.slice(0, 2)}0000`;
}

export interface RegionCodes {
  readonly provinceCode: string;
  readonly cityCode: string | null;
  readonly countyCode: string | null;
}

/**
 * The level of a region whose code does not belong to the one above it; null when all nest. A code that GB/T
 * 2260 does not have belongs to nothing. A city or county that is not given is not judged.
 */
export function nestingFault(region: RegionCodes): "PROVINCE" | "CITY" | "COUNTY" | null {
  const { provinceCode, cityCode, countyCode } = region;
  if (!provinceNames.has(provinceCode)) return "PROVINCE";
  if (cityCode !== null && !(cityNames.has(cityCode) && provinceCodeOf(cityCode) === provinceCode)) {
    return "CITY";
  }
  if (countyCode === null) return null;
  const county = counties.get(countyCode);
  if (county === undefined) return "COUNTY";
  const belongs =
    cityCode === null ? provinceCodeOf(countyCode) === provinceCode : county.cityCode === cityCode;
  return belongs ? null : "COUNTY";
}
