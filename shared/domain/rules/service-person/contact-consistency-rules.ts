import { erpOf, type Person } from "../document-view";
import { SERVICE_FILINGS } from "../filing-sets";
import { PERSON_FIELDS } from "../person/person-texts";
import { contactOf, samePerson } from "../person/same-person";
import { at, violated } from "../results";
import { type Rule, type RuleResult, rule } from "../rule";

/** One form section that names a person. */
interface Section {
  readonly path: string;
  readonly person: Person;
}

/** The contacts of the order's persons against each other (domain.md §7.SRP). */
export const CONTACT_CONSISTENCY_RULES: readonly Rule[] = [
  rule({
    id: "R-064",
    group: "SRP",
    title: { zh: "两负责人联系方式冲突", en: "ERP/SRP contact consistency" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: [
      "entity.responsiblePerson.mobile",
      "entity.responsiblePerson.email",
      "entity.responsiblePerson.emergencyPhone",
      "services[].responsiblePerson.mobile",
      "services[].responsiblePerson.email",
      "services[].responsiblePerson.emergencyPhone",
    ],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "同一人信息须一致；不同人手机、邮箱、应急电话不得相同",
      en: "Same person: data equal; different persons: phone and e-mail must differ",
    },
    params: ["field"],
    templates: ["T-ERP-08"],
    source: "seed §1 s3.3; HW-KB doc_0080, doc_0023",
    judge: (input) => {
      const erp = erpOf(input);
      const known: Section[] = erp === null ? [] : [erp];
      return input.application.services.flatMap(({ responsiblePerson: person }, index) => {
        if (!person) return [];
        const section = { path: `services[${index}].responsiblePerson`, person };
        if (person.sameAsEntity) return erp === null ? [] : conflicts(erp, section, true);
        const found = known.flatMap((earlier) =>
          conflicts(earlier, section, samePerson(earlier.person, person)),
        );
        known.push(section);
        return blocksFirst(found);
      });
    },
  }),
];

/** What is wrong between two sections, at the later one: one person with two contacts, two persons with one. */
function conflicts(earlier: Section, later: Section, same: boolean | null): RuleResult[] {
  if (same === null) return [];
  return (["mobile", "email", "emergencyPhone"] as const).flatMap((field) => {
    const left = contactOf(earlier.person, field);
    const right = contactOf(later.person, field);
    if (left === "" || right === "" || (left === right) === same) return [];
    return violated(
      `${later.path}.${field}`,
      { field: PERSON_FIELDS[field] },
      [at(`${later.path}.${field}`), at(`${earlier.path}.${field}`)],
      !same && field === "emergencyPhone" ? { severity: "warn" } : {},
    );
  });
}

/** One place may conflict with two sections; the graver answer comes first, because the first one stays. */
function blocksFirst(results: readonly RuleResult[]): RuleResult[] {
  const isWarning = (result: RuleResult) => result.kind === "VIOLATED" && result.severity === "warn";
  return [...results.filter((result) => !isWarning(result)), ...results.filter(isWarning)];
}
