import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { ProvinceView } from "../../lib/trpc";
import { useSpoken } from "../../lib/use-spoken";
import styles from "../../ui/rule-change/rule-change.module.css";

/** Who the province is, how well it is known, and what is not data yet. Sources and notes are kept in one language. */
export function ProvinceHead({ province }: { province: ProvinceView | undefined }) {
  const { t } = useTranslation("provinces");
  const spoken = useSpoken();
  if (province === undefined) return <div className={styles.paneHead} />;
  return (
    <div className={styles.paneHead}>
      <div className={styles.historyHead}>
        <h2>{spoken(province.name)}</h2>
        <Tag>{t(`confidenceLong.${province.confidence}`)}</Tag>
        <span className={styles.faint}>
          {t("sourceIs")} <span lang="en">{province.source}</span>
        </span>
      </div>
      {province.notes.length === 0 ? null : (
        <details className={styles.notes}>
          <summary>{t("notes", { count: province.notes.length })}</summary>
          <ul lang="en">
            {province.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
