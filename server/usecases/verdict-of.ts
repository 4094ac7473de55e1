import type { VerdictInput } from "#shared/contract/staff-orders";
import { refuse } from "#shared/domain/order/refusal";
import { renderTemplate } from "#shared/domain/review/templates";
import type { Verdict, VerdictReason } from "#shared/domain/review/verdict";
import { done, type Reply } from "./reply";

type ReasonInput = VerdictInput["reasons"][number];

/**
 * The verdict as the machine takes it: each reason with the sentence that the customer will read, typed by the
 * reviewer or rendered from a template. Refuses an unknown template and a reason without either.
 */
export function verdictOf(input: VerdictInput, verdictId: string): Reply<Verdict> {
  const reasons: VerdictReason[] = [];
  for (const given of input.reasons) {
    const reason = reasonOf(given);
    if (reason.kind !== "DONE") return reason;
    reasons.push(reason.value);
  }
  return done({
    verdictId,
    outcome: input.outcome,
    comment: input.comment,
    note: input.note ?? "",
    reasons,
    overrides: input.overrides.map(({ ruleId, fieldPath, reason }) => ({
      ruleId,
      fieldPath: fieldPath ?? null,
      reason,
    })),
  });
}

function reasonOf(given: ReasonInput): Reply<VerdictReason> {
  const templateCode = given.templateCode ?? null;
  const params = given.params ?? {};
  const typed = given.text?.trim() ?? "";
  const reason = { templateCode, fieldPath: given.fieldPath, params };
  if (templateCode === null) {
    if (typed === "") return refuse("REASON_REQUIRED");
    return done({ ...reason, problem: typed, suggestion: given.suggestion ?? "" });
  }
  const rendered = renderTemplate(templateCode, params);
  if (rendered === null) return refuse("TEMPLATE_UNKNOWN", { template: templateCode });
  return done({
    ...reason,
    problem: typed === "" ? rendered : typed,
    suggestion: given.suggestion ?? "",
  });
}
