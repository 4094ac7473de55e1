import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { LoadedList } from "../lib/pages-of";

/** Below the rows: how many there are, more on their way, or a page that failed and can be asked for again. */
export function ListFooter({ list }: { list: LoadedList<unknown> }) {
  const { t } = useTranslation();
  if (list.error) {
    return (
      <>
        {t("table.loadFailed")}{" "}
        <Button type="link" onClick={list.retry}>
          {t("action.retry")}
        </Button>
      </>
    );
  }
  if (list.loadingMore) return t("table.loadingMore");
  const count = list.rows.length;
  return list.complete ? t("table.total", { count }) : t("table.rows", { count });
}
