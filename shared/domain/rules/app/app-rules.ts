import type { Rule } from "../rule";
import { APP_DOMAIN_RULES } from "./app-domain-rules";
import { APP_LOOK_RULES } from "./app-look-rules";
import { APP_PAPER_RULES } from "./app-paper-rules";
import { PLATFORM_RULES } from "./platform-rules";

/** APPs (domain.md §7.APP). */
export const APP_RULES: readonly Rule[] = [
  ...APP_LOOK_RULES,
  ...PLATFORM_RULES,
  ...APP_DOMAIN_RULES,
  ...APP_PAPER_RULES,
];
