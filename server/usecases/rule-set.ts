import { createHash } from "node:crypto";
import type { StoredRuleConfig } from "#db/ports/rule-store";
import type { ProvinceEdit } from "#shared/domain/provinces/province";
import { CATALOGUE_VERSION } from "#shared/domain/rules/catalogue";
import type { RuleSetting } from "#shared/domain/rules/engine";
import { DEFAULT_LISTS, type RuleLists, ruleListsSchema } from "#shared/domain/rules/lists";
import type { RuleReport } from "#shared/domain/rules/report";
import type { Deps } from "./deps";

/** The rules as they are in force on one day: the catalogue with every edit of an administrator laid over it. */
export interface RuleSet {
  /**
   * Catalogue and number of edits in force, for example `2026.11+3`. Edits only ever come in, so the same number is
   * the same rules; one that begins on a later day makes nothing stale before.
   */
  readonly version: string;
  readonly settings: Readonly<Record<string, RuleSetting>>;
  readonly provinceEdits: readonly ProvinceEdit[];
  readonly lists: RuleLists;
}

/** Reads the configuration anew: it is a handful of rows, and a stale copy would judge by rules that were changed. */
export async function ruleSetOn(deps: Pick<Deps, "store">, day: string): Promise<RuleSet> {
  return ruleSetOf(await deps.store.ruleConfig(), day);
}

/** The store lists edits in the order in which they come into force, so of those in force the last one decides. */
export function ruleSetOf(config: StoredRuleConfig, day: string): RuleSet {
  const settings: Record<string, RuleSetting> = {};
  for (const row of inForce(config.settings, day)) {
    settings[row.ruleId] = { enabled: row.enabled, severity: row.severity };
  }
  const edits = [...config.settings, ...config.provinceEdits, ...config.listEdits];
  const coming = edits.length - inForce(edits, day).length;
  return {
    version: `${CATALOGUE_VERSION}+${config.revision - coming}`,
    settings,
    provinceEdits: inForce(config.provinceEdits, day),
    lists: listsWith(inForce(config.listEdits, day)),
  };
}

function listsWith(edits: StoredRuleConfig["listEdits"]): RuleLists {
  if (edits.length === 0) return DEFAULT_LISTS;
  const edited = Object.fromEntries(edits.map(({ key, value }) => [key, value]));
  return ruleListsSchema.parse({ ...DEFAULT_LISTS, ...edited });
}

function inForce<T extends { readonly effectiveFrom: string }>(rows: readonly T[], day: string): T[] {
  return rows.filter((row) => row.effectiveFrom <= day);
}

/**
 * `findingsVersion`: the rule set, and a digest of what it found. A run that finds the same keeps the version, so that
 * nobody's verdict becomes stale by a re-check that changed nothing; an edit of the rules always makes a new one.
 */
export function findingsVersion(ruleSet: string, report: RuleReport): string {
  const found = report.findings.map((finding) => [
    finding.ruleId,
    finding.fieldPath,
    finding.state,
    finding.severity,
    finding.params,
  ]);
  const digest = createHash("sha256").update(JSON.stringify(found)).digest("hex").slice(0, 12);
  return `${ruleSet}.${digest}`;
}
