import { type Customer, type CustomerReply, changeOwnOrder, type Moved, type Once } from "./customer-change";
import type { Deps } from "./deps";

/** Gives an order up for good (T03, T06, T21, T24); most types are withdrawn first. */
export function abandonOrder(
  deps: Deps,
  input: { readonly orderNo: string; readonly once: Once },
  actor: Customer,
): Promise<CustomerReply<Moved>> {
  return changeOwnOrder(deps, input, { type: "abandon", reason: "" }, actor);
}
