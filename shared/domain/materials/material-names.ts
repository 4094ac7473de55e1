import { MATERIAL_KINDS, type MaterialKind } from "../filing/materials";
import type { Text } from "../rules/rule";

/** What each kind of material is called, in the words of the workbench (domain.md ch. 6). */
export const MATERIAL_NAMES: Readonly<Record<MaterialKind, Text>> = {
  ENTITY_CERTIFICATE: { zh: "主体证件", en: "Entity certificate" },
  ERP_ID_FRONT: { zh: "主体负责人证件(正面)", en: "ERP ID, front" },
  ERP_ID_BACK: { zh: "主体负责人证件(反面)", en: "ERP ID, back" },
  SRP_ID_FRONT: { zh: "服务负责人证件(正面)", en: "SRP ID, front" },
  SRP_ID_BACK: { zh: "服务负责人证件(反面)", en: "SRP ID, back" },
  LIVENESS_PHOTO: { zh: "核验照", en: "Liveness photo" },
  DOMAIN_CERTIFICATE: { zh: "域名证书", en: "Domain certificate" },
  DOMAIN_REALNAME_SCREENSHOT: { zh: "域名实名截图", en: "Domain real-name screenshot" },
  ERP_AUTHORIZATION: { zh: "主体负责人授权书", en: "ERP authorisation" },
  SRP_AUTHORIZATION: { zh: "服务负责人授权书", en: "SRP authorisation" },
  FILING_UNDERTAKING: { zh: "备案承诺书", en: "Filing undertaking" },
  TRUTH_NOTICE: { zh: "真实性责任告知书", en: "Truthfulness notice" },
  TRUTH_UNDERTAKING: { zh: "真实性承诺书", en: "Truthfulness undertaking" },
  RESIDENCE_PROOF: { zh: "居住证明", en: "Residence proof" },
  EMPLOYMENT_PROOF: { zh: "在职证明", en: "Employment proof" },
  CONSTRUCTION_PLAN: { zh: "网站建设方案书", en: "Site construction plan" },
  PRE_APPROVAL: { zh: "前置审批文件", en: "Pre-approval document" },
  NO_PRE_APPROVAL_UNDERTAKING: { zh: "不涉及前置审批承诺书", en: "No-pre-approval undertaking" },
  OTHER_LICENCE: { zh: "其他许可证", en: "Other licence" },
  ANTI_FRAUD_REPORT: { zh: "涉诈风险自评估报告", en: "Anti-fraud self-assessment" },
  APP_ICON: { zh: "APP 图标", en: "App icon" },
  PARTY_BUILDING_PROOF: { zh: "党建证明", en: "Party-building proof" },
  INSTITUTION_APPROVAL: { zh: "机构批准文件", en: "Institution approval" },
  NAME_CHANGE_PROOF: { zh: "名称变更证明", en: "Name-change proof" },
  HOLDER_RELATION_PROOF: { zh: "域名持有者关系证明", en: "Domain-holder relation proof" },
  TRADEMARK_PROOF: { zh: "商标证明", en: "Trademark proof" },
  VERIFICATION_SHEET: { zh: "核验单", en: "Verification sheet" },
  CUSTOMER_CONFIRMATION: { zh: "客户确认书", en: "Customer confirmation" },
  FORCED_CANCEL_EVIDENCE: { zh: "强制取消依据", en: "Forced-cancellation evidence" },
  OTHER: { zh: "其他材料", en: "Other document" },
};

/** The names of several kinds as one list, each kind once, in the order of the matrix. Empty for no kind. */
export function materialNames(kinds: readonly MaterialKind[]): Text {
  const names = MATERIAL_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => MATERIAL_NAMES[kind]);
  return { zh: names.map(({ zh }) => zh).join("、"), en: names.map(({ en }) => en).join(", ") };
}
