import type { RuleSetting } from "#shared/domain/rules/engine";
import type { RuleReport } from "#shared/domain/rules/report";
import type { RuleInput } from "#shared/domain/rules/rule-input";

/** A bundle of orders to judge, as it is copied to the thread. */
export interface RuleJob {
  readonly id: number;
  readonly inputs: readonly RuleInput[];
  readonly settings: Readonly<Record<string, RuleSetting>>;
}

/** The reports, in the order of the inputs. */
export interface RuleJobAnswer {
  readonly id: number;
  readonly reports: readonly RuleReport[];
  /** Rules that threw, once for each time. */
  readonly faulty: readonly string[];
}
