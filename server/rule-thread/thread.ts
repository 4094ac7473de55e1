import { parentPort } from "node:worker_threads";
import { RULES } from "#shared/domain/rules/catalogue";
import { reviewReport } from "#shared/domain/rules/review-report";
import type { RuleJob, RuleJobAnswer } from "./rule-job";

/** The rules in a thread of their own: a re-check of the whole queue must not make anybody's request wait. */
parentPort?.on("message", ({ id, inputs, settings }: RuleJob) => {
  const faulty: string[] = [];
  const onRuleError = (ruleId: string) => void faulty.push(ruleId);
  const reports = inputs.map((input) => reviewReport(RULES, input, { settings, onRuleError }));
  const answer: RuleJobAnswer = { id, reports, faulty };
  parentPort?.postMessage(answer);
});
