import { canonicalText } from "../../privacy/normalise";
import { servicesAt } from "../document-view";
import type { RuleInput } from "../rule-input";
import { type FiledServiceAt, filedCounterpart, filedServices, filedUnder } from "./filed-services";

/** The service filing numbers that the order aims at, each once. */
export function namedTargets({ application }: RuleInput): string[] {
  const numbers = (application.target?.serviceFilingNumbers ?? [])
    .map(canonicalText)
    .filter((one) => one !== "");
  return [...new Set(numbers)];
}

/**
 * The filed services that the order aims at: those its target names, else those it carries. What is not filed is
 * left out; null without a filed record.
 */
export function targetsOf(input: RuleInput): FiledServiceAt[] | null {
  const filed = filedServices(input);
  if (filed === null) return null;
  const numbers = namedTargets(input);
  const found =
    numbers.length > 0
      ? numbers.map((number) => filedUnder(filed, number))
      : servicesAt(input).map((place) => filedCounterpart(filed, place));
  return [...new Set(found.filter((one) => one !== null))];
}
