import type { StoredRevision } from "#db/ports/order-store";
import type { Deps } from "#server/usecases/deps";
import { type BureauRecord, parseSubmissionKey } from "#shared/contract/bureau-record";
import { recordTagOf } from "#shared/domain/bureau/record-tag";
import { DEFAULT_SMS_OPTIONS, smsRecipients } from "#shared/domain/bureau/sms-matrix";
import { filingKindOf } from "#shared/domain/filing/application";
import { referredMaterials } from "#shared/domain/filing/referred-materials";

/**
 * The record of one submission, built from the sealed revision whenever it is sent: a repeat under the same sequence
 * number carries the identical record, because a revision never changes. `fixedAtMs`: when the record was put into
 * its batch. Null when it cannot be built: no document, a kind that never goes to a bureau, a material that is gone.
 */
export async function buildRecord(
  deps: Deps,
  submissionKey: string,
  fixedAtMs: number,
): Promise<BureauRecord | null> {
  const key = parseSubmissionKey(submissionKey);
  const revision = key === null ? null : await pushedRevision(deps, key, fixedAtMs);
  if (key === null || revision === null) return null;
  const { application } = revision;
  const tag = recordTagOf(filingKindOf(application));
  const materials = await materialsOf(deps, key.orderNo, revision);
  if (tag === null || materials === null) return null;
  return {
    submissionKey,
    ...tag,
    entity: application.entity,
    services: application.services,
    ...(application.target ? { target: application.target } : {}),
    materials,
    smsRecipients: smsRecipients(application, DEFAULT_SMS_OPTIONS).map((recipient) => ({ ...recipient })),
  };
}

/**
 * The newest revision, for as long as the push locks the order. An order that a result has moved on since may have
 * a newer one; the record then is the one of the time its batch was fixed.
 */
async function pushedRevision(
  deps: Deps,
  { orderNo, submissionNo }: { readonly orderNo: string; readonly submissionNo: number },
  fixedAtMs: number,
): Promise<StoredRevision | null> {
  const order = await deps.store.load(orderNo);
  const locked = order?.status === "SUBMITTING_TO_BUREAU" && order.submissionNo === submissionNo;
  let revision = await deps.store.revision(orderNo);
  while (!locked && revision !== null && revision.submittedAtMs > fixedAtMs) {
    revision = await deps.store.revision(orderNo, revision.revisionNo - 1);
  }
  return revision;
}

async function materialsOf(
  deps: Deps,
  orderNo: string,
  { revisionNo, application }: StoredRevision,
): Promise<BureauRecord["materials"] | null> {
  const rows = await deps.store.orderMaterials(orderNo, revisionNo);
  const mediaTypes = new Map(rows.map((row) => [row.sha256, row.mediaType]));
  const materials: BureauRecord["materials"] = [];
  for (const { kind, sha256 } of referredMaterials(application)) {
    const bytes = await deps.materials.read(sha256);
    const mediaType = mediaTypes.get(sha256);
    if (bytes === null || mediaType === undefined) {
      deps.log.error({ orderNo, sha256 }, "a material of a pushed order is missing");
      return null;
    }
    materials.push({ kind, mediaType, base64: bytes.toString("base64") });
  }
  return materials;
}
