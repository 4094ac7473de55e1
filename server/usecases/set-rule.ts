import type { z } from "zod";
import type { setRuleInput } from "#shared/contract/staff-rules";
import type { StaffActor } from "#shared/domain/order/actor";
import { ruleOf } from "#shared/domain/rules/catalogue";
import { shanghaiDay } from "#shared/domain/time/working-calendar";
import type { Deps } from "./deps";
import { done, edgeRefuse, type Reply } from "./reply";

/**
 * Switches a rule on or off, or gives it another severity, from a day on; audited, and the queue is re-checked by it.
 * Refused: an unknown rule, a day that has passed, and weakening a rule whose findings nobody may set aside.
 */
export async function setRule(
  deps: Deps,
  input: z.infer<typeof setRuleInput>,
  actor: StaffActor,
): Promise<Reply<{ revision: number }>> {
  const rule = ruleOf(input.ruleId);
  if (rule === null) return edgeRefuse("RULE_NOT_FOUND");
  const nowMs = deps.now();
  if (input.effectiveFrom < shanghaiDay(nowMs)) return edgeRefuse("EFFECTIVE_IN_PAST");
  const weakened = !input.enabled || (input.severity !== null && input.severity !== rule.severity);
  if (rule.override === "NONE" && weakened) return edgeRefuse("RULE_FIXED", { ruleId: rule.id });
  const change = { ...input, changedBy: actor.username, changedAtMs: nowMs };
  return done({ revision: await deps.store.addRuleSetting(change) });
}
