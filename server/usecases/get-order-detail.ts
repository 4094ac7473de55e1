import type { MaterialRow } from "#db/ports/account-store";
import type { StoredRevision } from "#db/ports/order-store";
import type { MaterialView, OrderDetail, VerdictView } from "#shared/contract/staff-orders";
import { referredMaterials } from "#shared/domain/filing/referred-materials";
import type { StaffActor } from "#shared/domain/order/actor";
import { allowedCommands } from "#shared/domain/order/allowed-commands";
import type { Order } from "#shared/domain/order/order";
import { refuse } from "#shared/domain/order/refusal";
import { maskApplication } from "#shared/domain/privacy/mask";
import { matchMarks } from "#shared/domain/privacy/match";
import type { Deps } from "./deps";
import { machineReview } from "./machine-review";
import { maskedText } from "./masked-text";
import { done, type Reply } from "./reply";

/**
 * Everything the workbench shows of an order. Personal data is masked, in colleagues' texts too; whoever may see
 * more asks `revealOrder`. The reader's own draft comes back as he typed it.
 */
export async function getOrderDetail(
  deps: Deps,
  input: { readonly orderNo: string },
  actor: StaffActor,
): Promise<Reply<OrderDetail>> {
  const { store } = deps;
  const { orderNo } = input;
  const nowMs = deps.now();
  const [order, row, revision] = await Promise.all([
    store.load(orderNo),
    store.orderRow(orderNo, nowMs),
    store.revision(orderNo),
  ]);
  if (order === null || row === null || revision === null) return refuse("ORDER_NOT_FOUND");
  const [materials, verdicts, notes, draft, record] = await Promise.all([
    store.orderMaterials(orderNo, revision.revisionNo),
    store.verdicts(orderNo),
    store.notes(orderNo),
    store.loadDraft(orderNo, actor.username),
    store.findings(orderNo, revision.revisionNo),
  ]);
  const mask = maskedText(revision.application);
  const { findings: _counts, ...listed } = row;
  return done({
    ...listed,
    version: order.version,
    document: maskApplication(revision.application),
    matches: matchMarks(revision.application),
    ...(await machineReview(deps, revision.application, record, order.confirmed)),
    materials: materialViews(orderNo, revision, materials, mask),
    revision: revision.revisionNo,
    allowedCommands: allowedCommands(order, actor, nowMs, deps.settings),
    previousReasons: verdicts.map((verdict) => maskedVerdict(verdict, mask)),
    notes: notes.map((note) => ({ ...note, text: mask(note.text) })),
    draft,
    undo: undoOf(order, nowMs),
    hold: holdOf(order),
  });
}

function materialViews(
  orderNo: string,
  revision: StoredRevision,
  rows: readonly MaterialRow[],
  mask: (text: string) => string,
): MaterialView[] {
  const stored = new Map(rows.map((row) => [row.sha256, row]));
  const listed = new Set(revision.application.materials);
  // A photo that is only named, not listed, need not be one that this customer has uploaded.
  const refs = referredMaterials(revision.application).filter(
    (ref) => listed.has(ref) || stored.has(ref.sha256),
  );
  return refs.map((ref) => {
    const row = stored.get(ref.sha256);
    return {
      kind: ref.kind,
      sha256: ref.sha256,
      fileName: ref.fileName ? mask(ref.fileName) : null,
      mediaType: row?.mediaType ?? "application/octet-stream",
      bytes: row?.bytes ?? 0,
      serviceIndex: ref.serviceIndex ?? null,
      domain: ref.domain ?? null,
      url: `/api/orders/${encodeURIComponent(orderNo)}/materials/${ref.sha256}`,
    };
  });
}

function maskedVerdict(verdict: VerdictView, mask: (text: string) => string): VerdictView {
  return {
    ...verdict,
    comment: mask(verdict.comment),
    note: mask(verdict.note),
    reasons: verdict.reasons.map((reason) => ({
      ...reason,
      params: Object.fromEntries(Object.entries(reason.params).map(([name, value]) => [name, mask(value)])),
      problem: mask(reason.problem),
      suggestion: mask(reason.suggestion),
    })),
    overrides: verdict.overrides.map((override) => ({ ...override, reason: mask(override.reason) })),
  };
}

function undoOf(order: Order, nowMs: number): OrderDetail["undo"] {
  if (!("undo" in order) || order.undo === null || nowMs >= order.undo.untilMs) return null;
  return { by: order.undo.decidedBy, untilMs: order.undo.untilMs };
}

function holdOf(order: Order): OrderDetail["hold"] {
  if (order.status !== "UNDER_FIRST_REVIEW" || order.claim.lease.state !== "SUSPENDED") return null;
  const { reason, untilMs } = order.claim.lease.hold;
  return { reason, untilMs };
}
