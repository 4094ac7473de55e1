import { z } from "zod";
import { entitySchema } from "./entity";
import { evidenceSchema } from "./evidence";
import { CANCEL_ORIGINS, ENTITY_ORIGINS, FILING_TYPES, type FilingKind } from "./filing-type";
import { materialRefSchema } from "./materials";
import { serviceSchema } from "./service";
import { instantText, maybe, sha256Text, text } from "./text";

const livenessSchema = z.strictObject({
  person: text(8),
  serviceIndex: maybe(z.number().int().min(0).max(99)),
  passed: maybe(z.boolean()),
  photoSha256: maybe(sha256Text),
  capturedAt: maybe(instantText),
});

const consentsSchema = z.strictObject({
  informationSecurity: maybe(z.boolean()),
  assistedEditing: maybe(z.boolean()),
  filingUndertaking: maybe(z.boolean()),
  claimAgreement: maybe(z.boolean()),
});

/**
 * The order document (contracts.md §2): what the customer's filing system submits, whole, at each revision.
 * Shape only. Refused as malformed: unknown keys, wrong types, over-long texts, and a sub-kind without its origin.
 */
export const applicationSchema = z
  .strictObject({
    filingType: z.enum(FILING_TYPES),
    entityOrigin: maybe(z.enum(ENTITY_ORIGINS)),
    cancelOrigin: maybe(z.enum(CANCEL_ORIGINS)),
    accountId: z.string().min(1).max(64),
    channel: maybe(text(32)),
    entity: entitySchema,
    services: z.array(serviceSchema).max(50),
    target: maybe(
      z.strictObject({
        entityFilingNumber: maybe(text(64)),
        serviceFilingNumbers: maybe(z.array(text(64)).max(50)),
      }),
    ),
    transfer: maybe(
      z.strictObject({
        fromAccountId: z.string().min(1).max(64),
        toAccountId: z.string().min(1).max(64),
        scope: z.enum(["ENTITY", "SERVICE"]),
      }),
    ),
    reason: maybe(text(1024)),
    submitVerification: maybe(
      z.strictObject({ person: text(8), passed: maybe(z.boolean()), at: maybe(instantText) }),
    ),
    materials: z.array(materialRefSchema).max(500),
    liveness: maybe(z.array(livenessSchema).max(50)),
    videoVerification: maybe(
      z.strictObject({ required: maybe(z.boolean()), completed: maybe(z.boolean()), at: maybe(instantText) }),
    ),
    consents: maybe(consentsSchema),
    evidence: maybe(evidenceSchema),
  })
  .superRefine((doc, ctx) => {
    const missing = missingOrigin(doc);
    if (missing !== null)
      ctx.addIssue({ code: "custom", path: [missing], message: "required for this filing type" });
  });
export type Application = z.infer<typeof applicationSchema>;

type OriginFields = Pick<Application, "filingType" | "entityOrigin" | "cancelOrigin" | "transfer">;

/** The field without which the document's sub-kind is undecided, or null when it is complete. */
function missingOrigin(doc: OriginFields): "entityOrigin" | "cancelOrigin" | "transfer" | null {
  const splitByEntity = doc.filingType === "ADD_ACCESS" || doc.filingType === "ADD_SERVICE";
  if (splitByEntity && !doc.entityOrigin) return "entityOrigin";
  if (doc.filingType === "CANCEL_ACCESS" && !doc.cancelOrigin) return "cancelOrigin";
  if (doc.filingType === "TRANSFER" && !doc.transfer) return "transfer";
  return null;
}

/** The sub-kind of a parsed document. Origins that do not belong to the type are ignored. */
export function filingKindOf(
  doc: Pick<Application, "filingType" | "entityOrigin" | "cancelOrigin">,
): FilingKind {
  switch (doc.filingType) {
    case "ADD_ACCESS":
    case "ADD_SERVICE":
      return { type: doc.filingType, origin: doc.entityOrigin ?? "OTHER" };
    case "CANCEL_ACCESS":
      return { type: doc.filingType, origin: doc.cancelOrigin ?? "VOLUNTARY" };
    default:
      return { type: doc.filingType, origin: null };
  }
}
