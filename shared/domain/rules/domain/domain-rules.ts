import type { Rule } from "../rule";

/** Domains (domain.md §7.DOM). */
export const DOMAIN_RULES: readonly Rule[] = [];
