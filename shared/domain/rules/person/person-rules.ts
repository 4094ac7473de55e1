import type { Rule } from "../rule";
import { AGE_RULES } from "./age-rules";
import { DOCUMENT_KIND_RULES } from "./document-kind-rules";
import { IDENTITY_RULES } from "./identity-rules";
import { LEGAL_REPRESENTATIVE_RULES } from "./legal-representative-rules";
import { MOBILE_RULES } from "./mobile-rules";
import { REACH_RULES } from "./reach-rules";
import { EMAIL_RULES, SHARED_CONTACT_RULES } from "./shared-contact-rules";
import { THIRD_PERSON_RULES } from "./third-person-rules";

/** The entity responsible person, and what both persons share (domain.md §7.ERP). */
export const PERSON_RULES: readonly Rule[] = [
  ...LEGAL_REPRESENTATIVE_RULES,
  ...IDENTITY_RULES,
  ...AGE_RULES,
  ...DOCUMENT_KIND_RULES,
  ...MOBILE_RULES,
  ...SHARED_CONTACT_RULES,
  ...THIRD_PERSON_RULES,
  ...EMAIL_RULES,
  ...REACH_RULES,
];
