import type { z } from "zod";
import type { moveInput } from "#shared/contract/staff-orders";
import type { OrderAnswer } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { changeOrder, plainAnswer } from "./change-order";
import type { Deps } from "./deps";
import type { Reply } from "./reply";

/** T15: hands a hard case to a lead, with an explanation. */
export function escalateOrder(
  deps: Deps,
  input: z.infer<typeof moveInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const { orderNo, requestId } = input;
  return plainAnswer(
    changeOrder(
      deps,
      actor,
      { verb: "escalate", orderNo, requestId, lookup: { assignee: input.to } },
      { type: "escalate", to: input.to, comment: input.comment ?? "" },
    ),
  );
}
