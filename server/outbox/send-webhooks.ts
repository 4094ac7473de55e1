import { createHmac } from "node:crypto";
import { request } from "undici";
import type { LeasedMessage } from "#db/ports/delivery-store";
import type { Deps } from "#server/usecases/deps";

const LEASE_MS = 60_000;
const BATCH = 50;
const TIMEOUT_MS = 10_000;
const GIVE_UP_AFTER = 15;

export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
}

/**
 * Sends due webhooks, signed `sha256=HMAC(secret, timestamp.body)`, at least once, in order per order: after a
 * failure the order's later messages of this round wait too. Without a target they are settled unsent.
 */
export async function sendWebhooks(
  deps: Deps,
  kind: "WEBHOOK" | "EFFECT",
  target: WebhookTarget | null,
): Promise<boolean> {
  const messages = await deps.store.leaseOutbox(kind, deps.now(), LEASE_MS, BATCH);
  const blocked = new Set<string>();
  for (const message of messages) {
    const sent = target === null || (!blocked.has(message.orderNo) && (await send(deps, message, target)));
    if (sent) {
      await deps.store.markDelivered(message.id, message.fence, deps.now());
      continue;
    }
    blocked.add(message.orderNo);
    const dead = message.attempts + 1 >= GIVE_UP_AFTER;
    const pauseMs = Math.min(1_000 * 2 ** message.attempts, 60 * 60_000);
    await deps.store.markFailed(
      message.id,
      message.fence,
      dead ? null : deps.now() + pauseMs,
      "WEBHOOK_FAILED",
    );
  }
  return messages.length === BATCH;
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
