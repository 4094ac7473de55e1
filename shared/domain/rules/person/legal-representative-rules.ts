import { maskValue } from "../../privacy/mask-value";
import { canonicalPersonName } from "../../privacy/normalise";
import {
  erpOf,
  hasMaterial,
  type MaterialAt,
  materialsOf,
  ocrOf,
  ROLE_NAMES,
  srpsOf,
} from "../document-view";
import { ENTITY_FILINGS, FULL_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, needsHuman, violated } from "../results";
import { type Rule, rule, type Text } from "../rule";
import type { RuleInput } from "../rule-input";
import {
  claimsLegalRep,
  isProvenLegalRep,
  LEGAL_REP_SOURCES,
  legalRepEvidence,
  legalRepHoldsMainlandId,
  namedLegalReps,
} from "./legal-representative";
import { nameOf } from "./same-person";

const UNKNOWN_LEGAL_REP: Text = { zh: "（以证件所载为准）", en: "(as on the certificate)" };
const LEGAL_REP_DOCUMENT = "evidence.filedRecord.entity.responsiblePerson.idType";

/** Who answers for the unit: its legal representative, or a delegate with a letter (domain.md §7.ERP). */
export const LEGAL_REPRESENTATIVE_RULES: readonly Rule[] = [
  rule({
    id: "R-042",
    group: "ERP",
    title: { zh: "主体负责人非法定代表人", en: "ERP is not the legal representative" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["UNIT"] },
    fields: ["entity.responsiblePerson.isLegalRepresentative", "entity.responsiblePerson.name"],
    needs: ["province.erpPolicy", ...LEGAL_REP_SOURCES],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "{province}要求主体负责人为法定代表人",
      en: "{province} requires the legal representative as ERP",
    },
    params: ["province", "legalRepMasked"],
    templates: ["T-ERP-01"],
    source: "seed table 1-3; HW-KB doc_0025; ch.8",
    judge: (input) => {
      const erp = erpOf(input);
      const policy = input.province.switches.erpPolicy ?? "LEGAL_REP";
      if (erp === null || policy === "LEGAL_REP_OR_DELEGATE") return [];
      const path = `${erp.path}.isLegalRepresentative`;
      const proven = isProvenLegalRep(input, erp.person);
      if (proven === true) return [];
      if (proven === null) return [cannotCheck(path, ...LEGAL_REP_SOURCES)];
      if (policy === "LEGAL_REP_MAINLAND_ELSE_DELEGATE") {
        const mainlander = legalRepHoldsMainlandId(input);
        if (mainlander === false) return [];
        if (mainlander === null) return [cannotCheck(path, LEGAL_REP_DOCUMENT)];
      }
      const [named] = namedLegalReps(input);
      const legalRepMasked = named ? maskValue("PERSON_NAME", named.name) : UNKNOWN_LEGAL_REP;
      return [
        violated(path, { province: input.province.name, legalRepMasked }, [
          ...legalRepEvidence(input, path),
          at(`${erp.path}.name`),
          fact("province.erpPolicy", input.province.switches.erpPolicy),
        ]),
      ];
    },
  }),
  rule({
    id: "R-043",
    group: "ERP",
    title: { zh: "缺主体负责人授权书", en: "ERP authorisation letter missing" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["UNIT"] },
    fields: ["materials[kind=ERP_AUTHORIZATION]"],
    needs: ["province.erpPolicy"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: {
      zh: "主体负责人非法定代表人，请上传授权书",
      en: "Upload the ERP authorisation letter",
    },
    params: ["role", "province"],
    templates: ["T-ERP-02"],
    source: "HW-KB doc_0223, doc_0230; JD (SX, JL, SC)",
    judge: (input) => {
      const erp = erpOf(input);
      const allowed = delegateAllowed(input);
      if (erp === null || allowed === false || hasMaterial(input, "ERP_AUTHORIZATION")) return [];
      const legalRep = claimsLegalRep(input, erp.person);
      if (legalRep === true) return [];
      if (legalRep === null) return [cannotCheck("materials", ...LEGAL_REP_SOURCES)];
      if (allowed === null) return [cannotCheck("materials", LEGAL_REP_DOCUMENT)];
      return [
        violated("materials", { role: ROLE_NAMES.ERP, province: input.province.name }, [
          ...legalRepEvidence(input, `${erp.path}.isLegalRepresentative`),
          fact("province.erpPolicy", input.province.switches.erpPolicy),
        ]),
      ];
    },
  }),
  rule({
    id: "R-044",
    group: "ERP",
    title: { zh: "授权书内容不符", en: "Authorisation letter content wrong" },
    applies: { filingTypes: FULL_FILINGS, natures: ["UNIT"] },
    fields: ["materials[kind=ERP_AUTHORIZATION]", "materials[kind=SRP_AUTHORIZATION]"],
    needs: ["evidence.ocr"],
    severity: "block",
    check: "human",
    outcome: "REVISE",
    message: {
      zh: "授权书姓名、单位、日期、签字或公章不符",
      en: "Names, unit, date, signature or seal on the letter are wrong",
    },
    params: ["item"],
    templates: ["T-ERP-03"],
    source: "HW-KB doc_0252; ch.8",
    question: {
      zh: "授权书上的姓名、单位、日期、签字和公章是否都正确？",
      en: "Are names, unit, date, signature and seal on the letter all right?",
    },
    judge: (input) => [
      ...materialsOf(input, "ERP_AUTHORIZATION").map((letter) => letterQuestion(input, letter)),
      ...materialsOf(input, "SRP_AUTHORIZATION").map((letter) => letterQuestion(input, letter)),
    ],
  }),
];

/** Whether the province takes a delegate with a letter; null = that hangs on a document nobody knows. */
function delegateAllowed(input: RuleInput): boolean | null {
  switch (input.province.switches.erpPolicy) {
    case "LEGAL_REP_OR_DELEGATE":
      return true;
    case "LEGAL_REP_MAINLAND_ELSE_DELEGATE": {
      const mainlander = legalRepHoldsMainlandId(input);
      return mainlander === null ? null : !mainlander;
    }
    default:
      return false;
  }
}

/** Asks about one letter; hinted where the name read off it is not that of the person it is for. */
function letterQuestion(input: RuleInput, { material, path }: MaterialAt) {
  const serviceIndex = material.kind === "ERP_AUTHORIZATION" ? undefined : (material.serviceIndex ?? 0);
  const meant =
    serviceIndex === undefined
      ? erpOf(input)
      : (srpsOf(input).find((srp) => srp.serviceIndex === serviceIndex) ?? null);
  const read = ocrOf(input, material.kind, serviceIndex).filter(({ fields }) => fields.name);
  const hinted =
    meant !== null &&
    read.some(({ fields }) => canonicalPersonName(fields.name ?? "") !== nameOf(meant.person));
  return needsHuman(path, [at(path), ...read.map((paper) => at(`${paper.path}.name`))], hinted);
}
