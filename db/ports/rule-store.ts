import type { Application } from "#shared/domain/filing/application";
import type { Confidence, ProvinceEdit } from "#shared/domain/provinces/province";
import type { SwitchKey } from "#shared/domain/provinces/switches";
import type { ListKey } from "#shared/domain/rules/lists";
import type { RuleReport } from "#shared/domain/rules/report";
import type { Severity } from "#shared/domain/rules/rule";
import type { BlacklistHit, RuleFacts } from "#shared/domain/rules/rule-input";

/** One run of the rules over one revision. Everything personal in the report is masked already. */
export interface FindingsRecord {
  readonly orderNo: string;
  readonly revisionNo: number;
  /** `findingsVersion`: what a verdict states to have seen. */
  readonly version: string;
  /** Version of the rules, settings, provinces and lists that ran. */
  readonly ruleSet: string;
  /** Day in Shanghai that the rules took for today, `YYYY-MM-DD`. */
  readonly ranOn: string;
  readonly ranAtMs: number;
  readonly report: RuleReport;
}

export interface FactRequest {
  /** The order itself: it never stands in its own way. Null while it is none yet. */
  readonly orderNo: string | null;
  /** Whose uploads count as the order's files; null: anybody's of that hash, as for a document of a lead. */
  readonly intakeKey: string | null;
  /** Folded, as it would be or is stored. */
  readonly application: Application;
}

/** Who changed what the rules decide by, and why. */
export interface RuleChange {
  readonly reason: string;
  readonly changedBy: string;
  readonly changedAtMs: number;
}

/** A row of the append-only history of the configuration. */
export interface StoredRuleChange extends RuleChange {
  /** The revision that this row made; later rows have higher ones. */
  readonly id: number;
  /** First day it is in force, `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
}

type Added<Stored extends StoredRuleChange> = Omit<Stored, "id">;

/** A rule switched on or off, or given another severity (null = as declared). */
export interface StoredRuleSetting extends StoredRuleChange {
  readonly ruleId: string;
  readonly enabled: boolean;
  readonly severity: Severity | null;
}
export type NewRuleSetting = Added<StoredRuleSetting>;

/** An edited switch, ready for `provinceOn`; the ground repeats `effectiveFrom`. */
export interface StoredProvinceEdit extends StoredRuleChange, ProvinceEdit {}
export interface NewProvinceEdit extends RuleChange {
  /** `GD` */
  readonly provinceCode: string;
  readonly key: SwitchKey;
  readonly value: unknown;
  readonly source: string | null;
  readonly confidence: Confidence | null;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** A list replaced as a whole; `value` as `ruleListsSchema.shape[key]` parses it. */
export interface StoredListEdit extends StoredRuleChange {
  readonly key: ListKey;
  readonly value: unknown;
}
export type NewListEdit = Added<StoredListEdit>;

/**
 * What administrators set. Each list is in the order in which its rows come into force, then in which they were
 * made: of those in force on a day, the last one about a thing counts.
 */
export interface StoredRuleConfig {
  /** Raised by one with every change of configuration, blacklist and code store; 0 = nothing was ever changed. */
  readonly revision: number;
  readonly settings: StoredRuleSetting[];
  readonly provinceEdits: StoredProvinceEdit[];
  readonly listEdits: StoredListEdit[];
}

export type BlacklistKind = BlacklistHit["kind"];

export interface BlacklistEntry {
  readonly id: number;
  readonly kind: BlacklistKind;
  /** The domain, the credit code of a unit; every other number masked. */
  readonly label: string;
  /** Who put it there: a bureau's name, or our own list. */
  readonly bureau: string;
  readonly reason: string;
  readonly addedBy: string;
  readonly addedAtMs: number;
}

export interface NewBlacklistEntry extends RuleChange {
  readonly kind: BlacklistKind;
  /** Certificate number, domain or ID number. Numbers are kept as blind index only. */
  readonly value: string;
  readonly bureau: string;
}

/** A filing authorisation code of our own store. */
export interface AuthCodeRow {
  readonly code: string;
  /** The resource that issued it; null = not known. */
  readonly issuerInstanceId: string | null;
  /** Whether that resource is still in its yearly or monthly term. */
  readonly issuerValid: boolean;
  /** Marked as used by hand; a code that an open or filed order names counts as used anyway. */
  readonly used: boolean;
  readonly addedBy: string;
  readonly addedAtMs: number;
}
export type NewAuthCode = Omit<AuthCodeRow, "addedBy" | "addedAtMs"> & RuleChange;

export interface RuleFigures {
  readonly ruleId: string;
  /** Places that violate the rule, over all revisions, each by its latest run. */
  readonly hits: number;
  /** Those of the newest revision of orders that wait for or are under first review. */
  readonly openHits: number;
  /** Findings that became a reason of a verdict; verdicts taken back do not count. */
  readonly accepted: number;
  /** Findings set aside with a reason; verdicts taken back do not count. */
  readonly overridden: number;
}

export interface TemplateText {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly bodyZh: string;
  readonly bodyEn: string;
}

/** One version of a reason template's texts. The newest RELEASED one is what customers read. */
export interface TemplateVersion extends TemplateText {
  readonly code: string;
  /** From 1 per code; the texts the product came with are version 0 and not stored. */
  readonly versionNo: number;
  readonly state: "DRAFT" | "RELEASED" | "DISCARDED";
  readonly author: string;
  readonly draftedAtMs: number;
  /** Who released or discarded it, and when; null while it is a draft. */
  readonly endedBy: string | null;
  readonly endedAtMs: number | null;
}

export interface TemplateStep {
  readonly code: string;
  readonly versionNo: number;
  readonly by: string;
  readonly nowMs: number;
}

/** What the rules left behind, what they look up, and what they are configured by. */
export interface RuleStore {
  /** Replaces the findings of that revision. No decision: order version and audit trail stay. */
  saveFindings(record: FindingsRecord): Promise<void>;
  /** Those of the newest revision that has some, or of the one asked for; null when it has none. */
  findings(orderNo: string, revisionNo?: number): Promise<FindingsRecord | null>;
  /**
   * Orders waiting for or under first review whose stored findings are missing, of an older revision, of another
   * rule set or of an earlier day; earliest due first.
   */
  ordersToCheck(ruleSet: string, day: string, limit: number): Promise<string[]>;
  ordersToCheckCount(ruleSet: string, day: string): Promise<number>;
  /** Everything the rules need to know from elsewhere; `confirmed` is null without an order. */
  ruleFacts(request: FactRequest): Promise<RuleFacts>;

  ruleConfig(): Promise<StoredRuleConfig>;
  /** `ruleConfig().revision` alone: cheap enough to ask before every run. */
  ruleConfigRevision(): Promise<number>;
  /** Each of the following writes its audit row with the change and answers the new revision. */
  addRuleSetting(setting: NewRuleSetting): Promise<number>;
  addProvinceEdit(edit: NewProvinceEdit): Promise<number>;
  addListEdit(edit: NewListEdit): Promise<number>;
  /** Newest first. */
  blacklist(): Promise<BlacklistEntry[]>;
  /** Null, and nothing changes, when it is listed already or nothing is left of the value. */
  addBlacklistEntry(entry: NewBlacklistEntry): Promise<number | null>;
  /** Null when there is no such entry. */
  removeBlacklistEntry(id: number, change: RuleChange): Promise<number | null>;
  authCodes(): Promise<AuthCodeRow[]>;
  /** A code that is known already is replaced. */
  addAuthCode(code: NewAuthCode): Promise<number>;

  /** Rules that ever hit or were decided on; the others are all zero. */
  ruleFigures(): Promise<RuleFigures[]>;

  /** By code, then oldest first. */
  templateVersions(code?: string): Promise<TemplateVersion[]>;
  /**
   * Stores a new draft and answers its number. An own draft of the same code is discarded by it; while another
   * person's is open nothing is written and the answer is null. Audited, as the two below.
   */
  draftTemplate(
    draft: TemplateText & { readonly code: string; readonly author: string; readonly nowMs: number },
  ): Promise<number | null>;
  /** False when that version is no open draft. That author and releaser differ is the caller's rule. */
  releaseTemplate(step: TemplateStep): Promise<boolean>;
  discardTemplateDraft(step: TemplateStep): Promise<boolean>;
}
