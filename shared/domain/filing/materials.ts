import { z } from "zod";
import { maybe, sha256Text, text } from "./text";

/** Codes of `materials[].kind`, in the order of the table in `domain.md` §6. */
export const MATERIAL_KINDS = [
  "ENTITY_CERTIFICATE",
  "ERP_ID_FRONT",
  "ERP_ID_BACK",
  "SRP_ID_FRONT",
  "SRP_ID_BACK",
  "LIVENESS_PHOTO",
  "DOMAIN_CERTIFICATE",
  "DOMAIN_REALNAME_SCREENSHOT",
  "ERP_AUTHORIZATION",
  "SRP_AUTHORIZATION",
  "FILING_UNDERTAKING",
  "TRUTH_NOTICE",
  "TRUTH_UNDERTAKING",
  "RESIDENCE_PROOF",
  "EMPLOYMENT_PROOF",
  "CONSTRUCTION_PLAN",
  "PRE_APPROVAL",
  "NO_PRE_APPROVAL_UNDERTAKING",
  "OTHER_LICENCE",
  "ANTI_FRAUD_REPORT",
  "APP_ICON",
  "PARTY_BUILDING_PROOF",
  "INSTITUTION_APPROVAL",
  "NAME_CHANGE_PROOF",
  "HOLDER_RELATION_PROOF",
  "TRADEMARK_PROOF",
  "VERIFICATION_SHEET",
  "CUSTOMER_CONFIRMATION",
  "FORCED_CANCEL_EVIDENCE",
  "OTHER",
] as const;
export const materialKindSchema = z.enum(MATERIAL_KINDS);
export type MaterialKind = z.infer<typeof materialKindSchema>;

/** A material the order refers to; the bytes were uploaded before, under the same intake key. */
export const materialRefSchema = z.strictObject({
  kind: materialKindSchema,
  sha256: sha256Text,
  fileName: maybe(text(255)),
  serviceIndex: maybe(z.number().int().min(0).max(99)),
  domain: maybe(text(128)),
});
export type MaterialRef = z.infer<typeof materialRefSchema>;
