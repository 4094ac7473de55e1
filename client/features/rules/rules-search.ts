import { z } from "zod";
import { RULE_GROUPS, SEVERITIES } from "#shared/domain/rules/rule";

export const RULE_CHECKS = ["fully", "partly", "human"] as const;
export const RULE_STATES = ["on", "off", "changed", "scheduled"] as const;
export const RULE_SORTS = ["id", "hits", "openHits", "overrideRate"] as const;

/** Which rules are shown, as it stands in the address. Anything unreadable there is ignored, never an error. */
export const rulesSearch = z.object({
  text: z.string().min(1).max(100).optional().catch(undefined),
  groups: z.array(z.enum(RULE_GROUPS)).max(RULE_GROUPS.length).optional().catch(undefined),
  checks: z.array(z.enum(RULE_CHECKS)).max(RULE_CHECKS.length).optional().catch(undefined),
  severities: z.array(z.enum(SEVERITIES)).max(SEVERITIES.length).optional().catch(undefined),
  states: z.array(z.enum(RULE_STATES)).max(RULE_STATES.length).optional().catch(undefined),
  sort: z.enum(RULE_SORTS).optional().catch(undefined),
  dir: z.enum(["asc", "desc"]).optional().catch(undefined),
  /** The rule whose drawer is open. */
  rule: z
    .string()
    .regex(/^R-\d{3}$/)
    .optional()
    .catch(undefined),
});
export type RulesSearch = z.infer<typeof rulesSearch>;
export type RuleState = (typeof RULE_STATES)[number];
