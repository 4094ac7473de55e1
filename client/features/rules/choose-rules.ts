import type { RuleRow } from "#shared/contract/staff-rules";
import type { RuleState, RulesSearch } from "./rules-search";

/** The rules that the filters leave, in the order that was asked for. */
export function chooseRules(rules: readonly RuleRow[], search: RulesSearch): RuleRow[] {
  const wanted = search.text?.trim().toLowerCase() ?? "";
  const left = rules.filter(
    (rule) =>
      (search.groups === undefined || search.groups.includes(rule.group)) &&
      (search.checks === undefined || search.checks.includes(rule.check)) &&
      (search.severities === undefined || search.severities.includes(rule.severity)) &&
      (search.states === undefined || search.states.some((state) => isIn(rule, state))) &&
      (wanted === "" || wordsOf(rule).includes(wanted)),
  );
  const { sort = "id", dir = "asc" } = search;
  const sign = dir === "asc" ? 1 : -1;
  if (sort === "id") return sign === 1 ? left : left.reverse();
  return left.sort((a, b) => sign * (figure(a, sort) - figure(b, sort)) || a.id.localeCompare(b.id));
}

function isIn(rule: RuleRow, state: RuleState): boolean {
  if (state === "on") return rule.enabled;
  if (state === "off") return !rule.enabled;
  if (state === "scheduled") return rule.scheduled !== null;
  return !rule.enabled || rule.severity !== rule.declaredSeverity;
}

/** A rule that nobody decided on yet has no rate and stands below all that have one. */
function figure(rule: RuleRow, sort: "hits" | "openHits" | "overrideRate"): number {
  return rule[sort] ?? -1;
}

/** Everything a reader may remember of a rule: number, title in both languages, message, source, templates. */
function wordsOf({ id, title, message, source, templates }: RuleRow): string {
  return [id, title.zh, title.en, message.zh, message.en, source, ...templates].join("\n").toLowerCase();
}
