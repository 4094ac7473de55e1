import type { Finding } from "../rules/report";
import type { Text } from "../rules/rule";
import { blocksApproval } from "./settle-finding";
import type { VerdictOutcome } from "./verdict";

export interface SuggestedOutcome {
  readonly outcome: VerdictOutcome;
  readonly because: Text;
  /** The rules that decide it, each once; empty for an approval. */
  readonly ruleIds: readonly string[];
}

/**
 * The outcome that the findings speak for (seed table 1-4, domain.md §7): REVISE while something is missing or
 * incomplete, REJECT as soon as something is wrong or violating, the stronger where both occur, APPROVE where neither
 * does. Only blocking violations count: a warning advises, and what could not be checked is for the person to see.
 * `settled` says which findings the reviewer has set aside with a reason.
 */
export function suggestedOutcome(
  findings: readonly Finding[],
  settled: (finding: Finding) => boolean = () => false,
): SuggestedOutcome {
  const open = findings.filter((finding) => blocksApproval(finding) && !settled(finding));
  const rejecting = rulesFor(open, "REJECT");
  const revising = rulesFor(open, "REVISE");
  if (rejecting.length > 0) {
    return {
      outcome: "REJECT",
      ruleIds: rejecting,
      because: revising.length === 0 ? WRONG : MIXED,
    };
  }
  if (revising.length > 0) return { outcome: "REVISE", ruleIds: revising, because: INCOMPLETE };
  return { outcome: "APPROVE", ruleIds: [], because: NOTHING_OPEN };
}

const WRONG: Text = {
  zh: "有信息错误或不符合规定，按定义应驳回",
  en: "Something is wrong or breaks a rule, which is a rejection by definition",
};
const MIXED: Text = {
  zh: "既有缺失材料，也有错误或违规信息，取较重的一项：驳回",
  en: "Something is missing and something is wrong: the stronger of the two, a rejection",
};
const INCOMPLETE: Text = {
  zh: "材料或信息缺失、不完整，按定义应退回修改",
  en: "Material or data is missing or incomplete, which is sent back by definition",
};
const NOTHING_OPEN: Text = {
  zh: "没有未处理的阻断项，请完成人工核对后通过",
  en: "No blocking finding is open; approve once the checklist is done",
};

function rulesFor(findings: readonly Finding[], outcome: "REJECT" | "REVISE"): string[] {
  const matching = findings.filter((finding) => finding.suggestedOutcome === outcome);
  return [...new Set(matching.map((finding) => finding.ruleId))];
}
