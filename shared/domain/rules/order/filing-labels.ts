import type { FilingType } from "../../filing/filing-type";
import { PROVINCES } from "../../provinces/province";
import { NATURES, type NatureName } from "../natures";
import type { Text } from "../rule";

/** Names of filing types in messages to the customer (domain.md §1). */
export const FILING_TYPE_NAMES: Readonly<Record<FilingType, Text>> = {
  FIRST_FILING: { zh: "首次备案", en: "first filing" },
  ADD_ACCESS: { zh: "新增接入", en: "add access" },
  ADD_SERVICE: { zh: "新增互联网信息服务", en: "add service" },
  CHANGE_ENTITY: { zh: "变更主体", en: "change of the entity" },
  CHANGE_SERVICE: { zh: "变更互联网信息服务", en: "change of a service" },
  CHANGE_BOTH: { zh: "变更备案", en: "change filing" },
  CANCEL_ACCESS: { zh: "取消接入", en: "cancel access" },
  DEREGISTER_ENTITY: { zh: "注销主体", en: "deregister the entity" },
  DEREGISTER_SERVICE: { zh: "注销互联网信息服务", en: "deregister a service" },
  CLAIM: { zh: "认领备案", en: "claim" },
  TRANSFER: { zh: "转移备案", en: "transfer" },
};

const NATURE_LABELS: Readonly<Record<NatureName, Text>> = {
  DEFENSE: { zh: "国防机构", en: "defence organisation" },
  GOVERNMENT: { zh: "政府机关", en: "government body" },
  PUBLIC_INSTITUTION: { zh: "事业单位", en: "public institution" },
  ENTERPRISE: { zh: "企业", en: "enterprise" },
  INDIVIDUAL: { zh: "个人", en: "individual" },
  SOCIAL_ORG: { zh: "社会团体", en: "social organisation" },
  PRIVATE_NON_ENTERPRISE: { zh: "民办非企业单位", en: "private non-enterprise unit" },
  FOUNDATION: { zh: "基金会", en: "foundation" },
  LAW_FIRM: { zh: "律师执业机构", en: "law firm" },
  FOREIGN_CULTURAL_CENTER: { zh: "外国在华文化中心", en: "foreign cultural centre" },
  MASS_ORG: { zh: "群众性团体组织", en: "mass organisation" },
  FORENSIC: { zh: "司法鉴定机构", en: "forensic institution" },
  RELIGIOUS: { zh: "宗教团体", en: "religious organisation" },
  OVERSEAS: { zh: "境外机构", en: "overseas organisation" },
  MEDICAL: { zh: "医疗机构", en: "medical institution" },
  NOTARY: { zh: "公证机构", en: "notary" },
  COLLECTIVE: { zh: "集体经济", en: "collective economy" },
  ARBITRATION: { zh: "仲裁机构", en: "arbitration institution" },
};

/** Name of an entity nature; of an unknown code the code. */
export function natureLabel(code: number): Text {
  for (const [name, label] of Object.entries(NATURE_LABELS)) {
    if (NATURE_CODES.get(name) === code) return label;
  }
  return { zh: String(code), en: String(code) };
}

const NATURE_CODES: ReadonlyMap<string, number> = new Map(Object.entries(NATURES));

/** Name of the province with this GB/T 2260 code, or null. */
export function provinceLabel(adcode: string): Text | null {
  const province = PROVINCES.find((one) => one.adcode === adcode);
  return province === undefined ? null : { zh: province.zh, en: province.en };
}
