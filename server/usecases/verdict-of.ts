import type { FindingsRecord } from "#db/ports/rule-store";
import type { VerdictInput } from "#shared/contract/staff-orders";
import { refuse } from "#shared/domain/order/refusal";
import type { LibraryTemplate } from "#shared/domain/review/template-library";
import type { Verdict, VerdictReason } from "#shared/domain/review/verdict";
import { type ReasonInput, reasonText } from "./reason-texts";
import { done, type Reply } from "./reply";

/**
 * The verdict as the machine takes it: each reason with the sentence that the customer will read, typed by the
 * reviewer or rendered from a template. Refuses an unknown template and a reason without either.
 */
export function verdictOf(
  input: VerdictInput,
  verdictId: string,
  library: ReadonlyMap<string, LibraryTemplate>,
  record: FindingsRecord | null,
): Reply<Verdict> {
  const reasons: VerdictReason[] = [];
  for (const given of input.reasons) {
    const reason = reasonOf(given, library, record);
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

function reasonOf(
  given: ReasonInput,
  library: ReadonlyMap<string, LibraryTemplate>,
  record: FindingsRecord | null,
): Reply<VerdictReason> {
  const templateCode = given.templateCode ?? null;
  const template = templateCode === null ? null : library.get(templateCode);
  if (template === undefined) return refuse("TEMPLATE_UNKNOWN", { template: templateCode ?? "" });
  const { zh, en } = reasonText(given, template, record);
  if (zh === "") return refuse("REASON_REQUIRED");
  return done({
    templateCode,
    fieldPath: given.fieldPath,
    params: given.params ?? {},
    problem: zh,
    problemEn: en === zh ? null : en,
    suggestion: given.suggestion ?? "",
    ruleId: given.ruleId ?? null,
  });
}
