import type { Rule } from "../rule";

/** Authenticity, papers and pictures (domain.md §7.AUT). */
export const AUTHENTICITY_RULES: readonly Rule[] = [];
