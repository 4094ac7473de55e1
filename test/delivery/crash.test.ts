import { describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import type { BureauGateway } from "#server/bureau/gateway";
import { openDeliveryRig } from "./delivery-rig";
import { type Fault, isBatch } from "./fault-proxy";
import { violations } from "./truth";

/** The process as it dies: from the fatal step on nothing it does has any effect, until it is started again. */
interface Fate {
  steps: number;
  dieAt: number;
  /** Whether the fatal step still happens, and only its outcome is lost. */
  afterIt: boolean;
  dead: boolean;
}

class Died extends Error {}

/** The same object, each of whose asynchronous calls is a step at which the process can die. */
function mortal<T extends object>(inner: T, fate: Fate): T {
  return new Proxy(inner, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== "function") return member;
      return async (...args: unknown[]) => {
        if (fate.dead) throw new Died();
        fate.steps += 1;
        if (fate.steps !== fate.dieAt) return member.apply(target, args);
        fate.dead = true;
        if (fate.afterIt) await member.apply(target, args);
        throw new Died();
      };
    },
  });
}

const ORDERS = ["A1", "A2"];

/** Delivers two orders through the given faults, dying once on the way; true when it came to the fatal step. */
async function liveThrough(faults: readonly Fault[], dieAt: number, afterIt: boolean): Promise<boolean> {
  const fate: Fate = { steps: 0, dieAt: Number.POSITIVE_INFINITY, afterIt, dead: false };
  const rig = await openDeliveryRig({
    wrapStore: (store: Store) => mortal(store, fate),
    wrapGateway: (gateway: BureauGateway) => mortal(gateway, fate),
  });
  try {
    await rig.bureau.control({ autoVerifySms: true });
    for (const orderNo of ORDERS) await rig.approve(orderNo);
    rig.proxy.fail(isBatch, ...faults);
    fate.steps = 0;
    fate.dieAt = dieAt;
    for (let turn = 0; turn < 8; turn += 1) {
      if (turn > 4) await rig.bureau.control({ advanceMs: 48 * 3_600_000 });
      await rig.turn(35_000).catch((error: unknown) => expectDeath(error));
      if (fate.dead) {
        fate.dead = false;
        rig.restart();
      }
    }
    expect(await violations(rig, ORDERS)).toEqual([]);
    for (const orderNo of ORDERS) expect(await rig.statusOf(orderNo)).toBe("FILED");
    return fate.steps >= dieAt;
  } finally {
    await rig.close();
  }
}

function expectDeath(error: unknown): void {
  const causes = error instanceof AggregateError ? error.errors : [error];
  for (const cause of causes) if (!(cause instanceof Died)) throw cause;
}

const roads: [string, readonly Fault[]][] = [
  ["a batch that is taken", []],
  ["an answer that is lost", [{ kind: "AFTER" }]],
  ["a request that is lost", [{ kind: "BEFORE" }]],
  ["a refusal", [{ kind: "CODE", msgCode: 20 }]],
  ["a number that is wrong", [{ kind: "CODE", msgCode: 14, missing: 1 }]],
];

/** Every step with LONG_TESTS set; else some of them, other ones for each road. */
const STRIDE = process.env.LONG_TESTS ? 1 : 15;

describe("dying between any two steps", () => {
  it.each(roads)("of %s loses nothing and doubles nothing", { timeout: 180_000 }, async (_name, faults) => {
    let died = 0;
    for (const afterIt of [false, true]) {
      const first = 1 + (afterIt ? 4 : 0) + faults.length;
      for (let dieAt = first; await liveThrough(faults, dieAt, afterIt); dieAt += STRIDE) died += 1;
    }
    expect(died).toBeGreaterThan(80 / STRIDE);
  });
});
