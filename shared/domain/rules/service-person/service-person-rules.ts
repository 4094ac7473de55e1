import type { Rule } from "../rule";

/** The service responsible person (domain.md §7.SRP). */
export const SERVICE_PERSON_RULES: readonly Rule[] = [];
