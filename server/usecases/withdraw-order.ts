import { type Customer, type CustomerReply, changeOwnOrder, type Moved, type Once } from "./customer-change";
import type { Deps } from "./deps";

/**
 * Takes an order back to be edited, also out of a review or ahead of a push (T05, T09, T20, T25). Cancellations and
 * deregistrations cannot be withdrawn, only abandoned.
 */
export function withdrawOrder(
  deps: Deps,
  input: { readonly orderNo: string; readonly once: Once },
  actor: Customer,
): Promise<CustomerReply<Moved>> {
  return changeOwnOrder(deps, input, { type: "withdraw" }, actor);
}
