import { z } from "zod";
import { servicePersonSchema } from "./person";
import { code, dateText, maybe, sha256Text, text } from "./text";

export const SERVICE_KINDS = ["WEBSITE", "APP"] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** Proof that the customer holds a filing-capable resource here (domain.md §5.7); unknown types are R-135. */
export const resourceSchema = z.strictObject({
  type: text(64),
  instanceId: maybe(text(128)),
  billing: maybe(text(64)),
  months: maybe(z.number().int().min(0).max(1200)),
  regionMainland: maybe(z.boolean()),
  filingsUsed: maybe(z.number().int().min(0).max(10_000)),
  publicIps: maybe(z.array(text(64)).max(64)),
  expiresOn: maybe(dateText),
  authCode: maybe(
    z.strictObject({
      code: text(64),
      issuerInstanceId: maybe(text(128)),
      issuerValid: maybe(z.boolean()),
      used: maybe(z.boolean()),
    }),
  ),
});

const platformSchema = z.strictObject({
  platform: text(32),
  displayName: maybe(text(512)),
  packageName: maybe(text(256)),
  publicKey: maybe(text(4096)),
  fingerprint: maybe(text(256)),
  domains: maybe(z.array(text(128)).max(64)),
});

const preApprovalSchema = z.strictObject({
  type: code,
  number: maybe(text(512)),
  validTo: maybe(dateText),
  materialSha256: maybe(sha256Text),
});

/** A website or an APP (domain.md §5.5, §5.6). The fields of the other kind are accepted and judged by rules. */
export const serviceSchema = z.strictObject({
  kind: z.enum(SERVICE_KINDS),
  name: text(512),
  filingNumber: maybe(text(64)),
  domains: z.array(text(128)).max(64),
  homepageUrl: maybe(text(255)),
  ipRanges: maybe(z.array(z.strictObject({ start: text(64), end: text(64) })).max(64)),
  serviceContent: maybe(z.array(code).max(64)),
  languages: maybe(z.array(code).max(17)),
  preApprovals: maybe(z.array(preApprovalSchema).max(10)),
  remark: maybe(text(1024)),
  resource: maybe(resourceSchema),
  responsiblePerson: maybe(servicePersonSchema),
  icon: maybe(sha256Text),
  importMode: maybe(text(32)),
  usesSdk: maybe(z.boolean()),
  sdks: maybe(
    z
      .array(z.strictObject({ vendor: maybe(text(128)), type: maybe(text(128)), name: maybe(text(128)) }))
      .max(100),
  ),
  ipDomainBindings: maybe(
    z.array(z.strictObject({ ip: text(64), domains: z.array(text(128)).max(64) })).max(64),
  ),
  platforms: maybe(z.array(platformSchema).max(10)),
});
export type Service = z.infer<typeof serviceSchema>;
