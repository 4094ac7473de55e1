import type { Text } from "../rules/rule";
import { type CreditCodeFault, creditCodeFault } from "./credit-code";
import { type CodeFault, organisationCodeFault } from "./organisation-code";
import { isPersonDocument, personNumberFault } from "./person-number";

/** Certificate types by the kind of number they bear (domain.md §5.2, §5.3, §7.X). */

/** 营业执照 */
export const LICENCE = 1;
const ORGANISATION_CODE_TYPES: ReadonlySet<number> = new Set([3, 9, 10, 12, 16, 18, 20]);
/** Certificates of the unified social credit code itself. */
const CREDIT_CODE_TYPES: ReadonlySet<number> = new Set([LICENCE, 13, 15, 24, 49]);
/**
 * Registration certificates that bear a credit code today and had numbers of their own before: 18 characters are held
 * to the standard, other lengths have no documented format.
 */
const MOSTLY_CREDIT_CODE_TYPES: ReadonlySet<number> = new Set([
  4, 6, 17, 19, 21, 25, 27, 28, 36, 39, 43, 44, 46,
]);

const LEGACY_REGISTRATION = /^\d{15}$/;
const EIGHTEEN_CHARACTERS = /^[0-9A-Z]{18}$/;

/** Whether a number is a business registration number from before the unified code (15 digits). */
export function isLegacyRegistrationNumber(certNumber: string): boolean {
  return LEGACY_REGISTRATION.test(certNumber);
}

/**
 * What is wrong with a certificate number for its type; null = fine, or a type without a documented format. Numbers
 * are expected in canonical form (`canonicalIdNumber`); `today` is `YYYY-MM-DD`. A legacy registration number on a
 * licence is well formed here: that the unified code is asked for instead is rule R-024.
 */
export function certificateNumberFault(certType: number, certNumber: string, today: string): Text | null {
  if (certNumber === "") return NOT_GIVEN;
  if (isPersonDocument(certType)) return personNumberFault(certType, certNumber, today);
  if (ORGANISATION_CODE_TYPES.has(certType))
    return textOf(ORGANISATION_TEXTS, organisationCodeFault(certNumber));
  if (certType === LICENCE && isLegacyRegistrationNumber(certNumber)) return null;
  if (
    CREDIT_CODE_TYPES.has(certType) ||
    (MOSTLY_CREDIT_CODE_TYPES.has(certType) && EIGHTEEN_CHARACTERS.test(certNumber))
  ) {
    return textOf(CREDIT_TEXTS, creditCodeFault(certNumber));
  }
  return null;
}

function textOf<T extends string>(texts: Record<T, Text>, fault: T | null): Text | null {
  return fault === null ? null : texts[fault];
}

const NOT_GIVEN: Text = { zh: "未填写证件号码", en: "no number was given" };

const ORGANISATION_TEXTS: Record<CodeFault, Text> = {
  FORMAT: {
    zh: "组织机构代码应为9位数字或大写字母",
    en: "an organisation code has 9 digits or capital letters",
  },
  CHECK_CHARACTER: {
    zh: "组织机构代码的校验码不正确",
    en: "the check character of the organisation code is wrong",
  },
};

const CREDIT_TEXTS: Record<CreditCodeFault, Text> = {
  FORMAT: {
    zh: "不符合18位统一社会信用代码的格式",
    en: "it does not have the form of an 18-character unified social credit code",
  },
  ORGANISATION: {
    zh: "统一社会信用代码中的组织机构代码校验不通过",
    en: "the organisation code inside the unified social credit code fails its check",
  },
  CHECK_CHARACTER: {
    zh: "统一社会信用代码的校验码不正确",
    en: "the check character of the unified social credit code is wrong",
  },
};
