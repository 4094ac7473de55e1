import { hasPaper } from "../../materials/paper-presence";
import { provinceDemand } from "../../materials/province-materials";
import { FIVE_IMAGES } from "../../materials/required-materials";
import { imageEvidence, isUnit, materialsOf } from "../document-view";
import { CHANGE_FILINGS, ENTITY_FILINGS } from "../filing-sets";
import { at, fact, needsHuman, violated } from "../results";
import { type Rule, rule } from "../rule";
import type { RuleInput } from "../rule-input";

/** What single provinces want of licences and changes. */
export const PROVINCE_PAPER_RULES: readonly Rule[] = [
  rule({
    id: "R-088",
    group: "AUT",
    title: { zh: "上海电子执照", en: "Shanghai e-licence" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["ENTERPRISE"], provinces: ["SH"] },
    fields: ["materials[kind=ENTITY_CERTIFICATE]"],
    needs: ["evidence.images[].documentKind"],
    severity: "block",
    check: "human",
    outcome: "REVISE",
    message: { zh: "上海不接受电子营业执照", en: "Shanghai does not accept an electronic licence" },
    params: ["province", "rule"],
    templates: ["T-AUT-08"],
    source: "HW-RULES",
    question: {
      zh: "营业执照是纸质原件（不是电子执照）吗？",
      en: "Is the licence a paper original, not an electronic one?",
    },
    judge: (input) =>
      materialsOf(input, "ENTITY_CERTIFICATE").map(({ material, path }) => {
        const seen = imageEvidence(input, material.sha256);
        const electronic = seen?.image.documentKind === "E_LICENCE";
        return needsHuman(
          path,
          [at(path), ...(seen === null ? [] : [at(`${seen.path}.documentKind`)])],
          electronic,
        );
      }),
  }),
  rule({
    id: "R-089",
    group: "AUT",
    title: { zh: "海南执照印章", en: "Hainan licence seal" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["ENTERPRISE"], provinces: ["HI"] },
    fields: ["materials[kind=ENTITY_CERTIFICATE]"],
    needs: ["evidence.images"],
    severity: "block",
    check: "human",
    outcome: "REVISE",
    message: {
      zh: "须为海南商事登记专用章且含琼字号",
      en: "Needs the Hainan registration seal and a 琼 number",
    },
    params: ["province", "rule"],
    templates: ["T-AUT-08"],
    source: "HW-KB doc_0230",
    question: {
      zh: "执照上有海南省市场监督管理局商事登记专用章和琼字号吗？",
      en: "Does the licence bear the Hainan registration seal and a 琼 number?",
    },
    judge: (input) =>
      materialsOf(input, "ENTITY_CERTIFICATE").map(({ path }) => needsHuman(path, [at(path)])),
  }),
  rule({
    id: "R-090",
    group: "AUT",
    title: { zh: "青海变更五图不全", en: "Qinghai change needs five images" },
    applies: { filingTypes: CHANGE_FILINGS, provinces: ["QH"] },
    fields: [
      "materials[kind=VERIFICATION_SHEET]",
      "materials[kind=ENTITY_CERTIFICATE]",
      "materials[kind=ERP_ID_FRONT]",
      "materials[kind=SRP_ID_FRONT]",
      "materials[kind=LIVENESS_PHOTO]",
    ],
    needs: ["province.requiredMaterials"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: {
      zh: "青海变更须上传完整五图并选变更备案",
      en: "Qinghai change needs all five images and CHANGE_BOTH",
    },
    params: ["province"],
    templates: ["T-ENT-14"],
    source: "HW-KB doc_0238",
    judge: (input) => {
      if (provinceDemand(input, "VERIFICATION_SHEET") === null) return [];
      const missing = FIVE_IMAGES.filter((kind) => !hasImage(input, kind));
      if (missing.length === 0) return [];
      const evidence = [at("materials"), fact("province.requiredMaterials", missing.join("、"))];
      return [violated("materials", { province: input.province.name }, evidence)];
    },
  }),
];

/** One of the five, of every service where it is the SRP's; an individual's ID stands for the certificate. */
function hasImage(input: RuleInput, kind: (typeof FIVE_IMAGES)[number]): boolean {
  if (kind === "ENTITY_CERTIFICATE" && !isUnit(input)) return hasImage(input, "ERP_ID_FRONT");
  const ofSrp = kind === "SRP_ID_FRONT" || kind === "LIVENESS_PHOTO";
  if (!ofSrp || input.application.services.length === 0) return hasPaper(input, kind, null);
  return input.application.services.every((_, index) => hasPaper(input, kind, index));
}
