import type { FactRequest, FindingsRecord } from "#db/ports/rule-store";
import type { Store } from "#db/store";
import type { Application } from "#shared/domain/filing/application";
import type { Finding } from "#shared/domain/rules/report";
import { deskOf } from "./desk";
import { BUREAU, HOLDER, MINUTE_MS, NOW_MS, SYSTEM, verdictOf } from "./order-fixtures";

export const RULE_SET = "rules-1";
export const TODAY = "2026-03-02";

/** A blocking violation by R-022, and what the patch says instead. */
export function findingOf(patch: Partial<Finding> = {}): Finding {
  return {
    ruleId: "R-022",
    fieldPath: "entity.certNumber",
    state: "VIOLATED",
    severity: "block",
    check: "fully",
    override: "REVIEWER",
    message: { zh: "证件号码格式错误", en: "Malformed certificate number" },
    params: {},
    paramsEn: {},
    evidence: [],
    missing: [],
    suggestedOutcome: "REJECT",
    templates: ["T-ENT-01"],
    ...patch,
  };
}

/** A run over the first revision by today's rules. */
export function runOf(
  orderNo: string,
  findings: readonly Finding[],
  patch: Partial<FindingsRecord> = {},
): FindingsRecord {
  return {
    orderNo,
    revisionNo: 1,
    version: `${orderNo}-v1`,
    ruleSet: RULE_SET,
    ranOn: TODAY,
    ranAtMs: NOW_MS,
    report: { findings, questions: [] },
    ...patch,
  };
}

/** What the rules would ask for a document that is no order yet. */
export function requestOf(application: Application, patch: Partial<FactRequest> = {}): FactRequest {
  return { orderNo: null, intakeKey: "key-1", application, ...patch };
}

/** Takes a submitted order through review and bureau until it is filed. */
export async function fileOrder(store: Store, orderNo: string): Promise<void> {
  const desk = deskOf(store);
  const verdict = verdictOf("APPROVE", { verdictId: `verdict-${orderNo}` });
  await desk.must(orderNo, { type: "claim" }, HOLDER);
  await desk.must(orderNo, { type: "approve", verdict }, HOLDER);
  await desk.must(orderNo, { type: "push", expectsSms: false }, SYSTEM, NOW_MS + MINUTE_MS);
  await desk.must(orderNo, { type: "uploadAccepted", submissionNo: 1 }, BUREAU);
  await desk.must(orderNo, { type: "domainCheckPassed", submissionNo: 1 }, BUREAU);
  const numbers = { entity: "粤ICP备12345678号", services: [] };
  await desk.must(orderNo, { type: "bureauApproved", submissionNo: 1, numbers }, BUREAU);
}
