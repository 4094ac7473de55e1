import { useQuery } from "@tanstack/react-query";
import { Skeleton, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useFormatTime } from "../../lib/format-time";
import { trpc } from "../../lib/trpc";
import { useSpoken } from "../../lib/use-spoken";
import { ListPlaceholder } from "../../ui/list-placeholder";
import styles from "../../ui/rule-change/rule-change.module.css";

const STATE_COLOURS = { DRAFT: "warning", RELEASED: "success", DISCARDED: "default" } as const;

/** Every version there ever was, newest first: who wrote it, and who released or discarded it. */
export function TemplateHistory({ code }: { code: string }) {
  const { t } = useTranslation("templates");
  const format = useFormatTime();
  const spoken = useSpoken();
  const history = useQuery(trpc.templates.history.queryOptions({ code }));
  if (history.isPending) return <Skeleton active paragraph={{ rows: 2 }} title={false} />;
  if (history.error) {
    return <ListPlaceholder error={history.error} retry={() => void history.refetch()} empty="" />;
  }
  const { versions } = history.data;
  if (versions.length === 0) return <p className={styles.faint}>{t("history.none")}</p>;
  return (
    <ol className={styles.history} aria-label={t("history.title")}>
      {versions.map(({ version, state, title, body, author, draftedAtMs, endedBy, endedAtMs }) => (
        <li key={version}>
          <div className={styles.historyHead}>
            <strong>{t("history.version", { version })}</strong>
            <Tag color={STATE_COLOURS[state]}>{t(`state.${state}`)}</Tag>
            <span className={styles.faint}>{t("draft.by", { who: author, time: format(draftedAtMs) })}</span>
            {endedBy === null || endedAtMs === null ? null : (
              <span className={styles.faint}>
                {t(`history.${state}`, { who: endedBy, time: format(endedAtMs) })}
              </span>
            )}
          </div>
          <div>
            {spoken(title)}
            {t("colon")}
            {spoken(body)}
          </div>
        </li>
      ))}
    </ol>
  );
}
