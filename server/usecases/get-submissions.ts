import type { z } from "zod";
import type { SubmissionView } from "#shared/contract/staff-bureau";
import type { orderNoOnlyInput } from "#shared/contract/staff-queue";
import { refuse } from "#shared/domain/order/refusal";
import type { Deps } from "./deps";
import { done, type Reply } from "./reply";

/** Every push of an order to the bureau with its timeline; empty while it was never pushed. */
export async function getSubmissions(
  deps: Deps,
  input: z.infer<typeof orderNoOnlyInput>,
): Promise<Reply<{ submissions: SubmissionView[] }>> {
  const order = await deps.store.load(input.orderNo);
  if (order === null) return refuse("ORDER_NOT_FOUND");
  return done({ submissions: await deps.store.submissions(input.orderNo) });
}
