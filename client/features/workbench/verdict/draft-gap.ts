import type { VerdictInput } from "#shared/contract/staff-orders";
import type { FindingView } from "#shared/contract/staff-review";
import { blocksApproval, mayOverride } from "#shared/domain/review/settle-finding";
import { hasUnfilledPlaceholder } from "#shared/domain/review/verdict";
import { type Draft, type DraftOverride, type DraftReason, overrideFor } from "./draft";

/** Why a draft cannot be sent yet; the server would refuse it for the same reason. */
export type DraftGap =
  | "NO_OUTCOME"
  | "NO_REASON"
  | "EMPTY_REASON"
  | "PLACEHOLDER"
  | "MARKS_ON_APPROVE"
  | "OPEN_FINDINGS"
  | "LEAD_ONLY"
  | "NO_OVERRIDE_REASON";

/** What stands in the way of sending; `lead` = the reader may set aside what only a lead may. */
export function gapOf(draft: Draft, findings: readonly FindingView[], lead: boolean): DraftGap | null {
  if (draft.outcome === null) return "NO_OUTCOME";
  if (standing(draft, findings).some((override) => override.reason.trim() === ""))
    return "NO_OVERRIDE_REASON";
  if (draft.outcome === "APPROVE") return approvalGap(draft, findings, lead) ?? commentGap(draft);
  if (draft.reasons.length === 0) return "NO_REASON";
  if (draft.reasons.some((reason) => reason.text.trim() === "")) return "EMPTY_REASON";
  const texts = draft.reasons.flatMap((reason) => [reason.text, reason.suggestion]);
  return texts.some(hasUnfilledPlaceholder) ? "PLACEHOLDER" : commentGap(draft);
}

function approvalGap(draft: Draft, findings: readonly FindingView[], lead: boolean): DraftGap | null {
  if (draft.reasons.length > 0) return "MARKS_ON_APPROVE";
  const blocks = findings.filter(blocksApproval);
  if (blocks.some((finding) => overrideFor(draft, finding) === undefined)) return "OPEN_FINDINGS";
  return blocks.every(({ override }) => mayOverride(override, lead)) ? null : "LEAD_ONLY";
}

/** What was set aside and is still found: after the rules ran again, a finding may be gone. */
function standing(draft: Draft, findings: readonly FindingView[]): DraftOverride[] {
  return draft.overrides.filter((override) => findings.some((finding) => isOf(override, finding)));
}

/** Whether a reason came from a finding that the rules, run again, no longer make. */
export function isOutdated({ fieldPath, ruleId }: DraftReason, findings: readonly FindingView[]): boolean {
  return ruleId !== null && !findings.some((finding) => isOf({ fieldPath, ruleId }, finding));
}

function isOf(key: Pick<FindingView, "fieldPath" | "ruleId">, finding: FindingView): boolean {
  return finding.ruleId === key.ruleId && finding.fieldPath === key.fieldPath;
}

function commentGap(draft: Draft): DraftGap | null {
  return hasUnfilledPlaceholder(draft.comment) ? "PLACEHOLDER" : null;
}

/** The part of the verdict that the draft holds, as the server takes it; null while there is a gap. */
export function verdictOf(
  draft: Draft,
  findings: readonly FindingView[],
  lead: boolean,
): Pick<VerdictInput, "outcome" | "comment" | "note" | "reasons" | "overrides"> | null {
  const { outcome } = draft;
  if (outcome === null || gapOf(draft, findings, lead) !== null) return null;
  const reasons = outcome === "APPROVE" ? [] : draft.reasons;
  const overrides = standing(draft, findings);
  return { outcome, comment: draft.comment.trim(), note: draft.note.trim(), reasons, overrides };
}
