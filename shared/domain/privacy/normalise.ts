/**
 * Canonical forms of personal and identifying values. Two spellings of the same person, phone or number have one
 * canonical form, so equality and blind indexes work on it. Never shown to anybody: what a customer wrote stays.
 */

const WHITESPACE = /\s+/gu;
/** The many dots that stand between the parts of a transcribed name; NFKC unifies only some of them. */
const NAME_DOTS = /[\u00b7\u0387\u2022\u2027\u2219\u22c5\u30fb\u2e31.]/gu;

/** ID and certificate numbers, credit codes included: full-width folded, blanks out, upper case. */
export function canonicalIdNumber(value: string): string {
  return value.normalize("NFKC").replace(WHITESPACE, "").toUpperCase();
}

/**
 * Phone numbers: a mobile as its 11 digits, a landline as area code and number without separators, an extension
 * after `-`. The country code 86 goes; of any other text only the digits stay.
 */
export function canonicalPhone(value: string): string {
  const plain = value
    .normalize("NFKC")
    .replace(/[\s().]+/gu, "")
    .replace(/[\u2010-\u2015\u2212]/gu, "-");
  const abroad = plain.replace(/^(?:\+|00)86-?/u, "");
  const mobile = abroad.replace(/-/gu, "").replace(/^86(?=1[3-9]\d{9}$)/u, "");
  if (/^1[3-9]\d{9}$/u.test(mobile)) return mobile;
  const national = abroad === plain || abroad.startsWith("0") ? abroad : `0${abroad}`;
  const landline = /^(0\d{2,3})-?(\d{7,8})(?:(?:-|转|x|#)(\d{1,6}))?$/iu.exec(national);
  if (landline === null) return plain.replace(/\D/gu, "");
  const [, area = "", local = "", extension] = landline;
  return `${area}${local}${extension === undefined ? "" : `-${extension}`}`;
}

/** E-mail addresses: blanks out, lower case throughout; providers that tell letter case apart do not exist here. */
export function canonicalEmail(value: string): string {
  return value.normalize("NFKC").replace(WHITESPACE, "").toLowerCase();
}

/** Names of persons: blanks out, one kind of middle dot, upper case. */
export function canonicalPersonName(value: string): string {
  return value.normalize("NFKC").replace(WHITESPACE, "").replace(NAME_DOTS, "\u00b7").toUpperCase();
}

/** Names of units and addresses, for comparison only: full-width brackets normalised, blanks out (domain.md §5.1). */
export function canonicalText(value: string): string {
  return value.normalize("NFKC").replace(WHITESPACE, "").toUpperCase();
}

/** Domains: full-width folded, blanks out, lower case. */
export function canonicalDomain(value: string): string {
  return value.normalize("NFKC").replace(WHITESPACE, "").toLowerCase();
}

/** The kinds of personal values that are searched for exactly and compared across orders. */
export const INDEXED_KINDS = ["ID_NUMBER", "PHONE", "EMAIL", "PERSON_NAME"] as const;
export type IndexedKind = (typeof INDEXED_KINDS)[number];

const CANONICAL = {
  ID_NUMBER: canonicalIdNumber,
  PHONE: canonicalPhone,
  EMAIL: canonicalEmail,
  PERSON_NAME: canonicalPersonName,
} satisfies Record<IndexedKind, (value: string) => string>;

/** Canonical form of a value of that kind; empty when nothing of it is left. */
export function canonicalValue(kind: IndexedKind, value: string): string {
  return CANONICAL[kind](value);
}
