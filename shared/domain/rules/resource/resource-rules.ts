import type { Rule } from "../rule";

/** Resources and addresses (domain.md §7.RES). */
export const RESOURCE_RULES: readonly Rule[] = [];
