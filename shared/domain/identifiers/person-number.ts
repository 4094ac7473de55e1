import type { Text } from "../rules/rule";
import { type IdFault, numberedPersonFault, residentIdFault, writtenBirthDate } from "./resident-id";

/** Codes of the documents a natural person may show (domain.md §5.2, §5.4). */
export const PERSON_DOCUMENTS = {
  RESIDENT_ID: 2,
  PASSPORT: 7,
  TAIWAN_TRAVEL_PERMIT: 11,
  HK_MACAU_TRAVEL_PERMIT: 14,
  FOREIGN_PERMANENT_RESIDENT_ID: 30,
  HK_MACAU_RESIDENCE_PERMIT: 41,
  TAIWAN_RESIDENCE_PERMIT: 42,
} as const;

const PATTERNS = {
  PASSPORT: /^[A-Z0-9]{5,17}$/,
  TAIWAN_TRAVEL_PERMIT: /^(?:\d{8}|\d{10})$/,
  HK_MACAU_TRAVEL_PERMIT: /^[HM]\d{8}(?:\d{2})?$/,
  OLD_FOREIGN_RESIDENT: /^[A-Z]{3}\d{12}$/,
};

const HK_MACAU_PREFIXES = new Set(["81", "82"]);
const TAIWAN_PREFIX = "83";
const FOREIGNER_DIGIT = "9";

/**
 * What is wrong with a person's document number for its type (domain.md §5.3); null = fine. Types that are not a
 * natural person's have no format here and pass. Numbers are expected in canonical form (`canonicalIdNumber`);
 * `today` is `YYYY-MM-DD`, a birth date after it is refused.
 */
export function personNumberFault(idType: number, idNumber: string, today: string): Text | null {
  const fault = faultOf(idType, idNumber, today);
  return fault === null ? null : FAULT_TEXTS[fault];
}

/** Whether §5.3 has a format for numbers of this document type. */
export function isPersonDocument(idType: number): boolean {
  return Object.values(PERSON_DOCUMENTS).some((code) => code === idType);
}

/**
 * Birth date (`YYYY-MM-DD`) that a number carries, even one whose check digit is wrong; null for documents without
 * one and for texts that hold no day. The old foreign resident's number has two digits for the year: not told.
 */
export function birthDateOf(idType: number, idNumber: string): string | null {
  switch (idType) {
    case PERSON_DOCUMENTS.RESIDENT_ID:
    case PERSON_DOCUMENTS.FOREIGN_PERMANENT_RESIDENT_ID:
    case PERSON_DOCUMENTS.HK_MACAU_RESIDENCE_PERMIT:
    case PERSON_DOCUMENTS.TAIWAN_RESIDENCE_PERMIT:
      return writtenBirthDate(idNumber);
    default:
      return null;
  }
}

function faultOf(idType: number, idNumber: string, today: string): IdFault | null {
  switch (idType) {
    case PERSON_DOCUMENTS.RESIDENT_ID:
      return residentIdFault(idNumber, today);
    case PERSON_DOCUMENTS.HK_MACAU_RESIDENCE_PERMIT:
      return numberedPersonFault(idNumber, today, (prefix) => HK_MACAU_PREFIXES.has(prefix));
    case PERSON_DOCUMENTS.TAIWAN_RESIDENCE_PERMIT:
      return numberedPersonFault(idNumber, today, (prefix) => prefix === TAIWAN_PREFIX);
    case PERSON_DOCUMENTS.FOREIGN_PERMANENT_RESIDENT_ID:
      return PATTERNS.OLD_FOREIGN_RESIDENT.test(idNumber)
        ? null
        : numberedPersonFault(idNumber, today, (prefix) => prefix.startsWith(FOREIGNER_DIGIT));
    case PERSON_DOCUMENTS.PASSPORT:
      return PATTERNS.PASSPORT.test(idNumber) ? null : "FORMAT";
    case PERSON_DOCUMENTS.TAIWAN_TRAVEL_PERMIT:
      return PATTERNS.TAIWAN_TRAVEL_PERMIT.test(idNumber) ? null : "FORMAT";
    case PERSON_DOCUMENTS.HK_MACAU_TRAVEL_PERMIT:
      return PATTERNS.HK_MACAU_TRAVEL_PERMIT.test(idNumber) ? null : "FORMAT";
    default:
      return null;
  }
}

const FAULT_TEXTS: Record<IdFault, Text> = {
  FORMAT: {
    zh: "号码位数或字符不符合该证件类型",
    en: "length or characters do not fit this document type",
  },
  AREA: { zh: "号码开头的地区码不存在", en: "the area code at its start does not exist" },
  DATE: { zh: "号码中的出生日期不存在", en: "the birth date in it does not exist" },
  FUTURE_DATE: { zh: "号码中的出生日期晚于今天", en: "the birth date in it is in the future" },
  CHECK_DIGIT: { zh: "最后一位校验码不正确", en: "its check digit is wrong" },
};
