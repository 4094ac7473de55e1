import { parseDay } from "../time/day-number";

/** Why a number is not what it should be; the texts live with `faultText`. */
export type IdFault = "FORMAT" | "AREA" | "DATE" | "FUTURE_DATE" | "CHECK_DIGIT";

const FORMAT = /^\d{17}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";
/** First two digits of the 31 provinces. Whole area codes are not held against a list: abolished ones stay valid. */
const PROVINCES = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65".split(" "),
);

/** Resident identity number of GB 11643-1999 (domain.md §5.3); null = fine. `today` is `YYYY-MM-DD`. */
export function residentIdFault(number: string, today: string): IdFault | null {
  return numberedPersonFault(number, today, (prefix) => PROVINCES.has(prefix));
}

/** Any 18-digit number built like a resident ID, with the first two characters that its type admits. */
export function numberedPersonFault(
  number: string,
  today: string,
  admits: (prefix: string) => boolean,
): IdFault | null {
  if (!FORMAT.test(number)) return "FORMAT";
  if (!admits(number.slice(0, 2))) return "AREA";
  const birth = writtenBirthDate(number);
  if (birth === null) return "DATE";
  if (birth > today) return "FUTURE_DATE";
  return checkCharacter(number.slice(0, 17)) === number[17] ? null : "CHECK_DIGIT";
}

/** Birth date written in characters 7 to 14, whatever the check digit says; null when that is no day. */
export function writtenBirthDate(number: string): string | null {
  if (!FORMAT.test(number)) return null;
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return parseDay(day) === null ? null : day;
}

/** Check character (ISO 7064 MOD 11-2) of seventeen digits. */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return CHECK_CHARACTERS[sum % 11] ?? "";
}
