/** Number of the organisation code certificate of old, and the inner part of every unified social credit code. */

export type CodeFault = "FORMAT" | "CHECK_CHARACTER";

const FORMAT = /^[0-9A-Z]{8}-?[0-9X]$/;
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Organisation code of GB 11714 (domain.md §5.3): 9 characters, the hyphen before the last optional; null = fine. */
export function organisationCodeFault(code: string): CodeFault | null {
  if (!FORMAT.test(code)) return "FORMAT";
  const plain = plainOrganisationCode(code);
  return organisationCheckCharacter(plain.slice(0, 8)) === plain[8] ? null : "CHECK_CHARACTER";
}

/** The nine characters without hyphen. */
export function plainOrganisationCode(code: string): string {
  return code.replace("-", "");
}

/** Check character of eight characters 0-9 A-Z: 11 minus the weighted sum modulo 11, 10 as X, 11 as 0. */
export function organisationCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, place) => total + weight * Number.parseInt(body[place] ?? "0", 36),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return "X";
  return check === 11 ? "0" : String(check);
}
