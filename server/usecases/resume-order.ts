import type { z } from "zod";
import type { OrderAnswer, orderCommandInput } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { changeOrder, plainAnswer } from "./change-order";
import type { Deps } from "./deps";
import type { Reply } from "./reply";

/** T51: ends the hold; same holder, fresh lease. */
export function resumeOrder(
  deps: Deps,
  input: z.infer<typeof orderCommandInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const { orderNo, requestId } = input;
  return plainAnswer(changeOrder(deps, actor, { verb: "resume", orderNo, requestId }, { type: "resume" }));
}
