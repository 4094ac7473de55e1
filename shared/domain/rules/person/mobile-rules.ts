import { isMobile } from "../../identifiers/phone";
import { canonicalPhone } from "../../privacy/normalise";
import { PROVINCES } from "../../provinces/province";
import { natureSide, type PersonAt, ROLE_NAMES, statedPersons } from "../document-view";
import { FULL_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, type RuleResult, rule, type Text } from "../rule";
import type { RuleInput } from "../rule-input";
import { PERSON_FIELDS } from "./person-texts";

/** The persons' mobile numbers by themselves (domain.md §7.ERP). */
export const MOBILE_RULES: readonly Rule[] = [
  rule({
    id: "R-053",
    group: "ERP",
    title: { zh: "手机号格式错误", en: "Mobile number invalid" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["entity.responsiblePerson.mobile", "services[].responsiblePerson.mobile"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "手机号码格式错误",
      en: "Invalid mobile number",
    },
    params: ["role", "field"],
    templates: ["T-ERP-12"],
    source: "V3.0 1011; pattern [assumption]",
    judge: (input) =>
      statedPersons(input)
        .filter(({ person }) => !isMobile(person.mobile ?? ""))
        .map(({ role, path }) =>
          violated(`${path}.mobile`, { role: ROLE_NAMES[role], field: PERSON_FIELDS.mobile }, [
            at(`${path}.mobile`),
          ]),
        ),
  }),
  rule({
    id: "R-054",
    group: "ERP",
    title: { zh: "手机号归属地不符", en: "Mobile not local" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["entity.responsiblePerson.mobile", "services[].responsiblePerson.mobile"],
    needs: ["evidence.phones[].provinceCode", "province.localMobile"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "{province}要求手机号为本省号段",
      en: "{province} requires a local mobile number",
    },
    params: ["province", "role", "location"],
    templates: ["T-ERP-07"],
    source: "seed table 1-3; HW-KB doc_0023; JD",
    judge: (input) =>
      input.province.switches.localMobile[natureSide(input)] === true
        ? statedPersons(input).flatMap((stated) => mobileAwayFromHome(input, stated))
        : [],
  }),
];

function mobileAwayFromHome(input: RuleInput, { person, role, path }: PersonAt): RuleResult[] {
  const place = `${path}.mobile`;
  const mobile = canonicalPhone(person.mobile ?? "");
  if (mobile === "") return [];
  const located = (input.application.evidence?.phones ?? []).map(({ phone, provinceCode }, index) => ({
    phone: canonicalPhone(phone),
    code: provinceCode ?? "",
    path: `evidence.phones[${index}].provinceCode`,
  }));
  const found = located.find(({ phone, code }) => phone === mobile && code !== "");
  if (found === undefined) return [cannotCheck(place, "evidence.phones[].provinceCode")];
  if (inSameProvince(found.code, input.province.adcode)) return [];
  return [
    violated(
      place,
      { province: input.province.name, role: ROLE_NAMES[role], location: provinceName(found.code) },
      [
        at(place),
        at(found.path),
        at("entity.region.provinceCode"),
        fact(`province.localMobile.${natureSide(input)}`, true),
      ],
    ),
  ];
}

/** The first two digits of a GB/T 2260 code are the province. */
function inSameProvince(left: string, right: string): boolean {
  return left.slice(0, 2) === right.slice(0, 2);
}

function provinceName(code: string): Text | string {
  const province = PROVINCES.find(({ adcode }) => inSameProvince(adcode, code));
  return province === undefined ? code : { zh: province.zh, en: province.en };
}
