import type { Store } from "#db/store";
import type { StaffActor } from "#shared/domain/order/actor";
import type { Order } from "#shared/domain/order/order";
import { refuse } from "#shared/domain/order/refusal";
import type { Deps } from "./deps";
import { personalDataRefusal } from "./order-access";
import { done, edgeRefuse, type Reply } from "./reply";

export interface OpenedDocument {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Older revisions looked through for a material that the newest one no longer has. */
const REVISIONS_BACK = 20;

/**
 * The bytes of a document of this order, of its newest revision or an older one, for the holder of its claim or a
 * lead. The first look of a person at an order's documents in one claim leaves an audit row, before the bytes do.
 */
export async function openDocument(
  deps: Deps,
  input: { readonly orderNo: string; readonly sha256: string },
  actor: StaffActor,
): Promise<Reply<OpenedDocument>> {
  const nowMs = deps.now();
  const order = await deps.store.load(input.orderNo);
  if (order === null) return refuse("ORDER_NOT_FOUND");
  if (personalDataRefusal(order, actor, nowMs) !== null) return edgeRefuse("DOCUMENT_CLOSED");
  const mediaType = await mediaTypeIn(deps, order, input.sha256);
  const bytes = mediaType === null ? null : await deps.materials.read(input.sha256);
  if (mediaType === null || bytes === null) return edgeRefuse("DOCUMENT_NOT_FOUND");
  await recordFirstLook(deps, order, actor, nowMs);
  return done({ mediaType, bytes });
}

async function mediaTypeIn(deps: Deps, order: Order, sha256: string): Promise<string | null> {
  const oldest = Math.max(1, order.revisionNo - REVISIONS_BACK);
  for (let revisionNo = order.revisionNo; revisionNo >= oldest; revisionNo--) {
    const rows = await deps.store.orderMaterials(order.orderNo, revisionNo);
    const found = rows.find((row) => row.sha256 === sha256);
    if (found !== undefined) return found.mediaType;
  }
  return null;
}

/** Looks recorded by this process, per store; after a restart one more row is written, never one too few. */
const recordedIn = new WeakMap<Store, Set<string>>();
const MOST_RECORDED = 10_000;

async function recordFirstLook(deps: Deps, order: Order, actor: StaffActor, nowMs: number): Promise<void> {
  const claimedAtMs = order.status === "UNDER_FIRST_REVIEW" ? order.claim.claimedAtMs : 0;
  const look = `${actor.username} ${order.orderNo} ${order.revisionNo} ${claimedAtMs}`;
  const recorded = recordedIn.get(deps.store) ?? new Set<string>();
  recordedIn.set(deps.store, recorded);
  if (recorded.has(look)) return;
  if (recorded.size >= MOST_RECORDED) recorded.clear();
  recorded.add(look);
  try {
    await deps.store.recordAudit({
      atMs: nowMs,
      actor: actor.username,
      action: "viewDocuments",
      orderNo: order.orderNo,
      data: { revision: order.revisionNo },
    });
  } catch (error) {
    recorded.delete(look);
    throw error;
  }
}
