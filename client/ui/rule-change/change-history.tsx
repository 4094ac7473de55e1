import { Skeleton, Tag } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { EditRow } from "#shared/contract/staff-rules";
import { useFormatTime } from "../../lib/format-time";
import { ListPlaceholder } from "../list-placeholder";
import styles from "./rule-change.module.css";
import { shanghaiToday } from "./shanghai-today";

interface Props<T extends EditRow> {
  query: { readonly error: unknown; readonly isPending: boolean; readonly refetch: () => unknown };
  edits: readonly T[];
  /** What was changed to what. */
  children: (edit: T) => ReactNode;
}

/** Who changed it when, from which day on and why; newest first. */
export function ChangeHistory<T extends EditRow>({ query, edits, children }: Props<T>) {
  const { t } = useTranslation("rules");
  const format = useFormatTime();
  if (query.isPending) return <Skeleton active paragraph={{ rows: 2 }} title={false} />;
  if (query.error) {
    return <ListPlaceholder error={query.error} retry={() => void query.refetch()} empty="" />;
  }
  if (edits.length === 0) return <p className={styles.faint}>{t("change.noHistory")}</p>;
  return (
    <ol className={styles.history} aria-label={t("change.history")}>
      {edits.map((edit) => (
        <li key={edit.id}>
          <div className={styles.historyHead}>
            <strong>{t("change.from", { day: edit.effectiveFrom })}</strong>
            {edit.effectiveFrom > shanghaiToday() ? (
              <Tag color="processing">{t("change.pending")}</Tag>
            ) : null}
            <span className={styles.faint}>
              {t("change.by", { who: edit.changedBy, time: format(edit.changedAtMs) })}
            </span>
          </div>
          <div>{children(edit)}</div>
          <div className={styles.faint}>{t("change.because", { reason: edit.reason })}</div>
        </li>
      ))}
    </ol>
  );
}
