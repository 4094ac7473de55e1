import type { z } from "zod";
import type { releaseInput } from "#shared/contract/staff-orders";
import type { OrderAnswer } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { changeOrder, plainAnswer } from "./change-order";
import type { Deps } from "./deps";
import type { Reply } from "./reply";

/** T08: the holder gives the order back, or a lead takes it out of his hands. Refused while it is on hold. */
export function releaseOrder(
  deps: Deps,
  input: z.infer<typeof releaseInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const { orderNo, requestId } = input;
  return plainAnswer(changeOrder(deps, actor, { verb: "release", orderNo, requestId }, { type: "release" }));
}
