import type { Rule } from "../rule";

/** Websites (domain.md §7.WEB). */
export const WEBSITE_RULES: readonly Rule[] = [];
