import type { z } from "zod";
import type { HistoryEvent } from "#shared/contract/staff-orders";
import type { orderNoOnlyInput } from "#shared/contract/staff-queue";
import { refuse } from "#shared/domain/order/refusal";
import type { Deps } from "./deps";
import { done, type Reply } from "./reply";

/** Everything that happened to an order, oldest first: codes, times and names of staff, nothing personal. */
export async function getOrderHistory(
  deps: Deps,
  input: z.infer<typeof orderNoOnlyInput>,
): Promise<Reply<{ events: HistoryEvent[] }>> {
  const events = await deps.store.history(input.orderNo);
  return events.length === 0 ? refuse("ORDER_NOT_FOUND") : done({ events });
}
