import type { StaffActor } from "#shared/domain/order/actor";
import { isLead } from "#shared/domain/order/actor";
import { liveClaim, type Order } from "#shared/domain/order/order";
import { type Refusal, refuse } from "#shared/domain/order/refusal";

/**
 * Why this person may not see personal data of this order now; null when he may: he holds its live claim, or is a
 * lead (assurance.md §3). Having seen it once gives no right to see it again.
 */
export function personalDataRefusal(order: Order, actor: StaffActor, nowMs: number): Refusal | null {
  if (isLead(actor)) return null;
  const claim = liveClaim(order, nowMs);
  if (claim === null) return refuse("ORDER_NOT_CLAIMED");
  return claim.holder === actor.username ? null : refuse("ORDER_CLAIMED_BY_OTHER", { holder: claim.holder });
}
