import type { VerdictInput } from "#shared/contract/staff-orders";
import { hasUnfilledPlaceholder, type VerdictOutcome } from "#shared/domain/review/verdict";
import type { OrderView } from "../../../lib/trpc";

/** A verdict in the making. It is kept on the server while it is typed, and outlives reload, crash and lost claims. */
export type Draft = NonNullable<OrderView["draft"]>;
export type DraftReason = Draft["reasons"][number];

export const EMPTY_DRAFT: Draft = { outcome: null, comment: "", note: "", reasons: [] };

export type DraftAction =
  | { type: "OUTCOME"; outcome: VerdictOutcome | null }
  | { type: "COMMENT"; text: string }
  | { type: "NOTE"; text: string }
  /** Marks a field, or takes an empty mark away; a mark with text is only removed by UNMARK. */
  | { type: "TOGGLE"; fieldPath: string }
  | { type: "UNMARK"; fieldPath: string }
  | { type: "REASON"; fieldPath: string; patch: Partial<Omit<DraftReason, "fieldPath">> };

export function reduceDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case "OUTCOME":
      return { ...draft, outcome: action.outcome };
    case "COMMENT":
      return { ...draft, comment: action.text };
    case "NOTE":
      return { ...draft, note: action.text };
    case "TOGGLE":
      return toggled(draft, action.fieldPath);
    case "UNMARK":
      return { ...draft, reasons: draft.reasons.filter((reason) => reason.fieldPath !== action.fieldPath) };
    case "REASON":
      return {
        ...draft,
        reasons: draft.reasons.map((reason) =>
          reason.fieldPath === action.fieldPath ? { ...reason, ...action.patch } : reason,
        ),
      };
  }
}

function toggled(draft: Draft, fieldPath: string): Draft {
  const reason = reasonFor(draft, fieldPath);
  if (!reason) {
    const fresh = { templateCode: null, fieldPath, text: "", suggestion: "" };
    return { ...draft, reasons: [...draft.reasons, fresh] };
  }
  if (reason.text !== "" || reason.suggestion !== "") return draft;
  return { ...draft, reasons: draft.reasons.filter((other) => other !== reason) };
}

export function reasonFor(draft: Draft, fieldPath: string): DraftReason | undefined {
  return draft.reasons.find((reason) => reason.fieldPath === fieldPath);
}

/** Why a draft cannot be sent yet; the server would refuse it for the same reason. */
export type DraftGap = "NO_OUTCOME" | "NO_REASON" | "EMPTY_REASON" | "PLACEHOLDER" | "MARKS_ON_APPROVE";

export function gapOf(draft: Draft): DraftGap | null {
  if (draft.outcome === null) return "NO_OUTCOME";
  if (draft.outcome === "APPROVE") return draft.reasons.length > 0 ? "MARKS_ON_APPROVE" : commentGap(draft);
  if (draft.reasons.length === 0) return "NO_REASON";
  if (draft.reasons.some((reason) => reason.text.trim() === "")) return "EMPTY_REASON";
  const texts = draft.reasons.flatMap((reason) => [reason.text, reason.suggestion]);
  return texts.some(hasUnfilledPlaceholder) ? "PLACEHOLDER" : commentGap(draft);
}

function commentGap(draft: Draft): DraftGap | null {
  return hasUnfilledPlaceholder(draft.comment) ? "PLACEHOLDER" : null;
}

/** The verdict as the server takes it; null while there is a gap. */
export function verdictOf(
  draft: Draft,
): Pick<VerdictInput, "outcome" | "comment" | "note" | "reasons"> | null {
  const { outcome } = draft;
  if (outcome === null || gapOf(draft) !== null) return null;
  return { outcome, comment: draft.comment.trim(), note: draft.note.trim(), reasons: draft.reasons };
}
