import type { FilingType } from "../filing/filing-type";
import type { ServiceKind } from "../filing/service";
import type { NatureName } from "./natures";
import type { RuleInput } from "./rule-input";

/** A sentence in both languages of the product. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export const RULE_GROUPS = ["ORD", "ENT", "ERP", "SRP", "AUT", "DOM", "WEB", "APP", "RES", "PRE"] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

export const SEVERITIES = ["block", "warn", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Who may set a finding aside with a reason (domain.md §7, "Overrides"). */
export const OVERRIDES_BY = ["REVIEWER", "LEAD", "NONE"] as const;
export type OverrideBy = (typeof OVERRIDES_BY)[number];

/** When a rule is asked: at the door, in review, before the upload to the bureau (domain.md §7, "Gates"). */
export type Gate = "ENTRY" | "REVIEW" | "PUSH";

/** The orders a rule speaks about; a missing list means all. A service kind asks for at least one such service. */
export interface AppliesWhen {
  readonly filingTypes: readonly FilingType[];
  readonly natures?: readonly (NatureName | "UNIT")[];
  readonly serviceKinds?: readonly ServiceKind[];
  /** Province ids such as `GD`. */
  readonly provinces?: readonly string[];
}

/**
 * What the reviewer is shown as the ground of a result: a place in the order document, read there (and masked there),
 * or a fact from elsewhere (`province.minAge`, `list.sensitiveWords`, `context.today`) with its value.
 */
export interface EvidenceRef {
  readonly path: string;
  readonly value?: string;
}

/** A param is one text for both languages, or one for each ("in the reader's language"). */
export type ParamValue = string | Text;

/** The rule is broken at this place. Personal values in `params` are masked before they come here. */
export interface Violated {
  readonly kind: "VIOLATED";
  readonly fieldPath: string;
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly evidence: readonly EvidenceRef[];
  /** Milder than the rule's own, where its sentence says so ("warn only"). */
  readonly severity?: Severity;
  /** Other than the rule's own; null = advice. */
  readonly outcome?: "REJECT" | "REVISE" | null;
}

/** Something the rule needs is not there, so it neither holds nor is broken. */
export interface CannotCheck {
  readonly kind: "CANNOT_CHECK";
  readonly fieldPath: string;
  /** What is missing, as in `needs`: `evidence.domains[].expiresOn`. At least one. */
  readonly missing: readonly string[];
}

/** Only a person can tell. The question is the rule's; `hinted` = a machine saw a sign that the answer is bad. */
export interface NeedsHuman {
  readonly kind: "NEEDS_HUMAN";
  readonly fieldPath: string;
  readonly hinted: boolean;
  readonly evidence: readonly EvidenceRef[];
}

export type RuleResult = Violated | CannotCheck | NeedsHuman;

export type Thresholds = Readonly<Record<string, number>>;

/** One rule of the catalogue (domain.md §7): its declaration and its judgement. */
export interface Rule<T extends Thresholds = Thresholds> {
  readonly id: string;
  readonly group: RuleGroup;
  readonly title: Text;
  readonly applies: AppliesWhen;
  /** Places of the document the rule looks at. */
  readonly fields: readonly string[];
  /** Inputs beyond them: `evidence.*`, `context.*`, `province.*`, `list.*`, `diff`. */
  readonly needs: readonly string[];
  readonly severity: Severity;
  /** `fully`: the machine decides. `partly`: it proposes, a person confirms. `human`: a checklist question only. */
  readonly check: "fully" | "partly" | "human";
  /** Suggested verdict; null = advice only. */
  readonly outcome: "REJECT" | "REVISE" | null;
  readonly override: OverrideBy;
  readonly gate: Gate;
  readonly message: Text;
  /** Placeholders that every violation supplies, for its message and its templates. */
  readonly params: readonly string[];
  /** Codes of reason templates, the usual one first; empty for advice. */
  readonly templates: readonly string[];
  readonly source: string;
  /** First day the rule is in force, `YYYY-MM-DD`; left out = always. */
  readonly effectiveFrom?: string;
  /** Numbers of the sentence, by name; the corpus shifts each of them. */
  readonly thresholds: T;
  /** What the reviewer is asked where the machine cannot or must not decide; left out = the title. */
  readonly question?: Text;
  /** Pure. An empty list means: checked, and nothing wrong. */
  readonly judge: (input: RuleInput, thresholds: T) => readonly RuleResult[];
}

/** Most rules are asked in review and may be set aside by whoever holds the claim: only the others say so. */
type Declared<T extends Thresholds> = Omit<Rule<T>, "thresholds" | "override" | "gate"> & {
  readonly thresholds?: T;
  readonly override?: OverrideBy;
  readonly gate?: Gate;
};

/** Declares a rule. `judge` is given its own thresholds by name; the engine may hand it others of the same names. */
export function rule<T extends Thresholds>(declared: Declared<T>): Rule {
  const { thresholds, judge } = declared;
  return {
    override: "REVIEWER",
    gate: "REVIEW",
    ...declared,
    thresholds: { ...thresholds },
    judge: (input, others) => judge(input, Object.assign({}, thresholds, others)),
  };
}
