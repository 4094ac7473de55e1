import type { Application } from "#shared/domain/filing/application";
import type { Switches } from "#shared/domain/provinces/switches";
import type { RuleLists } from "#shared/domain/rules/lists";
import type { Gate } from "#shared/domain/rules/rule";
import type { FileFact, RuleFacts } from "#shared/domain/rules/rule-input";
import type { BaseQuery } from "./base-orders";

/**
 * What a case shows of its rule: it is broken; it is just not broken (the closest value that passes); it cannot be
 * told; or nothing at all is wrong with the order.
 */
export const CASE_ROLES = ["VIOLATES", "NEAR_MISS", "CANNOT_CHECK", "CLEAN"] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

/** A file of the order that a case may exchange; the bytes themselves stay unknown to the rules. */
export type CaseFile = { -readonly [K in keyof FileFact]: FileFact[K] };

/** Bends a clean order in place; it gets deep copies of its own. */
export type Bend = (application: Application, files: CaseFile[]) => void;

/** What a case needs beyond the order document. */
export interface CaseWorld {
  /** What was looked up, in place of "everything was, and nothing is known against the order". */
  readonly facts?: Partial<RuleFacts>;
  /** What the province asks, in place of what the data say. */
  readonly switches?: Partial<Switches>;
  readonly lists?: Partial<RuleLists>;
  /** The day in Shanghai on which the rules are asked; by default the day of the submission. */
  readonly today?: string;
  /** Rules asked at these gates only; by default ENTRY and REVIEW, as at the submission. */
  readonly gates?: readonly Gate[];
  /** Rules whose questions to a person count as well, written `R-087! materials[0].sha256`. */
  readonly questionsOf?: readonly string[];
}

export interface CorpusCase extends CaseWorld {
  readonly name: string;
  /** The rule it is about; null for a clean order. */
  readonly rule: string | null;
  readonly role: CaseRole;
  readonly base: BaseQuery;
  readonly bend: Bend;
  /** The whole finding set: `R-021 entity.name` is a violation, `R-021? entity.name` could not be checked. */
  readonly expected: readonly string[];
}

/** Broken: `expected` names every finding of the order, not only that of the rule. */
export function violates(
  rule: string,
  name: string,
  base: BaseQuery,
  bend: Bend,
  expected: readonly string[],
  world: CaseWorld = {},
): CorpusCase {
  return { ...world, rule, role: "VIOLATES", name, base, bend, expected };
}

/** Just not broken. Nothing is found, unless another rule rightly finds something: then `expected` says what. */
export function nearMiss(
  rule: string,
  name: string,
  base: BaseQuery,
  bend: Bend,
  expected: readonly string[] = [],
  world: CaseWorld = {},
): CorpusCase {
  return { ...world, rule, role: "NEAR_MISS", name, base, bend, expected };
}

/** Something the rule needs is not there. */
export function cannotTell(
  rule: string,
  name: string,
  base: BaseQuery,
  bend: Bend,
  expected: readonly string[],
  world: CaseWorld = {},
): CorpusCase {
  return { ...world, rule, role: "CANNOT_CHECK", name, base, bend, expected };
}

/** Nothing is wrong. */
export function clean(name: string, base: BaseQuery, bend: Bend = asItIs): CorpusCase {
  return { rule: null, role: "CLEAN", name, base, bend, expected: [] };
}

/** For cases whose base order already shows what they are about. */
export const asItIs: Bend = () => {};
