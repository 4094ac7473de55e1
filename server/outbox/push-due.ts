import type { LeasedMessage } from "#db/ports/delivery-store";
import type { Deps } from "#server/usecases/deps";
import { machineChange } from "#server/usecases/machine-change";
import { pushCommand } from "#server/usecases/push-command";
import type { RefusalCode } from "#shared/domain/order/refusal";
import { outboxPauseMs } from "./outbox-pause";

const LEASE_MS = 30_000;
const BATCH = 100;
const AGAIN_MS = 1_000;

/** Too early by a breath, or the document changed under our eyes: look again in a moment. */
const AGAIN: readonly RefusalCode[] = ["UNDO_WINDOW_OPEN", "STALE_ORDER"];

/**
 * Locks the orders whose push is due (T27). Delivered means "the order is locked, or need not be any more": sending
 * is the delivery loop's. Dying in between is harmless: the message comes again and finds the order already locked.
 * An order that cannot be read waits with a growing pause and holds up nobody.
 */
export async function pushDue(deps: Deps): Promise<boolean> {
  const messages = await deps.store.leaseOutbox("BUREAU_PUSH", deps.now(), LEASE_MS, BATCH);
  for (const message of messages) {
    const { id, fence, attempts } = message;
    const cause = await push(deps, message);
    if (cause === null) await deps.store.markDelivered(id, fence, deps.now());
    else {
      const pauseMs = cause === "PUSH_FAILED" ? outboxPauseMs(attempts) : AGAIN_MS;
      await deps.store.markFailed(id, fence, deps.now() + pauseMs, cause);
    }
  }
  // An order's next message can be leased only now.
  return messages.length > 0;
}

/** Null when nothing is left to do, else why the message must come again. */
async function push(deps: Deps, { orderNo }: LeasedMessage): Promise<string | null> {
  try {
    const command = await pushCommand(deps, orderNo);
    const result = await machineChange(deps, { kind: "SYSTEM", worker: "push" }, orderNo, command);
    const again = result.kind === "REFUSED" && AGAIN.includes(result.refusal.code);
    return again ? result.refusal.code : null;
  } catch (error) {
    const reason = error instanceof Error ? error.name : "unknown";
    deps.log.error({ orderNo, reason }, "an approved order could not be pushed");
    return "PUSH_FAILED";
  }
}
