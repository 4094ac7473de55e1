import type { Rule } from "../rule";
import { HOLDER_RULES } from "./holder-rules";
import { HOMEPAGE_RULES } from "./homepage-rules";
import { REGISTRATION_RULES } from "./registration-rules";
import { SUFFIX_RULES } from "./suffix-rules";
import { SYNTAX_RULES } from "./syntax-rules";
import { USE_RULES } from "./use-rules";

/** Domains (domain.md §7.DOM). */
export const DOMAIN_RULES: readonly Rule[] = [
  ...SYNTAX_RULES,
  ...REGISTRATION_RULES,
  ...HOLDER_RULES,
  ...USE_RULES,
  ...SUFFIX_RULES,
  ...HOMEPAGE_RULES,
];
