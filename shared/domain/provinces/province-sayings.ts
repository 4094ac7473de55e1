import { materialNames } from "../materials/material-names";
import { isOfNature, NATURES, type NatureName } from "../rules/natures";
import type { Text } from "../rules/rule";
import type { RuleInput } from "../rules/rule-input";
import type { Switches, SwitchKey } from "./switches";

/** Each switch as the sentence that a reviewer reads; null where it asks nothing of this order. */

export type Side = "unit" | "individual";
type Say = (switches: Switches, side: Side, input: RuleInput) => Text | null;

export const say = (zh: string, en: string): Text => ({ zh, en });
const flag = (key: SwitchKey, zh: string, en: string, only?: Side): Say => {
  return (switches, side) =>
    switches[key] === true && (only === undefined || only === side) ? say(zh, en) : null;
};

const ERP_POLICIES: Record<NonNullable<Switches["erpPolicy"]>, Text> = {
  LEGAL_REP: say("主体负责人须为法定代表人", "The entity responsible person is the legal representative"),
  LEGAL_REP_OR_DELEGATE: say(
    "主体负责人为法定代表人，或持授权书的受托人",
    "The entity responsible person is the legal representative, or a delegate with a letter",
  ),
  LEGAL_REP_MAINLAND_ELSE_DELEGATE: say(
    "法定代表人持大陆证件时须由其任主体负责人，否则须授权他人",
    "A legal representative with a mainland ID is the responsible person; any other must delegate",
  ),
};

const INDIVIDUAL_POLICIES: Record<NonNullable<Switches["individualPolicy"]>, Text> = {
  LOCAL_ONLY: say("只受理本省证件的个人", "Only individuals with an ID of the province"),
  PERMIT: say("外省个人须提供居住证明", "Individuals from elsewhere need a residence proof"),
  STUDENT_OR_PERMIT: say(
    "外省个人须提供居住证明或学生证",
    "Individuals from elsewhere need a residence proof or student card",
  ),
  ANY: say("受理外省个人", "Individuals from elsewhere are accepted"),
};

const NON_MAINLAND: Record<NonNullable<Switches["nonMainlandErp"]>, Text> = {
  PASSPORT: say("护照", "passport"),
  TRAVEL_PERMIT: say("来往内地通行证", "travel permit"),
  DELEGATE: say("须授权大陆人员", "a mainland delegate"),
  PERMIT: say("居住证明", "residence permit"),
  REFUSED: say("不受理", "not accepted"),
};

const NAME_RULES: Record<NonNullable<Switches["nameRule"]>, Text> = {
  COMPANY_PLUS_OFFICIAL_SITE: say("网站名称为“单位名称+官网”", "Site name is the unit's name plus 官网"),
  UNIT_FULL_OR_SHORT_NAME: say("网站名称为单位全称或简称", "Site name is the unit's full or short name"),
  DISTINCT_WITHIN_ENTITY: say("同一主体的网站名称不得相同", "Sites of one entity have different names"),
};

/** Whom a non-mainland switch is about differs; which documents it names does not. */
function nonMainland(key: "nonMainlandErp" | "nonMainlandIndividual", only: Side): Say {
  return (switches, side) => {
    const value = switches[key];
    if (value === null || side !== only) return null;
    const { zh, en } = NON_MAINLAND[value];
    return say(`境外人员证件：${zh}`, `Persons from outside the mainland: ${en}`);
  };
}

function years(key: "minAge" | "employmentProofUnder", zh: string, en: string): Say {
  return (switches, side) => {
    const age = switches[key][side];
    return age === null ? null : say(zh.replace("#", `${age}`), en.replace("#", `${age}`));
  };
}

const serviceLimit: Say = ({ maxServicesPerOrder }, side, { application }) => {
  const { onlyTypes, threshold } = maxServicesPerOrder;
  if (onlyTypes !== null && !onlyTypes.includes(application.filingType)) return null;
  const max = maxServicesPerOrder[side];
  if (max !== null) return say(`单次最多提交 ${max} 个`, `At most ${max} per order`);
  const over = threshold?.[side === "unit" ? "unitFiledOver" : "individualFiledOver"];
  if (threshold === null || over == null) return null;
  return say(
    `已备案超过 ${over} 个时，单次最多 ${threshold.max} 个`,
    `At most ${threshold.max} per order once more than ${over} are filed`,
  );
};

const materials: Say = ({ requiredMaterials }, _side, { application, today }) => {
  const asked = requiredMaterials.filter(
    ({ filingTypes, natures, effectiveFrom }) =>
      (filingTypes === null || filingTypes.includes(application.filingType)) &&
      (effectiveFrom === null || effectiveFrom <= today) &&
      (natures === null ||
        natures.some((name) => isNature(name) && isOfNature(application.entity.nature, name))),
  );
  if (asked.length === 0) return null;
  const { zh, en } = materialNames(asked.map(({ kind }) => kind));
  return say(`须上传：${zh}`, `To be uploaded: ${en}`);
};

function isNature(name: string): name is NatureName | "UNIT" {
  return name === "UNIT" || Object.hasOwn(NATURES, name);
}

const plan: Say = ({ constructionPlanThreshold }, side) => {
  const asked = constructionPlanThreshold?.[side];
  return asked == null
    ? null
    : say(`数量达到 ${asked.min} 时须上传建设方案书`, `Construction plan from ${asked.min} on`);
};

export const SAYINGS: Record<SwitchKey, Say> = {
  erpPolicy: ({ erpPolicy }, side) => (side === "unit" ? ERP_POLICIES[erpPolicy ?? "LEGAL_REP"] : null),
  nonMainlandErp: nonMainland("nonMainlandErp", "unit"),
  nonMainlandIndividual: nonMainland("nonMainlandIndividual", "individual"),
  srpLetterRequired: flag(
    "srpLetterRequired",
    "服务负责人非法定代表人须授权书",
    "A service person who is not the legal representative needs a letter",
    "unit",
  ),
  erpSrpSamePersonIfDelegate: flag(
    "erpSrpSamePersonIfDelegate",
    "主体负责人非法定代表人时，两负责人须为同一人",
    "A delegate is responsible for entity and service alike",
    "unit",
  ),
  srpMayNotBeLegalRep: flag(
    "srpMayNotBeLegalRep",
    "服务负责人不得为法定代表人",
    "The service person is not the legal representative",
    "unit",
  ),
  srpSingleEntity: flag(
    "srpSingleEntity",
    "服务负责人不得出现在不同主体",
    "A service person serves one entity only",
    "unit",
  ),
  localMobile: ({ localMobile }, side) =>
    localMobile[side] === true ? say("手机号须为本省号段", "Mobile numbers of the province") : null,
  individualPolicy: ({ individualPolicy }, side) =>
    side === "unit" || individualPolicy === null ? null : INDIVIDUAL_POLICIES[individualPolicy],
  residenceProof: ({ residenceProof }, side) =>
    side === "unit" && residenceProof?.unitPersons === true
      ? say("负责人为外省证件的须居住证", "Persons with an ID from elsewhere need a residence permit")
      : null,
  minAge: years("minAge", "负责人须年满 # 周岁", "Responsible persons are at least # years old"),
  employmentProofUnder: years(
    "employmentProofUnder",
    "未满 # 周岁须就业或收入证明",
    "Employment proof under the age of #",
  ),
  temporaryIdRefused: flag("temporaryIdRefused", "不接受临时身份证", "No temporary ID cards"),
  maxServicesPerOrder: serviceLimit,
  sameCityAddress: flag(
    "sameCityAddress",
    "通信地址须与证件住址同市",
    "Contact address in the city of the certificate",
    "unit",
  ),
  thirdPartyEmergencyIndividual: flag(
    "thirdPartyEmergencyIndividual",
    "应急电话须为第三联系人，备注姓名和关系",
    "Emergency contact is a third person; name and relation noted",
    "individual",
  ),
  thirdPartyEmergencyUnit: flag(
    "thirdPartyEmergencyUnit",
    "应急电话须为第三联系人，备注姓名和职务",
    "Emergency contact is a third person; name and position noted",
    "unit",
  ),
  filedSitesMustBeOpen: flag("filedSitesMustBeOpen", "已备案网站须能打开", "Filed sites must be open"),
  footerCopyright: flag(
    "footerCopyright",
    "网页底部版权须与单位名称一致",
    "Footer copyright names the unit",
    "unit",
  ),
  shellMayAdd: flag("shellMayAdd", "空壳主体可直接新增服务", "A shell entity may add services directly"),
  changeBothOnErpChange: flag(
    "changeBothOnErpChange",
    "变更主体负责人须选变更备案，并附新的服务负责人授权书",
    "A new entity person needs CHANGE_BOTH and a new service person's letter",
  ),
  changeBothOnly: flag("changeBothOnly", "变更只能选变更备案", "Changes are CHANGE_BOTH only"),
  requiredMaterials: materials,
  holderMustBeUnit: flag(
    "holderMustBeUnit",
    "域名持有者须为单位本身",
    "The unit itself holds the domain",
    "unit",
  ),
  domainMinMonths: ({ domainMinMonths }) =>
    domainMinMonths === null
      ? null
      : say(
          `域名有效期须大于 ${domainMinMonths} 个月`,
          `Domain valid for more than ${domainMinMonths} months`,
        ),
  constructionPlanThreshold: plan,
  maxTotal: ({ maxTotal }, side) =>
    maxTotal[side] === null
      ? null
      : say(`该类主体最多 ${maxTotal[side]} 个网站`, `At most ${maxTotal[side]} sites in all`),
  accessMayChange: ({ accessMayChange }) =>
    accessMayChange === false ? say("新增时不能同时变更主体", "No entity change inside an addition") : null,
  entityReplacement: ({ entityReplacement }) =>
    entityReplacement === null || entityReplacement.length === 0
      ? null
      : say("支持特定情形的主体更换", "Replacing the entity is possible in certain cases"),
  nameRule: ({ nameRule }) => (nameRule === null ? null : NAME_RULES[nameRule]),
  tldDeny: ({ tldDeny }) =>
    tldDeny.length === 0
      ? null
      : say(`不受理后缀：${tldDeny.join(" ")}`, `Suffixes not accepted: ${tldDeny.join(" ")}`),
};
