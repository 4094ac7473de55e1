/**
 * Check characters of the numbers that the demo prints on its documents. Written for the generator alone: the
 * validators of the product have their own, so that an error in one is seen by the other.
 */
const CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Organisation code of GB 11714: eight characters and their check character. */
export function organisationCode(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(body[i] ?? "0", 36),
    0,
  );
  const check = 11 - (sum % 11);
  return body + (check === 10 ? "X" : check === 11 ? "0" : String(check));
}

/** Unified social credit code of GB 32100: two class characters, six digits of region, organisation code, check. */
export function creditCode(classChars: string, areaCode: string, organisation: string): string {
  const body = classChars + areaCode + organisation;
  let weight = 1;
  let sum = 0;
  for (const char of body) {
    sum += CREDIT_ALPHABET.indexOf(char) * weight;
    weight = (weight * 3) % 31;
  }
  return body + (CREDIT_ALPHABET[(31 - (sum % 31)) % 31] ?? "0");
}

/** Resident identity number of GB 11643: area, birth date `YYYYMMDD`, three digits of order (odd = male), check. */
export function residentNumber(areaCode: string, birth: string, order: number): string {
  const body = areaCode + birth + String(order).padStart(3, "0");
  const sum = RESIDENT_WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return body + ("10X98765432"[sum % 11] ?? "0");
}

/** Eight characters for an organisation code, distinct for distinct numbers below 31^6. */
export function organisationBody(value: number): string {
  let rest = value;
  let text = "";
  for (let i = 0; i < 6; i += 1) {
    text = (CREDIT_ALPHABET[rest % 31] ?? "0") + text;
    rest = Math.floor(rest / 31);
  }
  return `MA${text}`;
}

/** The same text with its last character replaced by another of its alphabet: a number with a wrong check. */
export function withWrongCheck(number: string): string {
  const last = number.at(-1) ?? "0";
  const other = last === "X" ? "0" : last === "9" ? "8" : /\d/.test(last) ? String(Number(last) + 1) : "7";
  return number.slice(0, -1) + other;
}
