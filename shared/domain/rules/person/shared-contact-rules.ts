import { isEmailAddress } from "../../identifiers/email";
import { isLandline, isMobile } from "../../identifiers/phone";
import { erpOf, type Person, type PersonAt, ROLE_NAMES, statedPersons } from "../document-view";
import { ENTITY_FILINGS, FULL_FILINGS } from "../filing-sets";
import { at, cannotCheck, violated } from "../results";
import { type Rule, type RuleResult, rule } from "../rule";
import type { OtherEntity, RuleInput } from "../rule-input";
import { CONTACT_INDEX, givenBy, hasSameLegalRep, otherOrders, othersOf } from "./elsewhere";
import { type ContactField, PERSON_FIELDS } from "./person-texts";
import { contactOf } from "./same-person";

/** The persons' contacts against those of other entities (domain.md §7.ERP, §7.X). */
export const SHARED_CONTACT_RULES: readonly Rule[] = [
  rule({
    id: "R-055",
    group: "ERP",
    title: { zh: "手机号已用于其他主体", en: "Mobile used by another entity" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["entity.responsiblePerson.mobile", "services[].responsiblePerson.mobile"],
    needs: [CONTACT_INDEX],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "该手机号已用于其他主体备案",
      en: "Mobile already filed under another entity",
    },
    params: ["field"],
    templates: ["T-ERP-08"],
    source: "HW-KB doc_0023; exception seed table 1-3",
    judge: (input) =>
      statedPersons(input).flatMap(({ person, path }): RuleResult[] => {
        const place = `${path}.mobile`;
        const mobile = contactOf(person, "mobile");
        const others = input.facts.otherEntities;
        if (mobile === "") return [];
        if (others === null) return [cannotCheck(place, CONTACT_INDEX)];
        const users = others.filter(
          (other) => !hasSameLegalRep(input, other) && givenBy(othersOf(input, other), mobile, ["mobile"]),
        );
        return users.length === 0
          ? []
          : [violated(place, { field: PERSON_FIELDS.mobile }, [at(place), ...otherOrders(users)])];
      }),
  }),
  rule({
    id: "R-056",
    group: "ERP",
    title: { zh: "同一法定代表人联系方式不一致", en: "Same legal rep, different contacts" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["UNIT"] },
    fields: [
      "entity.responsiblePerson.mobile",
      "entity.responsiblePerson.email",
      "entity.responsiblePerson.emergencyPhone",
    ],
    needs: [CONTACT_INDEX],
    severity: "warn",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "同一法定代表人名下多家公司联系方式须一致",
      en: "Contacts of one legal representative must agree across companies",
    },
    params: ["role", "field"],
    templates: ["T-ERP-12"],
    source: "seed table 1-3",
    judge: (input) => {
      const erp = erpOf(input);
      if (erp?.person.isLegalRepresentative !== true) return [];
      const others = input.facts.otherEntities;
      if (others === null) return [cannotCheck(`${erp.path}.mobile`, CONTACT_INDEX)];
      const same = others.filter((other) => hasSameLegalRep(input, other));
      return (["mobile", "email", "emergencyPhone"] as const).flatMap((field) => {
        const place = `${erp.path}.${field}`;
        const own = contactOf(erp.person, field);
        const different = same.filter(({ erp: other }) => {
          const theirs = other?.[field] ?? "";
          return own !== "" && theirs !== "" && theirs !== own;
        });
        if (different.length === 0) return [];
        return violated(place, { role: ROLE_NAMES.ERP, field: PERSON_FIELDS[field] }, [
          at(place),
          ...otherOrders(different),
        ]);
      });
    },
  }),
  rule({
    id: "R-057",
    group: "ERP",
    title: { zh: "应急电话不合规", en: "Emergency phone invalid" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["entity.responsiblePerson.emergencyPhone", "services[].responsiblePerson.emergencyPhone"],
    needs: [CONTACT_INDEX],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "应急电话无效、与手机号相同或已被其他单位使用",
      en: "Emergency phone invalid, equals the mobile, or used by another unit",
    },
    params: ["field", "role"],
    templates: ["T-ERP-08", "T-ERP-12"],
    source:
      "seed table 1-3 (valid, unique, not another company's); equal to mobile: HW-KB doc_0023, JD (LN, HL, GD, TJ)",
    judge: (input) =>
      statedPersons(input).flatMap((stated) =>
        contactFault(input, stated, "emergencyPhone", isOwnEmergencyPhone(stated.person), [
          "emergencyPhone",
          "mobile",
        ]),
      ),
  }),
];

export const EMAIL_RULES: readonly Rule[] = [
  rule({
    id: "R-059",
    group: "ERP",
    title: { zh: "邮箱不合规", en: "E-mail invalid or reused" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["entity.responsiblePerson.email", "services[].responsiblePerson.email"],
    needs: [CONTACT_INDEX],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "邮箱格式错误或已用于其他单位",
      en: "E-mail invalid or used by another unit",
    },
    params: ["field", "role"],
    templates: ["T-ERP-08", "T-ERP-12"],
    source: "seed table 1-3; V3.0 1009",
    judge: (input) =>
      statedPersons(input).flatMap((stated) =>
        contactFault(input, stated, "email", isEmailAddress(stated.person.email ?? ""), ["email"]),
      ),
  }),
];

/** A phone of its own: well-formed, and not the person's mobile. */
function isOwnEmergencyPhone(person: Person): boolean {
  const phone = person.emergencyPhone ?? "";
  return (
    (isMobile(phone) || isLandline(phone)) &&
    contactOf(person, "emergencyPhone") !== contactOf(person, "mobile")
  );
}

/** A contact that is bad in itself, or stands in another entity's order in one of the fields `usedAs`. */
function contactFault(
  input: RuleInput,
  { person, role, path }: PersonAt,
  field: ContactField,
  good: boolean,
  usedAs: readonly ContactField[],
): RuleResult[] {
  const place = `${path}.${field}`;
  const params = { field: PERSON_FIELDS[field], role: ROLE_NAMES[role] };
  const own = field === "emergencyPhone" ? [at(place), at(`${path}.mobile`)] : [at(place)];
  if (!good) return [violated(place, params, own)];
  const others = input.facts.otherEntities;
  if (others === null) return [cannotCheck(place, CONTACT_INDEX)];
  const users = others.filter((other: OtherEntity) =>
    givenBy(othersOf(input, other), contactOf(person, field), usedAs),
  );
  return users.length === 0 ? [] : [violated(place, params, [at(place), ...otherOrders(users)])];
}
