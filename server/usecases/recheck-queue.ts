import { isInFirstReview } from "#shared/domain/order/status";
import { shanghaiDay } from "#shared/domain/time/working-calendar";
import type { RuleThread } from "../rule-thread/start-rule-thread";
import type { Deps } from "./deps";
import { type Inspection, inspectionOf, recordOf } from "./refresh-findings";
import { type RuleSet, ruleSetOn } from "./rule-set";

/** Orders that are looked up at once: finding those that need a check is dear, and done once for all of these. */
const ROUND = 400;
/** Orders that one bundle re-checks: few enough that the pauses between them are felt by nobody. */
const BUNDLE = 25;

/** What to look at, and at which version of its order. */
interface Look extends Inspection {
  readonly orderVersion: number;
}

/** How a round is paced by whoever runs it in the background. */
export interface Pace {
  /** Told after each bundle how long it took, ms; the round goes on when it resolves. */
  readonly rest?: (tookMs: number) => Promise<void>;
  /** Asked before each bundle; the rest of the round is left for another time. */
  readonly stopping?: () => boolean;
}

/**
 * Re-checks the next orders of the queue whose findings are missing or were made by other rules, for an older revision
 * or on an earlier day; most urgent first. Answers whether there may be more. The rules run in their own thread, the
 * reading in small steps between other people's requests.
 */
export async function recheckQueue(deps: Deps, thread: RuleThread, pace: Pace = {}): Promise<boolean> {
  const day = shanghaiDay(deps.now());
  const ruleSet = await ruleSetOn(deps, day);
  const orderNos = await deps.store.ordersToCheck(ruleSet.version, day, ROUND);
  for (let from = 0; from < orderNos.length; from += BUNDLE) {
    if (pace.stopping?.() === true) break;
    const startedAtMs = deps.now();
    await recheckBundle(deps, thread, ruleSet, orderNos.slice(from, from + BUNDLE));
    await pace.rest?.(deps.now() - startedAtMs);
  }
  return orderNos.length > 0;
}

/**
 * An order that moved on while it was looked at keeps what it has: whoever moved it ran the rules, or it left review;
 * what still needs a check comes with the next round.
 */
async function recheckBundle(
  deps: Deps,
  thread: RuleThread,
  ruleSet: RuleSet,
  orderNos: readonly string[],
): Promise<void> {
  const looks: Look[] = [];
  for (const orderNo of orderNos) {
    const order = await deps.store.load(orderNo);
    const inspection = await inspectionOf(deps, orderNo, ruleSet);
    if (inspection !== null && order !== null && isInFirstReview(order.status))
      looks.push({ ...inspection, orderVersion: order.version });
    await breathe();
  }
  const reports = await thread.judge(
    looks.map((look) => look.input),
    ruleSet.settings,
  );
  for (const [index, look] of looks.entries()) {
    const report = reports[index];
    const order = await deps.store.load(look.orderNo);
    if (report !== undefined && order?.version === look.orderVersion)
      await deps.store.saveFindings(recordOf(look, ruleSet, report, deps.now()));
    await breathe();
  }
}

/** Lets requests that came in meanwhile go first: the store answers without a turn of the event loop. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
