import type { ChangeResult } from "#db/ports/order-store";
import type { Deps } from "#server/usecases/deps";
import type { Actor } from "#shared/domain/order/actor";
import type { Command } from "#shared/domain/order/command";
import { decide } from "#shared/domain/order/decide";

const BUREAU: Actor = { kind: "BUREAU" };
const DELIVERY: Actor = { kind: "SYSTEM", worker: "delivery" };

/** Brings one thing the bureau said back through the one door, at most once per `onceKey`. */
export function bureauSays(
  deps: Deps,
  orderNo: string,
  command: Command,
  onceKey: string | null,
): Promise<ChangeResult> {
  return through(deps, BUREAU, orderNo, command, onceKey);
}

/** Brings an outcome of our own sending back through the one door. */
export function deliverySays(deps: Deps, orderNo: string, command: Command): Promise<ChangeResult> {
  return through(deps, DELIVERY, orderNo, command, null);
}

function through(
  deps: Deps,
  actor: Actor,
  orderNo: string,
  command: Command,
  onceKey: string | null,
): Promise<ChangeResult> {
  const nowMs = deps.now();
  return deps.store.change(
    {
      target: { orderNo },
      actor,
      nowMs,
      lookup: {},
      once: onceKey === null ? null : { scope: "bureau-result", key: onceKey },
    },
    (order, facts) =>
      decide(order, command, {
        actor,
        nowMs,
        settings: deps.settings,
        facts,
        expectedVersion: null,
        expectedFindingsVersion: null,
      }),
  );
}
