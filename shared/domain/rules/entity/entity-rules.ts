import type { Rule } from "../rule";
import { ADDRESS_RULES } from "./address-rules";
import { CERTIFICATE_RULES } from "./certificate-rules";
import { REGION_RULES } from "./region-rules";
import { REPLACEMENT_RULES } from "./replacement-rules";
import { SPECIAL_ENTITY_RULES } from "./special-entity-rules";

/** The entity (domain.md §7.ENT). */
export const ENTITY_RULES: readonly Rule[] = [
  ...CERTIFICATE_RULES,
  ...REGION_RULES,
  ...ADDRESS_RULES,
  ...SPECIAL_ENTITY_RULES,
  ...REPLACEMENT_RULES,
];
