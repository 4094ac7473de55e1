import { erpOf, filedEntity, hasMaterial, materialsOf, ROLE_NAMES } from "../document-view";
import { SERVICE_FILINGS } from "../filing-sets";
import { claimsLegalRep, LEGAL_REP_SOURCES, legalRepEvidence } from "../person/legal-representative";
import { samePerson } from "../person/same-person";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import { type ServicePersonAt, servicePersons } from "./service-persons";

const FILED_ERP = "evidence.filedRecord.entity.responsiblePerson";

/** The letters that authorise a service's person (domain.md §7.SRP, ch. 8). */
export const LETTER_RULES: readonly Rule[] = [
  rule({
    id: "R-065",
    group: "SRP",
    title: { zh: "缺服务负责人授权书", en: "SRP authorisation letter missing" },
    applies: { filingTypes: SERVICE_FILINGS, natures: ["UNIT"] },
    fields: ["materials[kind=SRP_AUTHORIZATION]"],
    needs: ["province.srpLetterRequired"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: {
      zh: "服务负责人非法定代表人，请上传{province}授权书",
      en: "Upload the {province} SRP authorisation letter",
    },
    params: ["province", "role"],
    templates: ["T-ERP-02"],
    source: "HW-KB doc_0218, doc_0220, doc_0039; JD",
    judge: (input) => {
      if (input.province.switches.srpLetterRequired !== true) return [];
      const without = servicePersons(input)
        .filter((srp) => !hasLetter(input, srp))
        .map((srp) => ({ ...srp, legalRep: claimsLegalRep(input, srp.person) }));
      const delegates = without.filter(({ legalRep }) => legalRep === false);
      if (delegates.length > 0) {
        return [
          violated("materials", { province: input.province.name, role: ROLE_NAMES.SRP }, [
            ...delegates.flatMap(({ path }) => legalRepEvidence(input, `${path}.isLegalRepresentative`)),
            fact("province.srpLetterRequired", true),
          ]),
        ];
      }
      const unknown = without.some(({ legalRep }) => legalRep === null);
      return unknown ? [cannotCheck("materials", ...LEGAL_REP_SOURCES)] : [];
    },
  }),
  rule({
    id: "R-066",
    group: "SRP",
    title: { zh: "湖南贵州变更负责人缺新授权", en: "New SRP letter when ERP changes" },
    applies: { filingTypes: ["CHANGE_BOTH"], natures: ["UNIT"] },
    fields: ["materials[kind=SRP_AUTHORIZATION]"],
    needs: ["diff", "province.changeBothOnErpChange"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: {
      zh: "法定代表人变更须附新的服务负责人授权书",
      en: "ERP changed: attach a new SRP authorisation letter",
    },
    params: ["role", "province"],
    templates: ["T-ERP-02"],
    source: "seed §6 notice",
    judge: (input) => {
      const erp = erpOf(input);
      if (input.province.switches.changeBothOnErpChange !== true || erp === null) return [];
      if (materialsOf(input, "SRP_AUTHORIZATION").length > 0) return [];
      const filed = filedEntity(input)?.responsiblePerson ?? null;
      const same = filed === null ? null : samePerson(filed, erp.person);
      if (same === null) return [cannotCheck("materials", FILED_ERP)];
      if (same) return [];
      return [
        violated("materials", { role: ROLE_NAMES.SRP, province: input.province.name }, [
          at(`${erp.path}.idNumber`),
          at(`${FILED_ERP}.idNumber`),
          fact("province.changeBothOnErpChange", true),
        ]),
      ];
    },
  }),
];

/** Whether the letter of this person is there: handed in for this service, or for another that has the same SRP. */
function hasLetter(input: RuleInput, srp: ServicePersonAt): boolean {
  return servicePersons(input)
    .filter(
      (other) => other.serviceIndex === srp.serviceIndex || samePerson(other.person, srp.person) === true,
    )
    .some(({ serviceIndex }) => hasMaterial(input, "SRP_AUTHORIZATION", serviceIndex));
}
