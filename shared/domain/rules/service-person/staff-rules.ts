import { canonicalPersonName } from "../../privacy/normalise";
import { ocrOf, type PersonAt, ROLE_NAMES } from "../document-view";
import { SERVICE_FILINGS } from "../filing-sets";
import { differenceFromFiler, NOT_THE_FILER } from "../person/filer";
import { PERSON_FIELDS } from "../person/person-texts";
import { nameOf } from "../person/same-person";
import { at, needsHuman, violated } from "../results";
import { type Rule, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import { ownServicePersons, servicePersons } from "./service-persons";

/** Whom a service's person must be: of the unit's staff, or the filer (domain.md §7.SRP). */
export const STAFF_RULES: readonly Rule[] = [
  rule({
    id: "R-062",
    group: "SRP",
    title: { zh: "服务负责人不属于本单位", en: "SRP not staff of the unit" },
    applies: { filingTypes: SERVICE_FILINGS, natures: ["UNIT"] },
    fields: ["services[].responsiblePerson.name"],
    needs: ["evidence.ocr[materialKind=SRP_AUTHORIZATION].fields"],
    severity: "block",
    check: "human",
    outcome: "REJECT",
    message: {
      zh: "服务负责人须为本单位人员",
      en: "SRP must be staff of the unit",
    },
    params: ["rule"],
    templates: ["T-SRP-01"],
    source: "seed §1 s3.3",
    question: { zh: "服务负责人是否为本单位人员？", en: "Is the SRP on the unit's staff?" },
    judge: (input) =>
      servicePersons(input)
        .filter(({ person }) => person.isLegalRepresentative !== true)
        .map(({ person, path, serviceIndex }) => {
          const letters = ocrOf(input, "SRP_AUTHORIZATION", serviceIndex).filter(({ fields }) => fields.name);
          const hinted = letters.some(
            ({ fields }) => canonicalPersonName(fields.name ?? "") !== nameOf(person),
          );
          return needsHuman(
            `${path}.name`,
            [at(`${path}.name`), ...letters.map((letter) => at(`${letter.path}.name`))],
            hinted,
          );
        }),
  }),
  rule({
    id: "R-063",
    group: "SRP",
    title: { zh: "个人备案服务负责人非本人", en: "Individual filing, SRP is not the filer" },
    applies: { filingTypes: SERVICE_FILINGS, natures: ["INDIVIDUAL"] },
    fields: ["services[].responsiblePerson.name", "services[].responsiblePerson.idNumber"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "个人备案的服务负责人须为本人",
      en: "Individual filing: SRP must be the filer",
    },
    params: ["role", "field", "reason"],
    templates: ["T-ERP-04"],
    source: "seed §1 s3.3",
    judge: (input) =>
      filersToBe(input).flatMap(({ person, path }) => {
        const field = differenceFromFiler(input, person);
        if (field === null) return [];
        return violated(
          `${path}.${field}`,
          { role: ROLE_NAMES.SRP, field: PERSON_FIELDS[field], reason: NOT_THE_FILER },
          [at(`${path}.${field}`), at(field === "name" ? "entity.name" : "entity.certNumber")],
        );
      }),
  }),
];

/** An SRP that is the ERP is judged with the ERP, except where the entity itself is not part of the filing. */
function filersToBe(input: RuleInput): readonly PersonAt[] {
  return input.application.filingType === "CHANGE_SERVICE" ? servicePersons(input) : ownServicePersons(input);
}
