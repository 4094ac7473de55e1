import type { z } from "zod";
import type { reasonedInput } from "#shared/contract/staff-orders";
import type { OrderAnswer } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { changeOrder, plainAnswer } from "./change-order";
import type { Deps } from "./deps";
import type { Reply } from "./reply";

/** T59: a lead takes a wrong rejection back after the undo window; the order is then his. */
export function reopenOrder(
  deps: Deps,
  input: z.infer<typeof reasonedInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const { orderNo, requestId } = input;
  return plainAnswer(
    changeOrder(
      deps,
      actor,
      { verb: "reopen", orderNo, requestId },
      { type: "reopen", reason: input.reason },
    ),
  );
}
