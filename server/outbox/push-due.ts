import type { Deps } from "#server/usecases/deps";
import { pushOrder } from "#server/usecases/push-order";
import type { Actor } from "#shared/domain/order/actor";

const LEASE_MS = 30_000;
const BATCH = 100;
const WORKER: Actor = { kind: "SYSTEM", worker: "push" };

/**
 * Locks the orders whose push is due. Delivered means "the order is locked, or need not be any more": sending is the
 * delivery loop's. Dying in between is harmless: the message comes again and finds the order already locked.
 */
export async function pushDue(deps: Deps): Promise<boolean> {
  const messages = await deps.store.leaseOutbox("BUREAU_PUSH", deps.now(), LEASE_MS, BATCH);
  for (const message of messages) {
    const result = await pushOrder(deps, { orderNo: message.orderNo, requestId: message.id }, WORKER);
    const wait = result.kind === "REFUSED" && result.refusal.code === "UNDO_WINDOW_OPEN";
    if (wait) await deps.store.markFailed(message.id, message.fence, deps.now() + 1_000, "UNDO_WINDOW_OPEN");
    else await deps.store.markDelivered(message.id, message.fence, deps.now());
  }
  return messages.length === BATCH;
}
