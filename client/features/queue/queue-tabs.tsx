import { useQuery } from "@tanstack/react-query";
import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { QUEUE_VIEWS, type QueueView } from "#shared/contract/staff-queue";
import { BACKGROUND, trpc } from "../../lib/trpc";
import styles from "./queue.module.css";

/** Counts stop here on the server; more is shown as "10000+". */
const COUNT_CAP = 10_000;
const COUNTS_EVERY_MS = 60_000;

export function QueueTabs({ view, onChange }: { view: QueueView; onChange: (view: QueueView) => void }) {
  const { t } = useTranslation("queue");
  const counts = useQuery(
    trpc.queue.counts.queryOptions({}, { refetchInterval: COUNTS_EVERY_MS, trpc: BACKGROUND }),
  );
  const select = (key: string) => {
    const next = QUEUE_VIEWS.find((name) => name === key);
    if (next) onChange(next);
  };
  return (
    <Tabs
      className={styles.tabs ?? ""}
      size="small"
      activeKey={view}
      onChange={select}
      items={QUEUE_VIEWS.map((name) => ({
        key: name,
        label: (
          <span className={styles.tab}>
            {t(`view.${name}`)}
            <Count of={counts.data?.[name]} alert={name === "AT_RISK"} />
          </span>
        ),
      }))}
    />
  );
}

function Count({ of, alert }: { of: number | undefined; alert: boolean }) {
  if (of === undefined) return <span className={styles.count}>&nbsp;</span>;
  const text = of >= COUNT_CAP ? `${COUNT_CAP}+` : String(of);
  return <span className={alert && of > 0 ? styles.countAlert : styles.count}>{text}</span>;
}
