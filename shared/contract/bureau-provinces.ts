/**
 * The 31 provincial bureaus by administrative code (GB/T 2260), with the short name that opens their filing
 * numbers. Sichuan, Guizhou, Yunnan and Gansu write 蜀, 黔, 滇 and 陇.
 */
export const BUREAU_PROVINCES: Readonly<Record<string, { readonly zh: string; readonly short: string }>> = {
  "110000": { zh: "北京", short: "京" },
  "120000": { zh: "天津", short: "津" },
  "130000": { zh: "河北", short: "冀" },
  "140000": { zh: "山西", short: "晋" },
  "150000": { zh: "内蒙古", short: "蒙" },
  "210000": { zh: "辽宁", short: "辽" },
  "220000": { zh: "吉林", short: "吉" },
  "230000": { zh: "黑龙江", short: "黑" },
  "310000": { zh: "上海", short: "沪" },
  "320000": { zh: "江苏", short: "苏" },
  "330000": { zh: "浙江", short: "浙" },
  "340000": { zh: "安徽", short: "皖" },
  "350000": { zh: "福建", short: "闽" },
  "360000": { zh: "江西", short: "赣" },
  "370000": { zh: "山东", short: "鲁" },
  "410000": { zh: "河南", short: "豫" },
  "420000": { zh: "湖北", short: "鄂" },
  "430000": { zh: "湖南", short: "湘" },
  "440000": { zh: "广东", short: "粤" },
  "450000": { zh: "广西", short: "桂" },
  "460000": { zh: "海南", short: "琼" },
  "500000": { zh: "重庆", short: "渝" },
  "510000": { zh: "四川", short: "蜀" },
  "520000": { zh: "贵州", short: "黔" },
  "530000": { zh: "云南", short: "滇" },
  "540000": { zh: "西藏", short: "藏" },
  "610000": { zh: "陕西", short: "陕" },
  "620000": { zh: "甘肃", short: "陇" },
  "630000": { zh: "青海", short: "青" },
  "640000": { zh: "宁夏", short: "宁" },
  "650000": { zh: "新疆", short: "新" },
};

/** Short name of a province that has a bureau, or null for any other code. */
export function provinceShortName(provinceCode: string): string | null {
  return Object.hasOwn(BUREAU_PROVINCES, provinceCode)
    ? (BUREAU_PROVINCES[provinceCode]?.short ?? null)
    : null;
}
