import { z } from "zod";
import { OVERRIDES_BY, SEVERITIES } from "./rule";

/** What a run of the rules leaves behind: kept with the order, shown to the reviewer, answered to the customer. */

const text = z.object({ zh: z.string(), en: z.string() });
const evidence = z.object({ path: z.string(), value: z.string().optional() });
const params = z.record(z.string(), z.string());

/** One finding (contracts.md §2). Everything personal in it is masked. */
export const findingSchema = z.object({
  ruleId: z.string(),
  /** `services[0].domains[0]`; a missing material is `materials`. */
  fieldPath: z.string(),
  state: z.enum(["VIOLATED", "CANNOT_CHECK"]),
  severity: z.enum(SEVERITIES),
  check: z.enum(["fully", "partly", "human"]),
  override: z.enum(OVERRIDES_BY),
  message: text,
  params,
  paramsEn: params,
  evidence: z.array(evidence).readonly(),
  /** Inputs that were not there; empty unless CANNOT_CHECK. */
  missing: z.array(z.string()).readonly(),
  suggestedOutcome: z.enum(["REJECT", "REVISE"]).nullable(),
  templates: z.array(z.string()).readonly(),
});
export type Finding = z.infer<typeof findingSchema>;

/** What only a person can tell, at one place of the order; recording APPROVE is the answer (contracts.md §3). */
export const questionSchema = z.object({
  ruleId: z.string(),
  fieldPath: z.string(),
  question: text,
  /** Places to look at before answering. */
  lookAt: z.array(z.string()).readonly(),
  /** A machine saw a sign that the answer is bad. */
  hinted: z.boolean(),
  evidence: z.array(evidence).readonly(),
});
export type Question = z.infer<typeof questionSchema>;

export const ruleReportSchema = z.object({
  findings: z.array(findingSchema).readonly(),
  questions: z.array(questionSchema).readonly(),
});
export type RuleReport = z.infer<typeof ruleReportSchema>;
