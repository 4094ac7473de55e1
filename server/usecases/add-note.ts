import type { z } from "zod";
import type { noteInput } from "#shared/contract/staff-orders";
import type { OrderAnswer } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { refuse } from "#shared/domain/order/refusal";
import type { Deps } from "./deps";
import { done, type Reply } from "./reply";

/** Adds a sentence for colleagues, sealed with the order; the order itself does not change. */
export async function addNote(
  deps: Deps,
  input: z.infer<typeof noteInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const { orderNo, requestId, text } = input;
  const added = await deps.store.addNote({
    orderNo,
    author: actor.username,
    text,
    nowMs: deps.now(),
    once: { scope: `addNote:${orderNo}:${actor.username}`, key: requestId },
  });
  if (added === null) return refuse("ORDER_NOT_FOUND");
  const { status, version } = added;
  return done({ orderNo, status, version });
}
