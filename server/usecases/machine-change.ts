import type { ChangeRequest, ChangeResult } from "#db/ports/order-store";
import type { Actor } from "#shared/domain/order/actor";
import type { Command } from "#shared/domain/order/command";
import { decide } from "#shared/domain/order/decide";
import type { Order } from "#shared/domain/order/order";
import type { Refusal } from "#shared/domain/order/refusal";
import type { Deps } from "./deps";

/**
 * One command on one order that no person gave: the clock's, the delivery's, the bureau's. Nobody looked at a
 * version, so none is asked for; `once` makes a message that comes twice count once.
 */
export function machineChange(
  deps: Deps,
  actor: Exclude<Actor, { kind: "STAFF" }>,
  orderNo: string,
  command: Command | ((order: Order | null) => Command | Refusal),
  once: ChangeRequest["once"] = null,
): Promise<ChangeResult> {
  const nowMs = deps.now();
  return deps.store.change({ target: { orderNo }, actor, nowMs, lookup: {}, once }, (order, facts) => {
    const given = typeof command === "function" ? command(order) : command;
    if (!("type" in given)) return given;
    return decide(order, given, {
      actor,
      nowMs,
      settings: deps.settings,
      facts,
      expectedVersion: null,
      expectedFindingsVersion: null,
    });
  });
}
