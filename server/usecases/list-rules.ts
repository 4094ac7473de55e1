import type { RuleFigures, StoredRuleSetting } from "#db/ports/rule-store";
import type {
  RuleHistoryAnswer,
  RuleListAnswer,
  RuleRow,
  RuleSettingRow,
} from "#shared/contract/staff-rules";
import type { RuleSetting } from "#shared/domain/rules/engine";
import type { Rule } from "#shared/domain/rules/rule";
import { shanghaiDay } from "#shared/domain/time/working-calendar";
import type { Deps } from "./deps";
import { ruleSetOf } from "./rule-set";

/** The catalogue as it is in force today, with how often each rule speaks and how often it is overruled. */
export async function listRules(deps: Deps): Promise<RuleListAnswer> {
  const today = shanghaiDay(deps.now());
  const [config, figures] = await Promise.all([deps.store.ruleConfig(), deps.store.ruleFigures()]);
  const { version, settings } = ruleSetOf(config, today);
  const recheckLeft = await deps.store.ordersToCheckCount(version, today);
  const byRule = new Map(figures.map((row) => [row.ruleId, row]));
  const coming = nextSettings(config.settings.filter((row) => row.effectiveFrom > today));
  const rules = deps.rules.map((rule) =>
    rowOf(rule, settings[rule.id], byRule.get(rule.id), coming.get(rule.id)),
  );
  return { ruleSet: version, recheckLeft, rules };
}

/** Of each rule the setting that begins next; of several that begin on one day the last, for that one will count. */
function nextSettings(coming: readonly StoredRuleSetting[]): ReadonlyMap<string, StoredRuleSetting> {
  const next = new Map<string, StoredRuleSetting>();
  for (const row of coming) {
    const known = next.get(row.ruleId);
    if (known === undefined || known.effectiveFrom === row.effectiveFrom) next.set(row.ruleId, row);
  }
  return next;
}

function rowOf(
  rule: Rule,
  setting: RuleSetting | undefined,
  figures: RuleFigures | undefined,
  scheduled: StoredRuleSetting | undefined,
): RuleRow {
  const { hits = 0, openHits = 0, accepted = 0, overridden = 0 } = figures ?? {};
  const decided = accepted + overridden;
  const { judge: _judge, question: _question, severity, effectiveFrom, ...declared } = rule;
  return {
    ...declared,
    declaredSeverity: severity,
    severity: setting?.severity ?? severity,
    enabled: setting?.enabled ?? true,
    effectiveFrom: effectiveFrom ?? null,
    hits,
    openHits,
    accepted,
    overridden,
    overrideRate: decided === 0 ? null : overridden / decided,
    scheduled: scheduled === undefined ? null : settingRow(scheduled),
  };
}

/** What administrators set for one rule, newest first. */
export async function ruleHistory(deps: Deps, ruleId: string): Promise<RuleHistoryAnswer> {
  const { settings } = await deps.store.ruleConfig();
  const own = settings.filter((row) => row.ruleId === ruleId).sort((a, b) => b.id - a.id);
  return { settings: own.map(settingRow) };
}

function settingRow(row: StoredRuleSetting): RuleSettingRow {
  const { id, effectiveFrom, reason, changedBy, changedAtMs, enabled, severity } = row;
  return { id, effectiveFrom, reason, changedBy, changedAtMs, enabled, severity };
}
