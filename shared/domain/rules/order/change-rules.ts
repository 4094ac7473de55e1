import { filedEntity, servicesAt } from "../document-view";
import { replacementAllowed } from "../entity/replacement";
import { CHANGE_FILINGS, FULL_FILINGS } from "../filing-sets";
import { stated } from "../param-texts";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, type RuleResult, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import { changeNeedsBoth } from "./change-subtype";
import { foreignDomains } from "./filed-domains";
import { natureLabel, provinceLabel } from "./filing-labels";

/** What a change may hold, and what was agreed to. */
export const CHANGE_RULES: readonly Rule[] = [
  rule({
    id: "R-014",
    group: "ORD",
    title: { zh: "变更子类型错误", en: "Wrong change subtype" },
    applies: { filingTypes: ["CHANGE_ENTITY", "CHANGE_SERVICE"] },
    fields: ["filingType"],
    needs: ["diff", "province.changeBothOnErpChange", "province.changeBothOnly"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "本次修改须选择“变更备案”（同时变更主体和服务），请重新提交",
      en: "These edits need CHANGE_BOTH; resubmit with that kind",
    },
    params: ["changedItems", "province"],
    templates: ["T-ORD-04"],
    source: "seed §6 notice; HW-KB doc_0238 (QH)",
    judge: changeNeedsBoth,
  }),
  rule({
    id: "R-015",
    group: "ORD",
    title: { zh: "不可变更项被修改", en: "Item that cannot be changed was edited" },
    applies: { filingTypes: CHANGE_FILINGS },
    fields: ["entity.region.provinceCode", "entity.nature", "services[].domains[]"],
    needs: ["diff"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "省份、主办单位性质不能变更，已备案域名不能更换（多域名网站可删除域名）",
      en: "Province and entity nature cannot be changed, a filed domain cannot be replaced (a multi-domain site may drop some)",
    },
    params: ["field", "filedValue"],
    templates: ["T-ORD-13"],
    source: "HW-KB doc_0195; seed §13 (greyed items), §6, §8, §9 (removing a domain is a change); V3.0 1046",
    judge: (input) => {
      if (filedEntity(input) === null)
        return [cannotCheck("entity.region.provinceCode", "evidence.filedRecord")];
      return [...provinceChanged(input), ...natureChanged(input), ...domainsReplaced(input)];
    },
  }),
  rule({
    id: "R-016",
    group: "ORD",
    title: { zh: "承诺条款未勾选", en: "Consents missing" },
    applies: { filingTypes: [...FULL_FILINGS, "CLAIM"] },
    fields: ["consents"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    override: "NONE",
    message: {
      zh: "请勾选全部承诺与条款后提交",
      en: "All consents of this filing type must be ticked",
    },
    params: [],
    templates: ["T-ORD-11"],
    source: "seed §1 s5.1, §10 s6",
    judge: ({ application }) => {
      const { filingType } = application;
      const consents = application.consents ?? {};
      const { informationSecurity, assistedEditing, filingUndertaking, claimAgreement } = consents;
      const three = [informationSecurity, assistedEditing, filingUndertaking];
      const asked = filingType === "CLAIM" && claimAgreement != null ? [claimAgreement] : three;
      return asked.every((given) => given === true) ? [] : [violated("consents", {}, [at("consents")])];
    },
  }),
];

function provinceChanged(input: RuleInput): RuleResult[] {
  const filed = filedEntity(input)?.region.provinceCode;
  const place = "entity.region.provinceCode";
  if (filed === undefined || filed.trim() === input.application.entity.region.provinceCode.trim()) return [];
  const params = {
    field: { zh: "省份", en: "The province" },
    filedValue: provinceLabel(filed.trim()) ?? stated(filed),
  };
  return [violated(place, params, [at(place), at(`evidence.filedRecord.${place}`)])];
}

function natureChanged(input: RuleInput): RuleResult[] {
  const filed = filedEntity(input)?.nature;
  if (filed === undefined || filed === input.application.entity.nature || replacementAllowed(input))
    return [];
  const params = {
    field: { zh: "主办单位性质", en: "The nature of the entity" },
    filedValue: natureLabel(filed),
  };
  return [
    violated("entity.nature", params, [
      at("entity.nature"),
      at("evidence.filedRecord.entity.nature"),
      fact("province.entityReplacement", input.province.switches.entityReplacement?.join(", ") ?? null),
    ]),
  ];
}

function domainsReplaced(input: RuleInput): RuleResult[] {
  return servicesAt(input, "WEBSITE").flatMap((place) => {
    const foreign = foreignDomains(input, place);
    return (foreign?.replaced ?? []).map(({ path, filed }) => {
      const params = { field: { zh: "已备案域名", en: "A filed domain" }, filedValue: stated(filed) };
      return violated(path, params, [at(path), at(foreign?.filedPath ?? path)]);
    });
  });
}
