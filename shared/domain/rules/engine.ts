import { isOfNature } from "./natures";
import type { Finding, Question, RuleReport } from "./report";
import type { Gate, ParamValue, Rule, RuleResult, Severity, Text, Thresholds, Violated } from "./rule";
import type { RuleInput } from "./rule-input";

/** What an administrator set for a rule; a rule without a setting runs as declared. */
export interface RuleSetting {
  readonly enabled: boolean;
  /** Replaces the declared severity; null = as declared. */
  readonly severity: Severity | null;
}

export interface RunOptions {
  readonly gates: readonly Gate[];
  readonly settings?: Readonly<Record<string, RuleSetting>>;
  /** Thresholds by rule id in place of the declared ones. */
  readonly thresholds?: Readonly<Record<string, Thresholds>>;
  /**
   * Told of a rule that threw, which is a bug of the rule; it then counts as "cannot check", so that one faulty rule
   * neither passes an order nor stops the desk. Without it the error goes on its way.
   */
  readonly onRuleError?: (ruleId: string, error: unknown) => void;
}

/**
 * Runs the catalogue over one order. Pure and synchronous. The answer lists findings (violations and what could not
 * be checked) and the questions for a person, in the order of the catalogue; what is in neither was checked and is
 * fine. One place carries one answer per rule: of equal ones the first stays.
 */
export function runRules(rules: readonly Rule[], input: RuleInput, options: RunOptions): RuleReport {
  const findings: Finding[] = [];
  const questions: Question[] = [];
  const seen = new Set<string>();
  for (const rule of rules) {
    const setting = options.settings?.[rule.id];
    if (setting?.enabled === false || !options.gates.includes(rule.gate) || !applies(rule, input)) continue;
    const severity = setting?.severity ?? null;
    for (const result of judged(rule, input, options)) {
      const key = `${rule.id} ${result.fieldPath} ${result.kind}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (result.kind === "NEEDS_HUMAN" || rule.check === "human") questions.push(questionOf(rule, result));
      else findings.push(findingOf(rule, result, severity));
    }
  }
  return { findings, questions };
}

function judged(
  rule: Rule,
  input: RuleInput,
  { thresholds, onRuleError }: RunOptions,
): readonly RuleResult[] {
  try {
    return rule.judge(input, thresholds?.[rule.id] ?? rule.thresholds);
  } catch (error) {
    if (onRuleError === undefined) throw error;
    onRuleError(rule.id, error);
    return [{ kind: "CANNOT_CHECK", fieldPath: rule.fields[0] ?? "entity", missing: [FAULTY_RULE] }];
  }
}

/** What is missing where a rule itself failed. */
export const FAULTY_RULE = "rule";

/** Whether the rule speaks about this order at all: type, nature, kinds of services, province, and its first day. */
export function applies(rule: Rule, { application, province, today }: RuleInput): boolean {
  const { filingTypes, natures, serviceKinds, provinces } = rule.applies;
  if (rule.effectiveFrom !== undefined && today < rule.effectiveFrom) return false;
  if (!filingTypes.includes(application.filingType)) return false;
  if (natures !== undefined && !natures.some((name) => isOfNature(application.entity.nature, name)))
    return false;
  if (provinces !== undefined && (province.id === null || !provinces.includes(province.id))) return false;
  return (
    serviceKinds === undefined || application.services.some((service) => serviceKinds.includes(service.kind))
  );
}

function findingOf(
  rule: Rule,
  result: Exclude<RuleResult, { kind: "NEEDS_HUMAN" }>,
  set: Severity | null,
): Finding {
  const common = { ruleId: rule.id, fieldPath: result.fieldPath, override: rule.override, check: rule.check };
  if (result.kind === "CANNOT_CHECK") {
    return {
      ...common,
      state: "CANNOT_CHECK",
      severity: set ?? rule.severity,
      message: cannotCheckMessage(rule),
      params: {},
      paramsEn: {},
      evidence: [],
      missing: result.missing,
      suggestedOutcome: null,
      templates: [],
    };
  }
  return {
    ...common,
    state: "VIOLATED",
    severity: milder(set ?? rule.severity, result.severity),
    message: { zh: filled(rule.message.zh, result, "zh"), en: filled(rule.message.en, result, "en") },
    params: inLanguage(result, "zh"),
    paramsEn: inLanguage(result, "en"),
    evidence: result.evidence,
    missing: [],
    suggestedOutcome: result.outcome === undefined ? rule.outcome : result.outcome,
    templates: rule.templates,
  };
}

function questionOf(rule: Rule, result: RuleResult): Question {
  return {
    ruleId: rule.id,
    fieldPath: result.fieldPath,
    question: rule.question ?? rule.title,
    lookAt: rule.fields,
    hinted: result.kind === "VIOLATED" || (result.kind === "NEEDS_HUMAN" && result.hinted),
    evidence: result.kind === "CANNOT_CHECK" ? [] : result.evidence,
  };
}

function cannotCheckMessage(rule: Rule): Text {
  return { zh: `缺少资料，无法核对：${rule.title.zh}`, en: `Data missing, not checked: ${rule.title.en}` };
}

const WEIGHT: Record<Severity, number> = { info: 0, warn: 1, block: 2 };

/** A place may be milder than its rule, never harsher: what an administrator softened stays soft. */
function milder(set: Severity, own: Severity | undefined): Severity {
  return own !== undefined && WEIGHT[own] < WEIGHT[set] ? own : set;
}

function filled(text: string, { params }: Violated, language: keyof Text): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? whole : spoken(value, language);
  });
}

function inLanguage({ params }: Violated, language: keyof Text): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, spoken(value, language)]));
}

function spoken(value: ParamValue, language: keyof Text): string {
  return typeof value === "string" ? value : value[language];
}
