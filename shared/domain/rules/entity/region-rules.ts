import { isUnit } from "../document-view";
import { ENTITY_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, rule } from "../rule";
import { issuingProvince, provinceText } from "./entity-view";
import { filerIdProvince, judgeResidenceProof } from "./residence-proof";

/** Policies under which an individual from elsewhere files with a proof of residence. */
const PROOF_POLICIES: ReadonlySet<string> = new Set(["PERMIT", "STUDENT_OR_PERMIT"]);

/** Where the entity may file: by the province of its certificate, or of a person's ID. */
export const REGION_RULES: readonly Rule[] = [
  rule({
    id: "R-028",
    group: "ENT",
    title: { zh: "单位地域选错", en: "Unit filed in wrong province" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["UNIT"] },
    fields: ["entity.region.provinceCode"],
    needs: ["evidence.ocr[materialKind=ENTITY_CERTIFICATE].fields.issuer", "list.regionCodes"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "单位须在证件签发地省份备案，请修改地域（置灰不可改的，放弃本单后重新提交）",
      en: "A unit files in the province that issued its certificate: correct the region, or abandon and refile where it is locked",
    },
    params: ["expectedProvince"],
    templates: ["T-ENT-05"],
    source: "seed table 1-1, §13 s4; HW-KB doc_0059; TX-docs 常见驳回原因",
    judge: (input) => {
      const { provinceCode } = input.application.entity.region;
      const issuing = issuingProvince(input);
      if (issuing === null) {
        return [
          cannotCheck(
            "entity.region.provinceCode",
            "evidence.ocr[materialKind=ENTITY_CERTIFICATE].fields.issuer",
          ),
        ];
      }
      if (issuing.code === provinceCode) return [];
      return [
        violated("entity.region.provinceCode", { expectedProvince: provinceText(issuing.code) }, [
          at("entity.region.provinceCode"),
          issuing.evidence,
        ]),
      ];
    },
  }),
  rule({
    id: "R-029",
    group: "ENT",
    title: { zh: "个人跨省不被支持", en: "Individual cross-province not allowed" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["INDIVIDUAL"] },
    fields: ["entity.region.provinceCode", "entity.certAddress"],
    needs: ["province.individualPolicy", "evidence.ocr[materialKind=ERP_ID_FRONT].fields.address"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "{province}不受理外省身份证的个人备案",
      en: "{province} does not accept out-of-province individuals",
    },
    params: ["province"],
    templates: ["T-ENT-06"],
    source: "seed table 1-1; ch.8",
    judge: (input) => {
      const { individualPolicy } = input.province.switches;
      if (individualPolicy !== null && individualPolicy !== "LOCAL_ONLY") return [];
      const place = "entity.region.provinceCode";
      const home = filerIdProvince(input);
      if (home?.code === input.application.entity.region.provinceCode) return [];
      if (individualPolicy === null) return [cannotCheck(place, "province.individualPolicy")];
      if (home === null) {
        return [cannotCheck(place, "evidence.ocr[materialKind=ERP_ID_FRONT].fields.address")];
      }
      return [
        violated(place, { province: input.province.name }, [
          at(place),
          home.evidence,
          fact("province.individualPolicy", individualPolicy),
        ]),
      ];
    },
  }),
  rule({
    id: "R-030",
    group: "ENT",
    title: { zh: "缺居住证明", en: "Residence proof missing" },
    applies: { filingTypes: ENTITY_FILINGS },
    fields: ["entity.certAddress", "materials[kind=RESIDENCE_PROOF]"],
    needs: [
      "province.individualPolicy",
      "province.residenceProof",
      "evidence.ocr[materialKind=ERP_ID_FRONT].fields.address",
    ],
    severity: "block",
    check: "partly",
    outcome: "REVISE",
    message: {
      zh: "外省身份证须上传{province}有效居住证明",
      en: "Upload a valid residence proof for {province}",
    },
    params: ["province"],
    templates: ["T-ENT-07"],
    source: "seed table 1-1; HW-KB doc_0220, doc_0222, doc_0224-0226, doc_0228, doc_0233; JD; ch.8",
    judge: (input) => {
      const { individualPolicy, residenceProof } = input.province.switches;
      if (isUnit(input) && residenceProof?.unitPersons !== true) return [];
      if (individualPolicy !== null && !PROOF_POLICIES.has(individualPolicy)) return [];
      return judgeResidenceProof(input);
    },
  }),
];
