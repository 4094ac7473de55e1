import {
  CITY_DIVISIONS,
  COUNTY_DIVISIONS,
  isDirectGroup,
  isMunicipality,
  PROVINCE_DIVISIONS,
} from "./division-table";
import { provinceCodeOf } from "./region-codes";

/** A name as addresses write it, and the codes of what it may mean. */
export interface AddressName {
  readonly text: string;
  readonly provinceCode: string;
  /** Null when the name is a province's and tells no city. */
  readonly cityCode: string | null;
  /** A name without its 省, 市, 州: roads and houses are called like that too. */
  readonly short: boolean;
}

const PROVINCE_ENDING = /(?:壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)$/u;
const CITY_ENDING = /(?:市|地区|盟|自治州)$/u;
const PEOPLES =
  /(?:土家族|苗族|侗族|布依族|藏族|羌族|彝族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|朝鲜族|回族|蒙古族|蒙古|哈萨克|柯尔克孜)+$/u;
/** Development zones: the source counts them as counties, GB/T 2260 does not, and many cities have one of the name. */
const ZONE = /(?:开发区|园区|示范区|管理区|管委会|委员会)$/u;

/** Names that addresses still bear, and the present code of the place. */
const FORMER_NAMES: readonly (readonly [string, string])[] = [
  ["襄樊市", "420600"],
  ["思茅市", "530800"],
  ["思茅地区", "530800"],
  ["莱芜市", "370100"],
  ["昌都地区", "540300"],
  ["日喀则地区", "540200"],
  ["林芝地区", "540400"],
  ["山南地区", "540500"],
  ["那曲地区", "540600"],
  ["铜仁地区", "520600"],
  ["毕节地区", "520500"],
  ["海东地区", "630200"],
  ["哈密地区", "650500"],
  ["吐鲁番地区", "650400"],
  ["崇文区", "110100"],
  ["宣武区", "110100"],
  ["闸北区", "310100"],
  ["卢湾区", "310100"],
  ["南汇区", "310100"],
  ["江干区", "330100"],
  ["下城区", "330100"],
];

/** Names of provinces, full and short: `广东省`, `广东`; `内蒙古自治区`, `内蒙古`. */
export const PROVINCE_NAMES: readonly AddressName[] = PROVINCE_DIVISIONS.flatMap(({ code, name }) => {
  const cityCode = isMunicipality(code) ? `${code.slice(0, 2)}0100` : null;
  const stem = name.replace(PROVINCE_ENDING, "");
  const full = new Set([name, ...(name.endsWith("自治区") ? [`${stem}自治区`] : [])]);
  const made = { provinceCode: code, cityCode };
  return [
    ...[...full].map((text) => ({ ...made, text, short: false })),
    { ...made, text: stem, short: true },
  ];
});

/** Names of cities and prefectures: `深圳市`, `深圳`; `黔东南苗族侗族自治州`, `黔东南州`, `黔东南`. */
export const CITY_NAMES: readonly AddressName[] = CITY_DIVISIONS.filter(
  ({ code }) => !isDirectGroup(code) && !isMunicipality(provinceCodeOf(code)),
).flatMap(({ code, name }) => {
  const stem = name.replace(CITY_ENDING, "").replace(PEOPLES, "");
  const made = { provinceCode: provinceCodeOf(code), cityCode: code };
  return [
    { ...made, text: name, short: false },
    ...(name.endsWith("自治州") ? [{ ...made, text: `${stem}州`, short: false }] : []),
    { ...made, text: stem, short: true },
  ];
});

/** Names of counties, districts and county-level cities, and former names; one that the province runs is its own city. */
export const COUNTY_NAMES: readonly AddressName[] = [
  ...COUNTY_DIVISIONS.filter(({ name }) => !ZONE.test(name)).map(({ code, name, cityCode }) => ({
    text: name,
    provinceCode: provinceCodeOf(code),
    cityCode: cityOf(code, cityCode),
    short: false,
  })),
  ...FORMER_NAMES.map(([text, code]) => ({
    text,
    provinceCode: provinceCodeOf(code),
    cityCode: code,
    short: false,
  })),
  { text: "雄安新区", provinceCode: "130000", cityCode: null, short: false },
];

function cityOf(code: string, cityCode: string): string {
  if (isDirectGroup(cityCode)) return code;
  return isMunicipality(provinceCodeOf(code)) ? `${code.slice(0, 2)}0100` : cityCode;
}
