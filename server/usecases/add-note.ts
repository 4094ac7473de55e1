import type { z } from "zod";
import type { noteInput } from "#shared/contract/staff-orders";
import type { OrderAnswer } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { refuse } from "#shared/domain/order/refusal";
import type { Deps } from "./deps";
import { done, type Reply } from "./reply";

/**
 * Adds a sentence for colleagues, sealed with the order. Not a decision: the order keeps its state and version, so
 * that a note of one person never makes the verdict of another one stale.
 */
export async function addNote(
  deps: Deps,
  input: z.infer<typeof noteInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const nowMs = deps.now();
  const { orderNo, requestId, text } = input;
  const result = await deps.store.change(
    {
      target: { orderNo },
      actor,
      nowMs,
      lookup: {},
      once: { scope: `addNote:${orderNo}:${actor.username}`, key: requestId },
    },
    (order) => {
      if (order === null) return refuse("ORDER_NOT_FOUND");
      return {
        kind: "DECISION",
        next: order,
        events: [],
        outbox: [],
        cancelGroups: [],
        writes: [{ type: "NOTE", author: actor.username, atMs: nowMs, text }],
      };
    },
  );
  if (result.kind === "REFUSED") return result.refusal;
  if (result.kind === "NOTHING") throw new Error("a change of a named order found nothing");
  const { status, version } = result.answer;
  return done({ orderNo, status, version });
}
