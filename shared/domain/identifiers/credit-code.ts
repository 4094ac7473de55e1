import { organisationCodeFault } from "./organisation-code";

export type CreditCodeFault = "FORMAT" | "ORGANISATION" | "CHECK_CHARACTER";

const FORMAT = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
/** Without I, O, S, V and Z. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const BODY_LENGTH = 17;
/** Characters 3 and 4 of bodies that a national authority registered. */
const NATIONAL = "10";

/** Unified social credit code of GB 32100-2015 with its embedded organisation code (domain.md §5.3); null = fine. */
export function creditCodeFault(code: string): CreditCodeFault | null {
  if (!FORMAT.test(code)) return "FORMAT";
  if (creditCheckCharacter(code.slice(0, BODY_LENGTH)) !== code[BODY_LENGTH]) return "CHECK_CHARACTER";
  return organisationCodeFault(embeddedOrganisationCode(code)) === null ? null : "ORGANISATION";
}

/** Whether a text has the form of a credit code, whatever its check characters say. */
export function isCreditCodeForm(code: string): boolean {
  return FORMAT.test(code);
}

/** Characters 9 to 17, the organisation code of the same body. */
export function embeddedOrganisationCode(code: string): string {
  return code.slice(8, BODY_LENGTH);
}

/** Province (`440000`) whose authority registered the body, known or not; null when a national one did. */
export function issuingProvinceOf(code: string): string | null {
  const area = code.slice(2, 4);
  return area === NATIONAL ? null : `${area}0000`;
}

/** Check character of seventeen characters: weights 3^i, modulo 31. */
export function creditCheckCharacter(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % ALPHABET.length;
  }
  return ALPHABET[(ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length] ?? "";
}
