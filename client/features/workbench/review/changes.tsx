import { Alert, Button, Empty, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DiffAnswer } from "#shared/contract/staff-review";
import { useRefusal } from "../../../lib/refusal";
import { useSectionTitle } from "../fields/use-section-title";
import { useWorkbench } from "../workbench-context";
import { defaultSpan, groupChanges, type Span, untouchedOf } from "./change-groups";
import { ChangeLine } from "./change-line";
import { FindingChanges } from "./finding-changes";
import styles from "./review.module.css";
import { SpanPicker } from "./span-picker";
import { UntouchedRequests } from "./untouched-requests";
import { useDiff } from "./use-diff";

/** What a resubmission changed and what it left: all that needs reading the second time. */
export function Changes() {
  const { t } = useTranslation("workbench");
  const refusal = useRefusal();
  const { order } = useWorkbench();
  const { revision, previousReasons } = order;
  const [picked, setPicked] = useState<Span | null>(null);
  const span = picked ?? defaultSpan(revision, previousReasons);
  const diff = useDiff(span);
  if (span === null) return null;
  return (
    <div className={styles.page}>
      <SpanPicker span={span} revision={revision} verdicts={previousReasons} onPick={setPicked} />
      {diff.isPending ? <Skeleton active paragraph={{ rows: 6 }} /> : null}
      {diff.isError ? (
        <Alert
          type="error"
          showIcon
          title={refusal(diff.error).message}
          action={<Button onClick={() => void diff.refetch()}>{t("common:action.retry")}</Button>}
        />
      ) : null}
      {diff.data === undefined ? null : <Answer diff={diff.data} span={span} />}
    </div>
  );
}

function Answer({ diff, span }: { diff: DiffAnswer; span: Span }) {
  const { t } = useTranslation("workbench");
  const title = useSectionTitle();
  const { order, sections } = useWorkbench();
  const { changes, unasked, findings } = diff;
  const untouched = untouchedOf(diff.untouchedRequests, order.previousReasons, span);
  const groups = groupChanges(changes, sections);
  return (
    <>
      <p className={styles.summary}>
        <span>{t("changes.count", { count: changes.length })}</span>
        {unasked.length > 0 ? <span>{t("changes.unaskedCount", { count: unasked.length })}</span> : null}
        <span className={untouched.length > 0 ? styles.alarming : ""}>
          {t("changes.untouchedCount", { count: untouched.length })}
        </span>
        <span>{t("changes.resolvedCount", { count: findings.resolved.length })}</span>
        <span>{t("changes.remainingCount", { count: findings.remaining.length })}</span>
        <span>{t("changes.addedCount", { count: findings.added.length })}</span>
      </p>
      <UntouchedRequests requests={untouched} />
      {groups.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("changes.none")} />
      ) : null}
      {groups.map(({ section, changes: own }) => (
        <section key={section.id} className={styles.box}>
          <h2 className={styles.boxTitle}>{title(section)}</h2>
          <ul className={styles.lines}>
            {own.map((change) => (
              <ChangeLine
                key={`${change.kind} ${change.path} ${change.fromPath}`}
                change={change}
                asked={!unasked.includes(change.path)}
                newest={span.to === order.revision}
              />
            ))}
          </ul>
        </section>
      ))}
      {groups.length > 0 ? <p className={styles.hint}>{t("changes.masked")}</p> : null}
      <FindingChanges findings={findings} />
    </>
  );
}
