import type { z } from "zod";
import type { FindingsRecord } from "#db/ports/rule-store";
import type { DiffAnswer, diffInput, FindingKey } from "#shared/contract/staff-review";
import { refuse } from "#shared/domain/order/refusal";
import { maskApplication } from "#shared/domain/privacy/mask";
import { valueAt } from "#shared/domain/review/field-path";
import { type Change, revisionDiff } from "#shared/domain/review/revision-diff";
import { unaskedChanges } from "#shared/domain/review/unasked-changes";
import { untouchedRequests } from "#shared/domain/review/untouched-requests";
import { ruleOf } from "#shared/domain/rules/catalogue";
import type { Finding } from "#shared/domain/rules/report";
import type { Deps } from "./deps";
import { done, type Reply } from "./reply";

/**
 * What the customer changed between two revisions, what he was asked for and left, what nobody asked him to change,
 * and what became of the findings. The comparison runs on the documents as they are, the answer shows them masked.
 */
export async function compareRevisions(
  deps: Deps,
  { orderNo, from, to }: z.infer<typeof diffInput>,
): Promise<Reply<DiffAnswer>> {
  const { store } = deps;
  const [before, after, verdicts, earlier, later] = await Promise.all([
    store.revision(orderNo, from),
    store.revision(orderNo, to),
    store.verdicts(orderNo),
    store.findings(orderNo, from),
    store.findings(orderNo, to),
  ]);
  if (before === null || after === null) return refuse("ORDER_NOT_FOUND");
  const reasons = verdicts.find(({ revision }) => revision <= from)?.reasons ?? [];
  const changes = revisionDiff(before.application, after.application);
  const shownBefore = maskApplication(before.application);
  const shownAfter = maskApplication(after.application);
  return done({
    changes: changes.map((change) => shown(change, shownBefore, shownAfter)),
    untouchedRequests: untouchedRequests(reasons, before.application, after.application),
    unasked: reasons.length === 0 ? [] : unaskedChanges(reasons, changes),
    findings: findingChanges(earlier, later),
  });
}

type Shown = Parameters<typeof valueAt>[0];

function shown({ path, fromPath, kind, ...values }: Change, before: Shown, after: Shown): Change {
  return {
    path,
    fromPath,
    kind,
    ...(values.before === undefined ? {} : { before: valueAt(before, fromPath ?? path) }),
    ...(values.after === undefined ? {} : { after: valueAt(after, path) }),
  };
}

function findingChanges(
  earlier: FindingsRecord | null,
  later: FindingsRecord | null,
): DiffAnswer["findings"] {
  const old = violations(earlier);
  const now = violations(later);
  return {
    resolved: [...old].filter(([key]) => !now.has(key)).map(([, finding]) => keyOf(finding)),
    remaining: [...now].filter(([key]) => old.has(key)).map(([, finding]) => keyOf(finding)),
    added: [...now].filter(([key]) => !old.has(key)).map(([, finding]) => keyOf(finding)),
  };
}

function violations(record: FindingsRecord | null): Map<string, Finding> {
  const found = (record?.report.findings ?? []).filter(({ state }) => state === "VIOLATED");
  return new Map(found.map((finding) => [`${finding.ruleId} ${finding.fieldPath}`, finding]));
}

function keyOf({ ruleId, fieldPath }: Finding): FindingKey {
  return { ruleId, fieldPath, title: ruleOf(ruleId)?.title ?? { zh: ruleId, en: ruleId } };
}
