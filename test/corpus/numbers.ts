import { creditCode, organisationCode, residentNumber } from "#server/demo/generator/checksums";

/** Numbers that cases put into documents. Their check characters come from the generator, which knows no rule. */

/** A unified code of the same organisation, issued elsewhere or to another class of units. */
export function creditCodeLike(
  code: string,
  { classChars = code.slice(0, 2), area = code.slice(2, 8) }: { classChars?: string; area?: string },
): string {
  return creditCode(classChars, area, code.slice(8, 17));
}

/** A valid unified code of an organisation that no order of the corpus belongs to. */
export function otherCreditCode(area = "330106"): string {
  return creditCode("91", area, organisationCode("MA2ZZZZZ"));
}

/** Right check character at the end over an organisation code whose own check character is wrong. */
export function creditCodeOfNoOrganisation(code: string): string {
  const organisation = code.slice(8, 16);
  const right = organisationCode(organisation).at(-1);
  return creditCode(code.slice(0, 2), code.slice(2, 8), `${organisation}${right === "3" ? "4" : "3"}`);
}

/** The number with a last character that does not fit. */
export function mistyped(number: string): string {
  return `${number.slice(0, -1)}${number.endsWith("2") ? "3" : "2"}`;
}

/** The ID number of somebody born on that day (`2008-03-02`), registered in the area. */
export function bornOn(day: string, area = "330106"): string {
  return residentNumber(area, day.replaceAll("-", ""), 137);
}

/** The same person's number, had it been issued elsewhere. */
export function idIssuedIn(area: string, idNumber: string): string {
  return residentNumber(area, idNumber.slice(6, 14), Number(idNumber.slice(14, 17)));
}

/** Eight characters and the check character of GB 11714. */
export const ORGANISATION_CODE = organisationCode("MA27XXXY");
