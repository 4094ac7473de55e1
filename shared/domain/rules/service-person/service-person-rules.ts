import type { Rule } from "../rule";
import { CONTACT_CONSISTENCY_RULES } from "./contact-consistency-rules";
import { LETTER_RULES } from "./letter-rules";
import { ORIGINAL_PHONE_RULES } from "./original-phone-rules";
import { PROVINCE_PERSON_RULES } from "./province-person-rules";
import { STAFF_RULES } from "./staff-rules";

/** The responsible persons of the services (domain.md §7.SRP). */
export const SERVICE_PERSON_RULES: readonly Rule[] = [
  ...STAFF_RULES,
  ...CONTACT_CONSISTENCY_RULES,
  ...LETTER_RULES,
  ...PROVINCE_PERSON_RULES,
  ...ORIGINAL_PHONE_RULES,
];
