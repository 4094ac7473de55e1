import { deliver } from "#server/bureau/deliver";
import type { DeliveryDeps } from "#server/bureau/delivery-deps";
import { createDeliveryMemory } from "#server/bureau/delivery-memory";
import { notifyDue } from "#server/outbox/notify-due";
import { pushDue } from "#server/outbox/push-due";
import { sendWebhooks, type WebhookTarget } from "#server/outbox/send-webhooks";
import { runTimers } from "./run-timers";
import { startLoop } from "./worker-loop";

export interface WorkerOptions {
  /** Pause between two looks at the outbox and the bureau, ms. */
  readonly pauseMs: number;
  readonly webhook: WebhookTarget | null;
}

export interface Workers {
  healthy(): boolean;
  /** Resolves when every loop has ended its present run. */
  stop(): Promise<void>;
}

/** Everything that happens without anybody asking: pushes, delivery, results, notices, webhooks, timers. */
export function startWorkers(deps: DeliveryDeps, options: WorkerOptions): Workers {
  const memory = createDeliveryMemory();
  const loop = (name: string, pauseMs: number, work: () => Promise<boolean>) =>
    startLoop(name, pauseMs, deps.log, work);
  const loops = [
    loop("push", options.pauseMs, () => pushDue(deps)),
    loop("delivery", options.pauseMs, () => deliver(deps, memory)),
    loop("notify", options.pauseMs, () => notifyDue(deps)),
    loop("webhook", options.pauseMs, () => sendWebhooks(deps, "WEBHOOK", options.webhook)),
    loop("effect", options.pauseMs, () => sendWebhooks(deps, "EFFECT", options.webhook)),
    loop("timer", 10 * options.pauseMs, () => runTimers(deps)),
  ];
  return {
    healthy: () => loops.every((one) => one.healthy()),
    stop: async () => {
      await Promise.all(loops.map((one) => one.stop()));
    },
  };
}
