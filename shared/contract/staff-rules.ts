import { z } from "zod";
import { CONFIDENCES, type Confidence, type Ground } from "../domain/provinces/province";
import { type SwitchKey, switchesSchema } from "../domain/provinces/switches";
import { LIST_KEYS, type ListKey } from "../domain/rules/lists";
import type { Severity, Text } from "../domain/rules/rule";
import {
  type AppliesWhen,
  type Gate,
  type OverrideBy,
  type RuleGroup,
  SEVERITIES,
} from "../domain/rules/rule";

/** The part of the staff API about the rules themselves: catalogue, provinces, lists, templates. No order is in it. */

const day = z.iso.date();
const reason = z.string().trim().min(2).max(1000);
const ruleId = z.string().regex(/^R-\d{3}$/);

/** From `effectiveFrom` (a day in Shanghai, today or later) the rule runs like this. */
export const setRuleInput = z.strictObject({
  ruleId,
  enabled: z.boolean(),
  /** Null = as the catalogue declares it. */
  severity: z.enum(SEVERITIES).nullable(),
  effectiveFrom: day,
  reason,
});
export const ruleOnlyInput = z.strictObject({ ruleId });

/** A change that somebody made, as every history lists it. */
export interface EditRow {
  readonly id: number;
  readonly effectiveFrom: string;
  readonly reason: string;
  readonly changedBy: string;
  readonly changedAtMs: number;
}

export interface RuleSettingRow extends EditRow {
  readonly enabled: boolean;
  readonly severity: Severity | null;
}

export interface RuleRow {
  readonly id: string;
  readonly group: RuleGroup;
  readonly title: Text;
  readonly message: Text;
  readonly applies: AppliesWhen;
  readonly fields: readonly string[];
  readonly needs: readonly string[];
  readonly declaredSeverity: Severity;
  /** In force today. */
  readonly severity: Severity;
  readonly enabled: boolean;
  readonly check: "fully" | "partly" | "human";
  readonly outcome: "REJECT" | "REVISE" | null;
  readonly override: OverrideBy;
  readonly gate: Gate;
  readonly templates: readonly string[];
  readonly source: string;
  readonly effectiveFrom: string | null;
  readonly thresholds: Readonly<Record<string, number>>;
  /** Revisions of orders that it spoke against, ever; of those still in review. */
  readonly hits: number;
  readonly openHits: number;
  /** Findings that reviewers made part of a message, and those they set aside. */
  readonly accepted: number;
  readonly overridden: number;
  /** Overridden of all that were decided; null while none was. */
  readonly overrideRate: number | null;
  /** A setting that begins on a later day. */
  readonly scheduled: RuleSettingRow | null;
}

export interface RuleListAnswer {
  readonly ruleSet: string;
  /** Orders of the queue that the rules in force have not looked at yet. */
  readonly recheckLeft: number;
  readonly rules: readonly RuleRow[];
}

export interface RuleHistoryAnswer {
  readonly settings: readonly RuleSettingRow[];
}

export const provinceOnlyInput = z.strictObject({ code: z.string().regex(/^[A-Z]{2}$/) });

export const editProvinceInput = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}$/),
  key: switchesSchema.keyof(),
  /** Of the shape that the switch has; anything else is refused as BAD_SWITCH_VALUE. */
  value: z.unknown(),
  source: z.string().trim().min(2).max(400),
  confidence: z.enum(CONFIDENCES),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  reason,
});

export interface SwitchRow extends Ground {
  readonly key: SwitchKey;
  readonly value: unknown;
  /** An administrator's value stands in place of the documented one. */
  readonly edited: boolean;
  /** What a contradicting source says; null where they agree. */
  readonly conflict: { readonly alternative: unknown; readonly source: string } | null;
}

export interface ProvinceRow {
  readonly code: string;
  readonly adcode: string;
  readonly name: Text;
  readonly confidence: Confidence;
  readonly source: string;
  readonly notes: readonly string[];
  readonly switches: readonly SwitchRow[];
}

export interface ProvinceEditRow extends EditRow, Ground {
  readonly effectiveFrom: string;
  readonly key: SwitchKey;
  readonly value: unknown;
}

export const editListInput = z.strictObject({
  list: z.enum(LIST_KEYS),
  value: z.unknown(),
  effectiveFrom: day,
  reason,
});
export const listOnlyInput = z.strictObject({ list: z.enum(LIST_KEYS) });

export interface ListRow {
  readonly list: ListKey;
  readonly value: unknown;
  readonly edited: boolean;
}

export interface ListEditRow extends EditRow {
  readonly value: unknown;
}

export const BLACKLIST_KINDS = ["ENTITY", "DOMAIN", "PERSON"] as const;
export const addBlacklistInput = z.strictObject({
  kind: z.enum(BLACKLIST_KINDS),
  /** Certificate number, domain or ID number; numbers are kept as a keyed hash and a masked label only. */
  value: z.string().trim().min(3).max(255),
  bureau: z.string().trim().min(1).max(100),
  reason,
});
export const removeBlacklistInput = z.strictObject({
  id: z.number().int().min(1),
  reason,
});

export interface BlacklistRow {
  readonly id: number;
  readonly kind: (typeof BLACKLIST_KINDS)[number];
  readonly label: string;
  readonly bureau: string;
  readonly reason: string;
  readonly addedBy: string;
  readonly addedAtMs: number;
}

export const addAuthCodeInput = z.strictObject({
  code: z.string().trim().min(4).max(64),
  issuerInstanceId: z.string().trim().min(1).max(128),
  issuerValid: z.boolean(),
  reason,
});
export interface AuthCodeRow {
  readonly code: string;
  readonly issuerInstanceId: string | null;
  readonly issuerValid: boolean;
  /** Marked as used by hand; a code that an open or filed order names counts as used anyway. */
  readonly used: boolean;
  readonly addedBy: string;
  readonly addedAtMs: number;
}
