import { monitorEventLoopDelay } from "node:perf_hooks";
import { generateDemoOrder } from "#server/demo/generator/generate-demo-order";
import { startRuleThread } from "#server/rule-thread/start-rule-thread";
import type { Deps } from "#server/usecases/deps";
import { recheckQueue } from "#server/usecases/recheck-queue";
import { FILING_KINDS } from "#shared/domain/filing/filing-type";
import { foldApplication } from "#shared/domain/privacy/fold-application";
import { buildRuleInput } from "#shared/domain/rules/build-input";
import { runRules } from "#shared/domain/rules/engine";
import { DEFAULT_LISTS } from "#shared/domain/rules/lists";
import { NO_RULE_FACTS, type RuleInput } from "#shared/domain/rules/rule-input";
import { shanghaiDay } from "#shared/domain/time/working-calendar";
import { quantile } from "./measure";

/** One promise about the rules: what was measured, what was promised, and a limit of the same run beside it. */
export interface Budget {
  readonly path: string;
  readonly measured: number;
  readonly promised: number;
  readonly unit: "ms" | "s";
  readonly limit: string;
  readonly limitMeasured: number;
}

const RUNS = 4_000;
const RECHECKED = 1_000;
/** Orders per kind, half of them with planted faults. */
const SAMPLES = 12;

/** The whole catalogue over orders of every kind, against copying the same documents once. */
export function benchCatalogue(deps: Pick<Deps, "rules">): Budget {
  const inputs = sampleInputs();
  const rules: number[] = [];
  const copies: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const input = inputs[run % inputs.length];
    if (input === undefined) continue;
    let atMs = performance.now();
    runRules(deps.rules, input, { gates: ["ENTRY", "REVIEW", "PUSH"] });
    rules.push(performance.now() - atMs);
    atMs = performance.now();
    structuredClone(input.application);
    copies.push(performance.now() - atMs);
  }
  return {
    path: `${deps.rules.length} rules on one order, median`,
    measured: quantile(sorted(rules), 0.5),
    promised: 5,
    unit: "ms",
    limit: "structuredClone of the document",
    limitMeasured: quantile(sorted(copies), 0.5),
  };
}

/** A thousand waiting orders re-checked after an edit of the rules, and how long anybody else had to wait. */
export async function benchRecheck(deps: Deps): Promise<Budget[]> {
  await deps.store.addRuleSetting({
    ruleId: "R-115",
    enabled: true,
    severity: "info",
    effectiveFrom: shanghaiDay(deps.now()),
    reason: "bench",
    changedBy: "bench",
    changedAtMs: deps.now(),
  });
  const waiting = await deps.store.ordersToCheck("none", shanghaiDay(deps.now()), RECHECKED);
  let atMs = performance.now();
  for (const orderNo of waiting) await deps.store.revision(orderNo);
  const readMs = performance.now() - atMs;
  const thread = startRuleThread();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  atMs = performance.now();
  let bundles = Math.ceil(waiting.length / 25);
  const stopping = () => bundles-- <= 0;
  while (bundles > 0 && (await recheckQueue(deps, thread, { stopping })));
  const tookMs = performance.now() - atMs;
  delay.disable();
  await thread.stop();
  const limit = "opening the same documents";
  const scaled = (RECHECKED / waiting.length) * 0.001;
  return [
    {
      path: `${RECHECKED} orders re-checked`,
      measured: tookMs * scaled,
      promised: 10,
      unit: "s",
      limit,
      limitMeasured: readMs * scaled,
    },
    {
      path: "others wait meanwhile, p99",
      measured: delay.percentile(99) / 1e6,
      promised: 50,
      unit: "ms",
      limit,
      limitMeasured: readMs / waiting.length,
    },
  ];
}

function sampleInputs(): RuleInput[] {
  const atMs = Date.now();
  return FILING_KINDS.flatMap((filingKind) =>
    Array.from({ length: SAMPLES }, (_, index) => {
      const defects = index % 2 === 0 ? "NONE" : "MIX";
      const { application } = generateDemoOrder({ seed: 5, index, atMs, filingKind, defects });
      return buildRuleInput({
        application: foldApplication(application),
        previous: null,
        today: shanghaiDay(atMs),
        provinceEdits: [],
        lists: DEFAULT_LISTS,
        facts: { ...NO_RULE_FACTS, otherEntities: [], files: [], quotaUsed: {} },
      });
    }),
  );
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}
