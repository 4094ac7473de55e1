import { canonicalText } from "../../privacy/normalise";
import { sitesAt } from "../document-view";
import { ENTITY_FILINGS } from "../filing-sets";
import { at, cannotCheck, needsHuman, violated } from "../results";
import { type Rule, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import { isFromAbroad, isIssuedInChina } from "./cert-types";
import { shown } from "./entity-view";
import { isSoleTrader, soleTraderFault } from "./sole-trader";

/** Sole traders, branches and companies from abroad. */
export const SPECIAL_ENTITY_RULES: readonly Rule[] = [
  rule({
    id: "R-037",
    group: "ENT",
    title: { zh: "个体工商户填写不规范", en: "Sole trader filled wrongly" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["UNIT"] },
    fields: ["entity.name", "entity.nature", "entity.remark"],
    needs: ["evidence.companyRegistry.entityKind"],
    severity: "warn",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "个体工商户按企业备案；无字号填经营者姓名并备注",
      en: "Sole traders file as enterprise; without trade name use the owner name plus remark",
    },
    params: ["province"],
    templates: ["T-ENT-12"],
    source: "HW-KB doc_0222, doc_0223",
    judge: (input) => {
      const trader = isSoleTrader(input);
      if (trader === null) return [cannotCheck("entity.nature", "evidence.companyRegistry.entityKind")];
      if (!trader) return [];
      const place = soleTraderFault(input);
      if (place === null) return [];
      return [
        violated(place, { province: input.province.name }, [
          at(place),
          at("evidence.companyRegistry.entityKind"),
          at("evidence.companyRegistry.name"),
        ]),
      ];
    },
  }),
  rule({
    id: "R-038",
    group: "ENT",
    title: { zh: "分支机构应独立备案", en: "Branch must file itself" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["UNIT"] },
    fields: ["entity.certNumber", "services[].domains[]"],
    needs: ["evidence.sites"],
    severity: "warn",
    check: "human",
    outcome: "REJECT",
    message: {
      zh: "分公司、子公司网站须以自身主体备案",
      en: "Branches and subsidiaries file under themselves",
    },
    params: ["actualOwner"],
    templates: ["T-ENT-13"],
    source: "HW-KB doc_0036",
    question: {
      zh: "网站是否属于持有自身证件的分公司或子公司？请对照网站内容、版权信息与证件上的单位。",
      en: "Does the site belong to a branch or subsidiary with a certificate of its own? Compare its content and copyright line with the unit on the certificate.",
    },
    judge: (input) => {
      const others = strangersInFooters(input);
      return [needsHuman("entity.certNumber", [at("entity.name"), ...others.map(at)], others.length > 0)];
    },
  }),
  rule({
    id: "R-039",
    group: "ENT",
    title: { zh: "境外企业证件不符", en: "Overseas company document" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["UNIT"] },
    fields: ["entity.nature", "entity.certType"],
    needs: ["evidence.images"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "须使用中国政府颁发的证件备案",
      en: "A certificate issued by Chinese authorities is required",
    },
    params: ["actualOwner"],
    templates: ["T-ENT-13"],
    source: "HW-KB doc_0102",
    judge: (input) => {
      const { certType } = input.application.entity;
      if (!isFromAbroad(input) || isIssuedInChina(certType)) return [];
      const params = { actualOwner: shown(input, "PERSON_NAME", input.application.entity.name) };
      return [violated("entity.certType", params, [at("entity.nature"), at("entity.certType")])];
    },
  }),
];

/** Footers whose copyright line names a company, and not this unit. */
function strangersInFooters(input: RuleInput): string[] {
  const own = canonicalText(input.application.entity.name);
  return sitesAt(input).flatMap(({ site, path }) => {
    const line = canonicalText(site.footerCopyright ?? "");
    return line.includes("公司") && !line.includes(own) ? [`${path}.footerCopyright`] : [];
  });
}
