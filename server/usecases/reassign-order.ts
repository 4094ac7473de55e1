import type { z } from "zod";
import type { moveInput } from "#shared/contract/staff-orders";
import type { OrderAnswer } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { changeOrder, plainAnswer } from "./change-order";
import type { Deps } from "./deps";
import type { Reply } from "./reply";

/** T52: a lead moves a claimed order to somebody, or to himself. */
export function reassignOrder(
  deps: Deps,
  input: z.infer<typeof moveInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const { orderNo, requestId } = input;
  return plainAnswer(
    changeOrder(
      deps,
      actor,
      { verb: "reassign", orderNo, requestId, lookup: { assignee: input.to } },
      { type: "reassign", to: input.to, comment: input.comment ?? "" },
    ),
  );
}
