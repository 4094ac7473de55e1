import { canonicalPhone } from "../../privacy/normalise";
import { erpOf, natureSide, type PersonAt, srpsOf } from "../document-view";
import { ENTITY_FILINGS } from "../filing-sets";
import { at, fact, violated } from "../results";
import { type Rule, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import { remarkNames, remarkRelates } from "./contact-remark";
import { contactOf } from "./same-person";

const SWITCHES = {
  unit: "thirdPartyEmergencyUnit",
  individual: "thirdPartyEmergencyIndividual",
} as const;

/** Somebody else to be reached in an emergency (domain.md §7.ERP). */
export const THIRD_PERSON_RULES: readonly Rule[] = [
  rule({
    id: "R-058",
    group: "ERP",
    title: { zh: "应急电话须第三人", en: "Third-person emergency contact" },
    applies: { filingTypes: ENTITY_FILINGS },
    fields: [
      "entity.responsiblePerson.emergencyPhone",
      "entity.responsiblePerson.emergencyContactName",
      "entity.responsiblePerson.emergencyContactRelation",
      "entity.remark",
    ],
    needs: ["province.thirdPartyEmergencyIndividual", "province.thirdPartyEmergencyUnit"],
    severity: "block",
    check: "partly",
    outcome: "REVISE",
    message: {
      zh: "{province}备案应急电话须为负责人以外第三联系人，并备注姓名和关系",
      en: "In {province} the emergency contact must be a third person; note name and relation",
    },
    params: ["province"],
    templates: ["T-ERP-09"],
    source: "seed fig 1-7; JD Tianjin",
    judge: (input) => {
      const erp = erpOf(input);
      const key = SWITCHES[natureSide(input)];
      if (erp === null || input.province.switches[key] !== true) return [];
      const wrong = [
        ...(isResponsiblePersons(input, erp) ? [`${erp.path}.emergencyPhone`] : []),
        ...missingContact(input, erp),
      ];
      return wrong.map((place) =>
        violated(place, { province: input.province.name }, [
          at(place),
          at("entity.remark"),
          fact(`province.${key}`, true),
        ]),
      );
    },
  }),
];

/** Whether the ERP's emergency phone rings at the ERP or at an SRP. */
function isResponsiblePersons(input: RuleInput, erp: PersonAt): boolean {
  const phone = contactOf(erp.person, "emergencyPhone");
  return (
    phone !== "" &&
    [erp, ...srpsOf(input)].some(({ person }) =>
      [person.mobile, person.landline].some((own) => canonicalPhone(own ?? "") === phone),
    )
  );
}

/** The first of name and relation that neither its field nor the remark gives. */
function missingContact({ application }: RuleInput, { person, path }: PersonAt): string[] {
  const remark = application.entity.remark ?? "";
  const named = isGiven(person.emergencyContactName) || remarkNames(remark);
  if (!named) return [`${path}.emergencyContactName`];
  const related = isGiven(person.emergencyContactRelation) || remarkRelates(remark);
  return related ? [] : [`${path}.emergencyContactRelation`];
}

function isGiven(value: string | null | undefined): boolean {
  return (value ?? "").trim() !== "";
}
