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

export type RegionLevel = "PROVINCE" | "CITY" | "COUNTY";

/**
 * The levels of a region whose codes do not belong to the one above; none when all nest. A code that GB/T 2260
 * does not have belongs to nothing; a city or county that is not given is not judged. Under a wrong city, a county of
 * the province counts as right: the city alone is out of place.
 */
export function nestingFaults(region: RegionCodes): RegionLevel[] {
  const { provinceCode, cityCode, countyCode } = region;
  if (!provinceNames.has(provinceCode)) return ["PROVINCE"];
  const cityNests =
    cityCode === null || (cityNames.has(cityCode) && provinceCodeOf(cityCode) === provinceCode);
  const faults: RegionLevel[] = cityNests ? [] : ["CITY"];
  const county = countyCode === null ? null : counties.get(countyCode);
  if (county === null) return faults;
  const inCity = cityCode !== null && county?.cityCode === cityCode;
  const inProvince = county !== undefined && provinceCodeOf(county.code) === provinceCode;
  const countyNests = inCity || (inProvince && (cityCode === null || !cityNests));
  return countyNests ? faults : [...faults, "COUNTY"];
}
