import type { Rule } from "../rule";

/** The entity (domain.md §7.ENT). */
export const ENTITY_RULES: readonly Rule[] = [];
