import { createHmac } from "node:crypto";
import { request } from "undici";
import type { LeasedMessage } from "#db/ports/delivery-store";
import type { Deps } from "#server/usecases/deps";
import { NOTIFY_TARGETS } from "#shared/domain/order/outbox";
import { outboxPauseMs } from "./outbox-pause";

const LEASE_MS = 60_000;
/** Sent side by side: one slow receiver costs the others one timeout at most. */
const BATCH = 20;
const TIMEOUT_MS = 10_000;
/** With the pauses in between about a day. */
const GIVE_UP_AFTER = 35;

export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
}

/**
 * Sends due webhooks, signed `sha256=HMAC(secret, timestamp.body)`, at least once. Ordered per order, because a lease
 * never holds two messages of one order and kind, and one that failed holds back the later ones; given up, it is a
 * dead letter with an alarm. Without a target they are settled unsent.
 */
export async function sendWebhooks(
  deps: Deps,
  kind: "WEBHOOK" | "EFFECT",
  target: WebhookTarget | null,
): Promise<boolean> {
  const messages = await deps.store.leaseOutbox(kind, deps.now(), LEASE_MS, BATCH);
  await Promise.all(messages.map((message) => deliverOne(deps, message, target)));
  // An order's next message can be leased only now.
  return messages.length > 0;
}

async function deliverOne(deps: Deps, message: LeasedMessage, target: WebhookTarget | null): Promise<void> {
  const { id, fence, orderNo, attempts } = message;
  if (target === null || (await send(deps, message, target))) {
    await deps.store.markDelivered(id, fence, deps.now());
    return;
  }
  if (attempts < GIVE_UP_AFTER) {
    await deps.store.markFailed(id, fence, deps.now() + outboxPauseMs(attempts), "WEBHOOK_FAILED");
    return;
  }
  deps.log.error({ messageId: id, orderNo }, "webhook given up");
  const buried = await deps.store.markFailed(id, fence, null, "WEBHOOK_FAILED");
  const alarm = { orderNo, target: NOTIFY_TARGETS.ld, template: "WEBHOOK_GIVEN_UP", atMs: deps.now() };
  if (buried) await deps.store.recordNotification(alarm);
}

async function send(deps: Deps, message: LeasedMessage, target: WebhookTarget): Promise<boolean> {
  const body = JSON.stringify({ id: message.id, orderNo: message.orderNo, ...message.payload });
  const timestamp = String(deps.now());
  const signature = createHmac("sha256", target.secret).update(`${timestamp}.${body}`).digest("hex");
  try {
    const response = await request(target.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-timestamp": timestamp,
        "x-signature": `sha256=${signature}`,
      },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body.dump();
    return response.statusCode >= 200 && response.statusCode < 300;
  } catch {
    return false;
  }
}
