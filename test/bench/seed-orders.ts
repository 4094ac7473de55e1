import type { Store } from "#db/store";
import { generateDemoOrder } from "#server/demo/generator/generate-demo-order";
import { filingKindOf } from "#shared/domain/filing/application";
import type { Command } from "#shared/domain/order/command";
import { decideAll } from "#shared/domain/order/decide";
import { DEFAULT_ORDER_SETTINGS } from "#shared/domain/order/settings";
import { foldApplication } from "#shared/domain/privacy/fold-application";

const SEED = 42;
const ACTOR = { kind: "CUSTOMER", intakeKey: "demo" } as const;
const MINUTE_MS = 60_000;

/** Brings `count` waiting orders in through the one door, without documents. Transfers and forced ones are passed over. */
export async function seedOrders(store: Store, count: number, nowMs: number): Promise<void> {
  let index = 0;
  for (let stored = 0; stored < count; index += 1) {
    const atMs = nowMs - 10 * MINUTE_MS - (count - stored) * 500;
    const application = foldApplication(generateDemoOrder({ seed: SEED, index, atMs }).application);
    const kind = filingKindOf(application);
    if (kind.type === "TRANSFER" || kind.origin === "FORCED") continue;
    const orderNo = `BENCH${String(index).padStart(8, "0")}`;
    const { accountId } = application;
    const { provinceCode } = application.entity.region;
    const create: Command = { type: "create", orderNo, kind, accountId, provinceCode, application };
    const request = { target: { create: orderNo }, actor: ACTOR, nowMs: atMs, lookup: {}, once: null };
    const result = await store.change(request, (order, facts) =>
      decideAll(order, [create, { type: "submit" }], {
        actor: ACTOR,
        nowMs: atMs,
        settings: DEFAULT_ORDER_SETTINGS,
        facts,
        expectedVersion: null,
        expectedFindingsVersion: null,
      }),
    );
    if (result.kind !== "CHANGED")
      throw new Error(`order ${index} was not stored: ${JSON.stringify(result)}`);
    stored += 1;
    if (stored % 10_000 === 0) process.stdout.write(`  ${stored.toLocaleString("en-US")} orders\n`);
  }
}
