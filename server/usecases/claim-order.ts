import type { z } from "zod";
import type { OrderDetail } from "#shared/contract/staff-orders";
import type { claimInput } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { changeOrder } from "./change-order";
import type { Deps } from "./deps";
import { getOrderDetail } from "./get-order-detail";
import { refreshFindings } from "./refresh-findings";
import type { Reply } from "./reply";

/** T07, T19: takes this order for the caller; an expired claim of somebody else is released in the same change. */
export async function claimOrder(
  deps: Deps,
  input: z.infer<typeof claimInput>,
  actor: StaffActor,
): Promise<Reply<OrderDetail>> {
  const { username } = actor;
  const taken = await changeOrder(
    deps,
    actor,
    {
      verb: "claim",
      orderNo: input.orderNo,
      requestId: input.requestId,
      expectedVersion: input.version,
      lookup: { liveClaimsOf: username, assignee: username },
    },
    { type: "claim" },
  );
  if (taken.kind !== "DONE") return taken;
  // Other orders, lists and the calendar may have moved on since this one was submitted.
  await refreshFindings(deps, input.orderNo);
  return getOrderDetail(deps, { orderNo: input.orderNo }, actor);
}
