import type { z } from "zod";
import type { OrderAtBureau } from "#shared/contract/staff-bureau";
import type { orderNoOnlyInput } from "#shared/contract/staff-queue";
import { refuse } from "#shared/domain/order/refusal";
import type { Deps } from "./deps";
import { done, type Reply } from "./reply";

/** Every push of an order to the bureau with its timeline; empty while it was never pushed; and why it came back. */
export async function getSubmissions(
  deps: Deps,
  input: z.infer<typeof orderNoOnlyInput>,
): Promise<Reply<OrderAtBureau>> {
  const order = await deps.store.load(input.orderNo);
  if (order === null) return refuse("ORDER_NOT_FOUND");
  const returned =
    "cause" in order ? { atMs: order.returnedAtMs, cause: order.cause, opinion: order.opinion } : null;
  return done({ submissions: await deps.store.submissions(input.orderNo), returned });
}
