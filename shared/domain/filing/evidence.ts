import { z } from "zod";
import { entitySchema } from "./entity";
import { serviceSchema } from "./service";
import { code, dateText, instantText, maybe, sha256Text, text } from "./text";

/**
 * What upstream machines already established about an order (contracts.md §2). Each part may be missing,
 * and a rule that needs a missing part answers "cannot check", never "passed".
 */
const ocrSchema = z.strictObject({
  materialKind: text(64),
  serviceIndex: maybe(z.number().int().min(0).max(99)),
  fields: z.strictObject({
    name: maybe(text(255)),
    certNumber: maybe(text(255)),
    legalRepresentative: maybe(text(128)),
    address: maybe(text(1024)),
    idNumber: maybe(text(128)),
    birthDate: maybe(dateText),
    validFrom: maybe(dateText),
    validTo: maybe(dateText),
    issuer: maybe(text(255)),
  }),
});

const domainEvidenceSchema = z.strictObject({
  domain: text(128),
  registrar: maybe(text(255)),
  registrarApproved: maybe(z.boolean()),
  tldApproved: maybe(z.boolean()),
  realNameStatus: maybe(text(32)),
  realNameOn: maybe(dateText),
  realNameHolder: maybe(text(255)),
  holderCertType: maybe(code),
  holderCertNumber: maybe(text(255)),
  holderRelation: maybe(text(32)),
  expiresOn: maybe(dateText),
  resolves: maybe(z.boolean()),
  resolvedIps: maybe(z.array(text(64)).max(64)),
});

const companyRegistrySchema = z.strictObject({
  status: maybe(text(64)),
  name: maybe(text(255)),
  certNumber: maybe(text(255)),
  legalRepresentative: maybe(text(128)),
  entityKind: maybe(text(128)),
  businessScope: maybe(text(4096)),
});

const miitRegistrySchema = z.strictObject({
  entityFiled: maybe(z.boolean()),
  entityFilingNumber: maybe(text(64)),
  domainsFiled: maybe(z.array(text(128)).max(200)),
  entityReviewElsewhere: maybe(z.boolean()),
  entityShell: maybe(z.boolean()),
  legacyOurs: maybe(z.boolean()),
  appsFiled: maybe(z.array(text(512)).max(200)),
  servicesTotal: maybe(z.number().int().min(0).max(100_000)),
  pendingChange: maybe(z.boolean()),
});

const filedServiceSchema = serviceSchema.extend({
  accessProviders: maybe(z.array(z.strictObject({ name: text(255), ours: z.boolean() })).max(50)),
  pendingOperation: maybe(text(64)),
});

/** The registry's present record of the entity; change, cancel, deregister and transfer start from it. */
const filedRecordSchema = z.strictObject({
  entity: entitySchema,
  services: z.array(filedServiceSchema).max(100),
});
export type FiledRecord = z.infer<typeof filedRecordSchema>;

const imageSchema = z.strictObject({
  sha256: sha256Text,
  colour: maybe(z.boolean()),
  sharp: maybe(z.boolean()),
  edgesComplete: maybe(z.boolean()),
  glare: maybe(z.boolean()),
  screenReshoot: maybe(z.boolean()),
  copy: maybe(z.boolean()),
  background: maybe(text(32)),
  documentKind: maybe(text(64)),
  duplicateOf: maybe(text(128)),
  watermarkText: maybe(text(255)),
  tamperSuspected: maybe(z.boolean()),
});

const faceSchema = z.strictObject({
  serviceIndex: maybe(z.number().int().min(0).max(99)),
  matched: maybe(z.boolean()),
  score: maybe(z.number().min(0).max(1)),
});

const siteSchema = z.strictObject({
  domain: text(128),
  reachable: maybe(z.boolean()),
  onMainlandIp: maybe(z.boolean()),
  footerNumber: maybe(text(128)),
  footerLink: maybe(text(512)),
  footerCopyright: maybe(text(512)),
  checkedAt: maybe(instantText),
});

export const evidenceSchema = z.strictObject({
  ocr: maybe(z.array(ocrSchema).max(500)),
  domains: maybe(z.array(domainEvidenceSchema).max(200)),
  companyRegistry: maybe(companyRegistrySchema),
  miitRegistry: maybe(miitRegistrySchema),
  filedRecord: maybe(filedRecordSchema),
  phones: maybe(z.array(z.strictObject({ phone: text(64), provinceCode: maybe(text(12)) })).max(100)),
  images: maybe(z.array(imageSchema).max(500)),
  faces: maybe(z.array(faceSchema).max(100)),
  sites: maybe(z.array(siteSchema).max(200)),
});
export type Evidence = z.infer<typeof evidenceSchema>;
