import { Button, Empty, Result } from "antd";
import { useTranslation } from "react-i18next";
import type { QueueView } from "#shared/contract/staff-queue";
import { useRefusal } from "../../lib/refusal";

interface Props {
  view: QueueView;
  filtered: boolean;
  clear: () => void;
  error: unknown;
  retry: () => void;
}

/** Instead of rows: what this view is for and what to do, or what went wrong and how to go on. */
export function QueuePlaceholder({ view, filtered, clear, error, retry }: Props) {
  const { t } = useTranslation("queue");
  const refusal = useRefusal();
  if (error) {
    return (
      <Result
        status="warning"
        title={t("common:table.loadFailed")}
        subTitle={refusal(error).message}
        extra={
          <Button type="primary" onClick={retry}>
            {t("common:action.retry")}
          </Button>
        }
      />
    );
  }
  if (filtered) {
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("empty.filtered")}>
        <Button onClick={clear}>{t("filter.clear")}</Button>
      </Empty>
    );
  }
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(`empty.${view}`)} />;
}
