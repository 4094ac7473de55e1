import { type Customer, type CustomerReply, changeOwnOrder, type Moved, type Once } from "./customer-change";
import type { Deps } from "./deps";

/** After a failed SMS verification: the same document goes to the bureau again (T41). */
export function resubmitUnchanged(
  deps: Deps,
  input: { readonly orderNo: string; readonly once: Once },
  actor: Customer,
): Promise<CustomerReply<Moved>> {
  return changeOwnOrder(deps, input, { type: "resubmitUnchanged" }, actor);
}
