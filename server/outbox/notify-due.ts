import type { Deps } from "#server/usecases/deps";
import { NOTIFY_TARGETS, type NotifyTarget } from "#shared/domain/order/outbox";

const LEASE_MS = 30_000;
const BATCH = 100;

/**
 * Turns due notices into notification rows, one per recipient: the desk's record of who was told what. Texts and
 * addresses are filled in by the sender that takes them from there; rows hold codes only.
 */
export async function notifyDue(deps: Deps): Promise<boolean> {
  const messages = await deps.store.leaseOutbox("NOTIFICATION", deps.now(), LEASE_MS, BATCH);
  for (const message of messages) {
    const { targets, transition } = message.payload;
    for (const target of Array.isArray(targets) ? targets : []) {
      if (!isTarget(target)) continue;
      await deps.store.recordNotification({
        orderNo: message.orderNo,
        target: NOTIFY_TARGETS[target],
        template: String(transition),
        atMs: deps.now(),
      });
    }
    await deps.store.markDelivered(message.id, message.fence, deps.now());
  }
  // An order's next message can be leased only now.
  return messages.length > 0;
}

function isTarget(value: string): value is NotifyTarget {
  return Object.hasOwn(NOTIFY_TARGETS, value);
}
