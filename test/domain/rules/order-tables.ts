import { expect } from "vitest";
import { ruleOf } from "#shared/domain/rules/catalogue";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { answers, resultsOf } from "#test/support/rule-inputs";

/** What is asked, of which order, and what the rule must answer. */
export type Case = readonly [title: string, input: RuleInput, expected: readonly string[]];

/** The rule answers exactly this, and every violation fills the params its message and templates need. */
export function expectAnswers(ruleId: string, input: RuleInput, expected: readonly string[]): void {
  expect(answers(ruleId, input)).toEqual(expected);
  for (const result of resultsOf(ruleId, input) ?? []) {
    if (result.kind !== "VIOLATED") continue;
    const blank = (ruleOf(ruleId)?.params ?? []).filter((name) => {
      const value = result.params[name] ?? "";
      return (typeof value === "string" ? [value] : [value.zh, value.en]).some((text) => text.trim() === "");
    });
    expect(blank).toEqual([]);
    expect(result.evidence.length).toBeGreaterThan(0);
  }
}

type Service = RuleInput["application"]["services"][number];
type Evidence = NonNullable<RuleInput["application"]["evidence"]>;
type FiledRecord = NonNullable<Evidence["filedRecord"]>;
type Registry = NonNullable<Evidence["miitRegistry"]>;

/** Parts of a generated order that a test wants to be there. */
export function serviceIn({ services }: RuleInput["application"], index = 0): Service {
  return present(services[index]);
}

export function recordIn({ evidence }: RuleInput["application"]): FiledRecord {
  return present(evidence?.filedRecord);
}

export function filedIn(application: RuleInput["application"], index = 0): FiledRecord["services"][number] {
  return present(recordIn(application).services[index]);
}

export function registryIn({ evidence }: RuleInput["application"]): Registry {
  return present(evidence?.miitRegistry);
}

export function present<T>(part: T | null | undefined): T {
  if (part === null || part === undefined) throw new Error("the order has no such part");
  return part;
}
