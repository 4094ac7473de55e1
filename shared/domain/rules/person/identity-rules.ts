import { personNumberFault } from "../../identifiers/person-number";
import { canonicalIdNumber, canonicalPersonName } from "../../privacy/normalise";
import { type PersonAt, ROLE_NAMES, statedPersons } from "../document-view";
import { FULL_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, type RuleResult, rule, type Text } from "../rule";
import type { RuleInput } from "../rule-input";
import { monthsLater } from "./months-later";
import { PERSON_FIELDS } from "./person-texts";
import { bringsId, idFrontNeed, idFrontOcr } from "./stated-papers";

/** Whether the persons' ID documents say what the form says, in numbers that exist (domain.md §7.ERP). */
export const IDENTITY_RULES: readonly Rule[] = [
  rule({
    id: "R-045",
    group: "ERP",
    title: { zh: "负责人信息与证件不符", en: "Person data differ from ID" },
    applies: { filingTypes: [...FULL_FILINGS, "CLAIM"] },
    fields: [
      "entity.responsiblePerson.name",
      "entity.responsiblePerson.idNumber",
      "services[].responsiblePerson.name",
      "services[].responsiblePerson.idNumber",
    ],
    needs: [
      "evidence.ocr[materialKind=ERP_ID_FRONT].fields",
      "evidence.ocr[materialKind=SRP_ID_FRONT].fields",
    ],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "负责人姓名或证件号与证件不一致",
      en: "Person name or ID number differs from the document",
    },
    params: ["role", "field", "reason"],
    templates: ["T-ERP-04"],
    source: "seed table 1-3",
    judge: (input) => statedPersons(input).flatMap((stated) => comparedWithId(input, stated)),
  }),
  rule({
    id: "R-046",
    group: "ERP",
    title: { zh: "身份证号无效", en: "ID number invalid" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["entity.responsiblePerson.idNumber", "services[].responsiblePerson.idNumber"],
    needs: ["list.certNumberFormats"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "身份证号码校验不通过",
      en: "ID number fails the checksum",
    },
    params: ["role", "field", "reason"],
    templates: ["T-ERP-04"],
    source: "V3.0 1015; GB 11643",
    judge: (input) =>
      statedPersons(input).flatMap(({ person, role, path }) => {
        // As it was written: a blank or a full-width digit in it is a fault too.
        const number = (person.idNumber ?? "").toUpperCase();
        const fault =
          number.trim() === ""
            ? NO_NUMBER
            : person.idType == null
              ? null
              : personNumberFault(person.idType, number, input.today);
        if (fault === null) return [];
        return violated(
          `${path}.idNumber`,
          { role: ROLE_NAMES[role], field: PERSON_FIELDS.idNumber, reason: fault },
          [at(`${path}.idNumber`), at(`${path}.idType`)],
        );
      }),
  }),
  rule({
    id: "R-047",
    group: "ERP",
    title: { zh: "身份证有效期不足", en: "ID expires within 3 months" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["entity.responsiblePerson.idValidTo", "services[].responsiblePerson.idValidTo"],
    needs: ["context.today"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "证件已过期或有效期不足三个月",
      en: "ID expired or valid under three months",
    },
    params: ["role", "reason"],
    templates: ["T-ERP-05"],
    source: "HW-KB doc_0024; LN23",
    thresholds: { minMonthsLeft: 3 },
    judge: (input, { minMonthsLeft }) => {
      const earliest = monthsLater(input.today, minMonthsLeft);
      return statedPersons(input).flatMap(({ person, role, path }) => {
        const { idValidTo } = person;
        if (!idValidTo || idValidTo >= earliest) return [];
        return violated(
          `${path}.idValidTo`,
          { role: ROLE_NAMES[role], reason: idValidTo < input.today ? EXPIRED : EXPIRES_SOON },
          [at(`${path}.idValidTo`), fact("context.today", input.today)],
        );
      });
    },
  }),
];

const NO_NUMBER: Text = { zh: "未填写证件号码", en: "no number is given" };
const EXPIRED: Text = { zh: "证件已过期", en: "the document has expired" };
const EXPIRES_SOON: Text = { zh: "证件剩余有效期不足三个月", en: "it is valid for less than three months" };
const DIFFERS: Text = { zh: "与证件上的内容不一致", en: "it differs from the document" };

const CANONICAL = { name: canonicalPersonName, idNumber: canonicalIdNumber };
const COMPARED = ["name", "idNumber"] as const;

/** Name and number against the ID's front; what was not read cannot be checked, told once for the person. */
function comparedWithId(input: RuleInput, stated: PersonAt): RuleResult[] {
  const { person, role, path } = stated;
  const papers = idFrontOcr(input, stated);
  const unread: (typeof COMPARED)[number][] = [];
  const different = COMPARED.flatMap((field) => {
    const read = papers.filter(({ fields }) => fields[field]);
    if (read.length === 0) unread.push(field);
    const own = CANONICAL[field](person[field] ?? "");
    const others = read.filter(({ fields }) => CANONICAL[field](fields[field] ?? "") !== own);
    if (others.length === 0) return [];
    return violated(
      `${path}.${field}`,
      { role: ROLE_NAMES[role], field: PERSON_FIELDS[field], reason: DIFFERS },
      [at(`${path}.${field}`), ...others.map((paper) => at(`${paper.path}.${field}`))],
    );
  });
  const [first, ...rest] = unread;
  if (first === undefined || !bringsId(input, stated)) return different;
  const missing = cannotCheck(
    `${path}.${first}`,
    idFrontNeed(stated, first),
    ...rest.map((field) => idFrontNeed(stated, field)),
  );
  return [...different, missing];
}
