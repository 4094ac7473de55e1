import type { FindingsRecord } from "#db/ports/rule-store";
import type { VerdictInput } from "#shared/contract/staff-orders";
import type { LibraryTemplate } from "#shared/domain/review/template-library";
import { renderTemplate } from "#shared/domain/review/templates";
import type { Text } from "#shared/domain/rules/rule";

export type ReasonInput = VerdictInput["reasons"][number];

/**
 * What the customer reads for one reason: what the reviewer typed, in both languages the same, unless it is still the
 * template's own sentence, which has an English one. `template` is null for a reason without one.
 */
export function reasonText(
  given: ReasonInput,
  template: LibraryTemplate | null,
  record: FindingsRecord | null,
): Text {
  const typed = given.text?.trim() ?? "";
  if (template === null) return { zh: typed, en: typed };
  const params = given.params ?? {};
  const zh = renderTemplate(template, params);
  if (typed !== "" && typed !== zh) return { zh: typed, en: typed };
  return { zh, en: renderTemplate(template, { ...params, ...englishParams(given, record) }, "en") };
}

/** A finding's parameters in English; what the reviewer changed by hand stands in the Chinese ones only. */
function englishParams(given: ReasonInput, record: FindingsRecord | null): Readonly<Record<string, string>> {
  const finding = record?.report.findings.find(
    ({ ruleId, fieldPath }) => ruleId === given.ruleId && fieldPath === given.fieldPath,
  );
  return finding?.paramsEn ?? {};
}
