import { APP_RULES } from "./app/app-rules";
import { AUTHENTICITY_RULES } from "./authenticity/authenticity-rules";
import { DOMAIN_RULES } from "./domain/domain-rules";
import { ENTITY_RULES } from "./entity/entity-rules";
import { ORDER_RULES } from "./order/order-rules";
import { PERSON_RULES } from "./person/person-rules";
import { PRE_APPROVAL_RULES } from "./pre-approval/pre-approval-rules";
import { RESOURCE_RULES } from "./resource/resource-rules";
import type { Rule } from "./rule";
import { SERVICE_PERSON_RULES } from "./service-person/service-person-rules";
import { WEBSITE_RULES } from "./website/website-rules";

/**
 * Name of this catalogue as code. Raised with every change of a rule, so that stored findings can tell which rules
 * made them; edits of an administrator are counted beside it.
 */
export const CATALOGUE_VERSION = "2026.11";

/** All rules, in the order of domain.md §7. */
export const RULES: readonly Rule[] = [
  ...ORDER_RULES,
  ...ENTITY_RULES,
  ...PERSON_RULES,
  ...SERVICE_PERSON_RULES,
  ...AUTHENTICITY_RULES,
  ...DOMAIN_RULES,
  ...WEBSITE_RULES,
  ...APP_RULES,
  ...RESOURCE_RULES,
  ...PRE_APPROVAL_RULES,
];

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with this id, or null. */
export function ruleOf(id: string): Rule | null {
  return BY_ID.get(id) ?? null;
}
