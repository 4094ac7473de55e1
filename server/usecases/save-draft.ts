import type { z } from "zod";
import type { saveDraftInput } from "#shared/contract/staff-orders";
import type { StaffActor } from "#shared/domain/order/actor";
import { refuse } from "#shared/domain/order/refusal";
import type { Deps } from "./deps";
import { done, type Reply } from "./reply";

/** Keeps an unfinished verdict of the caller, sealed with the order; also after his lease ran out. */
export async function saveDraft(
  deps: Deps,
  input: z.infer<typeof saveDraftInput>,
  actor: StaffActor,
): Promise<Reply<{ savedAtMs: number }>> {
  const order = await deps.store.load(input.orderNo);
  if (order === null) return refuse("ORDER_NOT_FOUND");
  const savedAtMs = deps.now();
  await deps.store.saveDraft(input.orderNo, actor.username, input.draft, savedAtMs);
  return done({ savedAtMs });
}
