import type { z } from "zod";
import type { orderNoOnlyInput } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { claimIsLive, type Order } from "#shared/domain/order/order";
import { type Refusal, refuse } from "#shared/domain/order/refusal";
import type { Deps } from "./deps";
import { done, type Reply } from "./reply";

/**
 * Extends the caller's lease after input of his; on hold there is none to extend, and the answer is when the hold
 * ends. A lease that ran out stays out: the order must be claimed again.
 */
export async function heartbeat(
  deps: Deps,
  input: z.infer<typeof orderNoOnlyInput>,
  actor: StaffActor,
): Promise<Reply<{ untilMs: number }>> {
  const nowMs = deps.now();
  const wantedMs = nowMs + deps.settings.leaseMs;
  const untilMs = await deps.store.heartbeat(input.orderNo, actor.username, nowMs, wantedMs);
  if (untilMs !== null) return done({ untilMs });
  return whyNot(await deps.store.load(input.orderNo), actor.username, nowMs);
}

function whyNot(order: Order | null, username: string, nowMs: number): Refusal {
  if (order === null) return refuse("ORDER_NOT_FOUND");
  if (order.status !== "UNDER_FIRST_REVIEW") return refuse("ORDER_NOT_CLAIMED");
  const { claim } = order;
  if (claim.holder !== username) {
    return claimIsLive(claim, nowMs)
      ? refuse("ORDER_CLAIMED_BY_OTHER", { holder: claim.holder })
      : refuse("ORDER_NOT_CLAIMED");
  }
  return refuse("LEASE_EXPIRED");
}
