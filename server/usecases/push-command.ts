import { smsRecipients } from "#shared/domain/bureau/sms-matrix";
import type { Command } from "#shared/domain/order/command";
import type { Order } from "#shared/domain/order/order";
import { type Refusal, refuse } from "#shared/domain/order/refusal";
import type { Deps } from "./deps";

/** The `push` of an order as it will be at that moment; whether codes will be sent is read off its document. */
export async function pushCommand(
  deps: Deps,
  orderNo: string,
): Promise<(order: Order | null) => Command | Refusal> {
  const revision = await deps.store.revision(orderNo);
  const expectsSms = revision !== null && smsRecipients(revision.application).length > 0;
  return (order) => {
    if (order === null) return refuse("ORDER_NOT_FOUND");
    // A newer document may have other persons, and so other codes.
    if (order.revisionNo !== revision?.revisionNo) return refuse("STALE_ORDER");
    return { type: "push", expectsSms };
  };
}
