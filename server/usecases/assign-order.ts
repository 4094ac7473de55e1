import type { z } from "zod";
import type { moveInput } from "#shared/contract/staff-orders";
import type { OrderAnswer } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { changeOrder, plainAnswer } from "./change-order";
import type { Deps } from "./deps";
import type { Reply } from "./reply";

/** T07, T19: a lead gives a waiting order to somebody. */
export function assignOrder(
  deps: Deps,
  input: z.infer<typeof moveInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const { orderNo, requestId } = input;
  return plainAnswer(
    changeOrder(
      deps,
      actor,
      { verb: "assign", orderNo, requestId, lookup: { assignee: input.to } },
      { type: "assign", to: input.to },
    ),
  );
}
