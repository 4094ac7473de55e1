import { Progress } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./rule-change.module.css";
import { useRuleList } from "./use-rule-list";

/** Which rules are in force, and how much of the queue they have still to look at. */
export function RecheckStatus() {
  const { t } = useTranslation("rules");
  const { data } = useRuleList();
  const left = data?.recheckLeft ?? 0;
  const total = useMost(left);
  if (data === undefined) return null;
  if (left === 0)
    return <span className={styles.recheck}>{t("recheck.done", { version: data.ruleSet })}</span>;
  const percent = Math.floor(((total - left) / total) * 100);
  return (
    <span className={styles.recheck} role="status">
      {t("recheck.left", { count: left })}
      <Progress
        className={styles.bar ?? ""}
        percent={percent}
        size="small"
        status="active"
        aria-label={t("recheck.progress")}
      />
    </span>
  );
}

/** The largest count since the re-check began: the whole of which the rest is shown. */
function useMost(left: number): number {
  const [most, setMost] = useState(left);
  useEffect(() => setMost((old) => (left === 0 ? 0 : Math.max(old, left))), [left]);
  return Math.max(most, left, 1);
}
