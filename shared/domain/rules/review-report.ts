import { type RunOptions, runRules } from "./engine";
import type { RuleReport } from "./report";
import type { Rule } from "./rule";
import type { RuleInput } from "./rule-input";

/**
 * What a reviewer is told of an order: the findings of gate REVIEW, and the questions of gate PUSH beside them, because
 * he is the last person to look before the upload. The findings of gate PUSH wait for the push (domain.md §7, "Gates").
 */
export function reviewReport(
  rules: readonly Rule[],
  input: RuleInput,
  options: Omit<RunOptions, "gates">,
): RuleReport {
  const { findings, questions } = runRules(rules, input, { ...options, gates: ["REVIEW"] });
  const beforePush = runRules(rules, input, { ...options, gates: ["PUSH"] });
  return { findings, questions: [...questions, ...beforePush.questions] };
}
