import type { FindingView } from "#shared/contract/staff-review";
import type { VerdictOutcome } from "#shared/domain/review/verdict";
import type { OrderView } from "../../../lib/trpc";

/** A verdict in the making. It is kept on the server while it is typed, and outlives reload, crash and lost claims. */
export type Draft = NonNullable<OrderView["draft"]>;
export type DraftReason = Draft["reasons"][number];
export type DraftOverride = Draft["overrides"][number];

/** A place, and the rule that speaks about it there; null = the reviewer's own mark. */
export type ReasonKey = Pick<DraftReason, "fieldPath" | "ruleId">;
export type FindingKey = Pick<FindingView, "fieldPath" | "ruleId">;

export const EMPTY_DRAFT: Draft = {
  outcome: null,
  comment: "",
  note: "",
  reasons: [],
  overrides: [],
  checked: [],
};

export type DraftAction =
  | { type: "OUTCOME"; outcome: VerdictOutcome | null }
  | { type: "COMMENT"; text: string }
  | { type: "NOTE"; text: string }
  /** Marks a field, or takes an empty mark away; a mark with text is only removed by UNMARK. */
  | { type: "TOGGLE"; fieldPath: string }
  | { type: "UNMARK"; reason: ReasonKey }
  | { type: "REASON"; reason: ReasonKey; patch: Partial<Omit<DraftReason, "fieldPath" | "ruleId">> }
  /** Makes a finding part of the message; what was said to set it aside goes. */
  | { type: "ACCEPT"; finding: FindingView; text: string; templateCode: string | null }
  /** Sets a finding aside, with the reason as far as it is typed. */
  | { type: "OVERRIDE"; finding: FindingKey; reason: string }
  | { type: "REOPEN"; finding: FindingKey }
  /** A question of the checklist, by `ruleId fieldPath`: answered, or open again. */
  | { type: "CHECK"; question: string };

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
      return withoutReason(draft, action.reason);
    case "REASON":
      return {
        ...draft,
        reasons: draft.reasons.map((reason) =>
          sameKey(reason, action.reason) ? { ...reason, ...action.patch } : reason,
        ),
      };
    case "ACCEPT":
      return accepted(draft, action);
    case "OVERRIDE":
      return overridden(draft, action.finding, action.reason);
    case "REOPEN":
      return withoutOverride(withoutReason(draft, action.finding), action.finding);
    case "CHECK":
      return { ...draft, checked: toggledText(draft.checked, action.question) };
  }
}

function toggled(draft: Draft, fieldPath: string): Draft {
  const reason = reasonFor(draft, { fieldPath, ruleId: null });
  if (!reason) {
    const fresh = { templateCode: null, fieldPath, text: "", suggestion: "", ruleId: null, params: {} };
    return { ...draft, reasons: [...draft.reasons, fresh] };
  }
  if (reason.text !== "" || reason.suggestion !== "") return draft;
  return withoutReason(draft, reason);
}

function accepted(draft: Draft, { finding, text, templateCode }: DraftAction & { type: "ACCEPT" }): Draft {
  const { fieldPath, ruleId, params } = finding;
  const reason = { templateCode, fieldPath, text, suggestion: "", ruleId, params };
  const cleared = withoutOverride(withoutReason(draft, finding), finding);
  return { ...cleared, reasons: [...cleared.reasons, reason] };
}

function overridden(draft: Draft, finding: FindingKey, reason: string): Draft {
  const { fieldPath, ruleId } = finding;
  const override = { fieldPath, ruleId, reason };
  const rest = withoutReason(draft, finding);
  const known = rest.overrides.some((other) => sameKey(other, finding));
  const overrides = known
    ? rest.overrides.map((other) => (sameKey(other, finding) ? override : other))
    : [...rest.overrides, override];
  return { ...rest, overrides };
}

function withoutReason(draft: Draft, key: ReasonKey): Draft {
  return { ...draft, reasons: draft.reasons.filter((reason) => !sameKey(reason, key)) };
}

function withoutOverride(draft: Draft, key: FindingKey): Draft {
  return { ...draft, overrides: draft.overrides.filter((override) => !sameKey(override, key)) };
}

function toggledText(texts: readonly string[], text: string): string[] {
  return texts.includes(text) ? texts.filter((other) => other !== text) : [...texts, text];
}

function sameKey(left: ReasonKey, right: ReasonKey): boolean {
  return left.fieldPath === right.fieldPath && left.ruleId === right.ruleId;
}

export function reasonFor(draft: Draft, key: ReasonKey): DraftReason | undefined {
  return draft.reasons.find((reason) => sameKey(reason, key));
}

export function overrideFor(draft: Draft, key: FindingKey): DraftOverride | undefined {
  return draft.overrides.find((override) => sameKey(override, key));
}
