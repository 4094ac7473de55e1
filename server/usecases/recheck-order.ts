import type { OrderDetail } from "#shared/contract/staff-orders";
import type { StaffActor } from "#shared/domain/order/actor";
import type { Deps } from "./deps";
import { getOrderDetail } from "./get-order-detail";
import { refreshFindings } from "./refresh-findings";
import type { Reply } from "./reply";

/** Runs the rules over one order now, on demand, and answers the order with what they found. */
export async function recheckOrder(
  deps: Deps,
  input: { readonly orderNo: string },
  actor: StaffActor,
): Promise<Reply<OrderDetail>> {
  await refreshFindings(deps, input.orderNo);
  return getOrderDetail(deps, input, actor);
}
