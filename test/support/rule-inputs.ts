import { generateDemoOrder } from "#server/demo/generator/generate-demo-order";
import type { Application } from "#shared/domain/filing/application";
import { FILING_KINDS, type FilingKind, kindCode } from "#shared/domain/filing/filing-type";
import { foldApplication } from "#shared/domain/privacy/fold-application";
import type { Switches } from "#shared/domain/provinces/switches";
import { buildRuleInput } from "#shared/domain/rules/build-input";
import { ruleOf } from "#shared/domain/rules/catalogue";
import { applies } from "#shared/domain/rules/engine";
import { DEFAULT_LISTS, type RuleLists } from "#shared/domain/rules/lists";
import type { RuleResult } from "#shared/domain/rules/rule";
import type { RuleFacts, RuleInput } from "#shared/domain/rules/rule-input";

/** The day on which rule tests happen, in Shanghai. */
export const TODAY = "2026-03-02";
const AT_MS = Date.parse(`${TODAY}T10:00:00+08:00`);

/** Everything was looked up and nothing was found. */
export const QUIET_FACTS: RuleFacts = {
  openOrders: [],
  accountBinding: "FREE",
  blacklist: [],
  otherEntities: [],
  quotaUsed: {},
  authCodes: null,
  photosUsed: [],
  files: [],
  confirmed: false,
};

/** A clean order of a sub-kind with its files known; `accept` picks a suitable one (nature, province, …). */
export function cleanInput(
  kind: string,
  accept: (application: Application) => boolean = () => true,
): RuleInput {
  const filingKind = kindNamed(kind);
  for (let index = 0; index < 4000; index++) {
    const { application, files } = generateDemoOrder({
      seed: 7,
      index,
      atMs: AT_MS,
      filingKind,
      defects: "NONE",
    });
    if (!accept(application)) continue;
    return buildRuleInput({
      application: foldApplication(application),
      previous: null,
      today: TODAY,
      provinceEdits: [],
      lists: DEFAULT_LISTS,
      facts: {
        ...QUIET_FACTS,
        files: files.map(({ sha256, mediaType, bytes }) => ({ sha256, mediaType, bytes: bytes.length })),
      },
    });
  }
  throw new Error(`no clean ${kind} that suits`);
}

function kindNamed(code: string): FilingKind {
  const kind = FILING_KINDS.find((candidate) => kindCode(candidate) === code);
  if (kind === undefined) throw new Error(`no filing kind ${code}`);
  return kind;
}

/** The input with its document bent; the callback gets a deep copy that it may change in place. */
export function bent(input: RuleInput, bend: (application: Application) => void): RuleInput {
  const application = structuredClone(input.application);
  bend(application);
  return { ...input, application };
}

export function withSwitches(input: RuleInput, switches: Partial<Switches>): RuleInput {
  return {
    ...input,
    province: { ...input.province, switches: { ...input.province.switches, ...switches } },
  };
}

export function withFacts(input: RuleInput, facts: Partial<RuleFacts>): RuleInput {
  return { ...input, facts: { ...input.facts, ...facts } };
}

export function withLists(input: RuleInput, lists: Partial<RuleLists>): RuleInput {
  return { ...input, lists: { ...input.lists, ...lists } };
}

/** What one rule answers, as `VIOLATED entity.name`; "n/a" where it does not apply. */
export function answers(ruleId: string, input: RuleInput): string[] {
  return resultsOf(ruleId, input)?.map((result) => `${result.kind} ${result.fieldPath}`) ?? ["n/a"];
}

/** The results of one rule, null where it does not apply. */
export function resultsOf(ruleId: string, input: RuleInput): readonly RuleResult[] | null {
  const rule = ruleOf(ruleId);
  if (rule === null) throw new Error(`no rule ${ruleId}`);
  return applies(rule, input) ? rule.judge(input, rule.thresholds) : null;
}
