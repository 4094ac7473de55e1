import { REGION_LINES } from "../data/regions";
import type { Rng } from "./random";

interface County {
  readonly code: string;
  readonly name: string;
}

interface City {
  /** Six digits, as in GB/T 2260. */
  readonly code: string;
  readonly name: string;
  readonly counties: readonly County[];
}

interface Province {
  readonly code: string;
  readonly name: string;
  /** Cities with counties of their own; those without, and counties run by the province, are left out. */
  readonly cities: readonly City[];
}

/** One place a demo address can lie in. */
export interface Place {
  readonly province: Province;
  readonly city: City;
  readonly county: County;
}

const provinces = new Map<string, Province>();

/** The province with this six-digit code. */
function provinceOf(code: string): Province {
  if (provinces.size === 0) for (const province of parseProvinces()) provinces.set(province.code, province);
  const province = provinces.get(code);
  if (province === undefined) throw new Error(`no province ${code}`);
  return province;
}

export function pickPlace(rng: Rng, provinceCode: string): Place {
  const province = provinceOf(provinceCode);
  const city =
    rng.chance(0.4) && province.cities[0] !== undefined ? province.cities[0] : rng.pick(province.cities);
  return { province, city, county: rng.pick(city.counties) };
}

/** The beginning of an address in this place; a municipality's "市辖区" is not written. */
export function addressHead(place: Place): string {
  return (
    place.province.name + (isMunicipality(place.province.code) ? "" : place.city.name) + place.county.name
  );
}

/** The four cities under direct rule, whose name is province and city in one. */
export function isMunicipality(provinceCode: string): boolean {
  return ["110000", "120000", "310000", "500000"].includes(provinceCode);
}

function parseProvinces(): Province[] {
  const found: { code: string; name: string; cities: City[] }[] = [];
  for (const line of REGION_LINES.split("\n")) {
    if (/^\d{2}\D/.test(line)) {
      found.push({ code: `${line.slice(0, 2)}0000`, name: line.slice(2), cities: [] });
      continue;
    }
    const prefix = line.slice(0, 4);
    const [name = "", list = ""] = line.slice(4).split(":");
    if (list === "" || prefix.endsWith("90")) continue;
    const counties = list
      .split(" ")
      .map((text) => ({ code: prefix + text.slice(0, 2), name: text.slice(2) }));
    found.at(-1)?.cities.push({ code: `${prefix}00`, name, counties });
  }
  return found;
}
