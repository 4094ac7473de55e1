import type { Rule } from "../rule";

/** The entity responsible person, and what both persons share (domain.md §7.ERP). */
export const PERSON_RULES: readonly Rule[] = [];
