import type { ChangeRequest, ChangeResult, ChangeTarget } from "#db/ports/order-store";
import type { Store } from "#db/store";
import { type Application, filingKindOf } from "#shared/domain/filing/application";
import type { FilingKind } from "#shared/domain/filing/filing-type";
import type { Actor, StaffActor } from "#shared/domain/order/actor";
import type { Command } from "#shared/domain/order/command";
import { decideAll } from "#shared/domain/order/decide";
import type { Order } from "#shared/domain/order/order";
import { DEFAULT_ORDER_SETTINGS } from "#shared/domain/order/settings";
import { applicationOf, CUSTOMER, FIRST_FILING, NOW_MS } from "./order-fixtures";

type Extra = Partial<Pick<ChangeRequest, "lookup" | "once">> & { readonly expectedVersion?: number };

/** Gives commands to a store the way the use-cases do: the real machine behind the one door. */
export function deskOf(store: Store) {
  async function give(
    target: ChangeTarget,
    commands: readonly Command[],
    actor: Actor,
    nowMs: number,
    extra: Extra = {},
  ): Promise<ChangeResult> {
    const { lookup = {}, once = null, expectedVersion = null } = extra;
    return store.change({ target, actor, nowMs, lookup, once }, (order, facts) =>
      decideAll(order, commands, {
        actor,
        nowMs,
        settings: DEFAULT_ORDER_SETTINGS,
        facts,
        expectedVersion,
        expectedFindingsVersion: null,
      }),
    );
  }

  /** As `give` on one order, for steps a test takes for granted: anything but a change is an error. */
  async function must(orderNo: string, command: Command, actor: Actor, nowMs = NOW_MS): Promise<Order> {
    return changed(await give({ orderNo }, [command], actor, nowMs));
  }

  /** A new order straight into the queue. */
  async function submit(orderNo: string, nowMs = NOW_MS, application = documentOf(orderNo)): Promise<Order> {
    const create: Command = {
      type: "create",
      orderNo,
      kind: filingKindOf(application),
      accountId: application.accountId,
      provinceCode: application.entity.region.provinceCode,
      application,
    };
    return changed(await give({ create: orderNo }, [create, { type: "submit" }], CUSTOMER, nowMs));
  }

  async function claimNext(reviewer: StaffActor, nowMs: number): Promise<string | null> {
    const result = await give(
      { next: { reviewer: reviewer.username } },
      [{ type: "claim" }],
      reviewer,
      nowMs,
    );
    return result.kind === "NOTHING" ? null : changed(result).orderNo;
  }

  return { give, must, submit, claimNext };
}

export function changed(result: ChangeResult): Order {
  if (result.kind !== "CHANGED") throw new Error(`expected a change, got ${JSON.stringify(result)}`);
  return result.order;
}

/** A document whose account and certificate belong to this order alone. */
export function documentOf(
  orderNo: string,
  kind: FilingKind = FIRST_FILING,
  patch: Partial<Application> = {},
): Application {
  const application = applicationOf(kind);
  return {
    ...application,
    accountId: `acct-${orderNo}`,
    entity: { ...application.entity, certNumber: `91440300${orderNo}` },
    ...patch,
  };
}
