import { foldApplication } from "#shared/domain/privacy/fold-application";
import { buildRuleInput } from "#shared/domain/rules/build-input";
import { type RunOptions, runRules } from "#shared/domain/rules/engine";
import { DEFAULT_LISTS } from "#shared/domain/rules/lists";
import type { Finding } from "#shared/domain/rules/report";
import type { Gate, Rule } from "#shared/domain/rules/rule";
import type { RuleFacts, RuleInput } from "#shared/domain/rules/rule-input";
import { type BaseOrder, baseOrder, SUBMITTED_ON } from "./base-orders";
import type { CaseFile, CorpusCase } from "./case";

/** A case with its order bent and its input put together: what every run and every mutant starts from. */
export interface PreparedCase {
  readonly case: CorpusCase;
  readonly order: BaseOrder;
  readonly input: RuleInput;
  readonly gates: readonly Gate[];
  /** Sorted. */
  readonly expected: readonly string[];
}

const AT_SUBMISSION: readonly Gate[] = ["ENTRY", "REVIEW"];

/** Everything was looked up, and nothing is known against the order. */
const QUIET: Omit<RuleFacts, "files"> = {
  openOrders: [],
  accountBinding: "FREE",
  blacklist: [],
  otherEntities: [],
  quotaUsed: {},
  authCodes: null,
  photosUsed: [],
  confirmed: null,
};

export function prepareCase(corpusCase: CorpusCase): PreparedCase {
  const { application: base, files: made } = baseOrder(corpusCase.base);
  const application = structuredClone(base);
  const files: CaseFile[] = made.map(({ sha256, mediaType, bytes }) => ({
    sha256,
    mediaType,
    bytes: bytes.length,
  }));
  corpusCase.bend(application, files);
  const input = buildRuleInput({
    application: foldApplication(application),
    previous: null,
    today: corpusCase.today ?? SUBMITTED_ON,
    provinceEdits: [],
    lists: { ...DEFAULT_LISTS, ...corpusCase.lists },
    facts: { ...QUIET, files, ...corpusCase.facts },
  });
  const switches = { ...input.province.switches, ...corpusCase.switches };
  return {
    case: corpusCase,
    order: { application, files: made },
    input: { ...input, province: { ...input.province, switches } },
    gates: corpusCase.gates ?? AT_SUBMISSION,
    expected: inOrder(corpusCase.expected),
  };
}

/** What the rules find, as the case writes it. */
export function findingsOf(
  rules: readonly Rule[],
  { case: corpusCase, input, gates, expected }: PreparedCase,
  options: Omit<RunOptions, "gates"> = {},
): string[] {
  const { findings, questions } = runRules(rules, input, { ...options, gates });
  const asked = questions.filter(({ ruleId }) => corpusCase.questionsOf?.includes(ruleId));
  return inOrder([
    ...writtenAs(expected, findings),
    ...asked.map(({ ruleId, fieldPath }) => `${ruleId}! ${fieldPath}`),
  ]);
}

type Written = Pick<Finding, "ruleId" | "state" | "fieldPath" | "severity">;

/**
 * Findings as cases write them: `R-021 entity.name`, `R-021? entity.name` where it could not be checked, and
 * `R-050 entity.responsiblePerson.idType warn` where the case cares for the severity.
 */
export function writtenAs(expected: readonly string[], findings: readonly Written[]): string[] {
  const written = findings.map(({ ruleId, state, fieldPath, severity }) => {
    const plain = `${ruleId}${state === "CANNOT_CHECK" ? "?" : ""} ${fieldPath}`;
    return SEVERE.some((one) => expected.includes(`${plain} ${one}`)) ? `${plain} ${severity}` : plain;
  });
  return inOrder(written);
}

const SEVERE = ["block", "warn", "info"];

/** `R-021` of a finding as cases write it. */
export function ruleIn(finding: string): string {
  return finding.slice(0, "R-000".length);
}

function inOrder(findings: readonly string[]): string[] {
  return [...new Set(findings)].sort();
}

export function isEqual(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((one, i) => one === right[i]);
}
