import type { ChangeResult } from "#db/ports/order-store";
import type { Deps } from "#server/usecases/deps";
import { machineChange } from "#server/usecases/machine-change";
import type { Command } from "#shared/domain/order/command";

/** Brings one thing the bureau said back through the one door, at most once per `resultId` where it has one. */
export function bureauSays(
  deps: Deps,
  orderNo: string,
  command: Command,
  resultId: string | null,
): Promise<ChangeResult> {
  const once = resultId === null ? null : { scope: "bureau-result", key: resultId };
  return machineChange(deps, { kind: "BUREAU" }, orderNo, command, once);
}

/** Brings an outcome of our own sending back through the one door. */
export function deliverySays(deps: Deps, orderNo: string, command: Command): Promise<ChangeResult> {
  return machineChange(deps, { kind: "SYSTEM", worker: "delivery" }, orderNo, command);
}
