import type { Rule } from "../rule";
import { ADDRESS_RULES } from "./address-rules";
import { RESOURCE_ELIGIBILITY_RULES } from "./resource-eligibility-rules";

/** Resources and addresses (domain.md §7.RES). */
export const RESOURCE_RULES: readonly Rule[] = [...RESOURCE_ELIGIBILITY_RULES, ...ADDRESS_RULES];
