import type { z } from "zod";
import type { OrderDetail } from "#shared/contract/staff-orders";
import type { claimNextInput } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { decide } from "#shared/domain/order/decide";
import type { Deps } from "./deps";
import { getOrderDetail } from "./get-order-detail";
import { refreshFindings } from "./refresh-findings";
import { done, type Reply } from "./reply";

/**
 * Takes the next order of the queue for the caller: his reservation, else overdue, then revised, then by due time
 * (domain.md §10). Null when there is nothing to take. A repeat answers the order of the first call.
 */
export async function claimNext(
  deps: Deps,
  input: z.infer<typeof claimNextInput>,
  actor: StaffActor,
): Promise<Reply<OrderDetail | null>> {
  const { username } = actor;
  const nowMs = deps.now();
  const result = await deps.store.change(
    {
      target: { next: { reviewer: username } },
      actor,
      nowMs,
      lookup: { liveClaimsOf: username, assignee: username },
      once: { scope: `claimNext:${username}`, key: input.requestId },
    },
    (order, facts) =>
      decide(
        order,
        { type: "claim" },
        {
          actor,
          nowMs,
          settings: deps.settings,
          facts,
          expectedVersion: null,
          expectedFindingsVersion: null,
        },
      ),
  );
  switch (result.kind) {
    case "CHANGED":
    case "REPEATED":
      await refreshFindings(deps, result.answer.orderNo);
      return getOrderDetail(deps, { orderNo: result.answer.orderNo }, actor);
    case "REFUSED":
      return result.refusal;
    case "NOTHING":
      return done(null);
  }
}
