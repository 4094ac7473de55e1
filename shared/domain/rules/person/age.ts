import { birthDateOf } from "../../identifiers/person-number";
import { isCalendarDay } from "../../time/working-calendar";
import type { PersonAt } from "../document-view";
import { at } from "../results";
import type { EvidenceRef } from "../rule";
import type { RuleInput } from "../rule-input";
import { idNumberOf } from "./same-person";
import { idFrontOcr } from "./stated-papers";

/** A person's age in full years today, and where the birth date stands. */
export interface Age {
  readonly years: number;
  readonly evidence: EvidenceRef;
}

/** Birth date by the ID number, else as read off the ID; null = neither tells. */
export function ageOf(input: RuleInput, stated: PersonAt): Age | null {
  const { person, path } = stated;
  const written = person.idType == null ? null : birthDateOf(person.idType, idNumberOf(person));
  if (written !== null) return { years: fullYears(written, input.today), evidence: at(`${path}.idNumber`) };
  for (const { fields, path: read } of idFrontOcr(input, stated)) {
    if (fields.birthDate && isCalendarDay(fields.birthDate))
      return { years: fullYears(fields.birthDate, input.today), evidence: at(`${read}.birthDate`) };
  }
  return null;
}

/** Full years from one day to another (`YYYY-MM-DD`); a year is full on the birthday, of 29 February on 1 March. */
export function fullYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
