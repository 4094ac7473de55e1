import type { ChangeRequest, ChangeResult, ChangeTarget, Lookup } from "#db/ports/order-store";
import type { Application } from "#shared/domain/filing/application";
import type { Actor } from "#shared/domain/order/actor";
import type { Command } from "#shared/domain/order/command";
import { decideAll } from "#shared/domain/order/decide";
import type { DecideContext, Facts, Outcome } from "#shared/domain/order/decision";
import { effectiveStatus, type Order } from "#shared/domain/order/order";
import { type Refusal, refuse } from "#shared/domain/order/refusal";
import type { OrderStatus } from "#shared/domain/order/status";
import type { Finding } from "#shared/domain/rules/report";
import type { Deps } from "./deps";

/** The customer as the machine sees him: the filing system that holds an intake key. */
export type Customer = Extract<Actor, { kind: "CUSTOMER" }>;

/** At most once per (scope, key); null for callers that make their own repeats impossible. */
export type Once = ChangeRequest["once"];

/** Where an order stands after a command. */
export interface Moved {
  readonly orderNo: string;
  readonly status: OrderStatus;
  readonly revision: number;
}

/** As `Moved`, with what the rules say of the revision that came in. */
export interface Entered extends Moved {
  readonly findings: readonly Finding[];
}

/** What a customer's use-case answers. `currentStatus` is null when there is no such order (for this customer). */
export type CustomerReply<T> =
  | { readonly kind: "DONE"; readonly value: T }
  | { readonly kind: "REFUSED"; readonly refusal: Refusal; readonly currentStatus: OrderStatus | null }
  | { readonly kind: "UNKNOWN_MATERIALS"; readonly sha256s: readonly string[] };

export interface CustomerChange {
  readonly target: ChangeTarget;
  readonly commands: readonly Command[];
  readonly once: Once;
  readonly lookup: Lookup;
  /** A further ground to refuse, asked only when the machine has none. */
  readonly objection?: Refusal | null;
}

/** One change in the customer's name. Every path of the customers' use-cases ends here. */
export async function customerChange(
  deps: Deps,
  change: CustomerChange,
  actor: Customer,
): Promise<CustomerReply<Moved>> {
  const { target, commands, once, lookup, objection = null } = change;
  const nowMs = deps.now();
  const decide = (order: Order | null, facts: Facts): Outcome => {
    const ctx: DecideContext = {
      actor,
      nowMs,
      settings: deps.settings,
      facts,
      expectedVersion: null,
      expectedFindingsVersion: null,
    };
    const outcome = decideAll(order, commands, ctx);
    return outcome.kind === "DECISION" && objection !== null ? objection : outcome;
  };
  return reply(deps, await deps.store.change({ target, actor, nowMs, lookup, once }, decide), nowMs);
}

async function reply(deps: Deps, result: ChangeResult, nowMs: number): Promise<CustomerReply<Moved>> {
  switch (result.kind) {
    case "CHANGED":
      return moved(result.order.orderNo, result.order.status, result.order.revisionNo);
    case "REPEATED": {
      const { orderNo, status } = result.answer;
      const order = await deps.store.load(orderNo);
      return moved(orderNo, status, order?.revisionNo ?? 1);
    }
    case "REFUSED": {
      const { order, refusal } = result;
      return { kind: "REFUSED", refusal, currentStatus: order && effectiveStatus(order, nowMs) };
    }
    case "NOTHING":
      throw new Error("a customer's change always names its order");
  }
}

function moved(orderNo: string, status: OrderStatus, revision: number): CustomerReply<Moved> {
  return { kind: "DONE", value: { orderNo, status, revision } };
}

/** Null when the order came through this customer's key; else the refusal, which does not tell whether it exists. */
export async function notOwnOrder(
  deps: Deps,
  orderNo: string,
  actor: Customer,
): Promise<Extract<CustomerReply<never>, { kind: "REFUSED" }> | null> {
  const owner = await deps.store.orderIntakeKey(orderNo);
  if (owner === actor.intakeKey) return null;
  return { kind: "REFUSED", refusal: refuse("ORDER_NOT_FOUND"), currentStatus: null };
}

/** One command on an order of the customer's own. */
export async function changeOwnOrder(
  deps: Deps,
  input: { readonly orderNo: string; readonly once: Once },
  command: Command,
  actor: Customer,
): Promise<CustomerReply<Moved>> {
  const { orderNo, once } = input;
  const foreign = await notOwnOrder(deps, orderNo, actor);
  if (foreign !== null) return foreign;
  return customerChange(deps, { target: { orderNo }, commands: [command], once, lookup: {} }, actor);
}

/** Hashes of the document's materials that this customer has not uploaded, each once. */
export async function unknownMaterials(
  deps: Deps,
  application: Application,
  actor: Customer,
): Promise<string[]> {
  const hashes = [...new Set(application.materials.map((material) => material.sha256))];
  const rows = await Promise.all(hashes.map((sha256) => deps.store.material(sha256, actor.intakeKey)));
  return hashes.filter((_hash, index) => rows[index] === null);
}

/** What the machine must know of other orders before this document enters. */
export function entryLookup(application: Application): Lookup {
  const { accountId, transfer, entity } = application;
  const accountIds = transfer ? [accountId, transfer.fromAccountId, transfer.toAccountId] : [accountId];
  const certificate = { certType: entity.certType, certNumber: entity.certNumber };
  return {
    openOrdersOf: { accountIds: [...new Set(accountIds)], certificate },
    ...(transfer ? { receivingAccountId: transfer.toAccountId } : {}),
  };
}
