import { Button, Empty, Result } from "antd";
import { useTranslation } from "react-i18next";
import { useRefusal } from "../lib/refusal";

interface Props {
  error?: unknown;
  retry?: () => void;
  /** What it means that nothing is here. */
  empty: string;
  /** Given when filters are set: the way back to everything. */
  clear?: (() => void) | undefined;
}

/** Instead of rows: what went wrong and how to go on, or why nothing is here. */
export function ListPlaceholder({ error, retry, empty, clear }: Props) {
  const { t } = useTranslation();
  const refusal = useRefusal();
  if (error) {
    return (
      <Result
        status="warning"
        title={t("loadFailed")}
        subTitle={refusal(error).message}
        extra={
          <Button type="primary" onClick={retry}>
            {t("action.retry")}
          </Button>
        }
      />
    );
  }
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={clear ? t("filter.nothing") : empty}>
      {clear ? <Button onClick={clear}>{t("filter.clear")}</Button> : null}
    </Empty>
  );
}
