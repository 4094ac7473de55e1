import { maskValue } from "../../privacy/mask-value";
import { isUnit } from "../document-view";
import { stated } from "../param-texts";
import type { ParamValue } from "../rule";
import type { RuleInput } from "../rule-input";

/** Name of the entity as a message may carry it: a unit in clear, an individual masked. */
export function sponsorName(input: RuleInput): ParamValue {
  const { name } = input.application.entity;
  return stated(isUnit(input) ? name : maskValue("PERSON_NAME", name));
}
