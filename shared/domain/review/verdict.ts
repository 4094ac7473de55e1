/** The three outcomes of a first review (seed table 1-4). */
export const VERDICT_OUTCOMES = ["APPROVE", "REJECT", "REVISE"] as const;
export type VerdictOutcome = (typeof VERDICT_OUTCOMES)[number];

/** One structured reason: where, what is wrong, what to do. `problem` is the sentence the customer reads. */
export interface VerdictReason {
  readonly templateCode: string | null;
  readonly fieldPath: string;
  readonly params: Readonly<Record<string, string>>;
  readonly problem: string;
  readonly suggestion: string;
  /** The same sentence in English where it is a template's; null or absent when the reviewer typed it himself. */
  readonly problemEn?: string | null;
  /** The finding it came from; null or absent when the reviewer wrote it by himself. */
  readonly ruleId?: string | null;
}

/** A finding that the reviewer set aside, with the reason he answers for. */
export interface FindingOverride {
  readonly ruleId: string;
  readonly fieldPath: string | null;
  readonly reason: string;
}

/** What a reviewer decided and said. `comment` is read by the customer, `note` by colleagues only. */
export interface Verdict {
  readonly verdictId: string;
  readonly outcome: VerdictOutcome;
  readonly comment: string;
  readonly note: string;
  readonly reasons: readonly VerdictReason[];
  readonly overrides: readonly FindingOverride[];
}

/** A `{placeholder}` left in a text that is meant for the customer: such a message must never be sent. */
const PLACEHOLDER = /\{[A-Za-z][A-Za-z0-9]*\}/;

export function hasUnfilledPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}
