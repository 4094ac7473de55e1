import type { FindingsRecord } from "#db/ports/rule-store";
import { buildRuleInput } from "#shared/domain/rules/build-input";
import { reviewReport } from "#shared/domain/rules/review-report";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { shanghaiDay } from "#shared/domain/time/working-calendar";
import type { Deps } from "./deps";
import { ruleErrorLog } from "./rule-errors";
import { findingsVersion, type RuleSet, ruleSetOn } from "./rule-set";

/** What a run over one stored order needs, and where its result belongs. */
export interface Inspection {
  readonly orderNo: string;
  readonly revisionNo: number;
  readonly input: RuleInput;
}

/**
 * Runs the rules over the newest revision of an order and keeps what they found. Facts may have changed since the
 * last run, so it is asked at submission, at claim, before each verdict and after an edit of the rules. Not a decision:
 * no version, no audit row. Null when there is no such order.
 */
export async function refreshFindings(deps: Deps, orderNo: string): Promise<FindingsRecord | null> {
  const nowMs = deps.now();
  const ruleSet = await ruleSetOn(deps, shanghaiDay(nowMs));
  const inspection = await inspectionOf(deps, orderNo, ruleSet);
  if (inspection === null) return null;
  const report = reviewReport(deps.rules, inspection.input, {
    settings: ruleSet.settings,
    onRuleError: ruleErrorLog(deps),
  });
  const record = recordOf(inspection, ruleSet, report, nowMs);
  await deps.store.saveFindings(record);
  return record;
}

/** Everything the rules look at for one order, read now; null when there is no such order. */
export async function inspectionOf(
  deps: Deps,
  orderNo: string,
  ruleSet: RuleSet,
): Promise<Inspection | null> {
  const revision = await deps.store.revision(orderNo);
  if (revision === null) return null;
  const { revisionNo, application } = revision;
  const [intakeKey, before] = await Promise.all([
    deps.store.orderIntakeKey(orderNo),
    revisionNo > 1 ? deps.store.revision(orderNo, revisionNo - 1) : null,
  ]);
  const facts = await deps.store.ruleFacts({ orderNo, intakeKey, application });
  const input = buildRuleInput({
    application,
    previous: before?.application ?? null,
    today: shanghaiDay(deps.now()),
    provinceEdits: ruleSet.provinceEdits,
    lists: ruleSet.lists,
    facts,
  });
  return { orderNo, revisionNo, input };
}

/** A report as it is kept with the order. */
export function recordOf(
  { orderNo, revisionNo, input }: Inspection,
  ruleSet: RuleSet,
  report: FindingsRecord["report"],
  ranAtMs: number,
): FindingsRecord {
  const version = findingsVersion(ruleSet.version, report);
  return { orderNo, revisionNo, version, ruleSet: ruleSet.version, ranOn: input.today, ranAtMs, report };
}
