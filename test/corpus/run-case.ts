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

/** What the rules find, as cases write it. */
export function findingsOf(
  rules: readonly Rule[],
  { input, gates }: PreparedCase,
  options: Omit<RunOptions, "gates"> = {},
): string[] {
  return inOrder(runRules(rules, input, { ...options, gates }).findings.map(written));
}

/** A finding as cases write it: `R-021 entity.name`, with a question mark where it could not be checked. */
export function written({
  ruleId,
  state,
  fieldPath,
}: Pick<Finding, "ruleId" | "state" | "fieldPath">): string {
  return `${ruleId}${state === "CANNOT_CHECK" ? "?" : ""} ${fieldPath}`;
}

export function inOrder(findings: readonly string[]): string[] {
  return [...new Set(findings)].sort();
}
