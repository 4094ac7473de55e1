import type { z } from "zod";
import type { holdInput } from "#shared/contract/staff-orders";
import type { OrderAnswer } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { changeOrder, plainAnswer } from "./change-order";
import type { Deps } from "./deps";
import type { Reply } from "./reply";

/** T16: the order waits for the customer or a colleague, at most 30 days; its lease cannot run out meanwhile. */
export function holdOrder(
  deps: Deps,
  input: z.infer<typeof holdInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const { orderNo, requestId } = input;
  return plainAnswer(
    changeOrder(
      deps,
      actor,
      { verb: "hold", orderNo, requestId },
      { type: "hold", reason: input.reason, untilMs: input.untilMs, comment: input.comment ?? "" },
    ),
  );
}
