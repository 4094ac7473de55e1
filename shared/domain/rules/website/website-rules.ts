import type { Rule } from "../rule";
import { CONTENT_RULES } from "./content-rules";
import { FILED_SITE_RULES } from "./filed-site-rules";
import { PROVINCE_NAME_RULES } from "./province-name-rules";
import { QUANTITY_RULES } from "./quantity-rules";
import { SITE_NAME_RULES } from "./site-name-rules";

/** Websites (domain.md §7.WEB). */
export const WEBSITE_RULES: readonly Rule[] = [
  ...SITE_NAME_RULES,
  ...PROVINCE_NAME_RULES,
  ...CONTENT_RULES,
  ...FILED_SITE_RULES,
  ...QUANTITY_RULES,
];
