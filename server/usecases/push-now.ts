import type { z } from "zod";
import type { bureauCommandInput } from "#shared/contract/staff-bureau";
import type { OrderAnswer } from "#shared/contract/staff-queue";
import type { StaffActor } from "#shared/domain/order/actor";
import { changeOrder, plainAnswer } from "./change-order";
import type { Deps } from "./deps";
import { pushCommand } from "./push-command";
import type { Reply } from "./reply";

/**
 * T27 by a lead: pushes an approved order now instead of at its next attempt. The waiting message is cancelled with
 * it, and the delivery worker finds the submission in its province's queue. Refused within the undo window.
 */
export async function pushNow(
  deps: Deps,
  input: z.infer<typeof bureauCommandInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const { orderNo, requestId } = input;
  const command = await pushCommand(deps, orderNo);
  return plainAnswer(changeOrder(deps, actor, { verb: "pushNow", orderNo, requestId }, command));
}
