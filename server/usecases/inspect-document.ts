import type { Application } from "#shared/domain/filing/application";
import { buildRuleInput } from "#shared/domain/rules/build-input";
import { runRules } from "#shared/domain/rules/engine";
import type { RuleReport } from "#shared/domain/rules/report";
import { shanghaiDay } from "#shared/domain/time/working-calendar";
import type { Customer } from "./customer-change";
import type { Deps } from "./deps";
import { ruleErrorLog } from "./rule-errors";
import { ruleSetOn } from "./rule-set";

/**
 * What the rules say of a document that is not stored: what an applicant would want to know before submitting
 * (contracts.md §2, `/orders/check`). The document must be folded. Nothing is written.
 */
export async function inspectDocument(
  deps: Deps,
  application: Application,
  actor: Customer,
): Promise<RuleReport> {
  const today = shanghaiDay(deps.now());
  const [ruleSet, facts] = await Promise.all([
    ruleSetOn(deps, today),
    deps.store.ruleFacts({ orderNo: null, intakeKey: actor.intakeKey, application }),
  ]);
  const { provinceEdits, lists, settings } = ruleSet;
  const openOrders = await ownNumbers(deps, facts.openOrders ?? [], actor);
  const known = { ...facts, openOrders };
  const input = buildRuleInput({ application, previous: null, today, provinceEdits, lists, facts: known });
  return runRules(deps.rules, input, {
    gates: ["ENTRY", "REVIEW"],
    settings,
    onRuleError: ruleErrorLog(deps),
  });
}

/** Another customer's order number is nobody's business: it shows as hidden, but its order still stands in the way. */
async function ownNumbers(
  deps: Deps,
  orderNos: readonly string[],
  actor: Customer,
): Promise<readonly string[]> {
  const owners = await Promise.all(orderNos.map((orderNo) => deps.store.orderIntakeKey(orderNo)));
  return orderNos.map((orderNo, index) => (owners[index] === actor.intakeKey ? orderNo : "***"));
}
