import type { Deps } from "#server/usecases/deps";
import { type BureauRecord, parseSubmissionKey } from "#shared/contract/bureau-record";
import { recordTagOf } from "#shared/domain/bureau/record-tag";
import { DEFAULT_SMS_OPTIONS, smsRecipients } from "#shared/domain/bureau/sms-matrix";
import { filingKindOf } from "#shared/domain/filing/application";

/**
 * The record of one submission, rebuilt from the sealed revision whenever it is sent: a repeat under the same
 * sequence number carries the identical record, because a revision never changes. Null when there is none to send.
 */
export async function buildRecord(deps: Deps, submissionKey: string): Promise<BureauRecord | null> {
  const key = parseSubmissionKey(submissionKey);
  const revision = key === null ? null : await deps.store.revision(key.orderNo);
  if (revision === null) return null;
  const { application } = revision;
  const tag = recordTagOf(filingKindOf(application));
  if (tag === null) return null;
  return {
    submissionKey,
    ...tag,
    entity: application.entity,
    services: application.services,
    ...(application.target ? { target: application.target } : {}),
    materials: await materialsOf(deps, key?.orderNo ?? "", revision.revisionNo, application.materials),
    smsRecipients: smsRecipients(application, DEFAULT_SMS_OPTIONS).map((recipient) => ({ ...recipient })),
  };
}

async function materialsOf(
  deps: Deps,
  orderNo: string,
  revisionNo: number,
  refs: readonly { kind: BureauRecord["materials"][number]["kind"]; sha256: string }[],
): Promise<BureauRecord["materials"]> {
  const rows = await deps.store.orderMaterials(orderNo, revisionNo);
  const mediaTypes = new Map(rows.map((row) => [row.sha256, row.mediaType]));
  const materials: BureauRecord["materials"] = [];
  for (const ref of refs) {
    const bytes = await deps.materials.read(ref.sha256);
    const mediaType = mediaTypes.get(ref.sha256);
    if (bytes === null || mediaType === undefined) continue;
    materials.push({ kind: ref.kind, mediaType, base64: bytes.toString("base64") });
  }
  return materials;
}
