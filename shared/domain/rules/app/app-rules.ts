import type { Rule } from "../rule";

/** APPs (domain.md §7.APP). */
export const APP_RULES: readonly Rule[] = [];
