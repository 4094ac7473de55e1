import { hasMaterial, servicesAt } from "../document-view";
import { NEW_SERVICE_FILINGS, SERVICE_FILINGS } from "../filing-sets";
import { at, needsHuman } from "../results";
import { type Rule, rule } from "../rule";
import { permitQuestions, undeclaredCategories } from "./declared-permits";
import { wordsIn } from "./listed-words";
import { missingIfRequired } from "./required-materials";
import { financePapersMissing, undertakingMissing } from "./undertakings";

/** Words of the scope that point to a licensed sector. */
const LICENSED_SECTORS = ["金融", "保险", "医疗", "医药", "药品"];

/** Pre-approval and sector licences (domain.md §7.PRE). */
export const PRE_APPROVAL_RULES: readonly Rule[] = [
  rule({
    id: "R-143",
    group: "PRE",
    title: { zh: "涉前置未选类型", en: "Pre-approval type not declared" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].name", "services[].serviceContent[]", "services[].preApprovals[]"],
    needs: ["list.preApprovalWords", "evidence.sites", "evidence.companyRegistry.businessScope"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "内容涉及{category}，请选择前置审批并上传许可",
      en: "Content touches {category}; declare and upload the permit",
    },
    params: ["category", "document"],
    templates: ["T-PRE-01"],
    source: "seed §1 s3.3; HW-KB doc_0022, doc_0151",
    judge: (input) => servicesAt(input).flatMap((place) => undeclaredCategories(input, place)),
  }),
  rule({
    id: "R-144",
    group: "PRE",
    title: { zh: "前置审批文件无效", en: "Permit invalid" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].preApprovals[]", "materials[kind=PRE_APPROVAL]"],
    needs: ["evidence.ocr[materialKind=PRE_APPROVAL].fields"],
    severity: "block",
    check: "human",
    outcome: "REJECT",
    message: {
      zh: "许可已过期、不清晰或与主体不符",
      en: "Permit expired, unclear or not the entity's",
    },
    params: ["document"],
    templates: ["T-PRE-02"],
    source: "HW-KB doc_0151; V3.0 1033",
    question: {
      zh: "前置审批文件是否已过期或不属于该主体？",
      en: "Has the declared permit expired, or does it belong to somebody else?",
    },
    judge: permitQuestions,
  }),
  rule({
    id: "R-145",
    group: "PRE",
    title: { zh: "缺不涉及承诺书", en: '"Not involved" undertaking missing' },
    applies: { filingTypes: SERVICE_FILINGS, natures: ["UNIT"] },
    fields: ["materials[kind=NO_PRE_APPROVAL_UNDERTAKING]"],
    needs: ["evidence.companyRegistry.businessScope", "list.preApprovalWords"],
    severity: "block",
    check: "partly",
    outcome: "REVISE",
    message: {
      zh: "经营范围含“{word}”，请上传{province}不涉及前置审批承诺书",
      en: 'Scope contains "{word}"; upload the {province} undertaking',
    },
    params: ["word", "province"],
    templates: ["T-PRE-03"],
    source: "HW-KB doc_0257",
    judge: undertakingMissing,
  }),
  rule({
    id: "R-146",
    group: "PRE",
    title: { zh: "金融类资质", en: "Finance qualification" },
    applies: { filingTypes: SERVICE_FILINGS, natures: ["UNIT"] },
    fields: ["materials[kind=PRE_APPROVAL]", "materials[kind=NO_PRE_APPROVAL_UNDERTAKING]"],
    needs: ["list.financeWords", "evidence.companyRegistry.businessScope"],
    severity: "block",
    check: "partly",
    outcome: "REVISE",
    message: {
      zh: "涉及金融，须提供监管批文或按{province}要求承诺",
      en: "Finance related: regulator document, or the undertaking that {province} asks for",
    },
    params: ["province", "word"],
    templates: ["T-PRE-03"],
    source: "TX-docs 前置审批相关.md, 省管局要求相关.md",
    judge: financePapersMissing,
  }),
  rule({
    id: "R-147",
    group: "PRE",
    title: { zh: "专项资质缺失", en: "Sector licence missing" },
    applies: { filingTypes: SERVICE_FILINGS, natures: ["UNIT"] },
    fields: ["materials[kind=OTHER_LICENCE]"],
    needs: ["evidence.companyRegistry.businessScope"],
    severity: "warn",
    check: "human",
    outcome: "REVISE",
    message: {
      zh: "请上传相关行业许可",
      en: "Upload the sector licence",
    },
    params: ["materialList"],
    templates: ["T-AUT-05"],
    source: "seed §1 s3.4",
    question: {
      zh: "经营范围是否需要金融、保险、医药等行业许可，而材料中没有？",
      en: "Does the business scope need a sector licence (finance, insurance, medicine) that is missing?",
    },
    judge: (input) => {
      if (hasMaterial(input, "OTHER_LICENCE")) return [];
      const scope = input.application.evidence?.companyRegistry?.businessScope ?? "";
      const hinted = wordsIn(LICENSED_SECTORS, scope).length > 0;
      return [needsHuman("materials", [at("evidence.companyRegistry.businessScope")], hinted)];
    },
  }),
  rule({
    id: "R-148",
    group: "PRE",
    title: { zh: "新疆党建证明", en: "Xinjiang party-building proof" },
    applies: { filingTypes: NEW_SERVICE_FILINGS, provinces: ["XJ"] },
    fields: ["materials[kind=PARTY_BUILDING_PROOF]"],
    needs: ["province.requiredMaterials"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: {
      zh: "新疆须上传党建证明",
      en: "Xinjiang needs the party-building proof",
    },
    params: ["materialList"],
    templates: ["T-AUT-05"],
    source: "JD Xinjiang; TX-docs",
    judge: (input) => missingIfRequired(input, "PARTY_BUILDING_PROOF"),
  }),
  rule({
    id: "R-149",
    group: "PRE",
    title: { zh: "机关事业单位审批", en: "Institution approval" },
    applies: {
      filingTypes: NEW_SERVICE_FILINGS,
      natures: ["GOVERNMENT", "PUBLIC_INSTITUTION"],
      provinces: ["JX", "NM"],
    },
    fields: ["materials[kind=INSTITUTION_APPROVAL]"],
    needs: ["province.requiredMaterials"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: {
      zh: "须上传编办审批或事业单位网站开办审核表",
      en: "Upload the establishment-office approval or institution form",
    },
    params: ["materialList"],
    templates: ["T-AUT-05"],
    source: "HW-KB doc_0226, doc_0218",
    judge: (input) => missingIfRequired(input, "INSTITUTION_APPROVAL"),
  }),
];
