import { canonicalIdNumber } from "../../privacy/normalise";
import { filedEntity } from "../document-view";
import { NATURES } from "../natures";
import type { RuleInput } from "../rule-input";

/**
 * Whether the order puts an individual's own company in the individual's place where the province allows it
 * (domain.md §7.X, R-041 and R-015): the company's responsible person is the individual.
 */
export function ownCompanyTakesOver(input: RuleInput): boolean {
  const filed = filedEntity(input);
  const { entity } = input.application;
  if (filed?.nature !== NATURES.INDIVIDUAL || entity.nature !== NATURES.ENTERPRISE) return false;
  if (!input.province.switches.entityReplacement?.includes("INDIVIDUAL_TO_OWN_COMPANY")) return false;
  const present = canonicalIdNumber(entity.responsiblePerson?.idNumber ?? "");
  const former = [filed.certNumber, filed.responsiblePerson?.idNumber ?? ""].map(canonicalIdNumber);
  return present !== "" && former.includes(present);
}
