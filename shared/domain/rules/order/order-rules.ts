import type { Rule } from "../rule";

/** Order and filing type (domain.md §7.ORD). */
export const ORDER_RULES: readonly Rule[] = [];
