import type { z } from "zod";
import type { revealInput } from "#shared/contract/staff-orders";
import type { Application } from "#shared/domain/filing/application";
import type { StaffActor } from "#shared/domain/order/actor";
import { refuse } from "#shared/domain/order/refusal";
import type { Deps } from "./deps";
import type { HourlyQuota } from "./hourly-quota";
import { maskedText } from "./masked-text";
import { personalDataRefusal } from "./order-access";
import { done, edgeRefuse, type Reply } from "./reply";

/** How often one person may unmask orders within an hour: twice a busy day's hour (domain.md §12). */
export const REVEALS_PER_HOUR = 120;

/**
 * The document of an order in clear, for the holder of its claim or a lead. The look is on the audit trail, with
 * its purpose, before the answer leaves.
 */
export async function revealOrder(
  deps: Deps & { readonly reveals: HourlyQuota },
  input: z.infer<typeof revealInput>,
  actor: StaffActor,
): Promise<Reply<{ document: Application }>> {
  const nowMs = deps.now();
  const order = await deps.store.load(input.orderNo);
  if (order === null) return refuse("ORDER_NOT_FOUND");
  const refusal = personalDataRefusal(order, actor, nowMs);
  if (refusal !== null) return refusal;
  if (!deps.reveals.take(actor.username, nowMs))
    return edgeRefuse("REVEAL_LIMIT", { limit: REVEALS_PER_HOUR });
  const revision = await deps.store.revision(input.orderNo);
  if (revision === null) return refuse("ORDER_NOT_FOUND");
  await deps.store.recordAudit({
    atMs: nowMs,
    actor: actor.username,
    action: "reveal",
    orderNo: input.orderNo,
    // The audit trail holds no personal data, and a purpose is typed by hand.
    data: { purpose: maskedText(revision.application)(input.purpose), revision: revision.revisionNo },
  });
  return done({ document: revision.application });
}
