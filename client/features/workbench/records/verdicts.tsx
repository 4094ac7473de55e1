import { Empty, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useFormatTime } from "../../../lib/format-time";
import type { OrderView } from "../../../lib/trpc";
import { useFieldLabel } from "../fields/use-field-label";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";

const TONES = { APPROVE: "success", REVISE: "warning", REJECT: "error" } as const;

/** What was decided and asked for in earlier rounds, newest first. */
export function Verdicts() {
  const { t } = useTranslation("workbench");
  const { previousReasons } = useWorkbench().order;
  if (previousReasons.length === 0) {
    return (
      <Empty
        className={styles.records ?? ""}
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={t("records.noVerdicts")}
      />
    );
  }
  return (
    <div className={styles.records}>
      {previousReasons.map((verdict) => (
        <VerdictCard key={`${verdict.round}/${verdict.decidedAtMs}`} verdict={verdict} />
      ))}
    </div>
  );
}

function VerdictCard({ verdict }: { verdict: OrderView["previousReasons"][number] }) {
  const { t } = useTranslation("workbench");
  const format = useFormatTime();
  const label = useFieldLabel();
  return (
    <article className={styles.card}>
      <header className={styles.cardHead}>
        <Tag color={TONES[verdict.outcome]}>{t(`codes:outcomeDone.${verdict.outcome}`)}</Tag>
        <span>{t("round", { n: verdict.round })}</span>
        <span className={styles.when}>
          {verdict.decidedBy} · {format(verdict.decidedAtMs)}
        </span>
      </header>
      {verdict.comment === "" ? null : <p>{t("records.comment", { text: verdict.comment })}</p>}
      {verdict.note === "" ? null : (
        <p className={styles.internal}>{t("records.note", { text: verdict.note })}</p>
      )}
      {verdict.reasons.length === 0 ? null : (
        <ol className={styles.reasons}>
          {verdict.reasons.map((reason) => (
            <li key={reason.fieldPath + reason.problem}>
              <strong>{label(reason.fieldPath)}</strong> {reason.problem}
              {reason.suggestion === "" ? null : <span className={styles.details}>{reason.suggestion}</span>}
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}
