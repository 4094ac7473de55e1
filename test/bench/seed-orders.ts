import type { Store } from "#db/store";
import { generateDemoOrder } from "#server/demo/generator/generate-demo-order";
import { ruleSetOn } from "#server/usecases/rule-set";
import { filingKindOf } from "#shared/domain/filing/application";
import type { Command } from "#shared/domain/order/command";
import { decideAll } from "#shared/domain/order/decide";
import { DEFAULT_ORDER_SETTINGS } from "#shared/domain/order/settings";
import { foldApplication } from "#shared/domain/privacy/fold-application";
import { shanghaiDay } from "#shared/domain/time/working-calendar";

const SEED = 42;
const ACTOR = { kind: "CUSTOMER", intakeKey: "demo" } as const;
const MINUTE_MS = 60_000;

/** Brings `count` waiting orders in through the one door, without documents. Transfers and forced ones are passed over. */
export async function seedOrders(store: Store, count: number, nowMs: number): Promise<void> {
  // Judged already, or the product would spend the bench re-checking them.
  const ranOn = shanghaiDay(nowMs);
  const { version: ruleSet } = await ruleSetOn({ store }, ranOn);
  const report = { findings: [], questions: [] };
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
    await store.saveFindings({
      orderNo,
      revisionNo: 1,
      version: ruleSet,
      ruleSet,
      ranOn,
      ranAtMs: nowMs,
      report,
    });
    stored += 1;
    if (stored % 10_000 === 0) process.stdout.write(`  ${stored.toLocaleString("en-US")} orders\n`);
  }
}
