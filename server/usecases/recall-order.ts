import type { z } from "zod";
import type { reasonedInput } from "#shared/contract/staff-orders";
import type { OrderAnswer } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { changeOrder, plainAnswer } from "./change-order";
import type { Deps } from "./deps";
import type { Reply } from "./reply";

/** T26: a lead pulls an approved order back before it is pushed; it is then his. */
export function recallOrder(
  deps: Deps,
  input: z.infer<typeof reasonedInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const { orderNo, requestId } = input;
  return plainAnswer(
    changeOrder(
      deps,
      actor,
      { verb: "recall", orderNo, requestId },
      { type: "recall", reason: input.reason },
    ),
  );
}
