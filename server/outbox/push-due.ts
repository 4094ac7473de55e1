import type { Deps } from "#server/usecases/deps";
import { machineChange } from "#server/usecases/machine-change";
import { pushCommand } from "#server/usecases/push-command";

const LEASE_MS = 30_000;
const BATCH = 100;
const AGAIN_MS = 1_000;

/**
 * Locks the orders whose push is due (T27). Delivered means "the order is locked, or need not be any more": sending
 * is the delivery loop's. Dying in between is harmless: the message comes again and finds the order already locked.
 */
export async function pushDue(deps: Deps): Promise<boolean> {
  const messages = await deps.store.leaseOutbox("BUREAU_PUSH", deps.now(), LEASE_MS, BATCH);
  for (const message of messages) {
    const command = await pushCommand(deps, message.orderNo);
    const result = await machineChange(deps, { kind: "SYSTEM", worker: "push" }, message.orderNo, command);
    // Too early by a breath, or the document changed under our eyes: look again in a moment.
    const again =
      result.kind === "REFUSED" && ["UNDO_WINDOW_OPEN", "STALE_ORDER"].includes(result.refusal.code);
    if (again)
      await deps.store.markFailed(message.id, message.fence, deps.now() + AGAIN_MS, result.refusal.code);
    else await deps.store.markDelivered(message.id, message.fence, deps.now());
  }
  return messages.length === BATCH;
}
