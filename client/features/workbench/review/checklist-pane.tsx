import { CheckCircleFilled } from "@ant-design/icons";
import { Empty } from "antd";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../workbench-context";
import type { ChecklistItem } from "./checklist";
import { ChecklistLine } from "./checklist-line";
import styles from "./review.module.css";
import { useChecklist } from "./use-checklist";

const KINDS = ["QUESTION", "UNCHECKED"] as const;

/** What the machine leaves to the person, to be ticked off; the ticks are kept with the draft. */
export function ChecklistPane() {
  const { t } = useTranslation("workbench");
  const { order } = useWorkbench();
  const { items, open } = useChecklist();
  if (items.length === 0) {
    return (
      <Empty
        className={styles.page ?? ""}
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={t(order.findingsVersion === null ? "checklist.notRun" : "checklist.none")}
      />
    );
  }
  return (
    <div className={styles.page}>
      {open === 0 ? (
        <p className={styles.done} role="status">
          <CheckCircleFilled className={styles.good ?? ""} aria-hidden="true" /> {t("checklist.done")}
        </p>
      ) : (
        <p className={styles.summary} role="status">
          {t("checklist.left", { count: open, total: items.length })}
        </p>
      )}
      {KINDS.map((kind) => (
        <Points key={kind} kind={kind} items={items.filter((item) => item.kind === kind)} />
      ))}
    </div>
  );
}

function Points({ kind, items }: { kind: ChecklistItem["kind"]; items: readonly ChecklistItem[] }) {
  const { t } = useTranslation("workbench");
  if (items.length === 0) return null;
  return (
    <section className={styles.box}>
      <h2 className={styles.boxTitle}>
        {t(`checklist.kind.${kind}`)}
        <span className={styles.secondary}>{t(`checklist.hint.${kind}`)}</span>
      </h2>
      <ul className={styles.lines}>
        {items.map((item) => (
          <ChecklistLine key={item.key} item={item} />
        ))}
      </ul>
    </section>
  );
}
