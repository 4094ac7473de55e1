import type { CheckAnswer } from "#shared/contract/intake-v1";
import type { Finding } from "#shared/domain/rules/report";

/**
 * Findings as the customer's filing system reads them (contracts.md §2): what is wrong, where and how bad. Which
 * evidence speaks and who may set it aside is the desk's business.
 */
export function customerFindings(findings: readonly Finding[]): CheckAnswer["findings"] {
  return findings.map(({ ruleId, fieldPath, state, severity, message, params, suggestedOutcome }) => ({
    ruleId,
    fieldPath,
    state,
    severity,
    message,
    params,
    suggestedOutcome,
  }));
}
