import type { z } from "zod";
import type { reasonedInput } from "#shared/contract/staff-orders";
import type { OrderAnswer } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { changeOrder, plainAnswer } from "./change-order";
import type { Deps } from "./deps";
import type { Reply } from "./reply";

/** T57, T58: a lead gives up a forced cancellation, or a customer's draft or returned order. */
export function abandonAsLead(
  deps: Deps,
  input: z.infer<typeof reasonedInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const { orderNo, requestId } = input;
  return plainAnswer(
    changeOrder(
      deps,
      actor,
      { verb: "abandon", orderNo, requestId },
      { type: "abandon", reason: input.reason },
    ),
  );
}
