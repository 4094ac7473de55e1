import type { Rule } from "#shared/domain/rules/rule";
import { isEqual, type PreparedCase, ruleIn } from "./run-case";

export interface Judged {
  readonly prepared: PreparedCase;
  readonly got: readonly string[];
  readonly right: boolean;
}

/** Findings of one rule over all cases; "cannot check" is a finding like any other. */
export interface RuleScore {
  readonly rule: Rule;
  /** Expected and found. */
  tp: number;
  /** Found, not expected. */
  fp: number;
  /** Expected, not found. */
  fn: number;
}

export function judged(prepared: PreparedCase, got: readonly string[]): Judged {
  return { prepared, got, right: isEqual(prepared.expected, got) };
}

export function scoresOf(rules: readonly Rule[], cases: readonly Judged[]): RuleScore[] {
  const scores = new Map(rules.map((rule): [string, RuleScore] => [rule.id, { rule, tp: 0, fp: 0, fn: 0 }]));
  for (const { prepared, got } of cases) {
    for (const finding of got) {
      const score = scores.get(ruleIn(finding));
      if (score === undefined) continue;
      if (prepared.expected.includes(finding)) score.tp += 1;
      else score.fp += 1;
    }
    for (const finding of prepared.expected) {
      const score = scores.get(ruleIn(finding));
      if (score !== undefined && !got.includes(finding)) score.fn += 1;
    }
  }
  return [...scores.values()];
}

export interface Ratio {
  readonly recall: number;
  readonly precision: number;
}

/** Both are 1 where nothing was expected and nothing found. */
export function ratioOf(scores: readonly RuleScore[]): Ratio {
  const sum = (key: "tp" | "fp" | "fn") => scores.reduce((total, score) => total + score[key], 0);
  const tp = sum("tp");
  const share = (others: number) => (tp + others === 0 ? 1 : tp / (tp + others));
  return { recall: share(sum("fn")), precision: share(sum("fp")) };
}
