import type { Finding } from "../rules/report";
import type { OverrideBy } from "../rules/rule";

/** Whether a finding stands in the way of an approval until somebody sets it aside with a reason (domain.md §7). */
export function blocksApproval({ state, severity }: Pick<Finding, "state" | "severity">): boolean {
  return state === "VIOLATED" && severity === "block";
}

/** Whether somebody who is, or is not, a lead may set aside a finding of a rule that leaves it to `by`. */
export function mayOverride(by: OverrideBy, lead: boolean): boolean {
  return by === "REVIEWER" || (by === "LEAD" && lead);
}
