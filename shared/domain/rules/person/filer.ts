import { canonicalIdNumber, canonicalPersonName } from "../../privacy/normalise";
import type { Person } from "../document-view";
import type { Text } from "../rule";
import type { RuleInput } from "../rule-input";

export const NOT_THE_FILER: Text = { zh: "与备案本人不一致", en: "it is not that of the filer" };

/** In which datum a person of an individual's filing differs from the filer, the name before the number; null = none. */
export function differenceFromFiler({ application }: RuleInput, person: Person): "name" | "idNumber" | null {
  const { name, certNumber } = application.entity;
  if (canonicalPersonName(person.name ?? "") !== canonicalPersonName(name)) return "name";
  return canonicalIdNumber(person.idNumber ?? "") === canonicalIdNumber(certNumber) ? null : "idNumber";
}
