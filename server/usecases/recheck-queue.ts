import { shanghaiDay } from "#shared/domain/time/working-calendar";
import type { RuleThread } from "../rule-thread/start-rule-thread";
import type { Deps } from "./deps";
import { type Inspection, inspectionOf, recordOf } from "./refresh-findings";
import { ruleSetOn } from "./rule-set";

/** Orders that one bundle re-checks: few enough that the pauses between them are felt by nobody. */
const BUNDLE = 25;

/**
 * Re-checks the next orders of the queue whose findings are missing or were made by other rules, for an older revision
 * or on an earlier day; most urgent first. Answers whether there may be more. The rules run in their own thread, the
 * reading in small steps between other people's requests.
 */
export async function recheckQueue(deps: Deps, thread: RuleThread): Promise<boolean> {
  const nowMs = deps.now();
  const day = shanghaiDay(nowMs);
  const ruleSet = await ruleSetOn(deps, day);
  const orderNos = await deps.store.ordersToCheck(ruleSet.version, day, BUNDLE);
  if (orderNos.length === 0) return false;
  const inspections: Inspection[] = [];
  for (const orderNo of orderNos) {
    const inspection = await inspectionOf(deps, orderNo, ruleSet);
    if (inspection !== null) inspections.push(inspection);
    await breathe();
  }
  const reports = await thread.judge(
    inspections.map((inspection) => inspection.input),
    ruleSet.settings,
  );
  for (const [index, inspection] of inspections.entries()) {
    const report = reports[index];
    if (report !== undefined) await deps.store.saveFindings(recordOf(inspection, ruleSet, report, nowMs));
    await breathe();
  }
  return true;
}

/** Lets requests that came in meanwhile go first: the store answers without a turn of the event loop. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
