import type { z } from "zod";
import type { OrderAnswer, orderCommandInput } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { changeOrder, plainAnswer } from "./change-order";
import type { Deps } from "./deps";
import type { Reply } from "./reply";

/** T53: takes the own verdict back within ten seconds; nothing of it has left by then. */
export function undoVerdict(
  deps: Deps,
  input: z.infer<typeof orderCommandInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const { orderNo, requestId } = input;
  return plainAnswer(
    changeOrder(deps, actor, { verb: "undoVerdict", orderNo, requestId }, { type: "undoVerdict" }),
  );
}
