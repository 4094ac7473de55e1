import type { z } from "zod";
import type { MessagePreview, PreviewedReason, previewInput } from "#shared/contract/staff-review";
import { refuse } from "#shared/domain/order/refusal";
import { holesIn } from "#shared/domain/review/templates";
import type { Text } from "#shared/domain/rules/rule";
import type { Deps } from "./deps";
import { reasonText } from "./reason-texts";
import { done, type Reply } from "./reply";
import { libraryInForce } from "./template-library";

type Input = z.infer<typeof previewInput>;

const SUBJECTS: Record<Input["outcome"], Text> = {
  APPROVE: { zh: "备案初审已通过", en: "Your filing passed the first review" },
  REVISE: { zh: "备案信息需要修改", en: "Your filing needs a revision" },
  REJECT: { zh: "备案初审被驳回", en: "Your filing was rejected at first review" },
};

/**
 * The message as the customer would read it, in both languages, with every hole that is still in it named. What the
 * reviewer typed himself reads the same in both. Nothing is stored or sent. Refused: ORDER_NOT_FOUND, TEMPLATE_UNKNOWN.
 */
export async function previewMessage(deps: Deps, input: Input): Promise<Reply<MessagePreview>> {
  if ((await deps.store.load(input.orderNo)) === null) return refuse("ORDER_NOT_FOUND");
  const [library, record] = await Promise.all([libraryInForce(deps), deps.store.findings(input.orderNo)]);
  const reasons: PreviewedReason[] = [];
  for (const given of input.reasons) {
    const template = given.templateCode == null ? null : library.get(given.templateCode);
    if (template === undefined) return refuse("TEMPLATE_UNKNOWN", { template: given.templateCode ?? "" });
    const problem = reasonText(given, template, record);
    const suggestion = given.suggestion ?? "";
    const holes = holesIn(`${problem.zh}${problem.en}${suggestion}`);
    const { fieldPath, ruleId = null } = given;
    reasons.push({ fieldPath, ruleId, problem, suggestion, holes });
  }
  const needsReason = input.outcome !== "APPROVE";
  const filled = reasons.every(({ holes, problem }) => holes.length === 0 && problem.zh !== "");
  const complete = filled && holesIn(input.comment).length === 0 && (!needsReason || reasons.length > 0);
  return done({ subject: SUBJECTS[input.outcome], comment: input.comment, reasons, complete });
}
