import { type Customer, type CustomerReply, changeOwnOrder, type Moved, type Once } from "./customer-change";
import type { Deps } from "./deps";

/** The customer stands by a cancellation or deregistration that passed the first review (T23). */
export function confirmOrder(
  deps: Deps,
  input: { readonly orderNo: string; readonly once: Once },
  actor: Customer,
): Promise<CustomerReply<Moved>> {
  return changeOwnOrder(deps, input, { type: "confirm" }, actor);
}
