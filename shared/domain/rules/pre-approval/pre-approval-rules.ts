import type { Rule } from "../rule";

/** Pre-approval and sector licences (domain.md §7.PRE). */
export const PRE_APPROVAL_RULES: readonly Rule[] = [];
