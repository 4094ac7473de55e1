import type { ChangeResult } from "#db/ports/order-store";
import { DEFAULT_SMS_OPTIONS, smsRecipients } from "#shared/domain/bureau/sms-matrix";
import type { Actor } from "#shared/domain/order/actor";
import { decide } from "#shared/domain/order/decide";
import type { Deps } from "./deps";

/**
 * Locks an approved order for the bureau under the next submission number (T27). The delivery loop sends what is
 * locked; a worker asks for it when the push is due, a lead at once.
 */
export async function pushOrder(
  deps: Deps,
  input: { readonly orderNo: string; readonly requestId: string },
  actor: Actor,
): Promise<ChangeResult> {
  const revision = await deps.store.revision(input.orderNo);
  const expectsSms = revision !== null && smsRecipients(revision.application, DEFAULT_SMS_OPTIONS).length > 0;
  const nowMs = deps.now();
  return deps.store.change(
    {
      target: { orderNo: input.orderNo },
      actor,
      nowMs,
      lookup: {},
      once: { scope: `push:${input.orderNo}`, key: input.requestId },
    },
    (order, facts) =>
      decide(
        order,
        { type: "push", expectsSms },
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
}
