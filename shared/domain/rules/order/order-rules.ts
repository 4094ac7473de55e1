import type { Rule } from "../rule";
import { ACCOUNT_RULES } from "./account-rules";
import { CHANGE_RULES } from "./change-rules";
import { CONFLICT_RULES } from "./conflict-rules";
import { FILING_TYPE_RULES } from "./filing-type-rules";
import { QUANTITY_RULES } from "./quantity-rules";
import { REMOVAL_RULES } from "./removal-rules";

/** Order and filing type (domain.md §7.ORD). */
export const ORDER_RULES: readonly Rule[] = [
  ...ACCOUNT_RULES,
  ...FILING_TYPE_RULES,
  ...CONFLICT_RULES,
  ...QUANTITY_RULES,
  ...CHANGE_RULES,
  ...REMOVAL_RULES,
];
