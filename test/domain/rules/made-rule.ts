import { fact, violated } from "#shared/domain/rules/results";
import { type Rule, type RuleResult, rule } from "#shared/domain/rules/rule";
import { cleanInput } from "#test/support/rule-inputs";

/** A unit's first filing of websites in Zhejiang. */
export const site = cleanInput(
  "FIRST_FILING",
  ({ entity, services }) =>
    entity.nature === 4 &&
    entity.region.provinceCode === "330000" &&
    services.every((s) => s.kind === "WEBSITE"),
);

export const BROKEN = violated("entity.name", { who: { zh: "甲", en: "A" }, n: "3" }, [
  fact("province.max", 3),
]);

/** A rule about first filings that always answers this. */
export function made(results: readonly RuleResult[], change: Partial<Rule> = {}): Rule {
  const base = rule({
    id: "R-900",
    group: "ORD",
    title: { zh: "题目", en: "Title" },
    applies: { filingTypes: ["FIRST_FILING"] },
    fields: ["entity.name", "services[].name"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    gate: "REVIEW",
    message: { zh: "{who}最多{n}个，{unknown}", en: "{who}: at most {n}, {unknown}" },
    params: ["who", "n"],
    templates: ["T-ORD-01", "T-ORD-02"],
    source: "none",
    judge: () => results,
  });
  return { ...base, ...change };
}
