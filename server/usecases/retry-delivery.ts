import type { z } from "zod";
import type { bureauCommandInput } from "#shared/contract/staff-bureau";
import type { OrderAnswer } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { changeOrder, plainAnswer } from "./change-order";
import type { Deps } from "./deps";
import { pushCommand } from "./push-command";
import type { Reply } from "./reply";

/**
 * A lead tries again: an order that came back for want of SMS codes is resubmitted unchanged (T41), one whose
 * delivery was given up is pushed (T27). While an outcome is in doubt this is refused: only the worker may repeat
 * that push, under the number it already has.
 */
export async function retryDelivery(
  deps: Deps,
  input: z.infer<typeof bureauCommandInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const { orderNo, requestId } = input;
  const push = await pushCommand(deps, orderNo);
  return plainAnswer(
    changeOrder(deps, actor, { verb: "retryDelivery", orderNo, requestId }, (order) =>
      order?.status === "SMS_RETURNED" ? { type: "resubmitUnchanged" } : push(order),
    ),
  );
}
